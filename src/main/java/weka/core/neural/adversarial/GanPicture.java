package weka.core.neural.adversarial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ruru.data.ImageSheet;
import ruru.data.PngFile;
import ruru.nn.Shape;

/**
 * A picture of real rows, and of what the generator made of the same noise after more and more epochs: of images a line
 * each, the last one real; of points of the plane a panel each, with the real points in grey and the generated ones on
 * top.
 */
final class GanPicture {
  /** Images in a line. */
  static final int COLUMNS = 20;
  /** Points in a panel. */
  static final int POINTS = 500;
  private static final int SIDE = 240;
  private static final int GAP = 4;
  private static final int CHANNELS = 3;
  private static final int REAL = 0xbbbbbb;
  // Okabe and Ito 2008, "Color universal design": vermilion.
  private static final int GENERATED = 0xd55e00;
  private static final double MARGIN = 0.15;

  private GanPicture() {}

  static boolean canDraw(Shape shape) {
    return shape.rank() == 3 || shape.size() == 2;
  }

  /** Rows to draw in a line or panel. */
  static int rows(Shape shape) {
    return shape.rank() == 3 ? COLUMNS : POINTS;
  }

  /**
   * Writes the file.
   *
   * @param made for each epoch drawn, [rows][shape]
   * @param real rows of the data, as the networks see them; none if they are not known
   */
  static void write(Path file, Shape shape, List<float[]> made, float[] real) throws IOException {
    if (shape.rank() == 3) {
      float[] shown = Arrays.copyOf(real, Math.min(real.length, COLUMNS * shape.size()));
      new ImageSheet(shape, blackAndWhite(shape)).write(file, COLUMNS,
          Stream.concat(made.stream(), shown.length == 0 ? Stream.of() : Stream.of(shown))
              .toArray(float[][]::new));
      return;
    }
    Shape sheet = Shape.of(SIDE, made.size() * (SIDE + GAP) - GAP, CHANNELS);
    byte[] pixels = new byte[sheet.size()];
    Arrays.fill(pixels, (byte) -1);
    float[] scale = real.length > 0 ? real : made.get(made.size() - 1);
    for (int panel = 0; panel < made.size(); panel++) {
      int left = panel * (SIDE + GAP);
      points(pixels, sheet.dim(1), left, real, scale, REAL);
      points(pixels, sheet.dim(1), left, made.get(panel), scale, GENERATED);
      for (int y = 0; y < SIDE && panel > 0; y++) {
        for (int x = left - GAP; x < left; x++) {
          put(pixels, sheet.dim(1), x, y, 0xdddddd);
        }
      }
    }
    PngFile.write(pixels, sheet, file);
  }

  /** Rows as lines of images; all points make one panel. */
  static List<float[]> lines(float[] rows, Shape shape) {
    int length = COLUMNS * shape.size();
    return shape.rank() < 3 ? List.of(rows) : IntStream.range(0, (rows.length + length - 1) / length)
        .mapToObj(i -> Arrays.copyOfRange(rows, i * length, Math.min(rows.length, (i + 1) * length))).toList();
  }

  /** Two images: the lowest and the highest value that pixels are scaled to. */
  private static float[] blackAndWhite(Shape shape) {
    float[] two = new float[2 * shape.size()];
    Arrays.fill(two, 0, shape.size(), -1);
    Arrays.fill(two, shape.size(), two.length, 1);
    return two;
  }

  private static void points(byte[] pixels, int width, int left, float[] points, float[] scale, int colour) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < scale.length; i++) {
      low[i % 2] = Math.min(low[i % 2], scale[i]);
      high[i % 2] = Math.max(high[i % 2], scale[i]);
    }
    for (int i = 0; i + 1 < points.length; i += 2) {
      double x = place(points[i], low[0], high[0]);
      double y = 1 - place(points[i + 1], low[1], high[1]);
      int column = (int) Math.round(x * SIDE);
      int row = (int) Math.round(y * SIDE);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          if (column + dx >= 0 && column + dx < SIDE && row + dy >= 0 && row + dy < SIDE) {
            put(pixels, width, left + column + dx, row + dy, colour);
          }
        }
      }
    }
  }

  /** From 0 to 1 within the panel. */
  private static double place(double value, double low, double high) {
    return high > low ? MARGIN + (1 - 2 * MARGIN) * (value - low) / (high - low) : 0.5;
  }

  private static void put(byte[] pixels, int width, int x, int y, int colour) {
    int at = (y * width + x) * CHANNELS;
    pixels[at] = (byte) (colour >> 16);
    pixels[at + 1] = (byte) (colour >> 8);
    pixels[at + 2] = (byte) colour;
  }
}
