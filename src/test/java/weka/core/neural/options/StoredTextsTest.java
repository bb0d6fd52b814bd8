package weka.core.neural.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectStreamClass;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weka.core.SerializationHelper;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.ClusterSettings;
import weka.core.neural.ImageSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.SegmentationSettings;
import weka.core.neural.SequenceSettings;

/** What settings are in a file. */
class StoredTextsTest {
  /** The fields that version 0.1.0 stored, with the types that it gave them, and those that came since. */
  @Test
  void settingsAreStoredAsTexts() {
    assertEquals(
        "double clip, boolean diagnose, boolean keepOrder, double l1, String batch, String bins, String classWeights, "
            + "String decay, Effort effort, String epochs, ImageSettings images, String intervals, String layers, "
            + "String loss, String members, String optimizer, String patience, Pretrain pretrain, String rate, "
            + "String relative, Scaling scaling, String schedule, SequenceSettings sequences, String shards, "
            + "String targets, String threads, String validation",
        stored(NeuralSettings.class));
    assertEquals("boolean anywhere, int cacheMegabytes, String augment, String images, String input",
        stored(ImageSettings.class));
    assertEquals("int words, String longest, SeriesLayout series, TextUnits text", stored(SequenceSettings.class));
    assertEquals("String crop, String ignore, String labels", stored(SegmentationSettings.class));
    assertEquals("double activityL1, double beta, double contractive, boolean tied, boolean variational, String code, "
        + "String decoder, String layers, String noise, String sparse", stored(AutoencoderSettings.class));
    assertEquals("int starts, String augment, String clusters, String refine, String refineFrom, String refineWeight, "
        + "String runs", stored(ClusterSettings.class));
  }

  /** The runs were not there from the beginning. */
  @Test
  void whatAnOlderFileDoesNotHaveKeepsItsDefault() throws Exception {
    ClusterSettings settings = new ClusterSettings();
    settings.runs.set("7");
    settings.refine.set("9");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    SerializationHelper.write(file, settings);
    String renamed = file.toString(StandardCharsets.ISO_8859_1).replace("runs", "ruse");
    ClusterSettings read = (ClusterSettings) SerializationHelper.read(
        new ByteArrayInputStream(renamed.getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals("9 auto", read.refine + " " + read.runs);
  }

  private static String stored(Class<?> settings) {
    return Arrays.stream(ObjectStreamClass.lookup(settings).getFields())
        .map(f -> f.getType().getSimpleName() + " " + f.getName()).collect(Collectors.joining(", "));
  }
}
