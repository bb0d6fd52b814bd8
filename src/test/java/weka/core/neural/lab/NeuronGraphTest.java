package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;
import weka.core.neural.lab.NeuronGraph.Connection;

class NeuronGraphTest {
  private static NeuronGraph of(String layers) {
    return NeuronGraph.of(new Network(Shape.of(3), 2, NetworkText.parse(layers)));
  }

  private static List<Integer> units(NeuronGraph graph) {
    return graph.columns().stream().map(NeuronGraph.Column::units).toList();
  }

  @Test
  void anActivationBelongsToTheColumnOfItsSums() {
    NeuronGraph graph = of("dropout 0.1, dense 4 tanh, output");
    assertEquals(List.of(3, 4, 2), units(graph));
    assertEquals(List.of(List.of(0, 1), List.of(2, 3), List.of(4)),
        graph.columns().stream().map(NeuronGraph.Column::nodes).toList());
  }

  @Test
  void aLineKnowsItsWeight() {
    NeuronGraph graph = of("dense 4 tanh, output");
    assertThat(graph.connections()).hasSize(3 * 4 + 4 * 2);
    // The matrix has a row for each input.
    assertThat(graph.into(1, 2)).containsExactly(new Connection(0, 0, 1, 2, 2), new Connection(0, 1, 1, 2, 6),
        new Connection(0, 2, 1, 2, 10));
    assertEquals(12 + 2, graph.bias(1, 2));
    assertThat(graph.outOf(1, 2)).extracting(Connection::parameter).containsExactly(16 + 4, 16 + 5);
    assertEquals(-1, graph.bias(0, 0));
    assertEquals(-1, of("dense 4 bias=no, output").bias(1, 0));
  }

  @Test
  void shortcutsAreLinesWithoutAWeight() {
    NeuronGraph sum = of("dense 4 tanh as a, dense 4 tanh, add a, output");
    assertEquals(List.of(3, 4, 4, 4, 2), units(sum));
    assertThat(sum.into(3, 1)).containsExactly(new Connection(2, 1, 3, 1, -1), new Connection(1, 1, 3, 1, -1));
    NeuronGraph joined = of("dense 4 tanh as a, dense 5 tanh, concat a, output");
    assertEquals(List.of(3, 4, 5, 9, 2), units(joined));
    assertThat(joined.into(3, 6)).containsExactly(new Connection(1, 1, 3, 6, -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense 56, output", "dense 4, maxout 2 2, output", "first 2, output"})
  void whatIsNoColumnsOfFewNeuronsIsNotDrawnSo(String layers) {
    assertNull(of(layers));
  }

  @Test
  void imagesAreNoNeurons() {
    assertNull(NeuronGraph.of(new Network(Shape.of(4, 4, 1), 2, NetworkText.parse("conv 2 3x3, output"))));
    assertEquals(List.of(3, 55, 2), units(of("dense 55, output")));
  }
}
