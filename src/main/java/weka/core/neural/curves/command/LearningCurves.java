package weka.core.neural.curves.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import ruru.data.AtomicFile;
import weka.core.Instances;
import weka.core.neural.curves.BiasVariance;
import weka.core.neural.curves.CurveResult;
import weka.core.neural.curves.CurveRun;
import weka.core.neural.curves.CurveTexts;
import weka.core.neural.curves.picture.CurvePicture;
import weka.core.neural.options.DataOption;
import weka.core.neural.run.CommandResult;
import weka.core.neural.run.Program;
import weka.core.neural.run.Progress;

/**
 * The command {@code weka.Run .LearningCurves}: learning curves and validation curves of any classifier, as a table, a
 * diagnosis, files and pictures. {@link CurveSettings#HELP} is its manual.
 */
public final class LearningCurves extends Program {
  @Override
  protected String manual() {
    return CurveSettings.HELP;
  }

  @Override
  protected void run(String[] arguments) throws Exception {
    measure(CurveSettings.parse(arguments));
  }

  private static void measure(CurveSettings settings) throws Exception {
    for (Path file : Stream.of(settings.numbers(), settings.png(), settings.svg()).filter(Objects::nonNull).toList()) {
      AtomicFile.requireWritable(file);
    }
    CurveRun run = new CurveRun(read(settings), settings.classifier(), settings.variation(), settings.folds(),
        settings.seed(), settings.threads());
    Progress progress = Progress.ofCommand("LearningCurves");
    CurveResult result = run.run((soFar, all) -> progress.step("training", soFar.measured(), all));
    CommandResult.print(result.relation() + ", " + result.classifier() + "\nMeans over the folds of a "
        + result.folds() + "-fold cross-validation and, in brackets, standard deviations\n\n" + CurveTexts.table(result)
        + (result.isStopped() ? "\nStopped before the end: some folds are missing." : "") + "\n"
        + BiasVariance.of(result));
    write(settings, result);
  }

  private static Instances read(CurveSettings settings) throws IOException {
    Instances rows = DataOption.read("t", settings.data());
    DataOption.setClass(rows, settings.target());
    return rows;
  }

  /** Pictures need parts of Java that a server may lack, so nothing of them is loaded for numbers. */
  private static void write(CurveSettings settings, CurveResult result) throws IOException {
    Path numbers = settings.numbers();
    if (numbers != null) {
      AtomicFile.write(numbers, out -> out.write(CurveTexts.file(numbers, result)));
    }
    for (Path picture : Stream.of(settings.png(), settings.svg()).filter(Objects::nonNull).toList()) {
      CurvePicture.write(picture, result, CurvePicture.chart(result), CurvePicture.SIZE);
    }
  }
}
