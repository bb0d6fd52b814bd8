package weka.core.neural.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruru.nn.Shape;
import ruru.nn.losses.Squared;
import ruru.nn.train.ArrayDataset;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.core.neural.watch.TrainingHub;
import weka.core.neural.watch.WatchedTraining;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Rows of trainings that are not the lab's. */
@Timeout(120)
class LookedAtRowsTest {
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  /** The training that begins when something is run in a thread, which is interrupted when it is closed. */
  private record Elsewhere(Thread thread, WatchedTraining training) {
    static Elsewhere begin(Work work) throws InterruptedException {
      List<WatchedTraining> before = TrainingHub.trainings();
      Thread thread = new Thread(() -> {
        try {
          work.run();
        } catch (Exception e) {
          // It was interrupted.
        }
      });
      thread.start();
      while (thread.isAlive()) {
        for (WatchedTraining t : TrainingHub.trainings()) {
          if (!before.contains(t) && t.running() != null) {
            return new Elsewhere(thread, t);
          }
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
      throw new IllegalStateException("nothing was trained");
    }

    void stop() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }
  }

  private static Instances digits() throws Exception {
    return Samples.file(Path.of("datasets/digits.arff"));
  }

  @Test
  void aClassifierElsewhereTellsItsRowsAndWeights() throws Exception {
    Instances digits = digits();
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      Elsewhere elsewhere = Elsewhere.begin(() -> Samples.net("-input 16x16x1 -members 1 -epochs 100000 -patience 0 "
          + "-layers \"conv 32 5x5 relu, dense 64\" -validation 20").buildClassifier(digits));
      LookedAtRows rows = LookedAtRows.of(elsewhere.training().running());
      assertEquals("Held-out", rows.part());
      assertThat(rows.size()).isBetween(50, 60);
      assertTrue(rows.areImages());
      assertThat(rows.classes(elsewhere.training().network())).startsWith("class 1").hasSize(10);
      assertEquals("", rows.file(0));
      assertFalse(rows.reconstruct(elsewhere.training().network()));
      float[] weights = elsewhere.training().weights().get(60, TimeUnit.SECONDS);
      assertEquals(elsewhere.training().network().values().length, weights.length);
      long steps = elsewhere.training().running().trainer().steps();
      while (elsewhere.training().running().trainer().steps() < steps + 3) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      float[] later = elsewhere.training().weights().get(60, TimeUnit.SECONDS);
      assertThat(later).isNotEqualTo(weights);
      elsewhere.stop();
      assertArrayEquals(elsewhere.training().network().values(),
          elsewhere.training().weights().get(60, TimeUnit.SECONDS), "after the end");
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void anAutoencoderElsewhereReconstructsItsRows() throws Exception {
    Instances digits = digits();
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-input 16x16x1 -epochs 300 -layers \"dense 32\""));
    encoder.setInputFormat(digits);
    try (TrainingHub.Watch watch = TrainingHub.watch()) {
      Elsewhere elsewhere = Elsewhere.begin(() -> weka.filters.Filter.useFilter(digits, encoder));
      WatchedTraining training = elsewhere.training();
      LookedAtRows rows = LookedAtRows.of(training.running());
      NetworkEye eye = new NetworkEye(training.network());
      assertTrue(rows.reconstruct(eye.network()));
      assertEquals(List.of(), rows.classes(eye.network()));
      eye.setWeights(training.weights().get(60, TimeUnit.SECONDS));
      double before = error(eye, rows);
      TimeUnit.SECONDS.sleep(2);
      eye.setWeights(training.weights().get(60, TimeUnit.SECONDS));
      assertThat(error(eye, rows)).isLessThan(0.8 * before);
      elsewhere.stop();
      assertThat(watch).isNotNull();
    }
  }

  private static double error(NetworkEye eye, LookedAtRows rows) {
    double sum = 0;
    for (int r = 0; r < rows.size(); r++) {
      eye.look(rows, r);
      float[] made = eye.reconstruction(rows).values();
      float[] image = eye.image().values();
      for (int i = 0; i < made.length; i++) {
        sum += Math.pow(made[i] - image[i], 2);
      }
    }
    return sum;
  }

  @Test
  void theRangeIsThatOfEachChannel() {
    float[][] range = new LookedAtRows(new ArrayDataset(Shape.of(1, 1, 2), Shape.of(1),
        new float[] {0, -5, 7, 1}, new float[2], new float[] {1, 1}, new int[2]), null, "", new Squared(), null)
        .range();
    assertArrayEquals(new float[] {0, -5}, range[0]);
    assertArrayEquals(new float[] {7, 1}, range[1]);
  }

  @Test
  void rowsAreTakenFromTheWholeFileButNotAtEqualDistances() {
    int[] some = LookedAtRows.spread(300, 60);
    assertThat(some).hasSize(60).isSorted().doesNotHaveDuplicates();
    assertThat(some[59]).isBetween(294, 299);
    assertEquals(10, Arrays.stream(some).map(i -> i % 10).distinct().count());
    assertArrayEquals(new int[] {0, 1, 2}, LookedAtRows.spread(3, 3));
  }
}
