package weka.core.neural.stored;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InvalidObjectException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Schemes come back from their bytes as they were, and from damaged bytes not at all. */
class StoredSchemeTest {
  @ParameterizedTest
  @EnumSource(SampleModel.class)
  void comesBackAsItWas(SampleModel sample) throws Exception {
    Object trained = sample.trained(4);
    Object copy = SampleModel.read(SampleModel.bytes(trained));
    assertArrayEquals(sample.answers(trained), sample.answers(copy));
    assertEquals(trained.toString(), copy.toString());
    assertArrayEquals(((OptionHandler) trained).getOptions(), ((OptionHandler) copy).getOptions());
  }

  /** 1 bit of 101, and all bits of the beginning, where lengths and the checksum are. */
  @ParameterizedTest
  @EnumSource(SampleModel.class)
  void noFlippedBitChangesPredictions(SampleModel sample) throws Exception {
    Damage damage = new Damage(sample, 4);
    for (int bit = 0; bit < damage.bits(); bit += bit < 2000 ? 1 : 101) {
      damage.flip(bit);
    }
    assertEquals(0, damage.silent, damage.ends.toString());
    assertTrue(damage.ends.get("Refusal") > 100, damage.ends.toString());
  }

  @ParameterizedTest
  @EnumSource(SampleModel.class)
  void whatIsCutOffIsRefused(SampleModel sample) throws Exception {
    Damage damage = new Damage(sample, 4);
    // Without its last byte, the mark of Java's serialisation that an object ends, nothing of the model is missing.
    int last = damage.bits() / 8 - 1;
    for (int cut = 100; cut < last; cut += 97) {
      damage.cut(cut);
    }
    assertEquals("[Refusal]", damage.ends.keySet().toString());
  }

  @Test
  void aMessageSaysWhatIsWrong() throws Exception {
    byte[] model = SampleModel.bytes(new NeuralNet());
    byte[] flipped = model.clone();
    flipped[model.length - 5] ^= 1;
    assertTrue(message(flipped).startsWith("the model is damaged: its checksum is "), message(flipped));
    String cut = message(Arrays.copyOf(model, model.length - 9));
    assertTrue(cut.startsWith("the model is damaged or cut off"), cut);
  }

  private static String message(byte[] model) {
    return assertThrows(InvalidObjectException.class, () -> SampleModel.read(model)).getMessage();
  }

  /** What Weka holds of a scheme is inside, too. */
  @Test
  void settingsOfWekaComeBack() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setSeed(17);
    net.setDebug(true);
    net.setBatchSize("77");
    net.setNumDecimalPlaces(2);
    net.setDoNotCheckCapabilities(true);
    NeuralNet copy = (NeuralNet) AbstractClassifier.makeCopy(net);
    assertEquals("17 true 77 2 true", copy.getSeed() + " " + copy.getDebug() + " " + copy.getBatchSize() + " "
        + copy.getNumDecimalPlaces() + " " + copy.getDoNotCheckCapabilities());
  }

  @Test
  void oneSchemeInTwoPlacesStaysOne() throws Exception {
    NeuralNet net = new NeuralNet();
    Object[] copies = (Object[]) new SerializedObject(new Object[] {net, net, new NeuralNet()}).getObject();
    assertSame(copies[0], copies[1]);
  }

  /** More than may be nested. */
  @Test
  void rowsThatWaitInAFilterComeBackInOrder() throws Exception {
    NeuralEncoder encoder = (NeuralEncoder) SampleModel.ENCODER.trained(4);
    Samples.mixed(300, 2, true).forEach(row -> {
      try {
        encoder.input(row);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    encoder.batchFinished();
    NeuralEncoder copy = (NeuralEncoder) SampleModel.read(SampleModel.bytes(encoder));
    assertEquals(300, copy.numPendingOutput());
    for (int r = 0; r < 300; r++) {
      assertArrayEquals(encoder.output().toDoubleArray(), copy.output().toDoubleArray());
    }
  }

  /** Date formats, long values, relations and texts are in the header that a training needs to go on, or in filters. */
  @Test
  void attributesOfAllKindsComeBack() throws Exception {
    String text = "x".repeat(500);
    Instances rows = Samples.arff("@attribute d date \"yyyy-MM-dd\"\n@attribute n {" + text + ",b}\n@attribute w "
        + "numeric\n@attribute class {p,q}\n@data\n2020-01-01," + text + ",1,p\n2021-03-01,b,2,q\n2022-01-01,"
        + text + ",3,p\n2023-05-01,b,0,q\n");
    FilteredClassifier scheme = new FilteredClassifier();
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-layers \"dense 2\" -code 1 -epochs 2 -output original -threads 1"));
    scheme.setFilter(encoder);
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"dense 2\" -epochs 2 -resume -threads 1"));
    scheme.setClassifier(net);
    scheme.buildClassifier(rows);
    FilteredClassifier copy = (FilteredClassifier) AbstractClassifier.makeCopy(scheme);
    for (int r = 0; r < rows.size(); r++) {
      assertArrayEquals(scheme.distributionForInstance(rows.get(r)), copy.distributionForInstance(rows.get(r)));
    }
    NeuralNet within = (NeuralNet) copy.getClassifier();
    within.initializeClassifier(rows);
    assertTrue(within.next());
    Instances header = ((NeuralEncoder) copy.getFilter()).getOutputFormat();
    assertEquals(scheme.getFilter().getOutputFormat().toString(), header.toString());
    assertEquals(0, header.attribute(1).indexOfValue(text));
  }
}
