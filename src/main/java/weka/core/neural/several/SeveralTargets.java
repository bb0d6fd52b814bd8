package weka.core.neural.several;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.core.neural.options.DataOption;
import weka.core.neural.report.Table;
import weka.core.neural.report.TargetScores;
import weka.core.neural.run.CommandResult;
import weka.core.neural.run.Program;

/**
 * The command {@code weka.Run .SeveralTargets}: a cross-validation of a network with several targets. {@link
 * SeveralTargetsSettings#HELP} is its manual.
 */
public final class SeveralTargets extends Program {
  @Override
  protected String manual() {
    return SeveralTargetsSettings.HELP;
  }

  @Override
  protected void run(String[] arguments) throws Exception {
    SeveralTargetsSettings settings = SeveralTargetsSettings.parse(arguments);
    Instances rows = read(settings);
    TargetFolds folds = new TargetFolds(rows, settings);
    TargetScores joint = folds.joint();
    CommandResult.print(text(settings, rows, joint, null));
    if (settings.single()) {
      CommandResult.print("\n" + text(settings, rows, joint, folds.single()));
    }
  }

  private static Instances read(SeveralTargetsSettings settings) throws IOException {
    Instances rows = DataOption.read("t", settings.file());
    DataOption.setClass(rows, settings.target());
    if (rows.numInstances() < settings.folds()) {
      throw new IllegalArgumentException("option -folds: expected at most the " + rows.numInstances()
          + " rows of the data, got " + settings.folds());
    }
    return rows;
  }

  private static String text(SeveralTargetsSettings settings, Instances rows, TargetScores joint,
      @Nullable TargetScores single) {
    Table table = single == null ? new Table(2, "target", "measure", "all at once")
        : new Table(2, "target", "measure", "all at once", "each alone");
    for (int t = 0; t < joint.size(); t++) {
      boolean nominal = joint.isNominal(t);
      add(table, joint.names().get(t), nominal ? "correct" : "root mean squared error",
          text(joint.score(t), nominal), single == null ? null : text(single.score(t), nominal));
    }
    if (joint.nominal() > 1) {
      table.rule();
      add(table, "all nominal ones", "Hamming loss", text(joint.hammingLoss(), false),
          single == null ? null : text(single.hammingLoss(), false));
      add(table, "", "exact match", text(joint.exactMatch(), false),
          single == null ? null : text(single.exactMatch(), false));
      add(table, "", "micro F1", text(joint.microF1(), false), single == null ? null : text(single.microF1(), false));
      add(table, "", "macro F1", text(joint.macroF1(), false), single == null ? null : text(single.macroF1(), false));
    }
    return rows.relationName() + ", " + rows.numInstances() + " rows, " + settings.folds()
        + "-fold cross-validation\n\n" + table;
  }

  private static void add(Table table, String target, String measure, String joint,
      @Nullable String single) {
    if (single == null) {
      table.add(target, measure, joint);
    } else {
      table.add(target, measure, joint, single);
    }
  }

  private static String text(double score, boolean percent) {
    return Double.isNaN(score) ? "-" : percent ? String.format(Locale.ROOT, "%.2f %%", 100 * score)
        : String.format(Locale.ROOT, "%.4g", score);
  }
}
