package weka.core.neural.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.Parallel;
import ruru.nn.train.SparseDataset;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;

/**
 * Turns the attributes of rows into inputs of a network, as learned from training data; part of the model. First come
 * the attributes themselves, then what is left of numbers that others nearly determine, then the quantile bins of all.
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
  /** Numbers that are nearly always 0 keep their zeros if there are as many: words or pixels, not a table's columns. */
  private static final int MANY_SPARSE = 100;
  /** Values of a nominal attribute up to which each has an input: with more, it is an identifier rather than a kind. */
  static final int MANY_VALUES = 1000;

  private final List<AttributeCode> codes = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  /** Null in models saved before there were any. */
  private final @Nullable List<String> identifiers;
  private final Scaling scaling;
  private final int bins;
  private final int threads;
  private final boolean forDistances;
  /** Null if there are none, as in models saved before there were any. */
  private final @Nullable Residuals residuals;
  /** Numbers that are nearly always 0 and so are scaled without a shift. */
  private final int sparseNumbers;
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
    this(data, scaling, bins, threads, false, MANY_VALUES, Cancellation.NEVER);
  }

  /**
   * As {@link #InputEncoder(Instances, Scaling, int, int)}, for as long as it is wanted.
   *
   * @param residuals  whether there are inputs for what is left of numbers that others nearly determine
   * @param mostValues of a nominal attribute that have an input of their own
   */
  <E extends Exception> InputEncoder(Instances data, Scaling scaling, int bins, int threads, boolean residuals,
      int mostValues, Cancellation<E> cancellation) throws E {
    this(data, scaling, bins, threads, false, residuals, mostValues, cancellation);
  }

  /** An encoder for distances; it has no input if no attribute varies. */
  public static <E extends Exception> InputEncoder forDistances(Instances data, Scaling scaling, int threads,
      Cancellation<E> cancellation) throws E {
    return new InputEncoder(data, scaling, 0, threads, true, false, Integer.MAX_VALUE, cancellation);
  }

  private <E extends Exception> InputEncoder(Instances data, Scaling scaling, int bins, int threads,
      boolean forDistances, boolean residuals, int mostValues, Cancellation<E> cancellation) throws E {
    this.scaling = scaling;
    this.bins = bins;
    this.threads = threads;
    this.forDistances = forDistances;
    List<String> identifiers = new ArrayList<>();
    this.identifiers = identifiers;
    boolean[] isIdentifier = new boolean[data.numAttributes()];
    boolean mayBeSparse = scaling == Scaling.STANDARDISE && !forDistances;
    AttributeCode[] fitted = new AttributeCode[data.numAttributes()];
    AttributeCode[] sparse = new AttributeCode[data.numAttributes()];
    KnownValues.each(data, isFew(data.numInstances(), fitted.length) ? 1 : threads, cancellation,
        (attribute, known) -> {
          int i = attribute.index();
          if (isElsewhere(attribute)) {
            return;
          }
          fitted[i] = AttributeCode.fit(attribute, known, scaling, bins, mostValues);
          isIdentifier[i] = attribute.isNominal() && (fitted[i] == null || fitted[i].values().length == 0)
              && known.distinct() > mostValues;
          sparse[i] = mayBeSparse && fitted[i] != null ? AttributeCode.sparse(attribute, known) : null;
        });
    sparseNumbers = (int) Arrays.stream(sparse).filter(Objects::nonNull).count() < MANY_SPARSE ? 0
        : keepZeros(fitted, sparse);
    int missing = 0;
    for (int i = 0; i < fitted.length; i++) {
      AttributeCode code = forDistances && fitted[i] != null ? fitted[i].unflagged() : fitted[i];
      if (code != null) {
        codes.add(code);
        missing += fitted[i].flagged() ? 1 : 0;
      }
      if (isIdentifier[i]) {
        identifiers.add(Excerpt.of(data.attribute(i).name()));
      } else if (code == null && i != data.classIndex() && !isElsewhere(data.attribute(i))) {
        dropped.add(Excerpt.of(data.attribute(i).name()));
      }
    }
    filled = missing;
    this.residuals = residuals ? Residuals.learn(data, codes, cancellation) : null;
    widthWithoutBins = codes.stream().mapToInt(AttributeCode::width).sum()
        + (this.residuals == null ? 0 : this.residuals.count());
    width = widthWithoutBins + codes.stream().mapToInt(AttributeCode::binWidth).sum();
  }

  /** Says that these attributes, which are no inputs, hold nothing that can be learnt. */
  InputEncoder leavingOut(List<String> names) {
    Objects.requireNonNull(identifiers).addAll(names);
    return this;
  }

  /** Whether an attribute's values, texts and series, are no business of this encoder. */
  private static boolean isElsewhere(Attribute attribute) {
    return attribute.isRelationValued() || attribute.isString();
  }

  /** Uses the codes that keep zeros where there are such; returns how many. */
  private static int keepZeros(AttributeCode[] fitted, AttributeCode[] sparse) {
    int kept = 0;
    for (int i = 0; i < fitted.length; i++) {
      if (sparse[i] != null) {
        fitted[i] = sparse[i];
        kept++;
      }
    }
    return kept;
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
    if (residuals != null) {
      residuals.encode(row, target, at);
      at += residuals.count();
    }
    for (AttributeCode code : codes) {
      code.encodeBins(row, target, at);
      at += code.binWidth();
    }
  }

  private boolean isSparse(List<Instance> rows, int last) {
    RowFit.requireAttribute(rows, last);
    return SparseEncoding.isWorthwhile(this::encode, width, rows);
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
    int last = codes.stream().mapToInt(AttributeCode::index).max().orElse(-1);
    if (width >= SparseEncoding.MANY_INPUTS && isSparse(rows, last)) {
      boolean codesAlone = !forDistances && residuals == null && width == widthWithoutBins;
      return new SparseDataset(width, targets.shape(), SparseEncoding.of(this::encode, width,
          codesAlone ? codes : List.of(), rows, threads, cancellation),
          targets.values(), targets.weights(), targets.labels());
    }
    float[] x = Heap.floats(rows.size(), width, "rows", "inputs", "Use fewer rows, or fewer nominal values");
    RowFit.requireAttribute(rows, last);
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
    List<String> inputs = new ArrayList<>();
    codes.forEach(c -> inputs.addAll(c.inputs(decimals)));
    if (residuals != null) {
      inputs.addAll(residuals.inputs(decimals));
    }
    codes.forEach(c -> inputs.addAll(c.binInputs(decimals)));
    return List.copyOf(inputs);
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
      }).append(": ").append(numeric - sparseNumbers).append('\n');
    }
    if (sparseNumbers > 0) {
      s.append("  numeric, 0 in at least nine of ten rows and left so, a usual value of others as 2: ")
          .append(sparseNumbers).append('\n');
    }
    if (cut > 0) {
      s.append("  also as quantile bins, at most ").append(bins).append(", at whose edges the network's response can "
          + "bend: ").append(cut).append('\n');
    }
    if (residuals != null) {
      s.append("  also what is left of numbers that others determine to 99.9 % or more, standardised: ")
          .append(names(residuals.terms().stream().map(t -> t.code().name()).toList())).append('\n');
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
    for (AttributeCode code : codes) {
      if (code.others() > 0) {
        s.append("  ").append(code.name()).append(": ").append(code.values().length)
            .append(" values of two rows or more have inputs; ").append(code.others())
            .append(" rare ones, and any never seen, share one\n");
      }
    }
    if (identifiers != null && !identifiers.isEmpty()) {
      s.append("  an identifier, with another value in each row, so that nothing can be learnt from it, left out: ")
          .append(names(identifiers)).append('\n');
    }
    if (!dropped.isEmpty()) {
      s.append("  constant in the training data, left out: ").append(names(dropped)).append('\n');
    }
    return s.toString();
  }
}
