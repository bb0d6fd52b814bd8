package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.distance;
import static weka.core.neural.Samples.file;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.SerializedObject;
import weka.core.Utils;

/** Training that goes on later is training that never stopped. */
class NeuralNetResumeTest {
  private static final String CONSTANT =
      "-layers \"dense 9 relu, batchnorm, dropout 0.2, dense 5 tanh\" -schedule constant ";

  private final Instances data = data();

  @TempDir
  Path folder;

  private static Instances data() {
    try {
      return mixed(200, 1, true);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void goOn(NeuralNet net) throws Exception {
    net.initializeClassifier(data);
    while (net.next()) {
      // all that is planned
    }
    net.done();
  }

  private void assertSameBits(NeuralNet expected, NeuralNet actual) throws Exception {
    assertSame(predictions(expected, data), predictions(actual, data), "predictions");
    assertSame(new double[][] {expected.curve("training loss")}, new double[][] {actual.curve("training loss")},
        "losses");
    assertEquals(expected.getMeasure("measureEpochs"), actual.getMeasure("measureEpochs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {CONSTANT, CONSTANT + "-optimizer momentum -rate 0.05", CONSTANT + "-optimizer adamw -batch 7",
      CONSTANT + "-validation 25 -patience 0", "-layers \"dense 4 tanh\" -optimizer lbfgs",
      CONSTANT + "-keep-order -clip 1 -l1 0.001", CONSTANT + "-optimizer rmsprop -shards 3"})
  void fiveAndFiveAreTen(String options) throws Exception {
    NeuralNet ten = built(options + " -epochs 10", data);
    NeuralNet five = built(options + " -epochs 5 -resume", data);
    assertTrue(distance(predictions(ten, data), predictions(five, data)) > 0);
    NeuralNet loaded = (NeuralNet) new SerializedObject(five).getObject();
    goOn(five);
    assertSameBits(ten, five);
    goOn(loaded);
    assertSameBits(ten, loaded);
    assertTrue(five.toString().contains("10 epochs in"), five::toString);
    goOn(five);
    assertSameBits(built(options + " -epochs 15", data), five);
  }

  @Test
  void epochByEpochByHand() throws Exception {
    NeuralNet net = net(CONSTANT + "-epochs 10");
    net.initializeClassifier(data);
    for (int epoch = 1; epoch <= 10; epoch++) {
      assertTrue(net.next());
      assertTrue(net.toString().contains(epoch + (epoch == 1 ? " epoch in" : " epochs in")), net::toString);
      assertTrue(Double.isFinite(net.distributionForInstance(data.instance(0))[0]));
    }
    assertFalse(net.next());
    net.done();
    assertSameBits(built(CONSTANT + "-epochs 10", data), net);
  }

  @Test
  void stoppedBetweenAndGoneOn() throws Exception {
    NeuralNet net = net(CONSTANT + "-epochs 10 -resume");
    net.initializeClassifier(data);
    for (int epoch = 0; epoch < 4; epoch++) {
      net.next();
    }
    net.done();
    assertEquals(4, net.getMeasure("measureEpochs"));
    net.setEpochs("6");
    goOn(net);
    assertSameBits(built(CONSTANT + "-epochs 10", data), net);
  }

  @Test
  void buildingForgets() throws Exception {
    NeuralNet net = built(CONSTANT + "-epochs 5 -resume", data);
    goOn(net);
    net.buildClassifier(data);
    assertSameBits(built(CONSTANT + "-epochs 5", data), net);
  }

  @Test
  void cleaningUp() throws Exception {
    NeuralNet net = built(CONSTANT + "-epochs 5 -resume", data);
    double[][] before = predictions(net, data);
    int size = bytes(net);
    net.setResume(false);
    net.done();
    assertSame(before, predictions(net, data), "cleaned up");
    assertTrue(bytes(net) < 0.8 * size, bytes(net) + " bytes, before " + size);
    goOn(net);
    assertSameBits(built(CONSTANT + "-epochs 5", data), net);
  }

  private int bytes(NeuralNet net) throws Exception {
    Path file = folder.resolve("size.model");
    SerializationHelper.write(file.toString(), net);
    return (int) Files.size(file);
  }

  @Test
  void changedSettings() throws Exception {
    NeuralNet net = built(CONSTANT + "-epochs 5 -resume", data);
    String options = "-schedule constant -epochs 5 -resume ";
    double[][] before = predictions(net, data);
    for (String[] wrong : new String[][] {
        {"-layers \"dense 9 relu\"", "layers: the model was trained with 'dense 9 relu, batchnorm",
            "got 'dense 9 relu, output'"},
        {"-loss hinge", "loss: the model was trained with 'crossentropy'", "got 'hinge'"},
        {"-scaling range", "scaling: the model was trained with 'standardise'"},
        {"-optimizer sgd", "optimizer: the model was trained with 'adam'", "got 'sgd'"}}) {
      net.setOptions(Utils.splitOptions(options + wrong[0]));
      message(() -> net.initializeClassifier(data), java.util.Arrays.copyOfRange(wrong, 1, wrong.length));
      assertSame(before, predictions(net, data), "the model stays as it was: " + wrong[0]);
    }
    net.setOptions(Utils.splitOptions(options));
    message(() -> net.initializeClassifier(mixed(30, 1, false)), "attributes that it started with", "position 5");
    goOn(net);
    assertSameBits(built(CONSTANT + "-epochs 10", data), net);
  }

  @Test
  void theRateCanBeChanged() throws Exception {
    NeuralNet net = built(CONSTANT + "-epochs 5 -resume -rate 0.01", data);
    NeuralNet other = (NeuralNet) new SerializedObject(net).getObject();
    other.setRate("0.0001");
    goOn(net);
    goOn(other);
    assertTrue(distance(predictions(net, data), predictions(other, data)) > 1e-3);
    assertTrue(other.toString().contains("rate 0.0001,"), other::toString);
  }

  @Test
  void onTheCommandLine() throws Exception {
    Path train = Files.writeString(folder.resolve("train.arff"), data.toString());
    String both = " -t \"" + train + "\" -T \"" + train + "\" ";
    String options = CONSTANT + "-epochs 5 ";
    Path model = folder.resolve("a.model");
    Path second = folder.resolve("b.model");
    Path third = folder.resolve("c.model");
    run("-d \"" + model + "\"" + both + options + "-resume");
    run("-l \"" + model + "\" -continue-iterating -d \"" + second + "\"" + both + options);
    Instances read = file(train);
    NeuralNet ten = built(CONSTANT + "-epochs 10", read);
    assertSameBits(ten, (NeuralNet) SerializationHelper.read(second.toString()));
    run("-l \"" + second + "\" -continue-iterating -clean-up -d \"" + third + "\"" + both + options);
    NeuralNet fifteen = (NeuralNet) SerializationHelper.read(third.toString());
    assertSameBits(built(CONSTANT + "-epochs 15", read), fifteen);
    assertTrue(Files.size(third) < 0.8 * Files.size(second), "without what is needed to go on");
    assertFalse(fifteen.getResume());
  }

  private static String run(String line) throws Exception {
    return Evaluation.evaluateModel(new NeuralNet(), Utils.splitOptions(line));
  }

  @Test
  void traceStaysThatOfTheFirstUpdates() throws Exception {
    NeuralNet net = built(CONSTANT + "-epochs 5 -resume -trace 1", data);
    String trace = net.toString().substring(net.toString().indexOf("The first updates"));
    goOn(net);
    assertTrue(net.toString().endsWith(trace), net::toString);
  }

  @Test
  void resumeWithoutInputs() throws Exception {
    Instances nothing = new Instances(data);
    nothing.forEach(row -> {
      for (int i = 0; i < 4; i++) {
        row.setValue(i, 0);
      }
    });
    NeuralNet net = built("-resume", nothing);
    net.initializeClassifier(nothing);
    assertFalse(net.next());
    net.done();
    assertTrue(net.toString().contains("ZeroR"));
  }
}
