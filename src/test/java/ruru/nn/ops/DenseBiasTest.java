package ruru.nn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

class DenseBiasTest {
  /** Few long rows and many short ones: the bias is written over them in pieces of several rows. */
  @ParameterizedTest
  @CsvSource({"1, 5", "3, 1", "5, 3", "3000, 3", "4, 5000"})
  void everyRowGetsIt(int rows, int units) {
    Network network = new Network(Shape.of(1), 1, NetworkText.parse("dense " + units));
    float[] bias = network.values();
    for (int j = 0; j < units; j++) {
      bias[units + j] = j + 1;
    }
    Workspace workspace = new Workspace(network, rows, Workspace.Mode.PREDICT, BlasProvider.get());
    workspace.forward(false);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < units; j++) {
        assertEquals(j + 1, workspace.output().get(r, j), "row " + r);
      }
    }
  }
}
