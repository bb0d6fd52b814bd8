package weka.core.neural.curves.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ruru.data.AtomicFile;
import weka.core.Instances;
import weka.core.neural.curves.clusters.ClusterCurve;
import weka.core.neural.curves.clusters.ClusterCurveRun;
import weka.core.neural.curves.picture.ClusterPicture;
import weka.core.neural.options.DataOption;
import weka.core.neural.run.CommandResult;
import weka.core.neural.run.Program;
import weka.core.neural.run.Progress;

/**
 * The command {@code weka.Run .ClusterCurves}: how many clusters there are, by elbow, silhouette and gap.
 * {@link ClusterCurveSettings#HELP} is its manual.
 */
public final class ClusterCurves extends Program {
  @Override
  protected String manual() {
    return ClusterCurveSettings.HELP;
  }

  @Override
  protected void run(String[] arguments) throws Exception {
    measure(ClusterCurveSettings.parse(arguments));
  }

  private static void measure(ClusterCurveSettings settings) throws Exception {
    List<Path> pictures = Stream.of(settings.png(), settings.svg()).filter(Objects::nonNull).toList();
    for (Path file : pictures) {
      AtomicFile.requireWritable(file);
    }
    ClusterCurveRun run = new ClusterCurveRun(read(settings), settings.clusterer(), settings.flag(), settings.most(),
        settings.references(), settings.seed(), settings.threads());
    Progress progress = Progress.ofCommand("ClusterCurves");
    ClusterCurve curve = run.run((done, all) -> progress.step("clustering", done, all));
    CommandResult.print(curve.relation() + ", " + curve.clusterer()
        + (curve.isStopped() ? "\nStopped before the end: some numbers of clusters are missing." : "") + "\n\n"
        + curve);
    for (Path picture : pictures) {
      ClusterPicture.write(picture, curve);
    }
  }

  private static Instances read(ClusterCurveSettings settings) throws IOException {
    Instances rows = DataOption.read("t", settings.data());
    String target = settings.target();
    if (target != null) {
      DataOption.setClass(rows, target);
      int index = rows.classIndex();
      rows.setClassIndex(-1);
      rows.deleteAttributeAt(index);
    }
    return rows;
  }
}
