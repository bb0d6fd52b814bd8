package weka.core.neural.segmentation;

import ruru.data.masks.Mask;

/**
 * How often pixels of one class are predicted as another, counted over one mask or several, and the usual measures of
 * that. With t_c the pixels of class c, p_c those predicted as c, and h_c those that are both: the pixel accuracy is
 * sum h / sum t; a class's accuracy is h_c / t_c, its intersection over union (Jaccard) h_c / (t_c + p_c - h_c), and
 * its Dice coefficient 2 h_c / (t_c + p_c), the F-measure of its pixels. A measure that is 0 / 0 is NaN. The mean IoU
 * is that of the classes which have one. Source: Everingham et al. 2010, "The PASCAL Visual Object Classes
 * Challenge", section 4.3.
 */
public final class Confusion {
  private final int classes;
  private final long[] counts;

  /** Of no pixels yet. */
  public Confusion(int classes) {
    this.classes = classes;
    counts = new long[classes * classes];
  }

  public int classes() {
    return classes;
  }

  /**
   * Adds the pixels that count.
   *
   * @throws IllegalArgumentException if the masks are of two sizes
   */
  public void add(Mask truth, Mask predicted) {
    if (truth.height() != predicted.height() || truth.width() != predicted.width()) {
      throw new IllegalArgumentException("expected a predicted mask of " + truth.height() + " x " + truth.width()
          + " pixels, got " + predicted.height() + " x " + predicted.width());
    }
    for (int i = 0; i < truth.classes().length; i++) {
      if (truth.classes()[i] != Mask.IGNORED) {
        counts[truth.classes()[i] * classes + predicted.classes()[i]]++;
      }
    }
  }

  /** Adds what was counted elsewhere. */
  public void add(Confusion other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** All pixels that count. */
  public long pixels() {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += truth(c);
    }
    return sum;
  }

  /** Pixels of a class. */
  public long truth(int c) {
    long sum = 0;
    for (int p = 0; p < classes; p++) {
      sum += counts[c * classes + p];
    }
    return sum;
  }

  private long predicted(int c) {
    long sum = 0;
    for (int t = 0; t < classes; t++) {
      sum += counts[t * classes + c];
    }
    return sum;
  }

  private long hits(int c) {
    return counts[c * classes + c];
  }

  /** The fraction of all pixels that is predicted right. */
  public double accuracy() {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += hits(c);
    }
    return (double) sum / pixels();
  }

  /** The fraction of a class's pixels that is predicted right. */
  public double accuracy(int c) {
    return (double) hits(c) / truth(c);
  }

  /** Intersection over union. */
  public double iou(int c) {
    return (double) hits(c) / (truth(c) + predicted(c) - hits(c));
  }

  /** The Dice coefficient. */
  public double dice(int c) {
    return 2.0 * hits(c) / (truth(c) + predicted(c));
  }

  /** The mean intersection over union of the classes that are there or are predicted. */
  public double meanIou() {
    double sum = 0;
    int count = 0;
    for (int c = 0; c < classes; c++) {
      if (!Double.isNaN(iou(c))) {
        sum += iou(c);
        count++;
      }
    }
    return sum / count;
  }
}
