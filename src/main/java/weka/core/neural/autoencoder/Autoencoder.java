package weka.core.neural.autoencoder;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.losses.Squared;
import ruru.nn.text.Linearity;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.Extremes;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.TargetEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.training.NetworkReport;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.training.TrainingReport;

/**
 * A trained autoencoder with everything learned about the data: it maps rows to codes and to reconstructions and, if
 * variational, generates new rows. Part of the model.
 */
public final class Autoencoder implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int CHUNK = 256;
  /** Longer codes are not rotated, since that takes cubic time. */
  private static final int MOST_TURNED = 512;
  /** Codes drawn to measure how much the decoder's outputs vary. */
  private static final int DRAWS = 4096;

  private final RowEncoder inputs;
  private final TargetEncoder targets;
  private final NeuralModel model;
  private final TrainingReport report;
  private final double @Nullable [] noise;
  private final @Nullable InputErrors inputErrors;
  private @Nullable String restoration;
  private @Nullable PrincipalAxes axes;
  private transient @Nullable NeuralModel head;

  /**
   * @param noise standard deviation of each output around the prediction; null if no rows can be generated
   * @param inputErrors where the inputs are the targets; else null
   */
  Autoencoder(RowEncoder inputs, TargetEncoder targets, NeuralModel model, TrainingReport report,
      double @Nullable [] noise, @Nullable InputErrors inputErrors) {
    this.inputs = inputs;
    this.targets = targets;
    this.model = model;
    this.report = report;
    this.noise = noise;
    this.inputErrors = inputErrors;
  }

  /** Keeps how well noise is removed from images of the training data; null if it is not. */
  void keep(@Nullable String measured) {
    restoration = measured;
  }

  /**
   * From now on codes are rotated to their principal axes, unless they are too long.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void turn(Dataset rows, float[] weights) throws InterruptedException {
    if (codeWidth() <= MOST_TURNED) {
      axes = new PrincipalAxes(head().predictOrStop(rows), codeWidth(), weights);
    }
  }

  /** Sets where image files are from now on, if rows name any. */
  public void lookIn(ImageSettings images) {
    inputs.lookIn(images);
  }

  /**
   * Checks that it is known which image file a row refers to, if it names one.
   *
   * @param number the row's number, from 0, for the message
   * @throws IllegalArgumentException if it is not
   */
  public void requireClear(Instance row, int number) {
    inputs.requireClear(row, number);
  }

  /** The length of a code. */
  public int codeWidth() {
    return head().width();
  }

  private synchronized NeuralModel head() {
    if (head == null) {
      head = model.part(model.network().head(AutoencoderLayers.CODE), new Squared());
    }
    return head;
  }

  public Network network() {
    return model.network();
  }

  /**
   * The codes of rows, [rows][{@link #codeWidth}].
   *
   * @throws IllegalArgumentException naming the attribute, if values are too large for the computation
   * @throws InterruptedException if the thread was interrupted
   */
  public float[] codes(Instances rows) throws InterruptedException {
    float[] codes = head().predictOrStop(
        inputs.dataset(rows, Targets.none(rows.numInstances()), Cancellation.ofCallingThread()));
    if (axes != null) {
      axes.apply(codes);
    }
    Extremes.requireFinite(rows, codes, codeWidth());
    return codes;
  }

  private InputErrors inputErrors() {
    return inputErrors == null ? InputErrors.withoutConstants(targets.width()) : inputErrors;
  }

  /** A row as the autoencoder reconstructs it. */
  public static final class Reconstruction {
    private final double[] values;
    private final double error;

    private Reconstruction(double[] values, double error) {
      this.values = values;
      this.error = error;
    }

    /** One value per attribute, in its own units; the class as it was. */
    public double[] values() {
      return values;
    }

    /**
     * The mean error over the known attributes: squared errors of scaled numbers, -log of the probabilities of nominal
     * values, and what attributes that were constant in training add.
     */
    public double error() {
      return error;
    }
  }

  /**
   * The rows reconstructed.
   *
   * @throws IllegalArgumentException naming the attribute, if values are too large for the computation
   * @throws InterruptedException if the thread was interrupted
   */
  public Reconstruction[] reconstruct(Instances rows) throws InterruptedException {
    int n = rows.numInstances();
    Reconstruction[] result = new Reconstruction[n];
    float[] outputs = model.predictOrStop(inputs.dataset(rows, Targets.none(n), Cancellation.ofCallingThread()));
    int width = targets.width();
    Extremes.requireFinite(rows, outputs, width);
    double[] errors = targets.areInputs() ? inputErrors().of(inputs.dataset(rows, Targets.none(n)), outputs) : null;
    for (int r = 0; r < n; r++) {
      Instance row = rows.instance(r);
      double[] values = row.toDoubleArray();
      targets.decode(outputs, r * width, values);
      result[r] = new Reconstruction(values, errors == null ? targets.error(row, outputs, r * width) : errors[r]);
    }
    return result;
  }

  /**
   * Draws new rows: codes from the standard normal distribution, decoded, plus the noise that training did not explain.
   *
   * @param header of the training data; the class of new rows is missing
   * @throws IllegalStateException if the autoencoder is not variational
   */
  public Instances generate(Instances header, int count, long seed) {
    return draw(header, count, seed, noise);
  }

  /** As {@link #generate} without that noise: for images, which it would only degrade. */
  public Instances means(Instances header, int count, long seed) {
    return draw(header, count, seed, noise == null ? null : new double[noise.length]);
  }

  private Instances draw(Instances header, int count, long seed, double @Nullable [] noise) {
    if (noise == null) {
      throw new IllegalStateException("only a variational autoencoder can generate rows; set -variational");
    }
    NeuralModel tail = tail(model);
    Instances result = new Instances(header, count);
    for (int from = 0; from < count; from += CHUNK) {
      int n = Math.min(CHUNK, count - from);
      add(decoded(tail, from, n, seed, Cancellation.NEVER), from, noise, seed, result);
    }
    return result;
  }

  private void add(float[] decoded, int from, double[] noise, long seed, Instances result) {
    for (int r = 0; r < decoded.length / targets.width(); r++) {
      double[] values = new double[result.numAttributes()];
      Arrays.fill(values, Utils.missingValue());
      targets.draw(decoded, r * targets.width(), noise, new Rng(seed, RandomStream.GENERATED_ROWS, from + r), values);
      result.add(new DenseInstance(1, values));
    }
  }

  /**
   * Rows decoded from codes, drawn from what the decoder puts out.
   *
   * @param codes  [rows][{@link #codeWidth}], as {@link #codes} gives them, not turned to their principal axes
   * @param header of the training data
   * @param noise  standard deviation of each output around the prediction, where it is a number
   * @throws InterruptedException if the thread was interrupted
   */
  public Instances decode(float[] codes, Instances header, double[] noise, long seed) throws InterruptedException {
    NeuralModel tail = tail(model);
    int width = codeWidth();
    Instances result = new Instances(header, codes.length / width);
    for (int from = 0; from * width < codes.length; from += CHUNK) {
      float[] some = Arrays.copyOfRange(codes, from * width, Math.min(codes.length, (from + CHUNK) * width));
      add(tail.predictOrStop(
          new ArrayDataset(tail.network().inputShape(), Shape.of(1), some, new float[some.length / width], null, null)),
          from, noise, seed, result);
    }
    return result;
  }

  /**
   * The root of the mean squared difference, for each output that is a number, between rows and their reconstructions;
   * missing values do not count.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public double[] residuals(Instances rows) throws InterruptedException {
    int n = rows.numInstances();
    int width = targets.width();
    float[] outputs = model.predictOrStop(inputs.dataset(rows, Targets.none(n), Cancellation.ofCallingThread()));
    float[] wanted = targets.encode(rows, Cancellation.ofCallingThread());
    double[] result = new double[width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      int known = 0;
      for (int r = 0; r < n; r++) {
        double difference = (double) wanted[r * width + i] - outputs[r * width + i];
        if (!Double.isNaN(difference)) {
          sum += difference * difference;
          known++;
        }
      }
      result[i] = Math.sqrt(sum / Math.max(1, known));
    }
    return result;
  }

  private static NeuralModel tail(NeuralModel model) {
    return model.part(model.network().tail(AutoencoderLayers.CODE), model.loss());
  }

  /** The decoder's outputs for random codes. */
  private static <E extends Exception> float[] decoded(NeuralModel tail, int from, int n, long seed,
      Cancellation<E> cancellation) throws E {
    Shape shape = tail.network().inputShape();
    float[] codes = new float[n * shape.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Rng.gaussian(Rng.key(seed, RandomStream.CODES, 0, from), i);
    }
    return tail.predict(new ArrayDataset(shape, Shape.of(1), codes, new float[n], null, null), cancellation);
  }

  /**
   * How well noise is removed from images that it was not trained on, beside a median filter.
   *
   * @param which what the images are, as said in the text
   * @return a sentence; null if the rows are not images, or it was trained without noise
   * @throws InterruptedException if the thread was interrupted
   */
  public @Nullable String restoration(Instances images, String which) throws InterruptedException {
    int n = images.numInstances();
    Dataset rows = inputs.dataset(images, Targets.none(n), Cancellation.ofCallingThread());
    return Restoration.measure(model, rows, IntStream.range(0, n).toArray(), which);
  }

  /**
   * The same for images of the training data, held out if any were; null as there.
   */
  public @Nullable String restoration() {
    return restoration;
  }

  /**
   * Draws images into a PNG file: the first rows, the same with noise if there is any, and their reconstructions; or
   * new images.
   *
   * @throws IllegalArgumentException if the inputs are not images that can be drawn
   */
  public void draw(Instances rows, boolean newOnes, long seed, Path file) throws IOException {
    List<Instance> first = rows.subList(0, Math.min(AutoencoderSheet.COLUMNS, rows.size()));
    Dataset shown = inputs.dataset(first, Targets.none(first.size()));
    AutoencoderSheet sheet = new AutoencoderSheet(model);
    if (newOnes) {
      sheet.generated(shown, decoded(tail(model), 0, 3 * AutoencoderSheet.COLUMNS, seed, Cancellation.NEVER), file);
    } else {
      sheet.reconstructions(shown, file);
    }
  }

  /**
   * The standard deviation, for each output, of the noise that new rows need around the decoder's outputs for random
   * codes: what these lack in variance compared with the training data. The training errors would be too small where an
   * attribute has outliers, whose codes are hardly ever drawn.
   */
  static double[] noise(NeuralModel model, Dataset data, long seed) throws InterruptedException {
    NeuralModel tail = tail(model);
    int width = model.network().outputShape().size();
    Moments drawn = new Moments(width);
    float[] decoded = decoded(tail, 0, DRAWS, seed, Cancellation.ofCallingThread());
    for (int r = 0; r < DRAWS; r++) {
      drawn.add(decoded, r * width, 1);
    }
    Moments known = new Moments(width);
    Tensor x = new Tensor(data.inputShape(), 1);
    Tensor target = new Tensor(data.targetShape(), 1);
    float[] row = new float[width];
    for (int r = 0; r < data.size(); r++) {
      Cancellation.checkCallingThread();
      data.read(new int[] {r}, 0, 1, x, target);
      target.readRow(0, row, 0);
      known.add(row, 0, data.weight(r));
    }
    double[] noise = new double[width];
    for (int i = 0; i < width; i++) {
      noise[i] = Math.sqrt(Math.max(0, known.variance(i) - drawn.variance(i)));
    }
    return noise;
  }

  /** The data, the layers and the training in words. */
  public String describe() {
    return inputs.describe() + "\n" + describeLayers() + "\nTraining: " + report
        + (restoration == null ? "" : "\n" + restoration + "\n");
  }

  /** The layers as text and as a table. */
  public String describeLayers() {
    Shape code = Shape.of(codeWidth());
    String linear = Linearity.remarkOnCode(head().network().steps());
    return "Layers: " + NetworkText.print(model.network().steps()) + "\nCode: " + code.toText()
        + (code.size() == 1 ? " number" : " numbers") + ", loss over " + targets.describe() + "\n"
        + (linear == null ? "" : linear + "\n") + "\n" + NetworkReport.layers(model.network(), report.batch());
  }

  public TrainingReport report() {
    return report;
  }

  /** Names for the numbers of a code. */
  public List<String> codeNames() {
    return IntStream.rangeClosed(1, codeWidth()).mapToObj(i -> "code" + i).toList();
  }
}
