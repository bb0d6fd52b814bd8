package weka.core.neural.lab.images;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import ruru.nn.train.Training;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.lab.LabMeasures;
import weka.core.neural.lab.LabRun;
import weka.core.neural.training.FittedNetwork;

/**
 * Rows that are sent through a network to look at what it makes of them.
 *
 * @param data    as the network sees them
 * @param rows    the same rows in Weka; null for a training elsewhere, which tells nothing of them
 * @param part    which they are, as in "Test"
 * @param loss    of the network
 * @param fitted  null for a training elsewhere
 */
public record LookedAtRows(Dataset data, @Nullable Instances rows, String part, Loss loss,
    @Nullable FittedNetwork fitted) {
  /** Rows that are kept of a training elsewhere. */
  private static final int MOST_ROWS = 60;
  /** Numbers that are kept of a training elsewhere. */
  private static final int MOST_NUMBERS = 4_000_000;
  private static final double GOLDEN = 0.618;

  /** The test rows of a run of the lab, or others if it has none; null while it is prepared. */
  public static @Nullable LookedAtRows of(LabRun run) {
    LabMeasures measures = run.measures();
    FittedNetwork fitted = run.fitted();
    if (measures == null || fitted == null) {
      return null;
    }
    LabMeasures.Part part = measures.shown();
    Dataset data = measures.encoded(part);
    return data == null ? null
        : new LookedAtRows(data, measures.rows(part),
            part == LabMeasures.Part.TEST ? "Test" : part == LabMeasures.Part.VALIDATION ? "Validation" : "Training",
            fitted.models().get(0).loss(), fitted);
  }

  /** Copies of some rows of a training elsewhere, so that they are there after its end. */
  public static LookedAtRows of(Training training) {
    boolean held = training.split().validation().length > 0;
    int[] all = held ? training.split().validation() : training.split().training();
    int size = Math.max(1, training.data().inputShape().size());
    int n = Math.max(1, Math.min(Math.min(MOST_ROWS, MOST_NUMBERS / size), all.length));
    int[] some = IntStream.of(spread(all.length, n)).map(i -> all[i]).toArray();
    return new LookedAtRows(new KeptRows(training.data(), some), null, held ? "Held-out" : "Training", training.loss(),
        null);
  }

  /**
   * Indices over the whole range, in order, at unequal distances: every fifth row of a file whose classes take turns
   * would be of few classes.
   *
   * @param of    numbers to choose from
   * @param count how many of them, at most all
   */
  public static int[] spread(int of, int count) {
    return IntStream.range(0, count).map(i -> (int) ((i + i * GOLDEN % 1) * of / count)).toArray();
  }

  public int size() {
    return data.size();
  }

  /** Whether each row is an image. */
  public boolean areImages() {
    return data.inputShape().rank() == 3;
  }

  /** A row's values as the network sees them. */
  public float[] input(int row) {
    Tensor x = new Tensor(data.inputShape(), 1);
    data.read(new int[] {row}, 0, 1, x, null);
    float[] values = new float[x.shape().size()];
    x.readRow(0, values, 0);
    return values;
  }

  /** Names of the classes; empty if a number is predicted, or an autoencoder's input. */
  public List<String> classes(Network network) {
    if (rows != null) {
      Attribute target = rows.classAttribute();
      return !target.isNominal() ? List.of()
          : IntStream.range(0, target.numValues()).mapToObj(target::value).toList();
    }
    if (!loss.fits(Loss.Task.CLASSES) || data.size() == 0 || data.label(0) < 0) {
      return List.of();
    }
    int outputs = network.outputShape().size();
    return IntStream.range(0, outputs == 1 ? 2 : outputs).mapToObj(i -> "class " + (i + 1)).toList();
  }

  /** Rows of a class; all of them for -1. */
  public int[] of(int label) {
    return IntStream.range(0, size()).filter(r -> label < 0 || data.label(r) == label).toArray();
  }

  /** The image file that a row names; empty if it names none. */
  public String file(int row) {
    if (rows == null) {
      return "";
    }
    return IntStream.range(0, rows.numAttributes()).filter(a -> a != rows.classIndex() && rows.attribute(a).isString()
        && !rows.get(row).isMissing(a)).mapToObj(a -> rows.get(row).stringValue(a)).findFirst().orElse("");
  }

  /** Whether the network's output is to be its input. */
  public boolean reconstruct(Network network) {
    return rows == null && areImages() && network.outputShape().size() == network.inputShape().size()
        && data.targetShape().size() == network.inputShape().size();
  }

  /**
   * The smallest and the largest value of each channel in some of the rows, which are drawn black and white.
   *
   * @return [2][channels]
   */
  public float[][] range() {
    Shape shape = data.inputShape();
    int channels = shape.channels();
    float[] low = new float[channels];
    float[] high = new float[channels];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    int n = Math.max(1, Math.min(Math.min(MOST_ROWS, MOST_NUMBERS / shape.size()), size()));
    for (int r = 0; r < Math.min(n, size()); r++) {
      float[] values = input((int) ((long) r * size() / n));
      for (int i = 0; i < values.length; i++) {
        if (Float.isFinite(values[i])) {
          low[i % channels] = Math.min(low[i % channels], values[i]);
          high[i % channels] = Math.max(high[i % channels], values[i]);
        }
      }
    }
    return new float[][] {low, high};
  }
}
