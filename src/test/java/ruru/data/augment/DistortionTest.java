package ruru.data.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;

class DistortionTest {
  static Stream<Shape> shapes() {
    return Stream.of(Shape.of(6, 7, 1), Shape.of(5, 8, 3), Shape.of(1, 1, 1));
  }

  private static float[] random(Shape shape) {
    float[] image = new float[shape.size()];
    Rng random = new Rng(1, RandomStream.AUGMENTATION, 0, 0);
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    return image;
  }

  private static float[] changed(Shape shape, float[] image, Consumer<Distortion> how) {
    Distortion d = new Distortion(shape);
    how.accept(d);
    float[] result = new float[image.length];
    d.apply(image, result);
    return result;
  }

  private static float at(Shape s, float[] image, int y, int x, int c) {
    return image[(y * s.dim(1) + x) * s.dim(2) + c];
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void stepsOfStrengthZeroChangeNothing(Shape shape) {
    float[] image = random(shape);
    Distortion d = new Distortion(shape);
    for (AugmentStep step : new AugmentStep[] {new Shift(0), new Crop(0), new Rotate(0), new Zoom(0), new Cutout(0),
        new Mixup(0), new Elastic(0, 32)}) {
      step.draw(new Rng(3, RandomStream.AUGMENTATION, 0, 0), d);
    }
    assertTrue(d.isNone());
    assertEquals(0, d.blendWeight());
    float[] result = new float[image.length];
    d.apply(image, result);
    assertArrayEquals(image, result);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void flippingMirrorsExactlyAndTwiceIsNothing(Shape shape) {
    float[] image = random(shape);
    float[] once = changed(shape, image, d -> d.flip(true, false));
    float[] topBottom = changed(shape, image, d -> d.flip(false, true));
    for (int y = 0; y < shape.dim(0); y++) {
      for (int x = 0; x < shape.dim(1); x++) {
        for (int c = 0; c < shape.dim(2); c++) {
          assertEquals(at(shape, image, y, shape.dim(1) - 1 - x, c), at(shape, once, y, x, c));
          assertEquals(at(shape, image, shape.dim(0) - 1 - y, x, c), at(shape, topBottom, y, x, c));
        }
      }
    }
    assertArrayEquals(image, changed(shape, once, d -> d.flip(true, false)));
    Distortion twice = new Distortion(shape);
    twice.flip(true, true);
    twice.flip(true, true);
    assertTrue(twice.isNone());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void movingCopiesPixelsAndFillsTheGap(Shape shape) {
    float[] image = random(shape);
    int h = shape.dim(0);
    int w = shape.dim(1);
    float[] border = changed(shape, image, d -> d.move(2, -1));
    float[] zero = changed(shape, image, d -> {
      d.move(2, -1);
      d.zeroOutside();
    });
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int c = 0; c < shape.dim(2); c++) {
          boolean outside = x - 2 < 0 || y + 1 >= h;
          float nearest = at(shape, image, Math.min(h - 1, y + 1), Math.max(0, x - 2), c);
          assertEquals(nearest, at(shape, border, y, x, c));
          assertEquals(outside ? 0 : nearest, at(shape, zero, y, x, c));
        }
      }
    }
  }

  /** A turn by 90 degrees of a square image is a transposition and a flip. */
  /** Two bends displace by the sum of their displacements. */
  @Test
  void bendsAddUp() {
    Shape shape = Shape.of(9, 11, 1);
    Distortion first = new Distortion(shape);
    Distortion second = new Distortion(shape);
    Distortion both = new Distortion(shape);
    Bend one = new Bend(new Rng(1, RandomStream.AUGMENTATION), 9, 11, 2, 4);
    Bend other = new Bend(new Rng(2, RandomStream.AUGMENTATION), 9, 11, 3, 5);
    first.bend(one);
    second.bend(other);
    both.bend(one);
    both.bend(other);
    assertEquals(first.sourceX(3, 4) + second.sourceX(3, 4) - 3, both.sourceX(3, 4), 1e-12);
    assertEquals(first.sourceY(3, 4) + second.sourceY(3, 4) - 4, both.sourceY(3, 4), 1e-12);
    both.reset();
    assertTrue(both.isNone());
  }

