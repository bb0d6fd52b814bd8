package weka.core.neural.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.nn.NamedLayer;
import ruru.nn.StepOptimizer;
import ruru.nn.initializers.GlorotUniform;
import ruru.nn.layers.Dense;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.core.neural.Effort;
import weka.core.neural.NeuralSettings;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.report.Lines;
import weka.core.neural.report.Numbers;

/** What "auto" was resolved to, and why, in words for the classroom. */
final class AutoChoices {
  /** Width of the lines without their indent. */
  private static final int WIDTH = 96;

  private final StringBuilder text = new StringBuilder();

  private AutoChoices() {}

  /**
   * One line per setting that was left to the data; empty if none was.
   *
   * @param truthTable whether the data are a {@link TruthTable}, which decides the layers
   */
  static String describe(NeuralSettings s, boolean truthTable, Recipe recipe, List<MemberKind> kinds, Instances data,
      @Nullable Forecast forecast) {
    int rows = data.numInstances();
    AutoChoices d = new AutoChoices();
    if (forecast != null && forecast.kind() != null) {
      return "Decided by the data, " + number(rows) + " rows:\n" + d.forecast(forecast, kinds.get(0));
    }
    if (kinds.get(0).isLinear()) {
      return "Decided by the data, " + number(rows) + " rows:\n"
          + d.linear(kinds.get(0), RareClasses.of(data), alone(data));
    }
    boolean steps = recipe.training().optimizer() instanceof StepOptimizer;
    if (s.layers.isAuto()) {
      d.layers(kinds.get(0), truthTable);
    }
    if (kinds.get(0).bins() && s.bins.isAuto()) {
      d.bins(kinds);
    }
    if (s.members.isAuto()) {
      d.members(recipe, truthTable, rows, s);
    }
    if (s.epochs.isAuto() && steps) {
      d.epochs(recipe, kinds, rows, alone(data));
    }
    if (s.rate.isAuto() && steps && s.optimizer.isAuto()) {
      d.rate(recipe.training());
    }
    if (s.batch.isAuto() && steps) {
      d.line("batch", recipe.training().batch() + " rows per update, as there are " + number(rows)
          + "; more rows allow for larger, faster batches");
    }
    return d.text.length() == 0 ? "" : "Decided by the data, " + number(rows) + " rows:\n" + d.text;
  }

  private StringBuilder forecast(Forecast f, MemberKind kind) {
    String how = f.steps() == 0 ? "the usual choice for so few rows"
        : "by forecasts of the later rows from networks trained on the first half and the first three quarters, "
            + (f.steps() == 1 ? "one step ahead" : "up to " + f.steps() + " steps ahead in closed loop");
    line("layers", (f.hidden() == 0 ? "output alone, a linear network" : NetworkText.print(kind.steps())
        + ", a small hidden layer beside the linear part") + "; " + how);
    line("epochs", kind.epochs() + " iterations over all rows at once, with a weight decay of "
        + Numbers.plain(kind.decay()) + "; no rows are held out at random, as the neighbours in time of a row would "
        + "give it away");
    return text;
  }

  private StringBuilder linear(MemberKind kind, RareClasses rare, int alone) {
    line("layers",
        "output alone, a linear network: on held-out rows its loss was lower than that of networks with hidden "
            + "layers, as may be with few rows, with many inputs, and where the law is linear");
    line("members", "one network, as a linear one has a single minimum");
    line("epochs", kind.epochs() + " iterations over all rows at once, with a weight decay of "
        + Numbers.plain(kind.decay()) + ", as the loss on held-out rows was lowest, or nearly, with these"
        + (rare.any()
            ? "; of decays with nearly as low a loss it is the weakest, since a class of "
                + number(rare.rarest()) + (rare.rarest() == 1 ? " row" : " rows") + " would be overlooked otherwise"
            : "")
        + trainedOn(alone));
    return text;
  }

  /**
   * The same for a training resumed after the given number of epochs, for which alone it was decided, or after more.
   */
  static String ofFirst(String decisions, int epochs) {
    return decisions.replaceFirst("(?m)^(Decided by the data, [\\d,]+ rows):$", "$1, for the first "
        + (epochs == 1 ? "epoch:" : number(epochs) + " epochs:"));
  }

