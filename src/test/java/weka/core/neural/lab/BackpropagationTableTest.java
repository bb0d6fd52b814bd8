package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.health.Backpropagation;
import ruru.nn.losses.BinaryCrossEntropy;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import weka.core.neural.lab.BackpropagationTable.Line;

class BackpropagationTableTest {
  private static final float[] WEIGHTS = {1, 0.5f, -1, 0.5f, 0, 0.5f, 1, -1, 0.5f};

  private final Network network = new Network(Shape.of(2), 1, NetworkText.parse("dense 2 sigmoid, output"));
  private final Backpropagation numbers = Backpropagation.of(network, WEIGHTS, new BinaryCrossEntropy(),
      new ArrayDataset(Shape.of(2), Shape.of(1), new float[] {1, 0}, new float[] {1}, null, null), 0,
      BlasProvider.get());
  private final List<Line> lines = BackpropagationTable.of(NeuronGraph.of(network), numbers, WEIGHTS, 0.5);

  private Line line(String what) {
    return lines.stream().filter(l -> l.what().equals(what)).findFirst().orElseThrow();
  }

  @Test
  void aLineForEverySumOutputAndParameter() {
    assertThat(lines).extracting(Line::what).containsExactly(
        "a of dense1[1]", "y of sigmoid1[1]", "w from input[1] to dense1[1]", "w from input[2] to dense1[1]",
        "b of dense1[1]", "a of dense1[2]", "y of sigmoid1[2]", "w from input[1] to dense1[2]",
        "w from input[2] to dense1[2]", "b of dense1[2]", "a of output1[1]", "w from sigmoid1[1] to output1[1]",
        "w from sigmoid1[2] to output1[1]", "b of output1[1]");
  }

  @Test
  void formulasHaveTheNumbersInThem() {
    assertEquals("a = w x + b = 1 * 1 + -1 * 0 + 0; delta = f'(a) dL/dy = 0.1966 * -0.3775",
        line("a of dense1[1]").how());
    assertEquals("dL/dy = sum of w delta = 1 * -0.3775", line("y of sigmoid1[1]").how());
    assertEquals("a = w x + b = 1 * 0.7311 + -1 * 0.7311 + 0.5; delta = dL/da, from the loss",
        line("a of output1[1]").how());
    assertEquals("delta x = -0.3775 * 0.7311",
        line("w from sigmoid1[1] to output1[1]").how());
    assertEquals("delta = 0.07423", line("b of dense1[2]").how());
  }

  @Test
  void valuesAreTheEnginesAndTheUpdateIsMinusRateTimesGradient() {
    assertEquals(numbers.outputs()[2][1], line("y of sigmoid1[2]").value());
    assertEquals(numbers.deltas()[1][0], line("a of dense1[1]").gradient());
    Line weight = line("w from input[1] to dense1[2]");
    assertEquals(0.5, weight.value());
    assertEquals(numbers.gradient()[1], weight.gradient());
    assertEquals(-0.5 * numbers.gradient()[1], weight.update());
    assertThat(line("a of dense1[1]").update()).isNaN();
  }

  @Test
  void numbersAreShort() {
    assertEquals("0.3333", BackpropagationTable.text(1.0 / 3));
    assertEquals("-2", BackpropagationTable.text(-2));
    assertEquals("0", BackpropagationTable.text(-0.0));
    assertEquals("1.235e-05", BackpropagationTable.text(1.2345678e-5));
    assertEquals("NaN", BackpropagationTable.text(Double.NaN));
  }
}
