package weka.core.neural.autoencoder;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.data.MedianFilter;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import weka.core.neural.training.NeuralModel;

/**
 * How well a denoising autoencoder restores images, beside a median filter, as peak signal-to-noise ratios: PSNR = 10
 * log10(peak^2 / e), in decibels, with the mean squared error e and the range from the darkest to the brightest of the
 * images' values as peak. Where the noise is a hole, only what is in the holes counts: the rest need not be restored.
 */
final class Restoration {
  private static final int MOST_IMAGES = 500;
  /** Numbers of the images measured, since the filters take longer than the network. */
  private static final int MOST_VALUES = 1 << 18;
  /** Median filters of these sides are tried, and the best is told. */
  private static final int[] SIDES = {3, 5, 7};

  private final float[] clean;
  private final boolean[] counted;
  private final double peak;

  private Restoration(float[] clean, boolean[] counted) {
    this.clean = clean;
    this.counted = counted;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : clean) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    peak = (double) high - low;
  }

  /**
   * Measures it on some of the rows.
   *
   * @param which the rows, as said in the text
   * @return a sentence; null if the rows are not images, or no noise changes them
   * @throws InterruptedException if the thread was interrupted
   */
  static @Nullable String measure(NeuralModel model, Dataset data, int[] rows, String which)
      throws InterruptedException {
    Shape shape = model.network().inputShape();
    TrainedNoise noise = TrainedNoise.of(model.network());
    if (noise == null || shape.rank() != 3 || rows.length == 0) {
      return null;
    }
    int n = Math.max(1, Math.min(Math.min(MOST_IMAGES, rows.length), MOST_VALUES / shape.size()));
    float[] clean = read(data, rows, n);
    float[] noisy = noise.addedTo(clean);
    if (Arrays.equals(clean, noisy)) {
      return null;
    }
    Restoration images = new Restoration(clean, counted(clean, noisy, noise.isHole()));
    float[] restored = model.predictOrStop(new ArrayDataset(shape, Shape.of(1), noisy, new float[n], null, null));
    int best = SIDES[0];
    double median = Double.NEGATIVE_INFINITY;
    for (int side : SIDES) {
      Cancellation.checkCallingThread();
      double ratio = images.ratio(MedianFilter.apply(noisy, shape, side));
      if (ratio > median) {
        median = ratio;
        best = side;
      }
    }
    return String.format(Locale.ROOT, "Peak signal-to-noise ratio of %,d %s%s: %.1f dB with the noise, %.1f dB after a "
        + "median filter of %dx%d, %.1f dB as reconstructed", n, which, noise.isHole() ? ", in the holes" : "",
        images.ratio(noisy), median, best, best, images.ratio(restored));
  }

  private static float[] read(Dataset data, int[] rows, int n) throws InterruptedException {
    int size = data.inputShape().size();
    Tensor x = new Tensor(data.inputShape(), 1);
    float[] values = new float[n * size];
    for (int r = 0; r < n; r++) {
      data.read(rows, r, r + 1, x, null, Cancellation.ofCallingThread());
      x.readRow(0, values, r * size);
    }
    return values;
  }

  private static boolean[] counted(float[] clean, float[] noisy, boolean changedOnly) {
    boolean[] counted = new boolean[clean.length];
    for (int i = 0; i < clean.length; i++) {
      counted[i] = !changedOnly || clean[i] != noisy[i];
    }
    return counted;
  }

  /** The ratio of images, in decibels. */
  private double ratio(float[] images) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < images.length; i++) {
      if (counted[i]) {
        double error = (double) images[i] - clean[i];
        sum += error * error;
        count++;
      }
    }
    return 10 * Math.log10(peak * peak * count / Math.max(sum, Double.MIN_NORMAL));
  }
}
