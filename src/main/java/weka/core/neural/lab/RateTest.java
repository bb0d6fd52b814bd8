package weka.core.neural.lab;

import java.util.Arrays;
import java.util.function.Consumer;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.NotationWord;
import ruru.nn.StepOptimizer;
import ruru.nn.schedules.Constant;
import ruru.nn.train.Dataset;
import ruru.nn.train.DivergenceException;
import ruru.nn.train.StepObserver;
import ruru.nn.train.Trainer;
import ruru.nn.train.TrainingSettings;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.training.FreshNetwork;

/**
 * The range test of the learning rate (Smith 2017, "Cyclical Learning Rates for Training Neural Networks",
 * arXiv:1506.01186, section 3.3): a fresh network is trained for some updates, each at a rate that is a constant factor
 * above that of the last, until its loss explodes. At the lowest rates the loss stays, then it falls, then it rises.
 */
public final class RateTest {
  /** Rate of the first update. */
  public static final double LOWEST = 1e-6;
  /** Rate of the last update, if the loss does not explode before. */
  public static final double HIGHEST = 100;
  /** Name of the threads that test. */
  public static final String THREAD = "Neural lab, rate";
  private static final int PER_DECADE = 20;

  private RateTest() {}

  /**
   * Tests the network of a scheme, with its initial weights, on the rows that it would be trained on.
   *
   * @param rows  their class is set
   * @param soFar is given the curve after every update, on the calling thread
   * @throws IllegalArgumentException in a sentence, if the settings do not fit the rows or the optimizer has no rate
   * @throws InterruptedException     if the thread was interrupted
   */
  public static RateCurve of(NeuralNet scheme, Instances rows, Consumer<RateCurve> soFar) throws InterruptedException {
    FreshNetwork fresh = FreshNetwork.of(rows, scheme.settings(), scheme.getSeed());
    return run(fresh.network(), fresh.loss(), fresh.settings(), fresh.rows(), fresh.split().training(),
        BlasProvider.get(), soFar);
  }

  /**
   * Tests a network.
   *
   * @param network  has its initial weights, and is of no use afterwards
   * @param settings their rate and schedule are left aside
   * @param rows     those of the data set that are trained on
   * @param soFar    is given the curve after every update, on the calling thread
   * @throws IllegalArgumentException if the optimizer has no rate, or the rows weigh nothing
   * @throws InterruptedException     if the thread was interrupted
   */
  public static RateCurve run(Network network, Loss loss, TrainingSettings settings, Dataset data, int[] rows,
      Blas blas,
      Consumer<RateCurve> soFar) throws InterruptedException {
    if (!(settings.optimizer() instanceof StepOptimizer)) {
      throw new IllegalArgumentException("the optimizer " + NotationWord.of(settings.optimizer().getClass())
          + " searches its own step, so there is no rate to find; choose another one, such as adam");
    }
    if (Arrays.stream(rows).noneMatch(r -> data.weight(r) > 0)) {
      throw new IllegalArgumentException("the rows to train on weigh nothing, so there is no loss to measure");
    }
    Trainer trainer =
        new Trainer(network, loss, settings.withRate(LOWEST).withSchedule(new Constant()), data, rows, blas);
    Steps steps = new Steps(trainer, soFar);
    trainer.observe(steps);
    try {
      while (true) {
        trainer.epoch(1, new double[0]);
      }
    } catch (Enough e) {
      return steps.curve;
    } catch (DivergenceException e) {
      RateCurve curve = steps.curve.with(trainer.baseRate(), Double.NaN);
      soFar.accept(curve);
      return curve;
    }
  }

  /** Raises the rate after each update. */
  private static final class Steps implements StepObserver {
    private final Trainer trainer;
    private final Consumer<RateCurve> soFar;
    private RateCurve curve = RateCurve.empty();

    Steps(Trainer trainer, Consumer<RateCurve> soFar) {
      this.trainer = trainer;
      this.soFar = soFar;
    }

    @Override
    public void before(long step, int[] rows, int from, int to, double rate) {}

    @Override
    public void after(long step, double meanLoss) {
      // The loss is that before this update, and so comes of the last rate.
      if (step > 1) {
        curve = curve.with(rate(step - 1), meanLoss);
        soFar.accept(curve);
        if (curve.exploded() || rate(step - 1) >= HIGHEST) {
          throw new Enough();
        }
      }
      trainer.setBaseRate(rate(step + 1));
    }

    private static double rate(long step) {
      return LOWEST * Math.pow(10, (step - 1.0) / PER_DECADE);
    }
  }

  /** The test is over. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("the test is over", null, false, false);
    }
  }
}
