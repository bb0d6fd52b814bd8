package weka.core.neural.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.Parallel;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;

/**
 * Turns the attributes of rows into inputs of a network, as learned from training data; part of the model. First come
 * the attributes themselves, then the quantile bins of all of them.
 *
 * <p>An encoder for distances is one for K-means: the distances between rows are those of Weka's EuclideanDistance
 * after ReplaceMissingValues, times 2 if numbers are scaled to their range. Two values of a nominal attribute have
 * distance 2, however many there are, and a missing value is just the mean or mode.
 */
public final class InputEncoder implements RowEncoder {
  private static final long serialVersionUID = 1;
  /** Of one-hot inputs: gives two different values a distance of 2. */
  private static final float HOLDS = (float) Math.sqrt(2);
  private static final int ROWS_OF_TASK = 256;
  /** The most attributes named in a line. */
  private static final int NAMED = 10;
  private static final int FEW = 1 << 17;

  private final List<AttributeCode> codes = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final Scaling scaling;
  private final int bins;
  private final int threads;
  private final boolean forDistances;
  private final int filled;
  private final int widthWithoutBins;
  private final int width;

  /**
   * Learns from rows of weight above 0.
   *
   * @param bins the most quantile bins that encode a number in addition; 0 for none
   * @param threads the most threads to use; 0 for all cores
   * @throws IllegalArgumentException naming attribute and row, if a value is infinite
   */
  public InputEncoder(Instances data, Scaling scaling, int bins, int threads) {
    this(data, scaling, bins, threads, Cancellation.NEVER);
  }

  /** As {@link #InputEncoder(Instances, Scaling, int, int)}, for as long as it is wanted. */
  <E extends Exception> InputEncoder(Instances data, Scaling scaling, int bins, int threads,
      Cancellation<E> cancellation) throws E {
    this(data, scaling, bins, threads, false, cancellation);
  }

  /** An encoder for distances; it has no input if no attribute varies. */
  public static <E extends Exception> InputEncoder forDistances(Instances data, Scaling scaling, int threads,
      Cancellation<E> cancellation) throws E {
    return new InputEncoder(data, scaling, 0, threads, true, cancellation);
  }

  private <E extends Exception> InputEncoder(Instances data, Scaling scaling, int bins, int threads,
      boolean forDistances, Cancellation<E> cancellation) throws E {
    this.scaling = scaling;
    this.bins = bins;
    this.threads = threads;
    this.forDistances = forDistances;
    AttributeCode[] fitted = new AttributeCode[data.numAttributes()];
    KnownValues.each(data, isFew(data.numInstances(), fitted.length) ? 1 : threads, cancellation,
        (attribute, known) -> fitted[attribute.index()] = AttributeCode.fit(attribute, known, scaling, bins));
    int missing = 0;
    for (int i = 0; i < fitted.length; i++) {
      AttributeCode code = forDistances && fitted[i] != null ? fitted[i].unflagged() : fitted[i];
      if (code != null) {
        codes.add(code);
        missing += fitted[i].flagged() ? 1 : 0;
      } else if (i != data.classIndex()) {
        dropped.add(Excerpt.of(data.attribute(i).name()));
      }
    }
    filled = missing;
    widthWithoutBins = codes.stream().mapToInt(AttributeCode::width).sum();
    width = widthWithoutBins + codes.stream().mapToInt(AttributeCode::binWidth).sum();
  }

  /** Whether there is too little work to wake other threads. */
  private static boolean isFew(int rows, int columns) {
    return (long) rows * columns < FEW;
  }

  List<AttributeCode> codes() {
    return codes;
  }

  @Override
  public Scaling scaling() {
    return scaling;
  }

  @Override
  public int widthWithoutBins() {
    return widthWithoutBins;
  }

  @Override
  public int bins() {
    return bins;
  }

  /** Inputs of the network; 0 if all attributes are constant. */
  public int width() {
    return width;
  }

  /** Writes the inputs of a row to target[offset .. offset + width). */
  public void encode(Instance row, float[] target, int offset) {
    int at = offset;
    for (AttributeCode code : codes) {
      code.encode(row, target, at);
      if (forDistances && code.values().length > 2) {
        for (int i = at; i < at + code.width(); i++) {
          target[i] *= HOLDS;
        }
      }
      at += code.width();
    }
    for (AttributeCode code : codes) {
      code.encodeBins(row, target, at);
      at += code.binWidth();
    }
  }

  @Override
  public boolean isEmpty() {
    return width == 0;
  }

  @Override
  public Shape shape() {
    return Shape.of(width);
  }

  @Override
  public <E extends Exception> Dataset dataset(List<Instance> rows, Targets targets, Cancellation<E> cancellation)
      throws E {
    float[] x = Heap.floats(rows.size(), width, "rows", "inputs", "Use fewer rows, or fewer nominal values");
    RowFit.requireAttribute(rows, codes.stream().mapToInt(AttributeCode::index).max().orElse(-1));
    int tasks = (rows.size() + ROWS_OF_TASK - 1) / ROWS_OF_TASK;
    Parallel.run(tasks, isFew(rows.size(), width) ? 1 : threads, task -> {
      cancellation.check();
      int end = Math.min(rows.size(), (task + 1) * ROWS_OF_TASK);
      for (int r = task * ROWS_OF_TASK; r < end; r++) {
        encode(rows.get(r), x, r * width);
      }
    });
    return new ArrayDataset(shape(), targets.shape(), x, targets.values(), targets.weights(), targets.labels());
  }

  @Override
  public List<String> inputs(int decimals) {
    return Stream.concat(codes.stream().flatMap(c -> c.inputs(decimals).stream()),
        codes.stream().flatMap(c -> c.binInputs(decimals).stream())).toList();
  }

  /** The first names and the number of others. */
  private static String names(List<String> all) {
    return all.size() <= NAMED ? String.join(", ", all)
        : String.join(", ", all.subList(0, NAMED)) + " and " + (all.size() - NAMED) + " more";
  }

  @Override
  public String describe() {
    long numeric = codes.stream().filter(c -> c.affine() != null).count();
    long nominal = codes.stream().filter(c -> c.values().length > 0).count();
    long flagged = codes.stream().filter(AttributeCode::flagged).count();
    StringBuilder s = new StringBuilder();
    s.append(codes.size()).append(codes.size() == 1 ? " attribute becomes " : " attributes become ").append(width)
        .append(width == 1 ? " input\n" : " inputs\n");
    long cut = codes.stream().filter(c -> c.bins() != null).count();
    if (numeric > 0) {
      s.append("  numeric, ").append(switch (scaling) {
        case STANDARDISE -> "standardised to mean 0 and standard deviation 1";
        case RANGE -> "scaled to [-1, 1]";
        case NONE -> "as they are";
      }).append(": ").append(numeric).append('\n');
    }
    if (cut > 0) {
      s.append("  also as quantile bins, at most ").append(bins).append(", at whose edges the network's response can "
          + "bend: ").append(cut).append('\n');
    }
    if (nominal > 0) {
      s.append("  nominal, two values as -1 and 1, more as one-hot inputs")
          .append(forDistances ? ", any two equally far apart: " : ": ").append(nominal).append('\n');
    }
    if (flagged > 0) {
      s.append("  missing values replaced by mean or mode, and flagged by an extra input: ").append(flagged)
          .append('\n');
    } else if (filled > 0) {
      s.append("  missing values replaced by mean or mode: ").append(filled).append('\n');
    }
    if (!dropped.isEmpty()) {
      s.append("  constant in the training data, left out: ").append(names(dropped)).append('\n');
    }
    return s.toString();
  }
}
