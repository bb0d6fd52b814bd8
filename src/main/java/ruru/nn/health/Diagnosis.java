package ruru.nn.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What is wrong with a network's training, in sentences that name the layer and a remedy, from what was measured of its
 * layers. The limits are rules of thumb: see LeCun et al. 1998, "Efficient BackProp", Glorot and Bengio 2010,
 * "Understanding the difficulty of training deep feedforward neural networks", and Lu et al. 2020, "Dying ReLU and
 * initialization".
 */
public final class Diagnosis {
  /** Fraction of a layer's units. */
  private static final double MANY_DEAD = 0.1;
  /** Fraction of a layer's outputs. */
  private static final double MANY_SATURATED = 0.5;
  /** Between the gradients of two layers, by the root mean square. */
  private static final double FAR_APART = 100;
  /** What one update changes, beside the weights. */
  private static final double FAST = 0.1;
  private static final double SLOW = 1e-6;
  /** Of outputs between rows, beside their mean. */
  private static final double CONSTANT = 1e-6;

  private final List<Health> history;
  private final Health last;

  private Diagnosis(List<Health> history) {
    this.history = history;
    last = history.get(history.size() - 1);
  }

  /**
   * Sentences, the most important first; empty if nothing is wrong.
   *
   * @param history what was measured, at least once, in order
   */
  public static List<String> of(List<Health> history) {
    Diagnosis d = new Diagnosis(history);
    List<String> found = new ArrayList<>();
    d.vanishing().ifPresent(found::add);
    d.exploding().ifPresent(found::add);
    for (LayerHealth layer : d.last.layers()) {
      Stream.of(d.dead(layer), d.saturated(layer), d.constant(layer), d.fast(layer), d.slow(layer))
          .flatMap(Optional::stream).forEach(found::add);
    }
    return found;
  }

  private static Optional<String> when(boolean holds, String format, Object... values) {
    return holds ? Optional.of(String.format(Locale.ROOT, format, values)) : Optional.empty();
  }

  /** The first moment tells it best: later, layers without a gradient may never have caught up. */
  private Optional<String> vanishing() {
    return apart((first, later) -> first.slope() * FAR_APART < later.slope())
        .flatMap(p -> when(true, "The gradient vanishes: its root mean square is %.2g in %s, but %.2g in %s, %s. The "
            + "first layers hardly learn. Use relu, elu or selu instead of sigmoid or tanh, put batchnorm between the "
            + "layers, add skip connections (add), or use fewer layers.", p.first().slope(), p.first().name(),
            p.later().slope(), p.later().name(), times(p.later().slope(), p.first().slope())));
  }

  private Optional<String> exploding() {
    return apart((first, later) -> first.slope() > FAR_APART * later.slope() && later.slope() > 0)
        .flatMap(p -> when(true, "The gradient explodes: its root mean square is %.2g in %s, but %.2g in %s, %s. Clip "
            + "it (-clip 1), lower the rate, use the initialisation of the activation, or put batchnorm or layernorm "
            + "between the layers.", p.first().slope(), p.first().name(), p.later().slope(), p.later().name(),
            times(p.first().slope(), p.later().slope())));
  }

  private static String times(double larger, double smaller) {
    return smaller == 0 ? "where nothing arrives" : String.format(Locale.ROOT, "%,.0f times as much", larger / smaller);
  }

  /** A layer, and a later one. */
  private record Pair(LayerHealth first, LayerHealth later) {}

  private interface Comparison {
    boolean holds(LayerHealth first, LayerHealth later);
  }

  /** The first trained layer and the last one, if their gradients compare so at the first moment or at the last. */
  private Optional<Pair> apart(Comparison comparison) {
    for (Health health : List.of(history.get(0), last)) {
      List<LayerHealth> trained = health.layers().stream().filter(LayerHealth::isTrained).toList();
      if (trained.size() > 2) {
        Pair ends = new Pair(trained.get(0), trained.get(trained.size() - 1));
        if (comparison.holds(ends.first(), ends.later())) {
          return Optional.of(ends);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> dead(LayerHealth l) {
    return when(l.isActivation() && l.dead() >= Math.max(1, MANY_DEAD * l.units()),
        "%s: %d of %d units are dead: their "
            + "slope was 0 for each of %d rows, so that they do not learn any more. Lower the rate, or use leakyrelu "
            + "or elu.",
        l.name(), l.dead(), l.units(), last.rows());
  }

  private Optional<String> saturated(LayerHealth l) {
    return when(l.saturated() > MANY_SATURATED, "%s: %.0f %% of its outputs are saturated: so near to a bound that the "
        + "slope is below 5 %% of the steepest, and they learn slowly. Lower the rate, put batchnorm before it, or use "
        + "relu.", l.name(), 100 * l.saturated());
  }

  private Optional<String> constant(LayerHealth l) {
    boolean dies = l.isActivation() && l.dead() == l.units();
    return when(!dies && l.deviation() <= CONSTANT * Math.abs(l.mean()),
        "%s: its outputs are the same for all rows, so "
            + "nothing of the input gets through. Lower the rate, or use fewer layers.",
        l.name());
  }

  private Optional<String> fast(LayerHealth l) {
    double usual = median(changes(l).sorted().toArray());
    return when(usual > FAST, "%s: an update changes its weights by %.0f %%, where 0.1 %% is usual. Lower the rate.",
        l.name(), 100 * usual);
  }

  private Optional<String> slow(LayerHealth l) {
    double fastest = changes(l).max().orElse(1);
    return when(fastest < SLOW,
        "%s: no update changed its weights by more than a fraction of %.1g, where 0.001 is usual. "
            + "Raise the rate, unless the gradient vanishes.",
        l.name(), fastest);
  }

  /** The lower one of two in the middle; NaN of none. */
  private static double median(double[] sorted) {
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
  }

  /** What each update that was observed changed in a layer. */
  private DoubleStream changes(LayerHealth layer) {
    int at = last.layers().indexOf(layer);
    return history.stream().mapToDouble(h -> h.layers().get(at).change()).filter(c -> !Double.isNaN(c));
  }
}
