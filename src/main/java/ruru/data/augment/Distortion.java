package ruru.data.augment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruru.nn.Shape;

/**
 * What happens to one image: shifts, rotations and the like combined into one affine map, then erased squares, then
 * blending with another image. One map means one resampling, however many steps there are, so that the image is blurred
 * only once.
 *
 * <p>The map leads from a pixel of the result back to a place in the source, y = A (x - m) + b + m with m the middle of
 * the image; the value there is interpolated bilinearly. A map that hits pixels exactly copies them. Positions outside
 * the source have the value of the nearest border pixel, or 0 (the mean colour of standardised images) if requested.
 * An elastic change moves the place further, by a displacement that varies smoothly over the image.
 */
public final class Distortion {
  private final int height;
  private final int width;
  private final int channels;
  private double ax;
  private double ay;
  private double bx;
  private double by;
  private double offsetX;
  private double offsetY;
  private boolean zeroOutside;
  private int[] wiped = new int[8];
  private int wipedCount;
  private double blendWeight;
  private final List<Bend> bends = new ArrayList<>();

  /** For images of one shape; reusable for one image after another. */
  public Distortion(Shape shape) {
    if (shape.rank() != 3) {
      throw new IllegalArgumentException("only images (height x width x channels) can be augmented, got shape "
          + shape);
    }
    height = shape.dim(0);
    width = shape.dim(1);
    channels = shape.dim(2);
    reset();
  }

  /** Back to no change. */
  public void reset() {
    ax = 1;
    ay = 0;
    bx = 0;
    by = 1;
    offsetX = 0;
    offsetY = 0;
    zeroOutside = false;
    wipedCount = 0;
    blendWeight = 0;
    bends.clear();
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** Mirrors left and right, or top and bottom. */
  void flip(boolean leftRight, boolean topBottom) {
    linear(leftRight ? -1 : 1, 0, 0, topBottom ? -1 : 1);
  }

  /** Shifts the image to the right and down, in pixels. */
  void move(double right, double down) {
    offsetX -= ax * right + ay * down;
    offsetY -= bx * right + by * down;
  }

  /** Rotates the image clockwise. */
  void turn(double degrees) {
    double angle = degrees * (Math.PI / 180);
    double sin = StrictMath.sin(angle);
    double cos = StrictMath.cos(angle);
    linear(cos, sin, -sin, cos);
  }

  /** Enlarges the image; a factor below 1 makes it smaller. */
  void enlarge(double factor) {
    linear(1 / factor, 0, 0, 1 / factor);
  }

  /** Applies the inverse of the next step, (x, y) -> (xx x + xy y, yx x + yy y), before the inverse of those so far. */
  private void linear(double xx, double xy, double yx, double yy) {
    double newAx = ax * xx + ay * yx;
    double newAy = ax * xy + ay * yy;
    double newBx = bx * xx + by * yx;
    double newBy = bx * xy + by * yy;
    ax = newAx;
    ay = newAy;
    bx = newBx;
    by = newBy;
  }

  /** Moves each pixel by its own displacement, besides those of other bends. */
  void bend(Bend displacements) {
    bends.add(displacements);
  }

  /** From now on, positions outside the source are 0. */
  void zeroOutside() {
    zeroOutside = true;
  }

  /** Sets a rectangle of the result to 0, ignoring what lies outside. */
  void wipe(int left, int top, int right, int bottom) {
    if (left >= width || right <= 0) {
      return;
    }
    if (4 * wipedCount == wiped.length) {
      wiped = Arrays.copyOf(wiped, 2 * wiped.length);
    }
    int i = 4 * wipedCount++;
    wiped[i] = Math.max(0, left);
    wiped[i + 1] = Math.max(0, top);
    wiped[i + 2] = Math.min(width, right);
    wiped[i + 3] = Math.min(height, bottom);
  }

  /** Blends in another image with the given weight. */
  void blend(double weight) {
    blendWeight = 1 - (1 - blendWeight) * (1 - weight);
  }

  /** The weight of another image in the result, from 0 to 1. */
  public double blendWeight() {
    return blendWeight;
  }

  /** Whether {@link #apply} would change nothing. */
  public boolean isNone() {
    return ax == 1 && ay == 0 && bx == 0 && by == 1 && offsetX == 0 && offsetY == 0 && wipedCount == 0
        && bends.isEmpty();
  }

  /** Applies the map and erasing; blending is left to the caller. Both arrays hold [height][width][channels]. */
  public void apply(float[] source, float[] result) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        interpolate(source, sourceX(x, y), sourceY(x, y), result, (y * width + x) * channels);
      }
    }
    erase(result);
  }

  /** Where a pixel of the result comes from: between pixels, and perhaps outside. */
  public double sourceX(int x, int y) {
    double middleX = (width - 1) / 2.0;
    double place = ax * (x - middleX) + ay * (y - (height - 1) / 2.0) + offsetX + middleX;
    for (Bend bend : bends) {
      place += bend.right(x, y);
    }
    return place;
  }

  /** As {@link #sourceX}, downwards. */
  public double sourceY(int x, int y) {
    double middleY = (height - 1) / 2.0;
    double place = bx * (x - (width - 1) / 2.0) + by * (y - middleY) + offsetY + middleY;
    for (Bend bend : bends) {
      place += bend.down(x, y);
    }
    return place;
  }

  /** Whether positions outside the source are 0, rather than like those near them. */
  public boolean isZeroOutside() {
    return zeroOutside;
  }

  /** Sets the erased squares of a result to 0. */
  public void erase(float[] result) {
    for (int i = 0; i < 4 * wipedCount; i += 4) {
      for (int y = wiped[i + 1]; y < wiped[i + 3]; y++) {
        int from = (y * width + wiped[i]) * channels;
        Arrays.fill(result, from, (y * width + wiped[i + 2]) * channels, 0);
      }
    }
  }

  private void interpolate(float[] source, double x, double y, float[] result, int to) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = (float) (x - left);
    float down = (float) (y - top);
    int topLeft = index(left, top);
    if (right == 0 && down == 0) {
      for (int c = 0; c < channels; c++) {
        result[to + c] = topLeft < 0 ? 0 : source[topLeft + c];
      }
      return;
    }
    int topRight = index(left + 1, top);
    int lowLeft = index(left, top + 1);
    int lowRight = index(left + 1, top + 1);
    for (int c = 0; c < channels; c++) {
      float high = (1 - right) * (topLeft < 0 ? 0 : source[topLeft + c])
          + right * (topRight < 0 ? 0 : source[topRight + c]);
      float low = (1 - right) * (lowLeft < 0 ? 0 : source[lowLeft + c])
          + right * (lowRight < 0 ? 0 : source[lowRight + c]);
      result[to + c] = (1 - down) * high + down * low;
    }
  }

  /** Where a pixel begins in the source; below 0 for a 0 outside. */
  private int index(int x, int y) {
    boolean outside = x < 0 || y < 0 || x >= width || y >= height;
    if (outside && zeroOutside) {
      return -1;
    }
    int insideX = Math.max(0, Math.min(width - 1, x));
    int insideY = Math.max(0, Math.min(height - 1, y));
    return (insideY * width + insideX) * channels;
  }
}
