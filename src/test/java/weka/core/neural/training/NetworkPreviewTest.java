package weka.core.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.Samples;

class NetworkPreviewTest {
  private static NetworkPreview preview(NeuralNet net, Instances data) throws InterruptedException {
    return NetworkPreview.of(data, net.settings(), 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-layers \"dense 3 tanh\"", "-layers \"dense 5 as a, relu, dense 5, add a\""})
  void itIsTheNetworkThatIsTrained(String options) throws Exception {
    for (Instances data : new Instances[] {Samples.iris(), Samples.mixed(60, 1, false)}) {
      NeuralNet net = Samples.net(options + " -members 1 -epochs 1 -bins 0");
      NetworkPreview typed = preview(net, data);
      net.buildClassifier(data);
      FittedNetwork trained = net.fitted();
      assertEquals(NetworkReport.layers(trained.models().get(0).network(), 1),
          NetworkReport.layers(typed.network(), 1));
      assertEquals(trained.describeInputs(4), typed.inputs());
    }
  }

  @Test
  void whatCannotBeBuiltIsSaid() throws Exception {
    assertThatThrownBy(() -> preview(Samples.net("-layers \"conv 3\""), Samples.iris()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("conv");
    Instances constant = Samples.iris();
    constant.forEach(row -> {
      for (int a = 0; a < 4; a++) {
        row.setValue(a, 1);
      }
    });
    assertThatThrownBy(() -> preview(new NeuralNet(), constant)).hasMessageContaining("varies");
    Instances unknown = Samples.iris();
    unknown.forEach(row -> row.setClassMissing());
    assertThatThrownBy(() -> preview(new NeuralNet(), unknown)).isInstanceOf(IllegalArgumentException.class);
    assertThat(preview(new NeuralNet(), Samples.iris()).network().values()).containsOnly(0f);
  }
}
