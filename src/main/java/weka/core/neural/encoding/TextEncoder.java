package weka.core.neural.encoding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;
import weka.core.neural.SequenceSettings;
import weka.core.neural.TextUnits;

/**
 * Rows with a text. Each of its words or characters is a step, whose first channel is the word's number; what stands
 * beside the text follows, the same at every step. A text without words is one word without a number of its own.
 */
public final class TextEncoder implements RowEncoder {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 8;

  private final TextReader reader;
  private final Vocabulary vocabulary;
  private final InputEncoder beside;
  private final int last;
  private final int threads;
  private final boolean tellsApart;
  private final int different;
  private final int repeated;
  private final int shortest;
  private final int longest;
  private final int cut;

  /** Counts the words of rows. */
  <E extends Exception> TextEncoder(Instances data, TextReader reader, SequenceSettings settings, Scaling scaling,
      int threads, Cancellation<E> cancellation) throws E {
    this.reader = reader;
    this.threads = threads;
    Vocabulary.Count count = new Vocabulary.Count();
    int least = Integer.MAX_VALUE;
    int most = 1;
    int longer = 0;
    for (int r = 0; r < data.numInstances(); r++) {
      cancellation.check();
      List<String> units = reader.units(data.instance(r), r);
      longer += units.size() > reader.longest() ? 1 : 0;
      List<String> read = read(units);
      least = Math.min(least, read.size());
      most = Math.max(most, read.size());
      count.add(new HashSet<>(read));
    }
    vocabulary = count.most(settings.words.value());
    tellsApart = count.tellsApart(data.numInstances());
    different = count.different();
    repeated = count.repeated();
    shortest = least;
    longest = most;
    cut = longer;
    beside = new InputEncoder(data, scaling, 0, threads, false, InputEncoder.MANY_VALUES, cancellation);
    last = Math.max(reader.last(), beside.codes().stream().mapToInt(AttributeCode::index).max().orElse(0));
  }

  private List<String> read(List<String> units) {
    return units.size() > reader.longest() ? units.subList(0, reader.longest()) : units;
  }

  /** Whether each word is in one row or in all, so that nothing can be learnt from the texts. */
  boolean hasNoWords() {
    return !tellsApart;
  }

  private int channels() {
    return 1 + beside.width();
  }

  @Override
  public Scaling scaling() {
    return beside.scaling();
  }

  @Override
  public Shape shape() {
    return Shape.of(longest, channels());
  }

  @Override
  public TextUnits text() {
    return reader.units();
  }

  @Override
  public int words() {
    return vocabulary.size() + 1;
  }

  @Override
  public <E extends Exception> Dataset dataset(List<Instance> rows, Targets targets, Cancellation<E> cancellation)
      throws E {
    RowFit.requireAttribute(rows, last);
    int[][] numbers = new int[rows.size()][];
    int[] lengths = new int[numbers.length];
    for (int r = 0; r < numbers.length; r++) {
      cancellation.check();
      numbers[r] = numbers(rows.get(r), r);
      lengths[r] = numbers[r].length;
    }
    return SeriesRows.of(lengths, shape(), targets, threads, cancellation,
        (row, to, start) -> encode(rows.get(row), numbers[row], to, start));
  }

  private int[] numbers(Instance row, int number) {
    List<String> units = read(reader.units(row, number));
    return units.isEmpty() ? new int[1] : units.stream().mapToInt(vocabulary::number).toArray();
  }

  private void encode(Instance row, int[] numbers, float[] to, int start) {
    int at = start;
    for (int number : numbers) {
      to[at] = number;
      if (at == start) {
        beside.encode(row, to, at + 1);
      } else {
        System.arraycopy(to, start + 1, to, at + 1, beside.width());
      }
      at += channels();
    }
  }

  @Override
  public String describe() {
    String unit = reader.unit();
    StringBuilder s = new StringBuilder(reader.where() + (reader.names().size() == 1 ? " becomes " : " become ") + unit
        + "s: " + number(vocabulary.size()) + " of " + number(different) + " different ones have a number, those of "
        + "two rows or more" + (repeated > vocabulary.size() ? ", of " + number(repeated) + " the most frequent" : "")
        + "; all others share one\n");
    s.append("  texts of ").append(shortest < longest ? number(shortest) + " to " : "").append(number(longest))
        .append(' ').append(unit).append(longest == 1 ? "" : "s");
    if (cut > 0) {
      s.append("; ").append(number(cut)).append(cut == 1 ? " is" : " are").append(" longer, of which the first ")
          .append(number(reader.longest())).append(" are read (-longest)");
    }
    s.append('\n');
    if (!beside.isEmpty()) {
      s.append("at every ").append(unit).append(" also what stands beside the text: ").append(beside.describe());
    }
    return s.toString();
  }

  private static String number(int n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  @Override
  public List<String> inputs(int decimals) {
    List<String> inputs = new ArrayList<>();
    List<String> first = vocabulary.first(SHOWN);
    inputs.add("at each step, the number of a " + reader.unit() + " of the text: 0 of any that is not known, "
        + first.stream().map(w -> (first.indexOf(w) + 1) + " '" + w + "'").collect(Collectors.joining(", "))
        + (vocabulary.size() > SHOWN ? " and so on to " + number(vocabulary.size()) : ""));
    beside.inputs(decimals).forEach(text -> inputs.add("at each step, " + text));
    return inputs;
  }
}
