package ruru.nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.FullBatchOptimizer.Objective;

/** When the moves that are remembered brought next to nothing; by moves made up, as a line search makes none such. */
class LbfgsMemoryTest {
  /**
   * Of -x^2 / 2, where no product of a move and its change is above 0, the moves from 1 to 2, 4 and 5 brought 12 on the
   * way to -12.5, exactly what the trapezoid rule says; of -x, whose gradient does not change, those from 1 to 5
   * brought 4 on the way to -5.
   */
  @ParameterizedTest
  @CsvSource({"true, 0.959, false", "true, 0.961, true", "false, 0.799, false", "false, 0.801, true"})
  void movesWithoutCurvatureCountByTheirSlopes(boolean square, double decrease, boolean converged)
      throws InterruptedException {
    Objective f = (x, g) -> {
      g[0] = square ? -x[0] : -1;
      return square ? -x[0] * (double) x[0] / 2 : -x[0];
    };
    Lbfgs optimizer = new Lbfgs(3, 0, decrease);
    float[][] slots = new float[optimizer.slots()][1];
    LbfgsMemory memory = new LbfgsMemory(3, slots);
    float[] x = {1};
    f.evaluate(x, memory.gradient());
    Vectors.copy(x, memory.parameters());
    float[] path = {2, 4, 5};
    for (int t = 1; t <= 3; t++) {
      x[0] = path[t - 1];
      double loss = f.evaluate(x, memory.trial());
      memory.remember(t, x);
      memory.keep(loss);
    }
    assertEquals(converged, optimizer.iterate(4, f, x, slots).converged());
  }
}
