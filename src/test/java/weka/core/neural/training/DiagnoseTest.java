package weka.core.neural.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** The option diagnose: the lessons on gradients that vanish or explode, and on units that die. */
class DiagnoseTest {
  private static final String LAYER = "dense 16 %s, ";

  private static NeuralNet trained(String options) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(options + " -optimizer sgd -diagnose"));
    net.buildClassifier(Samples.iris());
    return net;
  }

  private static String eight(String activation) {
    return "-layers \"" + LAYER.formatted(activation).repeat(8) + "output\" -epochs 4";
  }

  @Test
  void withoutTheOptionNothingIsSaidOfLayers() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(eight("sigmoid")));
    net.buildClassifier(Samples.iris());
    assertThat(net.toString()).doesNotContain("update/weight");
  }

  @Test
  void inEightSigmoidLayersTheGradientVanishes() throws Exception {
    assertThat(trained(eight("sigmoid") + " -rate 0.1").toString()).contains("update/weight")
        .contains("The gradient vanishes").contains("in dense1, but").contains("Use relu");
    assertThat(trained(eight("relu") + " -rate 0.1").toString()).doesNotContain("vanishes");
  }

  @Test
  void atAHugeRateReluDies() throws Exception {
    assertThat(onCircles("dense 64 relu", 10)).containsPattern("relu1: (3[3-9]|[4-6]\\d) of 64 units are dead")
        .contains("leakyrelu");
    assertThat(onCircles("dense 64 relu", 0.1)).doesNotContain("dead:");
    assertThat(onCircles("dense 64 leakyrelu", 10)).doesNotContain("dead:");
  }

  private static String onCircles(String layers, double rate) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"" + layers + "\" -optimizer sgd -epochs 5 -diagnose -rate " + rate));
    net.buildClassifier(Samples.file(Path.of("datasets/circles.arff")));
    return net.toString();
  }

  @Test
  void aLossThatExplodesIsSaidWithItsLayer() throws Exception {
    String options = "-layers \"dense 64 relu, dense 64 relu, dense 64 relu, output\" -loss squared -rate 10 -epochs 5";
    String text = trained(options).toString();
    assertThat(text).contains("The training exploded").contains("half the rate").contains("-clip 1");
    assertThat(trained(options + " -clip 1000000").toString()).contains("less than 1000000 (-clip)");
  }

  @Test
  void nothingIsWrongWithTheUsualNetwork() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"dense 16 tanh\" -diagnose"));
    net.buildClassifier(Samples.iris());
    assertThat(net.toString()).contains("Nothing is wrong");
  }

  @Test
  void ofSeveralNetworksTheFirstIsDiagnosed() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-members 3 -layers \"dense 4 relu\" -epochs 3 -diagnose"));
    net.buildClassifier(Samples.iris());
    assertThat(net.toString()).contains("The layers of the first network");
  }

  @Test
  void aTrainingThatGoesOnIsDiagnosedAnew() throws Exception {
    NeuralNet net = trained("-layers \"dense 8 tanh\" -rate 0.1 -epochs 3 -resume");
    net.initializeClassifier(Samples.iris());
    while (net.next()) {
      // on
    }
    net.done();
    assertThat(net.toString()).contains("The layers of the trained network");
  }

  @Test
  void clusterersAndEncodersSayItToo() throws Exception {
    Instances flowers = Samples.iris();
    flowers.setClassIndex(-1);
    flowers.deleteAttributeAt(4);
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-code 2 -epochs 3 -diagnose"));
    encoder.setInputFormat(flowers);
    Filter.useFilter(flowers, encoder);
    assertThat(encoder.toString()).contains("update/weight");
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setOptions(Utils.splitOptions("-N 3 -layers \"dense 8 relu\" -epochs 3 -diagnose"));
    clusterer.buildClusterer(flowers);
    assertThat(clusterer.toString()).contains("update/weight");
  }
}
