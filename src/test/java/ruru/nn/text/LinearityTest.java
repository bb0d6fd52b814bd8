package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearityTest {
  private static String remark(String layers) {
    return Linearity.remark(NetworkText.parse(layers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense 32", "dense 32, dense 32", "dense 32 linear", "dense 8, dropout 0.2, output",
      "dense 8, batchnorm", "conv 4 3x3, avgpool 2, conv 4 3x3, globalavgpool", "dense 8 as a, dense 8, add a",
      "maxout 8 pieces=1", "dense 8, leakyrelu 1, output", "dense 4, output, softmax", "dense 4, output, sigmoid"})
  void hiddenLayersWithoutActivationAreTold(String layers) {
    assertNotNull(remark(layers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "output", "dropout 0.2", "batchnorm, output sigmoid", "flatten, linear", "avgpool 2",
      "dense 32 relu", "dense 32, dense 32 relu", "dense 32 tanh, dense 32", "conv 4 3x3, maxpool 2", "maxout 8",
      "dense 8, layernorm", "dense 8 as a, dense 8, from a, tanh", "dense 8, leakyrelu 0.2", "contractive 3"})
  void linearOnPurposeOrNotLinearIsNotTold(String layers) {
    assertNull(remark(layers));
  }

  @Test
  void theRemarkShowsWhatToWrite() {
    assertEquals("The hidden layers form a single linear function of the inputs and so add nothing; they need an "
        + "activation, as in 'dense 32 relu, dense 8 relu'.",
        remark("dense 32 linear, dense 8, output"));
    assertEquals("conv 8 3x3 relu as a, conv 8 3x3 relu", remark("conv 8 as a, conv 8, add a").split("'")[1]);
    assertEquals("dense 1 relu, dense 2 relu", remark("dense 1, dense 2, dense 3").split("'")[1]);
  }

  @Test
  void aLinearCodeIsTold() {
    assertEquals("The code is a linear function of the inputs, as in principal component analysis; layers with an "
        + "activation, as in 'dense 32 relu', can capture more.", Linearity.remarkOnCode(NetworkText.parse("dense 2")));
    assertNotNull(Linearity.remarkOnCode(NetworkText.parse("noise 0.1, dense 8, dense 2, penalty")));
    assertNull(Linearity.remarkOnCode(NetworkText.parse("dense 8 relu, dense 2")));
    assertNull(Linearity.remarkOnCode(NetworkText.parse("dense 2, sigmoid, sparse")));
  }
}
