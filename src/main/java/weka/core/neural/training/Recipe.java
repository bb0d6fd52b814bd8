package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Schedule;
import ruru.nn.Shape;
import ruru.nn.StepOptimizer;
import ruru.nn.layers.Sigmoid;
import ruru.nn.layers.Softmax;
import ruru.nn.losses.BinaryCrossEntropy;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Hinge;
import ruru.nn.losses.Joint;
import ruru.nn.losses.Perceptron;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.schedules.Constant;
import ruru.nn.text.Catalog;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Scaling;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.options.EpochSearchBudget;
import weka.core.neural.report.Numbers;

/**
 * How a network is trained: the user's settings, with "auto" resolved from the data and the network.
 *
 * @param validation fraction of the rows held out, at least 0 and below 1
 * @param starts number of initial weights to try
 * @param members    networks whose predictions are averaged
 * @param search     how to find the number of epochs; null if it is fixed
 */
public record Recipe(Loss loss, TrainingSettings training, double validation, int starts, int members,
    @Nullable EpochSearchBudget search) {
  /** Rows from which some can be spared to find out when to stop. */
  private static final int ENOUGH_TO_HOLD_OUT = 1000;
  /** Below this many parameters a network is small: it needs larger steps, and enough of them. */
  private static final int SMALL = 1000;
  /** Up to this many parameters local minima are common, and several starts cost little. */
  private static final int TINY = 100;
  private static final int STARTS_OF_TINY = 8;
  /** Rows from which a cross-validation is informative about the number of epochs. */
  private static final int ENOUGH_TO_SEARCH = 50;
  /** Gain of the initial weights for a numeric class: a smooth start, from which complexity grows as needed. */
  private static final double GAIN_OF_NUMBERS = 0.5;
  /** With more inputs than rows, a network soon knows them by heart, and its loss on others rises for good. */
  private static final int PATIENCE_OF_WIDE = 10;
  private static final int BINS = 8;
  /** Inputs up to which bins are worth the time. */
  private static final int MOST_INPUTS = 1000;
  /** Inputs times rows up to which bins are worth the memory: 200 MB. */
  private static final long MOST_NUMBERS = 50_000_000;
  static final int LARGE = 10_000;
  private static final double CLIP_OF_RECURRENT = 1;
  /** Side of the smallest image that is worth two convolutions with pooling. */
  private static final int SMALLEST_IMAGE = 12;

  /**
   * The loss: as set, or squared error for numbers and cross-entropy for classes. Where the outputs of classes are
   * bounded, a softmax over them could never be nearly certain: then it is binary cross-entropy after a sigmoid, whose
   * outputs are probabilities, and otherwise squared error, too.
   */
  public static Loss loss(NeuralSettings s, Loss.Task task) {
    OutputRange range = s.layers.isAuto() ? null : OutputRange.of(s.layers.value());
    OutputRange bounded = range != null && range.isBounded() ? range : null;
    if (s.loss.isAuto()) {
      return task == Loss.Task.NUMBERS || bounded != null && !bounded.isProbability() ? new Squared()
          : bounded != null ? new BinaryCrossEntropy() : new CrossEntropy();
    }
    Loss loss = s.loss.value();
    if (bounded != null && loss instanceof CrossEntropy) {
      throw new IllegalArgumentException("layers: the loss 'crossentropy' applies softmax to the output itself; leave "
          + "out '" + bounded.activation() + "' at the end, or leave the loss at 'auto'");
    }
    if (range != null && range.hidesTheSign() && (loss instanceof Hinge || loss instanceof Perceptron)) {
      throw new IllegalArgumentException(
          "layers: the loss '" + Excerpt.of(s.loss.text()) + "' classifies by the sign of the "
              + "output, which is never below " + Numbers.rounded(range.low(), 2) + " after '" + range.activation()
              + "'; leave that out at the end");
    }
    if (!loss.fits(task)) {
      List<String> fitting = Catalog.LOSSES.names().stream().filter(n -> Catalog.LOSSES.get(n) != Joint.class
          && RecordText.parse(Catalog.LOSSES, n).fits(task)).toList();
      throw new IllegalArgumentException("loss '" + Excerpt.of(s.loss.text()) + "' does not fit a "
          + (task == Loss.Task.CLASSES ? "nominal" : "numeric") + " class; choose from "
          + String.join(", ", fitting));
    }
    return loss;
  }

  /**
   * @param rows rows with a class, before any are held out
   * @param scarce of what there is too little
   * @throws IllegalArgumentException if settings conflict
   */
  public static Recipe of(NeuralSettings s, Network network, Loss loss, Loss.Task task, int rows, Scarcity scarce,
      long seed) {
    Optimizer optimizer = s.optimizer.orElse(new Adam());
    if (loss instanceof CrossEntropy && network.steps().get(network.steps().size() - 1).layer() instanceof Softmax) {
      throw new IllegalArgumentException("layers: the loss 'crossentropy' applies softmax to the output itself; leave "
          + "out 'softmax' at the end");
    }
    OutputRange range = OutputRange.of(network.steps());
    if (loss instanceof BinaryCrossEntropy && (range != null && range.isBounded()
        || network.steps().get(network.steps().size() - 1).layer() instanceof Softmax)) {
      throw new IllegalArgumentException("layers: the loss 'binarycrossentropy' applies a sigmoid to every output; end "
          + "the layers with 'output' or 'output sigmoid'");
    }
    if (loss instanceof Joint
        && (range != null || network.steps().get(network.steps().size() - 1).layer() instanceof Softmax)) {
      throw new IllegalArgumentException("layers: with several targets each has its own kind of output, so end the "
          + "layers with 'output', without an activation");
    }
    if (task == Loss.Task.NUMBERS && network.steps().get(network.steps().size() - 1).layer() instanceof Softmax) {
      throw new IllegalArgumentException("layers: the softmax of a single output is always 1; leave out 'softmax' at "
          + "the end where the class is numeric");
    }
    boolean steps = optimizer instanceof StepOptimizer;
    boolean convolved = TrainingDefaults.isConvolved(network.inputShape());
    double validation = s.heldOut(steps && !convolved && rows >= ENOUGH_TO_HOLD_OUT
        && !sparesRows(s, rows, scarce) ? 0.15 : 0);
    EpochSearchBudget search =
        !convolved && isSearched(s, rows, validation) ? search(s, task, scarce.wide()) : null;
    int members = s.members.orElse(!isFree(s) || convolved ? 1 : s.effort.value().members(rows));
    return new Recipe(loss, training(s, network, optimizer, task, rows, validation, search != null, seed), validation,
        starts(s, network, rows), members, search);
  }

  /** Whether the network and its optimizer are left to the data; a user who chooses them wants that one network. */
  private static boolean isFree(NeuralSettings s) {
    return s.optimizer.isAuto() && s.layers.isAuto();
  }

  /**
   * Whether no rows are held out for good although there are many: they would be too few of a rare class, and each row
   * counts where there are more inputs than rows.
   */
  private static boolean sparesRows(NeuralSettings s, int rows, Scarcity scarce) {
    return isFree(s) && s.epochs.isAuto() && s.schedule.isAuto() && rows < LARGE && scarce.sparesRows();
  }

  /** Whether a linear network may be trained instead, in its own way: nothing is set that it would ignore. */
  static boolean mayBeLinear(NeuralSettings s, Shape input) {
    return isFree(s) && !TrainingDefaults.isConvolved(input) && s.members.isAuto() && s.rate.isAuto()
        && s.schedule.isAuto() && s.batch.isAuto() && s.decay.isAuto() && s.l1.value() == 0
        && s.clip.value() == 0;
  }

  /** Whether nothing is set that the network for a time series would ignore. */
  static boolean mayBeForecast(NeuralSettings s) {
    return mayBeLinear(s, Shape.of(1)) && !s.images().hasInput() && s.epochs.isAuto() && s.validation.isAuto()
        && s.patience.isAuto() && s.bins.isAuto();
  }

  private static boolean isSearched(NeuralSettings s, int rows, double validation) {
    return isFree(s) && validation == 0 && rows >= ENOUGH_TO_SEARCH && s.epochs.isAuto() && s.schedule.isAuto();
  }

  /**
   * The most quantile bins of numbers: as set, or a default if the network is left to the data and the inputs do not
   * become too many.
   */
  public static int bins(NeuralSettings settings, Instances rows) {
    NeuralSettings s = TruthTable.settings(settings, rows);
    if (!s.bins.isAuto()) {
      return s.bins.value();
    }
    long inputs = (BINS + 1L) * (rows.numAttributes() - 1);
    return isFree(s) && s.scaling.value() != Scaling.NONE && inputs <= MOST_INPUTS
        && inputs * rows.numInstances() <= MOST_NUMBERS ? BINS : 0;
  }

  /** For numbers two thirds of the epochs, so that the training, half as many again, is no longer than for classes. */
  private static EpochSearchBudget search(NeuralSettings s, Loss.Task task, boolean wide) {
    EpochSearchBudget search = s.effort.value().search();
    return new EpochSearchBudget(search.folds(), task == Loss.Task.CLASSES ? search.epochs() : search.epochs() * 2 / 3,
        wide ? Math.min(PATIENCE_OF_WIDE, search.patience()) : search.patience());
  }

  /**
   * Epochs to train for, given those found by the search at a constant rate: half as many again if the rate falls to 0,
   * as its mean is half its initial value.
   */
  int epochs(int found) {
    return isFading() ? (int) Math.ceil(1.5 * found) : found;
  }

  /** Whether the epochs are searched at a constant rate, and trained at one that falls to 0. */
  boolean isFading() {
    return search != null && !(training.schedule() instanceof Constant);
  }

  /** The recipe for a linear network: with its decay it needs no held-out rows. */
  Recipe linear(double decay) {
    TrainingSettings linear = new TrainingSettings(new Lbfgs(), Double.NaN, new Constant(), training.epochs(), 0, decay,
        0, 0, 0, false, training.shards(), training.threads(), training.seed());
    return new Recipe(loss, linear, 0, 1, 1, search);
  }

  /** The same where the epochs are known. */
  Recipe withoutSearch() {
    return new Recipe(loss, training, validation, starts, members, null);
  }

  /** The seed of a member's weights and order of rows. */
  public long seed(int member) {
    return member == 0 ? training.seed() : Rng.key(training.seed(), RandomStream.MEMBERS, 0, member);
  }

  private static int starts(NeuralSettings s, Network network, int rows) {
    long layersWithWeights = network.nodes().stream().filter(n -> !n.parameters().isEmpty()).count();
    return s.epochs.isAuto() && layersWithWeights > 1 && network.values().length <= TINY
        && rows < ENOUGH_TO_HOLD_OUT ? STARTS_OF_TINY : 1;
  }

  /** The steps of the network, including the output layer, without a final sigmoid that the loss applies itself. */
  public static List<NamedLayer> layers(NeuralSettings s, Loss loss, Loss.Task task, int rows, RowEncoder inputs) {
    List<NamedLayer> given = s.layers.isAuto() ? NetworkText.parse(chosenLayers(task, rows, inputs))
        : TextLayers.resolved(s.layers.value(), inputs);
    List<NamedLayer> steps = new ArrayList<>(NeuralSettings.withOutput(given));
    if (loss instanceof BinaryCrossEntropy && steps.get(steps.size() - 1).layer() instanceof Sigmoid) {
      steps.remove(steps.size() - 1);
    }
    return steps;
  }

  /**
   * The network for images is the small one of Keras' MNIST example; that for series is the fully convolutional network
   * of Wang, Yan, Oates 2017, arXiv:1611.06455, with half its filters.
   */
  private static String chosenLayers(Loss.Task task, int rows, RowEncoder inputs) {
    Shape input = inputs.shape();
    if (inputs.words() > 0) {
      return TextLayers.chosen(inputs);
    }
    if (input.rank() == 3 && Math.min(input.dim(0), input.dim(1)) >= SMALLEST_IMAGE) {
      return "conv 32 3x3 relu, maxpool 2, conv 64 3x3 relu, maxpool 2, dense 128 relu, dropout 0.5";
    }
    if (input.rank() == 2) {
      return "conv1d 64 8, batchnorm, relu, conv1d 64 5, batchnorm, relu, conv1d 64 3, batchnorm, relu, globalavgpool";
    }
    int width = rows < 2000 ? 64 : rows < LARGE ? 128 : 256;
    String layer = "dense " + width
        + (task == Loss.Task.NUMBERS ? " init=glorotuniform(" + GAIN_OF_NUMBERS + ")" : "") + " relu";
    return layer + ", " + layer;
  }

  private static TrainingSettings training(NeuralSettings s, Network network, Optimizer optimizer, Loss.Task task,
      int rows, double validation, boolean searched, long seed) {
    TrainingDefaults defaults = TrainingDefaults.of(optimizer, network, task);
    boolean steps = optimizer instanceof StepOptimizer;
    boolean small = network.values().length < SMALL;
    int batch = steps ? s.batchFor(rows) : s.batch.orElse(0);
    int updates = batch == 0 ? 1 : (rows - 1) / batch + 1;
    int epochs = s.epochs.orElse(defaults.epochs(updates, small, validation > 0));
    double rate = s.rate.orElse(s.optimizer.isAuto() ? defaults.rate(small) : Double.NaN);
    int patience = s.patience.orElse(validation > 0 ? s.effort.value().patience() : 0);
    // A rate that falls to 0 needs a known number of epochs.
    boolean fades = s.optimizer.isAuto() && validation == 0 && !(searched && task == Loss.Task.CLASSES);
    return new TrainingSettings(optimizer, rate, schedule(s, steps, fades ? defaults.fading() : new Constant()), epochs,
        batch, s.decay.orElse(Double.NaN), s.l1.value(), clip(s, network, steps), patience, !s.keepOrder.value(),
        s.shards.orElse(0), s.trainingThreads(), seed);
  }

  /** Without a limit, a single update may ruin a recurrent network (Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063). */
  private static double clip(NeuralSettings s, Network network, boolean steps) {
    boolean needed = steps && TrainingDefaults.isRecurrent(network);
    return needed && s.clip.value() == 0 ? CLIP_OF_RECURRENT : s.clip.value();
  }

  private static Schedule schedule(NeuralSettings s, boolean steps, Schedule decided) {
    if (!steps && !s.schedule.isAuto()) {
      throw new IllegalArgumentException("schedule: expected 'auto' with lbfgs, which searches its own step, got '"
          + s.schedule + "'");
    }
    return s.schedule.orElse(decided);
  }
}
