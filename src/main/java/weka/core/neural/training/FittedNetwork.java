package weka.core.neural.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.RaggedInput;
import ruru.nn.text.Linearity;
import ruru.nn.train.Dataset;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.SeriesEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.forecasting.RelativeRows;
import weka.core.neural.options.Auto;

/**
 * A network, or several whose predictions are averaged, with everything learned about the data. Part of the model.
 */
public final class FittedNetwork implements Serializable {
  private static final long serialVersionUID = 1;

  private final RowEncoder inputs;
  private final ClassEncoder classes;
  private final ArrayList<NeuralModel> models;
  /** Null if rows are taken as they are, as in models saved before they could be relative. */
  private final @Nullable RelativeRows relative;

  /**
   * @param relative what rows become before they are encoded; null if they are taken as they are
   * @param models   at least one
   */
  FittedNetwork(@Nullable RelativeRows relative, RowEncoder inputs, ClassEncoder classes, List<NeuralModel> models) {
    this.relative = relative;
    this.inputs = inputs;
    this.classes = classes;
    this.models = new ArrayList<>(models);
  }

  /** Rows as the encoder takes them. */
  private List<Instance> relative(List<Instance> rows) {
    return relative == null ? rows : relative.of(rows);
  }

  /** Rows to resume a training with, as the encoder takes them. */
  Instances learnable(Instances rows) {
    return relative == null ? rows : relative.ofLearnable(rows);
  }

  /** The text of the option that relative rows were asked for by. */
  String relativeSetting() {
    return relative == null ? Auto.NONE : relative.setting();
  }

  /** How much one unit of an error is in the class's own units, for a row. */
  public double scale(Instance row) {
    return relative == null ? 1 : relative.scale(row);
  }

  /** What the units of an error are to be read with; may be empty. */
  String unit() {
    return relative == null ? "" : relative.unit();
  }

  /** What rows become before they are encoded; null if they are taken as they are. */
  @Nullable
  RelativeRows relative() {
    return relative;
  }

  RowEncoder inputs() {
    return inputs;
  }

  ClassEncoder classes() {
    return classes;
  }

  /** Keeps only these networks. */
  void keep(int[] kept) {
    List<NeuralModel> all = List.copyOf(models);
    models.clear();
    for (int m : kept) {
      models.add(all.get(m));
    }
  }

  /** Lets one network predict instead of all. */
  void replaceBy(Network network) {
    NeuralModel before = models.get(0);
    models.clear();
    models.add(before.with(network));
  }

  public List<NeuralModel> models() {
    return Collections.unmodifiableList(models);
  }

  /** Sets where image files are from now on, if rows name any. */
  public void lookIn(ImageSettings images) {
    inputs.lookIn(images);
  }

  /** Whether the class is a number. */
  public boolean predictsNumber() {
    return classes.task() == Loss.Task.NUMBERS;
  }

  /** A probability for each class, or one number in the class's own units. */
  public double[] predict(Instance row) {
    return predict(List.of(row), Cancellation.NEVER).get(0);
  }

  /**
   * The same for many rows, for as long as it is wanted.
   *
   * @param batch rows encoded at once, to limit memory
   */
  public <E extends Exception> double[][] predict(Instances rows, int batch, Cancellation<E> cancellation) throws E {
    int n = rows.numInstances();
    List<double[]> result = new ArrayList<>(n);
    for (int from = 0; from < n; from += Math.min(batch, n - from)) {
      result.addAll(predict(rows.subList(from, from + Math.min(batch, n - from)), cancellation));
    }
    return result.toArray(new double[0][]);
  }

  /** Rows whose class is known, with weight 1 each: encoded with their targets, to measure a loss. */
  public Dataset labelled(Instances rows) throws InterruptedException {
    float[] weights = new float[rows.numInstances()];
    Arrays.fill(weights, 1);
    Instances seen = relative == null ? rows : relative.of(rows);
    return inputs.dataset(seen, classes.targets(seen, weights), Cancellation.ofCallingThread());
  }

  /** Rows as inputs of the networks, with targets of shape [1] that mean nothing. */
  public Dataset encoded(Instances rows) {
    return inputs.dataset(relative(rows), Targets.none(rows.numInstances()));
  }

  /**
   * What the networks' output means: a probability for each class, or one number in the class's own units.
   *
   * @param prediction as the loss makes it of the output
   */
  public double[] decoded(float[] prediction) {
    double[] wide = new double[prediction.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = prediction[i];
    }
    return decode(wide);
  }

  private <E extends Exception> List<double[]> predict(List<Instance> rows, Cancellation<E> cancellation) throws E {
    return Arrays.asList(restored(rows,
        predict(inputs.dataset(relative(rows), Targets.none(rows.size()), cancellation), cancellation)));
  }

  /** Predictions for encoded rows, in the class's own units; the same array. */
  public double[][] restored(List<Instance> rows, double[][] predictions) {
    for (int r = 0; relative != null && r < predictions.length; r++) {
      predictions[r][0] = relative.restored(rows.get(r), predictions[r][0]);
    }
    return predictions;
  }

  /** The same for rows that are encoded already, in the units of relative rows; their targets are not read. */
  public <E extends Exception> double[][] predict(Dataset data, Cancellation<E> cancellation) throws E {
    int width = models.get(0).width();
    double[] mean = new double[data.size() * width];
    for (NeuralModel model : models) {
      float[] p = model.predict(data, cancellation);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += p[i] / (double) models.size();
      }
    }
    double[][] result = new double[data.size()][];
    for (int r = 0; r < result.length; r++) {
      result[r] = decode(Arrays.copyOfRange(mean, r * width, (r + 1) * width));
    }
    return result;
  }

  private double[] decode(double[] prediction) {
    if (classes.classes() == 0) {
      return new double[] {classes.decode(prediction[0])};
    }
    // Probabilities in float32 sum to 1 only approximately; Weka compares sums in double. NaN, from extreme unscaled
    // values, becomes Weka's "unclassified": all zero.
    double sum = Utils.sum(prediction);
    for (int i = 0; i < prediction.length; i++) {
      prediction[i] = sum > 0 ? prediction[i] / sum : 0;
    }
    return prediction;
  }

  /** How the data are encoded. */
  public String describeData(int decimals) {
    return (relative == null ? "" : relative.describe()) + inputs.describe() + classes.describe(decimals);
  }

  /** Warnings about layers that defeat their purpose, one per line; empty if there are none. */
  public String remarks() {
    List<NamedLayer> steps = models.get(0).network().steps();
    return Stream.of(Linearity.remark(steps), OutputRange.remark(steps, classes.task()), lengths())
        .filter(Objects::nonNull)
        .map(r -> r + "\n").collect(Collectors.joining());
  }

  private @Nullable String lengths() {
    Network network = models.get(0).network();
    return inputs instanceof SeriesEncoder && !RaggedInput.isTakenBy(network)
        ? "Remark: all series have " + network.inputShape().dim(0) + " steps, and the layers take no others, not even "
            + "to predict; end with 'last', 'globalavgpool', 'globalmaxpool' or a recurrent layer to take any."
        : null;
  }

  /** One text per input: how it is computed from the attributes. */
  public List<String> describeInputs(int decimals) {
    return inputs.inputs(decimals);
  }
}
