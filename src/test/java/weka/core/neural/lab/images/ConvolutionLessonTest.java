package weka.core.neural.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabRows;
import weka.core.neural.lab.LabRun;

/** The numbers of docs/lessons/convolution.md. */
@Timeout(300)
class ConvolutionLessonTest {
  private static final int SIDE = 16;
  /** Percent: on another processor a few rows may fall to the other side. */
  private static final double CLOSE = 5;

  /** A line of the lesson's table. */
  private static void line(String layers, int parameters, double asTheyAre, double shifted) throws Exception {
    LabRows rows = LabRows.of(Samples.file(Path.of("datasets/digits.arff")), 50, 1);
    LabRun run =
        new LabRun(Samples.net("-input 16x16x1 -members 1 -patience 0 -validation 0 -epochs 100 -S 1 -layers \""
            + layers + "\""), rows, true);
    run.start();
    run.join();
    assertEquals(LabRun.State.ENDED, run.state(), () -> String.valueOf(run.failure()));
    assertEquals(parameters, run.training().network().values().length);
    assertThat(right(run.model(), rows.test())).as(layers).isCloseTo(asTheyAre, within(CLOSE));
    assertThat(right(run.model(), toTheRight(rows.test(), 2))).as(layers + ", shifted").isCloseTo(shifted,
        within(CLOSE));
  }

  private static double right(Classifier model, Instances rows) throws Exception {
    int right = 0;
    for (Instance row : rows) {
      right += model.classifyInstance(row) == row.classValue() ? 1 : 0;
    }
    return 100.0 * right / rows.size();
  }

  /** Filled up with the first pixel of each line, which is background. */
  private static Instances toTheRight(Instances rows, int by) {
    Instances moved = new Instances(rows);
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < SIDE * SIDE; i++) {
        moved.get(r).setValue(i, rows.get(r).value(i % SIDE >= by ? i - by : i - i % SIDE));
      }
    }
    return moved;
  }

  @Test
  void unitsThatSeeAllPixels() throws Exception {
    line("dense 64 relu", 17_098, 86.7, 36.0);
  }

  @Test
  void filters() throws Exception {
    line("conv 8 5x5 relu, maxpool 2, conv 16 3x3 relu, maxpool 2, dense 32 relu", 9_930, 91.3, 60.0);
  }

  @Test
  void filtersWhosePlaceIsForgotten() throws Exception {
    line("conv 8 5x5 relu, maxpool 2, conv 32 3x3 relu, globalmaxpool", 2_874, 85.3, 84.7);
  }
}
