package weka.core.neural.lab.images;

import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * Numbers that can be drawn: an image, a map, a filter.
 *
 * @param values [height][width][channels]
 */
public record FloatImage(int height, int width, int channels, float[] values) {
  /** Numbers of features in a line of their picture. */
  private static final int LINE = 32;

  /** @throws IllegalArgumentException if the values are not as many as the sizes say */
  public FloatImage {
    if ((long) height * width * channels != values.length) {
      throw new IllegalArgumentException("expected " + height + " x " + width + " x " + channels + " values, got "
          + values.length);
    }
  }

  /** A row of a tensor of images, with all channels. */
  public static FloatImage of(Shape shape, float[] values) {
    return new FloatImage(shape.dim(0), shape.dim(1), shape.channels(), values);
  }

  /**
   * A channel of the first row of a tensor of maps or of a series, which is as high as it has steps; or the features,
   * in lines of 32 that are filled up with 0.
   */
  public static FloatImage map(Tensor tensor, int channel) {
    Shape shape = tensor.shape();
    if (shape.rank() == 1) {
      int width = Math.min(LINE, shape.size());
      int height = (shape.size() + width - 1) / width;
      float[] values = new float[height * width];
      tensor.readRow(0, values, 0);
      return new FloatImage(height, width, 1, values);
    }
    int height = shape.dim(0);
    int width = shape.positions() / height;
    float[] values = new float[shape.positions()];
    for (int p = 0; p < values.length; p++) {
      values[p] = tensor.plane(p)[channel];
    }
    return new FloatImage(height, width, 1, values);
  }

  /** Smallest of the finite values; 0 if there are none. */
  public float low() {
    float low = Float.POSITIVE_INFINITY;
    for (float v : values) {
      low = Float.isFinite(v) ? Math.min(low, v) : low;
    }
    return Float.isFinite(low) ? low : 0;
  }

  /** Largest of the finite values; 0 if there are none. */
  public float high() {
    float high = Float.NEGATIVE_INFINITY;
    for (float v : values) {
      high = Float.isFinite(v) ? Math.max(high, v) : high;
    }
    return Float.isFinite(high) ? high : 0;
  }

  /** The largest size of a finite value, whatever its sign. */
  public float size() {
    return Math.max(Math.abs(low()), Math.abs(high()));
  }

  /** At most so many pixels a side: every n-th of them. */
  public FloatImage thinned(int most) {
    int step = (Math.max(height, width) + most - 1) / most;
    if (step <= 1) {
      return this;
    }
    int h = (height + step - 1) / step;
    int w = (width + step - 1) / step;
    float[] some = new float[h * w * channels];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        System.arraycopy(values, (y * step * width + x * step) * channels, some, (y * w + x) * channels, channels);
      }
    }
    return new FloatImage(h, w, channels, some);
  }

  /** For each pixel the value of the channel whose size is largest, without its sign (Simonyan et al. 2013). */
  public FloatImage largest() {
    float[] sizes = new float[height * width];
    for (int i = 0; i < values.length; i++) {
      sizes[i / channels] = Math.max(sizes[i / channels], Math.abs(values[i]));
    }
    return new FloatImage(height, width, 1, sizes);
  }
}
