package weka.core.neural.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.RaggedInput;
import ruru.nn.text.Linearity;
import ruru.nn.train.Dataset;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.OtherTargets;
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

  /** Null if the class alone is predicted, as in models saved before there could be more. */
  private final @Nullable OtherTargets others;

  /**
   * @param relative what rows become before they are encoded; null if they are taken as they are
   * @param others   what is predicted beside the class; null for nothing
   * @param models   at least one
   */
  FittedNetwork(@Nullable RelativeRows relative, RowEncoder inputs, ClassEncoder classes, @Nullable OtherTargets others,
      List<NeuralModel> models) {
    this.relative = relative;
    this.inputs = inputs;
    this.classes = classes;
    this.others = others;
    this.models = new ArrayList<>(models);
  }

  /** Rows as the encoder takes them. */
  private List<Instance> relative(List<Instance> rows) {
    return others != null ? others.inputs().of(rows) : relative == null ? rows : relative.of(rows);
  }

  /** Rows to resume a training with, as the encoder takes them. */
  Instances learnable(Instances rows) {
    return others != null ? others.inputs().of(rows) : relative == null ? rows : relative.ofLearnable(rows);
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

  /** What is predicted beside the class; null for nothing. */
  public @Nullable OtherTargets others() {
    return others;
  }

  /** Copies of the attributes that are predicted beside the class, in order. */
  public List<Attribute> otherTargets() {
    OtherTargets beside = others;
    return beside == null ? List.of() : IntStream.range(0, beside.size()).mapToObj(beside::attribute).toList();
  }

  /** One text for each output beside those of the class. */
  public List<String> otherOutputs() {
    return others == null ? List.of() : others.outputNames();
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
    Instances seen = others != null ? others.inputs().of(rows) : relative == null ? rows : relative.of(rows);
    Targets ofClass = classes.targets(seen, weights);
    return inputs.dataset(seen, others == null ? ofClass : others.targets(rows, ofClass),
        Cancellation.ofCallingThread());
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
    return decode(wide(prediction));
  }

  private static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
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

  /**
   * What is predicted of each row, the class first and then the other targets: a probability for each value, or one
   * number in the target's own units.
   *
   * @param batch rows encoded at once, to limit memory
   */
  public <E extends Exception> double[][][] predictTargets(Instances rows, int batch, Cancellation<E> cancellation)
      throws E {
    int n = rows.numInstances();
    List<double[][]> result = new ArrayList<>(n);
    for (int from = 0; from < n; from += Math.min(batch, n - from)) {
      List<Instance> some = rows.subList(from, from + Math.min(batch, n - from));
      double[][][] predicted =
          predictTargets(inputs.dataset(relative(some), Targets.none(some.size()), cancellation), cancellation);
      for (int r = 0; r < predicted.length; r++) {
        predicted[r][0][0] = relative == null ? predicted[r][0][0] : relative.restored(some.get(r), predicted[r][0][0]);
        result.add(predicted[r]);
      }
    }
    return result.toArray(new double[0][][]);
  }

  /** The same for rows that are encoded already; their targets are not read. */
  <E extends Exception> double[][][] predictTargets(Dataset data, Cancellation<E> cancellation) throws E {
    double[][] means = means(data, cancellation);
    return Arrays.stream(means).map(this::decodeAll).toArray(double[][][]::new);
  }

  /** The same by one of the networks. */
  <E extends Exception> double[][][] targets(NeuralModel model, Dataset data, Cancellation<E> cancellation) throws E {
    float[] p = model.predict(data, cancellation);
    double[][][] result = new double[data.size()][][];
    for (int r = 0; r < result.length; r++) {
      result[r] = decodeAll(wide(Arrays.copyOfRange(p, r * model.width(), (r + 1) * model.width())));
    }
    return result;
  }

  private double[][] decodeAll(double[] prediction) {
    double[][] rest = others == null ? new double[0][] : others.decode(prediction);
    double[][] result = new double[rest.length + 1][];
    result[0] = decode(prediction);
    System.arraycopy(rest, 0, result, 1, rest.length);
    return result;
  }

  /** The same for rows that are encoded already, in the units of relative rows; their targets are not read. */
  public <E extends Exception> double[][] predict(Dataset data, Cancellation<E> cancellation) throws E {
    double[][] result = means(data, cancellation);
    for (int r = 0; r < result.length; r++) {
      result[r] = decode(result[r]);
    }
    return result;
  }

  /** The means of the networks' predictions. */
  private <E extends Exception> double[][] means(Dataset data, Cancellation<E> cancellation) throws E {
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
      result[r] = Arrays.copyOfRange(mean, r * width, (r + 1) * width);
    }
    return result;
  }

  private double[] decode(double[] prediction) {
    if (classes.classes() == 0) {
      return new double[] {classes.decode(prediction[0])};
    }
    return ClassEncoder.shares(others == null ? prediction : others.ofClass(prediction));
  }

  /** How the data are encoded. */
  public String describeData(int decimals) {
    return (relative == null ? "" : relative.describe()) + inputs.describe()
        + (others == null ? classes.describe(decimals)
            : classes.describe(decimals, others.nameOfClass()) + others.describe(decimals));
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
