package weka.core.neural.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Experimenter's layout: a bar after the base, lines below the header and above the counts. */
class TextTableTest {
  private static ResultTable.Cell cell(double mean, Mark mark) {
    return new ResultTable.Cell(mean, mean / 100, 10, mark);
  }

  private static String table(String... schemes) {
    ResultTable.Cell[][] cells = {{cell(98.4, Mark.NONE), cell(91.25, Mark.SMALLER), cell(100, Mark.NONE)},
        {cell(7, Mark.NONE), null, cell(12, Mark.LARGER)}};
    ResultTable table = new ResultTable(Task.CLASSIFICATION, Task.CLASSIFICATION.measure(), List.of(schemes),
        List.of("balance-scale", "iris"), cells, Map.of());
    return TextTable.write(table);
  }

  @Test
  void severalSchemes() {
    assertEquals("""
        Data set (folds)        NeuralNet  |  MultilayerPerceptron               SMO
        ------------------------------------------------------------------------------
        balance-scale (10)  98.40 ( 0.98)  |         91.25 ( 0.91) *  100.00 ( 1.00)
        iris (10)            7.00 ( 0.07)  |                           12.00 ( 0.12) v
        ------------------------------------------------------------------------------
        better/same/worse                  |                 0/0/1             1/1/0
        """, table("NeuralNet", "MultilayerPerceptron", "SMO"));
  }

  @Test
  void oneScheme() {
    assertEquals("""
        Data set (folds)        NeuralNet  |
        ------------------------------------
        balance-scale (10)  98.40 ( 0.98)  |
        iris (10)            7.00 ( 0.07)  |
        """, table("NeuralNet"));
  }
}
