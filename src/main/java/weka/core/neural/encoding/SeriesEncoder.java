package weka.core.neural.encoding;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import ruru.nn.train.Dataset;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;
import weka.core.neural.SeriesLayout;
import weka.core.neural.options.StrictOptions;

/**
 * Rows with a series, the value of a relational attribute, which may differ in length. The channels of a step are
 * encoded as a table's attributes are; those of the row beside the series follow, the same at every step. A series
 * without a step is one of missing values: of as many as all others have, or of one if these differ.
 */
public final class SeriesEncoder implements RowEncoder {
  private static final long serialVersionUID = 1;

  private final SeriesAttribute series;
  private final InputEncoder steps;
  private final InputEncoder beside;
  private final int last;
  private final int threads;
  private final int rows;
  private final int shortest;
  private final int longest;
  /** Names of texts beside the series, which are left out; empty if there are none. */
  private final String texts;

  /** @throws IllegalArgumentException if a value is infinite */
  <E extends Exception> SeriesEncoder(Instances data, SeriesAttribute series, Scaling scaling, int threads,
      Cancellation<E> cancellation) throws E {
    this.series = series;
    this.threads = threads;
    rows = data.numInstances();
    Instances pooled = series.steps(data);
    int least = Integer.MAX_VALUE;
    int most = 1;
    for (int r = 0; r < rows; r++) {
      cancellation.check();
      Instance row = data.instance(r);
      List<Instance> known = series.steps(row, r);
      least = known.isEmpty() ? least : Math.min(least, known.size());
      most = Math.max(most, known.size());
      requireFinite(known, pooled, r);
      for (Instance step : known.isEmpty() ? List.of(series.missingStep()) : known) {
        pooled.add(step);
        pooled.instance(pooled.numInstances() - 1).setWeight(row.weight());
      }
    }
    shortest = Math.min(least, most);
    longest = most;
    steps = new InputEncoder(pooled, scaling, 0, threads, false, InputEncoder.MANY_VALUES, cancellation);
    beside = new InputEncoder(data, scaling, 0, threads, false, InputEncoder.MANY_VALUES, cancellation);
    texts = IntStream.range(0, data.numAttributes()).mapToObj(data::attribute).filter(Attribute::isString)
        .map(a -> Excerpt.of(a.name())).collect(Collectors.joining(", "));
    last = Math.max(series.index(), beside.codes().stream().mapToInt(AttributeCode::index).max().orElse(0));
  }

  private void requireFinite(List<Instance> known, Instances pooled, int row) {
    for (int s = 0; s < known.size(); s++) {
      for (int i = 0; i < pooled.numAttributes(); i++) {
        double v = known.get(s).value(i);
        if (Double.isInfinite(v)) {
          throw new IllegalArgumentException("row " + (row + 1) + ": the series '" + Excerpt.of(series.name())
              + "' has " + v + " as '" + Excerpt.of(pooled.attribute(i).name()) + "' of step " + (s + 1)
              + "; expected a finite number: replace or remove it");
        }
      }
    }
  }

  private List<Instance> steps(Instance row, int number) {
    List<Instance> known = series.steps(row, number);
    return known.isEmpty() ? Collections.nCopies(shortest < longest ? 1 : longest, series.missingStep()) : known;
  }

  /** How values are read, whether that was set or told from the data. */
  public SeriesLayout layout() {
    return series.hasChannels() ? SeriesLayout.CHANNELS : SeriesLayout.STEPS;
  }

  private int channels() {
    return steps.width() + beside.width();
  }

  @Override
  public Scaling scaling() {
    return steps.scaling();
  }

  @Override
  public Shape shape() {
    return Shape.of(longest, Math.max(1, channels()));
  }

  @Override
  public boolean isEmpty() {
    return channels() == 0;
  }

  /** The rows' series; of a shape with more steps if one is longer than all that were trained on. */
  @Override
  public <E extends Exception> Dataset dataset(List<Instance> rows, Targets targets, Cancellation<E> cancellation)
      throws E {
    RowFit.requireAttribute(rows, last);
    int[] lengths = new int[rows.size()];
    for (int r = 0; r < lengths.length; r++) {
      lengths[r] = steps(rows.get(r), r).size();
    }
    return SeriesRows.of(lengths, shape(), targets, threads, cancellation,
        (row, to, start) -> encode(rows.get(row), row, to, start));
  }

  private void encode(Instance row, int number, float[] to, int start) {
    int at = start;
    for (Instance step : steps(row, number)) {
      steps.encode(step, to, at);
      if (at == start) {
        beside.encode(row, to, at + steps.width());
      } else {
        System.arraycopy(to, start + steps.width(), to, at + steps.width(), beside.width());
      }
      at += channels();
    }
  }

  @Override
  public String describe() {
    StringBuilder s = new StringBuilder("attribute '" + Excerpt.of(series.name()) + "' holds " + rows + " series of "
        + (shortest < longest ? shortest + " to " : "") + longest + (longest == 1 ? " step" : " steps") + " with "
        + series.width() + (series.width() == 1 ? " channel" : " channels") + ", each of its rows being a "
        + (series.hasChannels() ? "channel" : "step") + " (-series " + StrictOptions.lowerCase(layout())
        + ")\nof a step, " + steps.describe());
    if (!beside.isEmpty()) {
      s.append("at every step also what stands beside the series: ").append(beside.describe());
    }
    return s.append(texts.isEmpty() ? "" : "texts beside the series, left out: " + texts + "\n").toString();
  }

  @Override
  public List<String> inputs(int decimals) {
    return Stream.of(steps, beside).flatMap(e -> e.inputs(decimals).stream()).map(text -> "at each step, " + text)
        .toList();
  }
}