  private void layers(MemberKind kind, boolean truthTable) {
    List<NamedLayer> hidden = kind.steps().stream().filter(s -> !(s.layer() instanceof ruru.nn.layers.First)).toList();
    boolean small = hidden.stream().anyMatch(s -> s.layer() instanceof Dense d && d.init() instanceof GlorotUniform);
    line("layers", NetworkText.print(hidden) + (truthTable
        ? "; few units, as this is a truth table"
        : isText(hidden) ? "; for texts: which groups of neighbouring words or characters there are"
        : "; wider with more rows, as more can be learnt without overfitting")
        + (small ? "; small initial weights, as numbers are predicted better from a smooth start" : ""));
  }

  private static boolean isText(List<NamedLayer> steps) {
    return steps.stream().anyMatch(s -> s.layer().looksUp());
  }

  private void bins(List<MemberKind> kinds) {
    line("bins", kinds.size() > 1
        ? "every second network also sees each number's quantile bins, at which its response can bend; the others are "
            + "smoother, and averaging combines both"
        : "each number's quantile bins are inputs too, since networks without them had a clearly higher loss");
  }

  private void members(Recipe recipe, boolean truthTable, int rows, NeuralSettings s) {
    boolean layers = !s.layers.isAuto();
    boolean optimizer = !s.optimizer.isAuto();
    line("members", truthTable ? "one network, as a truth table has no noise for an average to even out"
        : layers || optimizer ? "one network, since its " + (layers ? "layers" : "")
            + (layers && optimizer ? " and its " : "") + (optimizer ? "optimizer" : "")
            + (layers ? " were chosen" : " was chosen")
        : recipe.members() == 1 ? "one network, as convolutions over images, series or texts are slow"
        : recipe.members() + " networks from different random weights, whose average is more accurate than each"
            + (rows >= Effort.MANY_ROWS ? "; no more, as each is slow with so many rows" : "")
            + " (effort " + StrictOptions.lowerCase(s.effort.value()) + ")");
  }

  /** Classes of a single row. */
  private static int alone(Instances data) {
    return data.classAttribute().isNominal()
        ? (int) Arrays.stream(data.attributeStats(data.classIndex()).nominalCounts).filter(n -> n == 1).count() : 0;
  }

  private void epochs(Recipe recipe, List<MemberKind> kinds, int rows, int alone) {
    if (recipe.search() != null) {
      StringBuilder found = new StringBuilder();
      for (MemberKind kind : kinds) {
        found.append(found.isEmpty() ? "" : " and ").append(kind.epochs())
            .append(kinds.size() == 1 ? "" : kind.bins() ? " with bins" : " without");
      }
      line("epochs", found + (recipe.isFading()
          ? ", with the rate falling to 0: half as many again as at a constant rate, where" : ", where")
          + " the loss in a cross-validation with " + recipe.search().folds() + " folds was lowest; with only "
          + number(rows) + " rows, none should be held out for good"
          + trainedOn(alone));
    } else if (recipe.validation() > 0) {
      line("epochs", "until the loss on a held-out " + Math.round(100 * recipe.validation()) + " % of the rows has "
          + "not fallen for " + recipe.training().patience() + " epochs; each network holds out different rows");
    } else {
      line("epochs", recipe.training().epochs() + ", with the rate falling to 0 by the schedule, which ends in good "
          + "weights without held-out rows");
    }
  }

  private static String trainedOn(int alone) {
    return alone == 0 ? "" : "; rows that are the only one of their class (" + number(alone)
        + ") are trained on in every fold";
  }

  private void rate(TrainingSettings training) {
    line("rate", String.format(Locale.ROOT, "%.4g", training.baseRate()).replaceAll("0+$", "") + " with "
        + RecordText.print(training.optimizer()) + ", which adapts the step of each weight to its gradients; halved "
        + "if the loss is not finite");
  }

  private void line(String setting, String why) {
    text.append("  ").append(Lines.wrap(setting + ": " + why, WIDTH, "    ")).append('\n');
  }

  private static String number(int n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
