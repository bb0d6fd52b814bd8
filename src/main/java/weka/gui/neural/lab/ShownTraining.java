package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.LabMeasures;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.lab.LabRun;
import weka.core.neural.watch.Curve;
import weka.core.neural.watch.WatchedTraining;

/**
 * A training whose curves are drawn: one of the lab, or one that runs elsewhere in Weka.
 *
 * @param name   for the legend
 * @param colour its number in the palette; folds of one cross-validation have the same
 * @param run    the lab's run; null for a training elsewhere
 */
record ShownTraining(String name, int colour, WatchedTraining training, @Nullable LabRun run) {
  /** A copy of all parameters: as they are while it is paused or has ended, or when it was last looked at. */
  float @Nullable [] weights() {
    float[] held = run == null ? null : run.weights();
    WatchedTraining.Moment moment = training.moment();
    return held != null || moment == null ? held : moment.weights();
  }

  /** Grows with every change. */
  long version() {
    return training.version() + (run == null ? 0 : run.changes());
  }

  /** The loss of each part of the rows. */
  List<Line> losses() {
    List<Line> lines = new ArrayList<>();
    LabMeasures measures = run == null ? null : run.measures();
    if (measures != null) {
      add(lines, "training", 0, measures.losses(Part.TRAINING));
      add(lines, "validation", 1, measures.losses(Part.VALIDATION));
      add(lines, "test", 2, measures.losses(Part.TEST));
    } else {
      add(lines, "training", 0, training.training());
      add(lines, "validation", 1, training.validation());
      if (lines.isEmpty()) {
        add(lines, "batches", 2, training.batches());
      }
    }
    return lines;
  }

  /** The accuracy or relative error of each part of the rows; empty for a training elsewhere. */
  List<Line> scores() {
    List<Line> lines = new ArrayList<>();
    LabMeasures measures = run == null ? null : run.measures();
    if (measures != null) {
      add(lines, "training", 0, measures.scores(Part.TRAINING));
      add(lines, "validation", 1, measures.scores(Part.VALIDATION));
      add(lines, "test", 2, measures.scores(Part.TEST));
    }
    return lines;
  }

  private void add(List<Line> lines, String what, int kind, Curve curve) {
    double[][] points = curve.points();
    if (points[0].length > 0) {
      lines.add(new Line(name + ", " + what, colour, kind, points[0], points[1]));
    }
  }
}
