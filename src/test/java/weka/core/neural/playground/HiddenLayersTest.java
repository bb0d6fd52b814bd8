package weka.core.neural.playground;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HiddenLayersTest {
  private static HiddenLayers of(String text) {
    return new HiddenLayers(text);
  }

  @Test
  void neuronsAreAddedAndTakenAway() {
    assertEquals("dense 5 tanh, dense 2 relu", of("dense 4 tanh, dense 2 relu").withUnits(0, 5));
    assertEquals("dense 4 tanh, dense 1 relu", of("dense 4 tanh, dense 2 relu").withUnits(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> of("dense 1").withUnits(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> of("dense 24").withUnits(0, 25));
  }

  @Test
  void whatElseIsWrittenStays() {
    String text = "dense 4 init=orthogonal biasinit=0.5 tanh as a, dropout 0.2, dense 4 relu, add a, output";
    assertEquals(text.replace("dense 4 relu", "dense 3 relu"), of(text).withUnits(1, 3));
    assertEquals(text.replace("dense 4 init", "dense 9 init"), of(text).withUnits(0, 9));
    assertEquals(text.replace("4 relu", "4 sigmoid"), of(text).withActivation(1, "sigmoid"));
    assertEquals("dense 4 tanh, dropout 0.2, dense 4 tanh, output", of("dense 4 tanh, dropout 0.2, output").withMore());
  }

  @Test
  void layersAreAddedAndTakenAwayBeforeTheOutput() {
    assertEquals("dense 4 tanh", of("").withMore());
    assertEquals("dense 4 tanh, output", of("output").withMore());
    assertEquals("dense 8 relu, dense 4 relu", of("dense 8 relu").withMore());
    assertEquals("dense 2, dense 2", of("dense 2").withMore());
    assertEquals("dense 8 relu", of("dense 8 relu, dense 4, batchnorm, relu").withFewer());
    assertEquals("output", of("dense 8 relu, output").withFewer());
    assertEquals("", of("dense 8 relu").withFewer());
    assertThatIllegalArgumentException().isThrownBy(() -> of("output").withFewer());
  }

  @Test
  void activationsAreChosenForOneLayerOrAll() {
    HiddenLayers two = of("dense 4 tanh, dense 2");
    assertEquals("tanh", two.activation(0));
    assertEquals("linear", two.activation(1));
    assertNull(two.commonActivation());
    assertEquals("dense 4, dense 2", two.withActivation(0, "linear"));
    assertEquals("dense 4 tanh, dense 2 sigmoid", two.withActivation(1, "sigmoid"));
    assertEquals("dense 4 relu, dense 2 relu", two.withActivation("relu"));
    assertEquals("relu", of("dense 4 relu, dense 2 relu").commonActivation());
    assertEquals("dense 2 relu as a, dense 2, add a", of("dense 2 as a, dense 2, add a").withActivation(0, "relu"));
  }
}
