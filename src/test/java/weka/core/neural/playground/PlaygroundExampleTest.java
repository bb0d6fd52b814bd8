package weka.core.neural.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.playground.PlaygroundSettings.Penalty;

/** Each example shows what it says. */
class PlaygroundExampleTest {
  @Test
  void circlesAreLearnt() throws Exception {
    PlaygroundRuns.Result bent = PlaygroundRuns.after(100, PlaygroundExample.CIRCLE);
    assertThat(bent.right(bent.test())).isGreaterThan(97);
    PlaygroundRuns.Result squares = PlaygroundRuns.after(10, PlaygroundExample.CIRCLE_BY_SQUARES);
    assertEquals(100, squares.right(squares.test()));
    assertThat(squares.net().getLayers()).isEqualTo("output");
  }

  @Test
  void exclusiveOrNeedsFourNeuronsOrTheProduct() throws Exception {
    PlaygroundRuns.Result two = PlaygroundRuns.after(1000, PlaygroundExample.XOR);
    assertThat(two.right(two.given())).isLessThan(95);
    PlaygroundRuns.Result four = PlaygroundRuns.after(1000, PlaygroundExample.XOR,
        PlaygroundRuns.with(PlaygroundExample.XOR, "dense 4 tanh", Penalty.NONE, "0"));
    assertThat(four.right(four.test())).isGreaterThan(95);
    PlaygroundRuns.Result product = PlaygroundRuns.after(10, PlaygroundExample.XOR_BY_PRODUCT);
    assertEquals(100, product.right(product.test()));
  }

  @Test
  void theSpiralIsLearnt() throws Exception {
    PlaygroundRuns.Result spiral = PlaygroundRuns.after(400, PlaygroundExample.SPIRAL);
    assertThat(spiral.right(spiral.test())).isGreaterThan(95);
  }

  @Test
  void noiseIsLearntByHeartAndAPenaltyHelps() throws Exception {
    PlaygroundExample example = PlaygroundExample.OVERFITTING;
    PlaygroundRuns.Result free = PlaygroundRuns.after(100, example);
    assertEquals(100, free.right(free.given()));
    assertThat(free.loss(free.given())).isLessThan(0.01);
    assertThat(free.loss(free.test())).isGreaterThan(0.7);
    PlaygroundRuns.Result penalised = PlaygroundRuns.after(100, example,
        PlaygroundRuns.with(example, example.settings().layers(), Penalty.L2, "0.03"));
    assertThat(penalised.loss(penalised.test())).isLessThan(0.35);
  }

  @Test
  void hillsAreLearntAsNumbers() throws Exception {
    PlaygroundRuns.Result hills = PlaygroundRuns.after(300, PlaygroundExample.HILLS);
    double error = 0;
    double spread = 0;
    for (int i = 0; i < hills.test().size(); i++) {
      error += Math.abs(hills.net().classifyInstance(hills.test().get(i)) - hills.test().get(i).classValue());
      spread += Math.abs(hills.test().get(i).classValue());
    }
    assertThat(error / spread).isLessThan(0.5);
  }

  @Test
  void penaltiesAreTheOptionsOfTheNetwork() {
    Instances data = PlaneData.XOR.points(20, 0, 1);
    PlaygroundExample example = PlaygroundExample.XOR;
    NeuralNet l1 = PlaygroundRuns.with(example, "dense 3 relu", Penalty.L1, "0.25").network(data.classAttribute());
    assertEquals(0.25, l1.getL1());
    assertEquals("0", l1.getDecay());
    NeuralNet l2 =
        PlaygroundRuns.with(example, "dense 3 relu, output tanh", Penalty.L2, "0.5").network(data.classAttribute());
    assertEquals(0, l2.getL1());
    assertEquals("0.5", l2.getDecay());
    assertEquals("auto", l2.getLoss(), "for an output that is written");
    assertEquals("binarycrossentropy", l1.getLoss());
    assertEquals("auto", PlaygroundRuns.with(example, "auto", Penalty.NONE, "0").network(data.classAttribute())
        .getLayers());
    assertThatIllegalArgumentException().isThrownBy(() -> PlaygroundRuns.with(example, "", Penalty.L1, "much")
        .network(data.classAttribute())).withMessage("penalty: expected a number such as 0.01, got 'much'");
  }
}
