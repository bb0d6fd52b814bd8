package ruru.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import ruru.nn.Cancellation;
import ruru.nn.Tensor;

/**
 * From pixels, 0 to 255, to a network's inputs: (v - mean) / deviation, with one mean and one standard deviation for
 * each channel. Part of a model, so that predictions use the same scaling as training.
 *
 * <p>The standard choice is {@link #learn}: mean 0 and standard deviation 1 over all pixels of the training images,
 * because networks with He's or Glorot's initial weights expect inputs of that size; with {@link #unit} inputs are all
 * positive.
 */
public final class PixelScaling implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int LEVELS = 256;
  /** Images used to learn the scaling: 5000 of 32x32 are five million pixels per channel. */
  private static final int MOST_IMAGES = 5000;

  private final double[] mean;
  private final double[] deviation;
  private final float[][] table;

  private PixelScaling(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
    table = new float[mean.length][LEVELS];
    for (int c = 0; c < mean.length; c++) {
      for (int v = 0; v < LEVELS; v++) {
        table[c][v] = (float) ((v - mean[c]) / deviation[c]);
      }
    }
  }

  /** Means and standard deviations for every channel; a deviation of 0 (all pixels equal) counts as 1. */
  public static PixelScaling of(double[] mean, double[] deviation) {
    if (mean.length == 0 || mean.length != deviation.length) {
      throw new IllegalArgumentException(mean.length + " means and " + deviation.length + " deviations; one of each is "
          + "needed for every channel");
    }
    double[] divisors = deviation.clone();
    for (int c = 0; c < divisors.length; c++) {
      if (!(divisors[c] >= 0) || !Double.isFinite(divisors[c]) || !Double.isFinite(mean[c])) {
        throw new IllegalArgumentException("channel " + (c + 1) + " has mean " + mean[c] + " and deviation "
            + deviation[c] + "; both must be finite, and the deviation at least 0");
      }
      divisors[c] = divisors[c] == 0 ? 1 : divisors[c];
    }
    return new PixelScaling(mean.clone(), divisors);
  }

  /** v / 255: inputs from 0 to 1. */
  public static PixelScaling unit(int channels) {
    double[] deviation = new double[channels];
    Arrays.fill(deviation, LEVELS - 1);
    return of(new double[channels], deviation);
  }

  /**
   * From training images: all of them, or 5000 spread evenly over the rows if there are more.
   *
   * @param rows    the training rows of weight above 0, at least one
   * @param weights one for each image of the cache: 2 counts like the image twice
   * @throws InterruptedException if the thread was interrupted
   */
  public static PixelScaling learn(ImageCache images, int[] rows, float[] weights) throws InterruptedException {
    int count = Math.min(rows.length, MOST_IMAGES);
    if (count == 0) {
      throw new IllegalArgumentException("there are no training images to learn the scaling of pixels from");
    }
    int[] chosen = new int[count];
    Arrays.setAll(chosen, i -> rows[(int) ((long) i * rows.length / count)]);
    int channels = images.shape().channels();
    double[][] histogram = new double[channels][LEVELS];
    Cancellation<InterruptedException> interrupt = Cancellation.ofCallingThread();
    for (int i = 0; i < count; i++) {
      interrupt.check();
      images.ahead(chosen, i);
      byte[] pixels = images.pixels(chosen[i], interrupt);
      for (int p = 0; p < pixels.length; p++) {
        histogram[p % channels][pixels[p] & 0xFF] += weights[chosen[i]];
      }
    }
    return ofHistogram(histogram);
  }

  private static PixelScaling ofHistogram(double[][] histogram) {
    double[] mean = new double[histogram.length];
    double[] deviation = new double[histogram.length];
    for (int c = 0; c < histogram.length; c++) {
      double n = 0;
      double sum = 0;
      for (int v = 0; v < LEVELS; v++) {
        n += histogram[c][v];
        sum += v * histogram[c][v];
      }
      mean[c] = sum / n;
      double squares = 0;
      for (int v = 0; v < LEVELS; v++) {
        squares += histogram[c][v] * (v - mean[c]) * (v - mean[c]);
      }
      deviation[c] = Math.sqrt(squares / n);
    }
    return of(mean, deviation);
  }

  public int channels() {
    return mean.length;
  }

  /** Scales any value, in double. */
  public float scale(int channel, double value) {
    return (float) ((value - mean[channel]) / deviation[channel]);
  }

  /** Scales decoded pixels, [height][width][channels], into a row of a tensor of that shape. */
  public void scale(byte[] pixels, Tensor target, int row) {
    int channels = mean.length;
    for (int p = 0; p < target.positions(); p++) {
      float[] plane = target.plane(p);
      for (int c = 0; c < channels; c++) {
        plane[row * channels + c] = table[c][pixels[p * channels + c] & 0xFF];
      }
    }
  }

  /** "(v - 33.3) / 78.6" for each channel. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < mean.length; c++) {
      text.append(c == 0 ? "" : ", ").append(String.format(Locale.ROOT, "(v - %.1f) / %.1f", mean[c], deviation[c]));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelScaling s && Arrays.equals(mean, s.mean) && Arrays.equals(deviation, s.deviation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
  }
}
