package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.First;
import ruru.nn.layers.Output;
import ruru.nn.text.NetworkText;
import ruru.nn.train.Dataset;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.RowEncoder;

/**
 * What some networks of an ensemble have in common. Where inputs have quantile bins by default, every second network
 * does not see them: some data need a response that bends, others a smooth one, and the average of both kinds is more
 * accurate than that of one. Another kind is linear: an output layer alone, trained on all rows at once with weight
 * decay, so that one network is enough. With few rows, or more inputs than rows, nothing may be better.
 *
 * @param steps  the layers, the output layer included
 * @param bins   whether the networks see the bins
 * @param decay  the weight decay of a linear kind; NaN for others, whose recipe has it
 * @param epochs how long they train; 0: as the recipe says
 * @param loss   on held-out rows, of the cross-validation that found the epochs or of the training; NaN if unknown
 */
record MemberKind(List<NamedLayer> steps, boolean bins, double decay, int epochs, double loss) {
  /** A kind whose loss is below this fraction of the other's gets all networks. */
  static final double CLEARLY_BETTER = 0.9;
  /** The same where the average of both is better than either, unless one has learnt nothing. */
  static final double FAR_BETTER = 0.1;
  /** A linear kind must be better by as much where the average of others is better than each of them. */
  static final double LINEAR_BETTER = 0.6;
  /** Weak to strong, for inputs of about size 1. */
  private static final double[] DECAYS = {0.0001, 0.001, 0.01, 0.1};
  /** With fewer rows than inputs the weakest of these are all the same, and a stronger one may be better. */
  private static final double[] DECAYS_OF_WIDE = {0.001, 0.01, 0.1, 1};
  /** Of a class of three rows among thousands, even the weakest of the usual ones would hide all. */
  private static final double[] DECAYS_OF_RARE = {0.000001, 0.00001, 0.0001, 0.001, 0.01, 0.1};

  /** The kinds that the settings and the inputs allow for; at least one. */
  static List<MemberKind> of(NeuralSettings settings, Loss loss, Loss.Task task, RowEncoder encoder, int rows) {
    List<NamedLayer> steps = Recipe.layers(settings, loss, task, rows, encoder);
    int without = encoder.widthWithoutBins();
    List<MemberKind> kinds = new ArrayList<>();
    kinds.add(new MemberKind(steps, without < encoder.shape().size(), Double.NaN, 0, Double.NaN));
    if (kinds.get(0).bins() && settings.bins.isAuto()) {
      List<NamedLayer> smooth = new ArrayList<>(steps);
      smooth.add(0, new NamedLayer(new First(without)));
      kinds.add(new MemberKind(List.copyOf(smooth), false, Double.NaN, 0, Double.NaN));
    }
    return List.copyOf(kinds);
  }

  /** The linear kinds, one for each strength of the decay. */
  static List<MemberKind> linear(RowEncoder encoder, Scarcity scarce) {
    List<NamedLayer> steps = new ArrayList<>();
    if (encoder.widthWithoutBins() < encoder.shape().size()) {
      steps.add(new NamedLayer(new First(encoder.widthWithoutBins())));
    }
    steps.add(new NamedLayer(new Output()));
    return DoubleStream.of(scarce.rare().any() ? DECAYS_OF_RARE : scarce.wide() ? DECAYS_OF_WIDE : DECAYS)
        .mapToObj(d -> new MemberKind(List.copyOf(steps), false, d, 0, Double.NaN)).toList();
  }

  /**
   * A kind for a time series: linear, or with one small hidden layer beside the linear part.
   *
   * @param hidden units of the hidden layer; 0 for none
   */
  static MemberKind forecasting(int hidden, double decay, int epochs) {
    return new MemberKind(List.copyOf(NetworkText.parse(
        (hidden == 0 ? "" : "dense " + hidden + " tanh as bent, from input, concat bent, ") + "output")), false, decay,
        epochs, Double.NaN);
  }

  /** The recipe for this kind of network: a linear one is trained on all rows at once, and one of them is enough. */
  Recipe recipe(Recipe general) {
    return isLinear() ? general.linear(decay) : general;
  }

  /** Whether this is a linear kind, or one for a time series: these have a decay of their own. */
  boolean isLinear() {
    return !Double.isNaN(decay);
  }

  /**
   * Those worth keeping: the best linear one alone, of level ones that with the weakest decay; or one or two others.
   *
   * @param better of two that are not linear, one is if its loss is below this fraction of the other's
   * @param linear   a linear one is if its loss is below this fraction of every other's
   */
  static List<MemberKind> choose(List<MemberKind> kinds, double better, double linear, int members, Scarcity scarce) {
    List<MemberKind> others = kinds.stream().filter(k -> !k.isLinear()).toList();
    double lowest = kinds.stream().filter(MemberKind::isLinear).mapToDouble(MemberKind::loss).min()
        .orElse(Double.POSITIVE_INFINITY);
    boolean taken = lowest < linear * others.stream().mapToDouble(MemberKind::loss).min().orElseThrow()
        || scarce.rare().unmeasured() && lowest < Double.POSITIVE_INFINITY;
    return !taken ? best(others, better, members)
        : kinds.stream().filter(k -> k.isLinear() && k.loss <= scarce.levelOfDecays() * lowest).limit(1).toList();
  }

  /**
   * Of two kinds those worth keeping: both, unless one is better or only one network is wanted.
   *
   * @param better the fraction of the other's loss below which one is better
   */
  static List<MemberKind> best(List<MemberKind> kinds, double better, int members) {
    if (kinds.size() == 1) {
      return kinds;
    }
    MemberKind a = kinds.get(0);
    MemberKind b = kinds.get(1);
    MemberKind lower = b.loss < a.loss ? b : a;
    boolean clear = Math.min(a.loss, b.loss) < better * Math.max(a.loss, b.loss);
    return clear || members == 1 ? List.of(lower) : kinds;
  }

  /**
   * A new network of this kind, without initial weights.
   *
   * @throws IllegalArgumentException if the layers do not end with the outputs that the class and the loss need
   */
  Network network(Dataset rows) {
    return network(rows.inputShape(), rows.targetShape().size());
  }

  /** As {@link #network(Dataset)}, for rows of which the shapes alone are known. */
  Network network(Shape inputs, int outputs) {
    Network network = new Network(inputs, outputs, steps);
    if (!network.outputShape().equals(Shape.of(outputs))) {
      throw new IllegalArgumentException("the network ends with shape " + network.outputShape() + ", but the class and "
          + "the loss need [" + outputs + "]; end the layers with 'output', or leave the output out");
    }
    return network;
  }

  MemberKind found(int epochs, double loss) {
    return new MemberKind(steps, bins, decay, epochs, loss);
  }
}
