package ruru.data.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Several shapes beside each other on a ground, each of its own grey, with the class of every pixel.
 *
 * @param grey    values from 0 to 1, [size][size]
 * @param classes of each pixel the shape that covers at least half of it, {@link #GROUND} or the shape's place among
 *                {@link ShapePicture#values} plus 1, [size][size]
 */
public record ShapeScene(double[] grey, byte[] classes) {
  public static final byte GROUND = 0;

  private static final double SMALLEST = 0.12, LARGEST = 0.22, HALF = 0.5;
  /** Greys of the ground and of a shape differ at least by this. */
  private static final double CONTRAST = 0.25;
  /** How much brighter the ground is at one side than at the opposite one. */
  private static final double SLOPE = 0.2;
  private static final int ATTEMPTS = 50;

  /**
   * Draws the shapes one after the other, each where it touches none of those before; one for which there is no room is
   * left out. The first always finds room.
   */
  public static ShapeScene draw(List<ShapePicture> shapes, int size, RandomGenerator random) {
    double[] grey = ground(size, random);
    byte[] classes = new byte[size * size];
    boolean[] taken = new boolean[size * size];
    for (ShapePicture shape : shapes) {
      double level = random.nextDouble();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        double[] covered = shape.draw(size, SMALLEST, LARGEST, random);
        if (isFree(covered, taken)) {
          paint(shape, covered, level, grey, classes);
          mark(covered, size, taken);
          break;
        }
      }
    }
    return new ShapeScene(grey, classes);
  }

  private static double[] ground(int size, RandomGenerator random) {
    double level = random.nextDouble();
    double direction = 2 * Math.PI * random.nextDouble();
    double right = StrictMath.cos(direction);
    double down = StrictMath.sin(direction);
    double[] grey = new double[size * size];
    for (int i = 0; i < grey.length; i++) {
      int x = i % size;
      int y = i / size;
      double along = (right * x + down * y) / size - (right + down) / 2;
      grey[i] = clip(level + SLOPE * along);
    }
    return grey;
  }

  private static boolean isFree(double[] covered, boolean[] taken) {
    double most = 0;
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] > 0 && taken[i]) {
        return false;
      }
      most = Math.max(most, covered[i]);
    }
    // A tiny star may cover no pixel by half, and then is in no mask.
    return most >= HALF;
  }

  @SuppressWarnings("EnumOrdinal") // the classes are numbered in this order
  private static void paint(ShapePicture shape, double[] covered, double level, double[] grey, byte[] classes) {
    double around = mean(covered, grey);
    // Of all greys that differ enough from the ground, evenly.
    double low = Math.max(0, around - CONTRAST);
    double room = low + Math.max(0, 1 - around - CONTRAST);
    double at = level * room;
    double own = at < low ? at : around + CONTRAST + at - low;
    for (int i = 0; i < covered.length; i++) {
      grey[i] += covered[i] * (own - grey[i]);
      if (covered[i] >= HALF) {
        classes[i] = (byte) (shape.ordinal() + 1);
      }
    }
  }

  private static double mean(double[] covered, double[] grey) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < covered.length; i++) {
      sum += covered[i] * grey[i];
      weight += covered[i];
    }
    return weight == 0 ? HALF : sum / weight;
  }

  /** The pixels of a shape and those around it, so that no two shapes touch. */
  private static void mark(double[] covered, int size, boolean[] taken) {
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] > 0) {
        int bottom = Math.min(size - 1, i / size + 1);
        for (int y = Math.max(0, i / size - 1); y <= bottom; y++) {
          Arrays.fill(taken, y * size + Math.max(0, i % size - 1), y * size + Math.min(size - 1, i % size + 1) + 1,
              true);
        }
      }
    }
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
