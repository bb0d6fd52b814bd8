package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.blas.BlasProvider;
import ruru.nn.health.Diagnosis;
import ruru.nn.health.Health;
import ruru.nn.health.HealthProbe;
import ruru.nn.health.LayerHealth;
import ruru.nn.train.Training;
import weka.core.neural.report.Numbers;
import weka.core.neural.report.Table;

/** What the option diagnose prints: how the layers of a network did in training, and what to do about it. */
public final class LayerDiagnosis {
  private static final String NONE = "-";

  private final Training training;
  private final String which;
  private final HealthProbe probe;
  private final List<Health> history = new ArrayList<>();

  /**
   * Observes a training from now on.
   *
   * @param which what the network is called, as in "the trained network"
   */
  public LayerDiagnosis(Training training, String which, long seed) {
    this.training = training;
    this.which = which;
    long earlier = training.trainer().steps();
    probe = new HealthProbe(training.network(), training.loss(), training.data(), training.split().training(), seed,
        update -> HealthProbe.isPowerOfTwo(update - earlier), history::add, BlasProvider.get());
    training.trainer().observe(probe);
  }

  /** Ends it, and reports on the network as it is now. */
  public String report() {
    training.trainer().forget(probe);
    Health last = probe.measure(training.trainer().steps());
    history.add(last);
    return table(last) + verdict();
  }

  private String table(Health last) {
    Table table = new Table("layer", "units", "weights", "gradient", "at first", "update/weight", "at first", "dead",
        "saturated", "mean", "deviation");
    for (int i = 0; i < last.layers().size(); i++) {
      LayerHealth now = last.layers().get(i);
      LayerHealth first = history.get(0).layers().get(i);
      // The network that is kept has seen no update; the last that was measured is the nearest.
      LayerHealth updated = history.get(Math.max(0, history.size() - 2)).layers().get(i);
      table.add(now.name(), "" + now.units(), number(now.weights()), number(now.gradient()), number(first.gradient()),
          number(updated.change()), number(first.change()), now.isActivation() ? "" + now.dead() : NONE,
          Double.isNaN(now.saturated()) ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * now.saturated()),
          number(now.mean()), number(now.deviation()));
    }
    return "The layers of " + which + ", on " + last.rows() + " of the rows trained on; 'at first' is after the "
        + "first update\n\n" + table;
  }

  private String verdict() {
    List<String> lines = new ArrayList<>();
    List<String> reasons = training.restartReasons();
    double clip = training.settings().clip();
    if (!reasons.isEmpty()) {
      lines.add("The training exploded" + (reasons.size() == 1 ? ": " : " " + reasons.size() + " times; at first ")
          + reasons.get(0) + ". Each time it went on from the best weights at half the rate. "
          + "Lower the rate, or " + (clip > 0 ? "clip the gradient at less than " + Numbers.plain(clip) + " (-clip)."
              : "clip the gradient (-clip 1)."));
    }
    lines.addAll(Diagnosis.of(history));
    if (lines.isEmpty()) {
      lines.add("Nothing is wrong: no layer is without a gradient, saturated, or dead.");
    }
    return "\n" + String.join("\n", lines) + "\n";
  }

  private static String number(double d) {
    return Double.isNaN(d) ? NONE : String.format(Locale.ROOT, "%.2g", d);
  }
}
