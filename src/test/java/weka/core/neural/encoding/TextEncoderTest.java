package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Samples;
import weka.core.neural.TextUnits;

class TextEncoderTest {
  private static NeuralSettings settings(TextUnits text, int words, String longest) {
    NeuralSettings settings = new NeuralSettings();
    settings.sequences().text.set(text);
    settings.sequences().words.set(words);
    settings.sequences().longest.set(longest);
    return settings;
  }

  private static RowEncoder encoder(Instances data, NeuralSettings settings) throws Exception {
    return RowEncoders.learn(data, settings, 0);
  }

  /** The inputs of a row: [steps][channels]. */
  private static float[] inputs(RowEncoder encoder, Instances data, int row) {
    Dataset rows = encoder.dataset(data, Targets.none(data.numInstances()));
    Tensor x = new Tensor(rows.inputShape(), 1);
    x.setRows(1);
    rows.read(new int[] {row}, 0, 1, x, null);
    float[] all = new float[rows.length(row) * x.channels()];
    for (int i = 0; i < all.length; i++) {
      all[i] = x.get(0, i);
    }
    return all;
  }

  private static Instances texts() throws Exception {
    return Samples.arff("@attribute t string", "@attribute x numeric", "@attribute y {p,q}", "@data",
        "'The cat. THE dog!',1,p", "'a cat',3,q", "'the bird',1,p", "?,3,q");
  }

  /** "cat" and "the" are in two rows each: the first in the alphabet is 1. */
  @Test
  void aWordIsItsNumberAndWhatStandsBesideTheTextFollows() throws Exception {
    Instances data = texts();
    RowEncoder encoder = encoder(data, settings(TextUnits.AUTO, 10, "auto"));
    assertEquals(3, encoder.words());
    assertEquals(Shape.of(4, 2), encoder.shape());
    assertArrayEquals(new float[] {2, -1, 1, -1, 2, -1, 0, -1}, inputs(encoder, data, 0), 1e-6f);
    assertArrayEquals(new float[] {0, 1, 1, 1}, inputs(encoder, data, 1), 1e-6f);
    assertArrayEquals(new float[] {0, 1}, inputs(encoder, data, 3), 1e-6f);
    RowEncoder read = (RowEncoder) new SerializedObject(encoder).getObject();
    assertArrayEquals(inputs(encoder, data, 0), inputs(read, data, 0));
    assertEquals(encoder.describe(), read.describe());
  }

  @Test
  void limitsHold() throws Exception {
    Instances data = texts();
    RowEncoder encoder = encoder(data, settings(TextUnits.WORDS, 1, "2"));
    assertEquals(2, encoder.words());
    assertArrayEquals(new float[] {0, -1, 1, -1}, inputs(encoder, data, 0), 1e-6f);
  }

  @Test
  void charactersKeepTheirCase() throws Exception {
    Instances data = Samples.arff("@attribute t string", "@attribute y {p,q}", "@data", "'Aa\ud83d\ude00',p",
        "'aA',q", "'\ud83d\ude00',p");
    RowEncoder encoder = encoder(data, settings(TextUnits.CHARS, 10, "auto"));
    assertArrayEquals(new float[] {1, 2, 3}, inputs(encoder, data, 0));
    assertArrayEquals(new float[] {2, 1}, inputs(encoder, data, 1));
  }

  @Test
  void whatIsNoTextIsATableOrRefused() throws Exception {
    Instances names = Samples.arff("@attribute t string", "@attribute x numeric", "@attribute y {p,q}", "@data",
        "one,1,p", "two,2,q");
    RowEncoder encoder = encoder(names, settings(TextUnits.AUTO, 10, "auto"));
    assertInstanceOf(InputEncoder.class, encoder);
    assertTrue(encoder.describe().contains("left out: t\n"), encoder.describe());
    Samples.message(() -> encoder(texts(), settings(TextUnits.NONE, 10, "auto")), "StringToWordVector");
    Samples.message(() -> RowEncoders.learnInvertible(texts(), settings(TextUnits.AUTO, 10, "auto")),
        "StringToWordVector");
  }
}
