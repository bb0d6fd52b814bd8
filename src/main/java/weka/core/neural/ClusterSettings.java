package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import ruru.data.Augmentation;
import ruru.nn.text.Excerpt;
import weka.core.neural.options.Auto;
import weka.core.neural.options.Checked;
import weka.core.neural.options.StoredTexts;

/** What a user can set about clusters. */
public final class ClusterSettings implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int MOST = 100_000;
  private static final int MOST_WEIGHT = 1000;
  private static final int MOST_RUNS = 1000;
  private static final int FEWEST_TRIED = 2;
  private static final Range TRIED = new Range(FEWEST_TRIED, 10);

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(new ClusterSettings());

  public final Auto<Range> clusters = Auto.of(ClusterSettings::readRange, (text, range) -> range.text());
  /** Epochs; 0 for no refinement. */
  public final Auto<Integer> refine = Auto.whole("refine", 0, Integer.MAX_VALUE - 1);
  public final Auto<Double> refineWeight = Auto.number("refine weight", Double.MIN_VALUE, MOST_WEIGHT,
      "a number above 0, at most " + MOST_WEIGHT + ",");
  /** Clusters; 0 for those wanted. */
  public final Auto<Integer> refineFrom = Auto.whole("refine from", 0, MOST);
  /** Random changes to images; may be none. */
  public final Auto<Augmentation> augment = Auto.of(Augmentation::parse, (typed, changes) -> changes.isNone()
      ? Auto.NONE : changes.toString()).with(Auto.NONE, Augmentation.parse(""));
  public final Auto<Integer> runs = Auto.whole("runs", 1, MOST_RUNS);
  /** Of K-means. */
  public final Checked<Integer> starts = Checked.whole("starts", 1, "start", 10);
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable ClusterSettings read;

  /** The numbers of clusters to try; a single one if the fewest is the most. */
  public record Range(int fewest, int most) {
    String text() {
      return fewest == most ? Integer.toString(most) : fewest + "-" + most;
    }
  }

  public ClusterSettings() {
    clusters.set("2");
  }

  private static Range readRange(String text) {
    try {
      String[] ends = text.trim().split("-", -1);
      int from = Integer.parseInt(ends[0].trim());
      int to = Integer.parseInt(ends[ends.length - 1].trim());
      if (ends.length <= 2 && to <= MOST
          && (ends.length == 2 ? from >= FEWEST_TRIED && to > from : from >= 1)) {
        return new Range(from, to);
      }
    } catch (NumberFormatException e) {
      throw clustersError(text, e);
    }
    throw clustersError(text, null);
  }

  private static IllegalArgumentException clustersError(String text, @Nullable Exception cause) {
    return new IllegalArgumentException("clusters: expected a number from 1 to " + MOST
        + ", a range such as 2-8, or 'auto', got '" + Excerpt.of(text) + "'", cause);
  }

  /** The smallest number of clusters to try. */
  public int fewest() {
    return clusters.orElse(TRIED).fewest();
  }

  /** The largest. */
  public int most() {
    return clusters.orElse(TRIED).most();
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    StoredTexts.write(this, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    read = StoredTexts.read(in, new ClusterSettings());
  }

  private @Nullable Object readResolve() {
    return read;
  }
}