  @Test
  void turningIsClockwise() {
    Shape shape = Shape.of(5, 5, 1);
    float[] image = random(shape);
    float[] turned = changed(shape, image, d -> d.turn(90));
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 5; x++) {
        assertEquals(at(shape, image, 4 - x, y, 0), at(shape, turned, y, x, 0), 1e-5);
      }
    }
  }

  @Test
  void enlargingTwiceShowsTheMiddle() {
    Shape shape = Shape.of(5, 5, 1);
    float[] image = random(shape);
    float[] large = changed(shape, image, d -> d.enlarge(2));
    assertEquals(at(shape, image, 2, 2, 0), at(shape, large, 2, 2, 0));
    assertEquals(at(shape, image, 1, 3, 0), at(shape, large, 0, 4, 0));
    assertEquals((at(shape, image, 2, 2, 0) + at(shape, image, 2, 3, 0)) / 2, at(shape, large, 2, 3, 0), 1e-6);
  }

  /** First moved, then turned: what was in the middle is turned around the middle. */
  @Test
  void stepsActInTheOrderInWhichTheyAreWritten() {
    Shape shape = Shape.of(5, 5, 1);
    float[] image = new float[25];
    image[2 * 5 + 2] = 1;
    float[] movedFirst = changed(shape, image, d -> {
      d.move(1, 0);
      d.turn(90);
    });
    assertEquals(1, at(shape, movedFirst, 3, 2, 0), 1e-6);
    float[] turnedFirst = changed(shape, image, d -> {
      d.turn(90);
      d.move(1, 0);
    });
    assertEquals(1, at(shape, turnedFirst, 2, 3, 0), 1e-6);
  }

  @Test
  void wipingSetsARectangleToZeroInAllChannels() {
    Shape shape = Shape.of(4, 5, 3);
    float[] image = random(shape);
    float[] wiped = changed(shape, image, d -> {
      d.wipe(-2, -2, 1, 2);
      d.wipe(3, 2, 9, 9);
      d.wipe(7, 0, 9, 9);
    });
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 5; x++) {
        boolean inside = x < 1 && y < 2 || x >= 3 && y >= 2;
        for (int c = 0; c < 3; c++) {
          assertEquals(inside ? 0 : at(shape, image, y, x, c), at(shape, wiped, y, x, c));
        }
      }
    }
  }

  @Test
  void resetForgetsEverything() {
    Distortion d = new Distortion(Shape.of(4, 4, 1));
    d.turn(10);
    d.move(1, 1);
    d.wipe(0, 0, 2, 2);
    d.blend(0.5);
    d.zeroOutside();
    assertFalse(d.isNone());
    d.reset();
    assertTrue(d.isNone());
    assertEquals(0, d.blendWeight());
    d.move(1, 0);
    float[] result = new float[16];
    d.apply(random(Shape.of(4, 4, 1)), result);
    assertTrue(result[0] != 0, "the border is repeated again");
  }

  @Test
  void onlyImagesHaveDistortions() {
    assertThrows(IllegalArgumentException.class, () -> new Distortion(Shape.of(784)));
  }

  /** Beta(a, a) has mean 1/2 and variance 1 / (4 (2 a + 1)). */
  @Test
  void sharesOfMixupAreBetaDistributed() {
    for (double alpha : new double[] {0.02, 0.2, 1, 4}) {
      double sum = 0;
      double squares = 0;
      int n = 20_000;
      for (int i = 0; i < n; i++) {
        Distortion d = new Distortion(Shape.of(1, 1, 1));
        new Mixup(alpha).draw(new Rng(5, RandomStream.AUGMENTATION, 0, i), d);
        assertTrue(d.blendWeight() >= 0 && d.blendWeight() <= 1);
        sum += d.blendWeight();
        squares += d.blendWeight() * d.blendWeight();
      }
      double mean = sum / n;
      double variance = 1 / (4 * (2 * alpha + 1));
      assertEquals(0.5, mean, 5 * Math.sqrt(variance / n));
      assertEquals(variance, squares / n - mean * mean, 0.03 * variance + 0.001, "alpha " + alpha);
    }
  }

  @Test
  void theStepsCoverTheirRangesEvenly() {
    int[] moves = new int[5];
    int[] directions = new int[4];
    int n = 10_000;
    Shape shape = Shape.of(9, 9, 1);
    float[] image = new float[81];
    image[4 * 9 + 4] = 1;
    for (int i = 0; i < n; i++) {
      Distortion d = new Distortion(shape);
      new Shift(2).draw(new Rng(2, RandomStream.AUGMENTATION, 0, i), d);
      float[] moved = new float[81];
      d.apply(image, moved);
      for (int p = 0; p < 81; p++) {
        moves[2] += moved[p] == 1 && p % 9 == 4 ? 1 : 0;
        moves[0] += moved[p] == 1 && p % 9 == 2 ? 1 : 0;
        moves[4] += moved[p] == 1 && p % 9 == 6 ? 1 : 0;
      }
      Distortion flip = new Distortion(Shape.of(2, 2, 1));
      new Flip(Flip.Direction.BOTH).draw(new Rng(2, RandomStream.AUGMENTATION, 0, i), flip);
      float[] corner = new float[4];
      flip.apply(new float[] {0, 1, 2, 3}, corner);
      directions[(int) corner[0]]++;
    }
    for (int column : new int[] {0, 2, 4}) {
      assertEquals(n / 5, moves[column], 200);
    }
    for (int count : directions) {
      assertEquals(n / 4, count, 220);
    }
  }

  @Test
  void elasticChangesAreSmoothAndAsLargeAsAsked() {
    Shape shape = Shape.of(64, 64, 1);
    double squares = 0;
    double steps = 0;
    int images = 50;
    for (int n = 0; n < images; n++) {
      Distortion d = new Distortion(shape);
      new Elastic(3, 16).draw(new Rng(3, RandomStream.AUGMENTATION, 0, n), d);
      assertFalse(d.isNone());
      for (int x = 0; x < 63; x++) {
        double here = d.sourceX(x, 20) - x;
        squares += here * here / (63 * images);
        steps += Math.abs(d.sourceX(x + 1, 20) - x - 1 - here) / (63 * images);
      }
    }
    // Between the places of the grid displacements are means, and so a little smaller.
    assertEquals(2.7, Math.sqrt(squares), 0.4);
    assertTrue(steps < 0.4, () -> "neighbours move apart");
  }
}
