package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Tensor;
import ruru.nn.text.Excerpt;
import ruru.nn.train.Dataset;
import ruru.nn.train.Training;
import weka.core.neural.encoding.OtherTargets;
import weka.core.neural.report.TargetScores;

/**
 * Measures each of several targets after a training: on rows that were trained on by the model, and on those that
 * networks held out, each by the network that has not seen it.
 */
final class TargetMeasures {
  /** More rows of a kind say it no better. */
  private static final int MOST_ROWS = 2000;
  /** Rows that are read at once. */
  private static final int CHUNK = 64;

  private final FittedNetwork fitted;
  private final OtherTargets others;
  private final Dataset rows;
  private final float[] weights;
  private final Cancellation<InterruptedException> cancellation;

  private TargetMeasures(FittedNetwork fitted, Dataset rows, float[] weights,
      Cancellation<InterruptedException> cancellation) {
    this.fitted = fitted;
    others = Objects.requireNonNull(fitted.others(), "the class alone is predicted");
    this.rows = rows;
    this.weights = weights;
    this.cancellation = cancellation;
  }

  /**
   * Measures on the rows of a training.
   *
   * @param weights the rows' own, which Weka's evaluation counts, without those of the classes
   * @param members with the weights that predict in their networks, which are those of the model
   */
  static TargetReport of(FittedNetwork fitted, Dataset rows, float[] weights, List<Training> members,
      Cancellation<InterruptedException> cancellation) throws InterruptedException {
    TargetMeasures m = new TargetMeasures(fitted, rows, weights, cancellation);
    TargetScores training = m.empty();
    m.add(training, null, RowSample.choose(rows, members.get(0).split().training(), MOST_ROWS));
    TargetScores held = null;
    for (int k = 0; k < members.size(); k++) {
      int[] validation = members.get(k).split().validation();
      if (validation.length > 0) {
        held = held == null ? m.empty() : held;
        m.add(held, fitted.models().get(k), RowSample.choose(rows, validation, MOST_ROWS / members.size() + 1));
      }
    }
    return new TargetReport(training, held);
  }

  private TargetScores empty() {
    List<String> names = new ArrayList<>(List.of(others.nameOfClass()));
    int[] values = new int[others.size() + 1];
    values[0] = fitted.classes().classes();
    for (int t = 0; t < others.size(); t++) {
      names.add(Excerpt.of(others.attribute(t).name()));
      values[t + 1] = others.attribute(t).isNominal() ? others.attribute(t).numValues() : 0;
    }
    return new TargetScores(names, values);
  }

  /** @param model one of the networks; null for all of them together */
  private void add(TargetScores scores, @Nullable NeuralModel model, int[] sample) throws InterruptedException {
    RowSample some = new RowSample(rows, sample);
    double[][][] predictions = model == null ? fitted.predictTargets(some, cancellation)
        : fitted.targets(model, some, cancellation);
    Tensor x = new Tensor(rows.inputShape(), CHUNK);
    Tensor target = new Tensor(rows.targetShape(), CHUNK);
    float[] values = new float[rows.targetShape().size()];
    for (int from = 0; from < sample.length; from += CHUNK) {
      int to = Math.min(sample.length, from + CHUNK);
      x.setRows(to - from);
      target.setRows(to - from);
      rows.read(sample, from, to, x, target, cancellation);
      for (int i = from; i < to; i++) {
        target.readRow(i - from, values, 0);
        double[] actual = new double[others.size() + 1];
        int label = rows.label(sample[i]);
        actual[0] = label >= 0 ? label : fitted.classes().decode(values[0]);
        System.arraycopy(others.values(values), 0, actual, 1, others.size());
        scores.add(actual, predictions[i], weights[sample[i]]);
      }
    }
  }
}
