package weka.core.neural;

import java.io.Serializable;
import ruru.nn.text.NumberSlip;

/** What a user can set about clusters, in the form in which it is typed. Every setter checks. */
public final class ClusterSettings implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int MOST = 100_000;
  private static final int MOST_WEIGHT = 1000;
  private static final int MOST_RUNS = 1000;
  private static final int FEWEST_TRIED = 2;
  private static final int MOST_TRIED = 10;

  private String clusters = "2";
  private String refine = NeuralSettings.AUTO;
  private String refineWeight = NeuralSettings.AUTO;
  private String refineFrom = NeuralSettings.AUTO;
  private String augment = NeuralSettings.AUTO;
  private int starts = 10;
  private String runs = NeuralSettings.AUTO;

  public String getClusters() {
    return clusters;
  }

  public void setClusters(String text) {
    String t = text.trim().toLowerCase(java.util.Locale.ROOT);
    if (t.equals(NeuralSettings.AUTO)) {
      clusters = t;
      return;
    }
    try {
      String[] ends = t.split("-", -1);
      int from = Integer.parseInt(ends[0].trim());
      int to = Integer.parseInt(ends[ends.length - 1].trim());
      boolean range = ends.length == 2 && from >= FEWEST_TRIED && to > from;
      if (ends.length <= 2 && (range || ends.length == 1 && from >= 1) && to <= MOST) {
        clusters = range ? from + "-" + to : Integer.toString(from);
        return;
      }
    } catch (NumberFormatException e) {
      throw clustersError(text, e);
    }
    throw clustersError(text, null);
  }

  private static IllegalArgumentException clustersError(String text, Exception cause) {
    return new IllegalArgumentException("clusters: expected a number from 1 to " + MOST
        + ", a range such as 2-8, or 'auto', got '" + text + "'", cause);
  }

  /** The fewest clusters that come into question. */
  public int fewest() {
    return clusters.equals(NeuralSettings.AUTO) ? FEWEST_TRIED : Integer.parseInt(clusters.split("-")[0]);
  }

  /** The most. */
  public int most() {
    String[] ends = clusters.split("-");
    return clusters.equals(NeuralSettings.AUTO) ? MOST_TRIED : Integer.parseInt(ends[ends.length - 1]);
  }

  public String getRefine() {
    return refine;
  }

  public void setRefine(String text) {
    refine = NeuralSettings.whole("refine", text, 0, Integer.MAX_VALUE - 1);
  }

  public String getRefineWeight() {
    return refineWeight;
  }

  public void setRefineWeight(String text) {
    if (NeuralSettings.isAuto(text)) {
      refineWeight = NeuralSettings.AUTO;
      return;
    }
    try {
      double value = Double.parseDouble(text.trim());
      if (value > 0 && value <= MOST_WEIGHT) {
        refineWeight = text.trim();
        return;
      }
    } catch (NumberFormatException e) {
      throw weightError(text, e);
    }
    throw weightError(text, null);
  }

  private static IllegalArgumentException weightError(String text, Exception cause) {
    return new IllegalArgumentException("refine weight: expected a number above 0, at most " + MOST_WEIGHT
        + ", or 'auto', got '" + text + "'" + NumberSlip.hint(text), cause);
  }

  public String getRefineFrom() {
    return refineFrom;
  }

  public void setRefineFrom(String text) {
    refineFrom = NeuralSettings.whole("refine from", text, 0, MOST);
  }

  public String getAugment() {
    return augment;
  }

  public void setAugment(String text) {
    augment = NeuralSettings.isAuto(text) ? NeuralSettings.AUTO : ImageSettings.augmentation(text);
  }

  /** Models saved before there was this option have null. */
  public String getRuns() {
    return runs == null ? NeuralSettings.AUTO : runs;
  }

  public void setRuns(String text) {
    runs = NeuralSettings.whole("runs", text, 1, MOST_RUNS);
  }

  public int getStarts() {
    return starts;
  }

  public void setStarts(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("starts: expected at least 1, got " + value);
    }
    starts = value;
  }
}
