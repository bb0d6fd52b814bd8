package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.Shape;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Sgd;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.core.neural.Samples;

@Timeout(60)
class RateTestTest {
  private static final int ROWS = 64;

  /**
   * A noisy linear function of one input, whose loss is a paraboloid. Its Hessian by the weight and the bias is
   * [[m2, m1], [m1, 1]] with the input's moments.
   */
  private record Line(ArrayDataset data, double steepest) {
    static Line of(double scale) {
      Random random = new Random(1);
      float[] x = new float[ROWS];
      float[] t = new float[ROWS];
      double m1 = 0;
      double m2 = 0;
      for (int r = 0; r < ROWS; r++) {
        x[r] = (float) (scale * random.nextGaussian());
        t[r] = (float) (x[r] / scale + 0.5 * random.nextGaussian());
        m1 += x[r] / (double) ROWS;
        m2 += x[r] * (double) x[r] / ROWS;
      }
      double half = (m2 + 1) / 2;
      double steepest = half + Math.sqrt(half * half - (m2 - m1 * m1));
      return new Line(new ArrayDataset(Shape.of(1), Shape.of(1), x, t, null, null), steepest);
    }

    RateCurve test(int batch) throws InterruptedException {
      return RateTestTest.test("output", data, new Squared(), new Sgd(), batch, 1);
    }
  }

  private static RateCurve test(String layers, ArrayDataset data, Loss loss, Optimizer optimizer, int batch, long seed)
      throws InterruptedException {
    Network network = new Network(data.inputShape(), data.targetShape().size(), NetworkText.parse(layers));
    network.initialise(seed);
    TrainingSettings settings = TrainingSettings.of(optimizer, 1).withSeed(seed).withThreads(1);
    return RateTest.run(network, loss, settings.withBatch(batch), data, IntStream.range(0, data.size()).toArray(),
        BlasProvider.get(), c -> {});
  }

  /** Of gradient descent on a quadratic function, which is stable up to 2 by its largest curvature. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 3, 30})
  void theLossOfALinearNetworkExplodesAtTheLimitOfStability(double scale) throws Exception {
    Line line = Line.of(scale);
    // With all rows at once, what grows beyond the limit first has to grow out of the rounding.
    RateCurve curve = line.test(ROWS / 4);
    double limit = 2 / line.steepest();
    assertThat(curve.explosion()).isBetween(limit, 3 * limit);
    assertThat(curve.lowest()).as("where the loss is lowest").isBetween(limit / 100, 2.5 * limit);
    assertThat(curve.suggested()).as("the suggestion").isBetween(limit / 1000, limit / 4);
    assertThat(curve.steepest()).isBetween(limit / 1000, limit);
    assertThat(curve.told()).startsWith("Suggested rate: " + RateCurve.text(curve.suggested()) + ", a tenth of ");
  }

  @Test
  void theSameSeedGivesTheSameCurve() throws Exception {
    Line line = Line.of(1);
    assertArrayEquals(line.test(8).losses(), line.test(8).losses());
    RateCurve other = test("output", line.data(), new Squared(), new Sgd(), 8, 2);
    assertThat(other.losses()).isNotEqualTo(line.test(8).losses());
  }

  @Test
  void aBatchMayBeLargerThanTheRows() throws Exception {
    Line line = Line.of(1);
    assertArrayEquals(line.test(0).losses(), line.test(10 * ROWS).losses());
  }

  @ParameterizedTest
  @CsvSource({"0.05,0.05", "0.0063,0.0063", "1,1", "10,10", "0.00002,2.0e-05", "0.0001,0.0001"})
  void aRateIsWrittenAsOneWritesIt(double rate, String text) {
    assertThat(RateCurve.text(rate)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(rate);
  }

  static List<String> optimizers() {
    return Catalog.OPTIMIZERS.names().stream().filter(name -> !name.equals("lbfgs")).toList();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerWithARateIsTested(String name) throws Exception {
    RateCurve curve = test("dense 8 tanh, output", Line.of(1).data(), new Squared(),
        RecordText.parse(Catalog.OPTIMIZERS, name), 16, 1);
    assertTrue(curve.exploded(), "at a rate of 100 at the latest");
    assertThat(curve.suggested()).as(curve.told()).isBetween(1e-4, 1.0);
  }

  static List<String> losses() {
    return Catalog.LOSSES.names().stream().filter(name -> !name.equals("reconstruction")).toList();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void everyLossIsTested(String name) throws Exception {
    Loss loss = RecordText.parse(Catalog.LOSSES, name);
    Instances rows = Samples.mixed(200, 1, loss.fits(Loss.Task.CLASSES));
    RateCurve curve = RateTest.of(Samples.net("-layers \"dense 8 tanh\" -optimizer adam -loss " + name), rows, c -> {});
    assertThat(curve.rates()).hasSizeGreaterThan(60).isSorted();
    assertThat(curve.told()).contains(Double.isNaN(curve.suggested()) ? "falls at no rate" : "Suggested rate");
  }

  @Test
  void anOptimizerWithoutARateIsRefused() throws Exception {
    Samples.message(() -> RateTest.of(Samples.net("-optimizer lbfgs"), Samples.iris(), c -> {}), "lbfgs",
        "no rate to find", "adam");
  }

  @Test
  void constantTargetsGiveNoSuggestion() throws Exception {
    ArrayDataset flat = new ArrayDataset(Shape.of(1), Shape.of(1), new float[ROWS], new float[ROWS], null, null);
    RateCurve curve = test("output", flat, new Squared(), new Sgd(), 0, 1);
    assertThat(curve.suggested()).isNaN();
    assertThat(curve.told()).startsWith("The loss falls at no rate").contains("Up to 100 it does not explode");
  }

  @Test
  void itIsCancelledWithinASecond() throws Exception {
    int inputs = 300;
    int rows = 20_000;
    ArrayDataset large =
        new ArrayDataset(Shape.of(inputs), Shape.of(1), new float[rows * inputs], new float[rows], null,
            null);
    Throwable[] thrown = new Throwable[1];
    Thread tester = new Thread(() -> thrown[0] = assertThrows(InterruptedException.class,
        () -> test("dense 512 relu, dense 512 relu, output", large, new Squared(), new Sgd(), 0, 1)));
    tester.start();
    TimeUnit.MILLISECONDS.sleep(500);
    long start = System.nanoTime();
    tester.interrupt();
    tester.join();
    assertFalse(System.nanoTime() - start > 1_000_000_000L, "more than a second");
    assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
  }
}
