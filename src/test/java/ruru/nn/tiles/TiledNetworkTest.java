package ruru.nn.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.layers.Conv;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.text.NetworkText;

class TiledNetworkTest {
  private static final int CLASSES = 3;
  private static final int LARGE = 10_000;

  private static Network network(String layers, String input) {
    List<NamedLayer> steps = new ArrayList<>(NetworkText.parse(layers));
    steps.add(new NamedLayer(new Conv(CLASSES, 1)));
    Network network = new Network(Shape.parse(input), CLASSES, steps);
    network.initialise(3);
    return network;
  }

  private static float[] image(int height, int width) {
    float[] image = new float[height * width];
    Rng random = new Rng(5, RandomStream.AUGMENTATION, 0, 0);
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    return image;
  }

  private static float[] predicted(Network network, float[] image, int height, int width, int side, int threads) {
    float[] result = new float[height * width * CLASSES];
    new TiledNetwork(network, new CrossEntropy(), threads, BlasProvider.get(), side).predict(height, width,
        (y, x, to, at) -> to[at] = image[y * width + x],
        (y, x, p, at) -> System.arraycopy(p, at, result, (y * width + x) * CLASSES, CLASSES), Cancellation.NEVER);
    return result;
  }

  @ParameterizedTest
  @CsvSource({"unet-small, 170, 90", "fcn-small, 97, 150", "segnet-small, 110, 83",
      "'conv 4 5x5 stride=2 relu, conv 8 3x3 dilation=2 relu, maxpool 3, upsample 3 mode=bilinear, "
          + "deconv 4 2 stride=2', 121, 99",
      "'conv 4 7 relu, avgpool 2x1, conv 4 3x3 relu, upsample 2x1', 160, 70"})
  void tilesAreTheWholeImage(String layers, int height, int width) {
    Network network = network(layers, "96x96x1");
    float[] image = image(height, width);
    float[] whole = predicted(network, image, height, width, LARGE, 1);
    float[] tiled = predicted(network, image, height, width, 8, 2);
    assertArrayEquals(whole, tiled, 1e-5f);
    assertArrayEquals(tiled, predicted(network, image, height, width, 8, 1), "threads");
    assertArrayEquals(tiled, predicted(network, image, height, width, 8, 4), "threads");
    for (int i = 0; i < whole.length; i += CLASSES) {
      assertEquals(1, whole[i] + whole[i + 1] + whole[i + 2], 1e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 9", "2, 3", "5, 64", "33, 7"})
  void anySizeIsPredicted(int height, int width) {
    Network network = network("unet-small", "32x32x1");
    float[] p = predicted(network, image(height, width), height, width, 96, 2);
    for (int i = 0; i < p.length; i += CLASSES) {
      assertEquals(1, p[i] + p[i + 1] + p[i + 2], 1e-5);
    }
  }

  /** No output changes whose pixel is further away than the field says, and some do that are about as far away. */
  @ParameterizedTest
  @ValueSource(
      strings = {"unet-small", "fcn-small", "segnet-small", "conv 4 5x5 relu, maxpool 3, conv 4 3x3, upsample 3"})
  void outputsSeeNoFurtherThanTheFieldSays(String layers) {
    Network network = network(layers, "96x96x1");
    ReceptiveField field = ReceptiveField.of(network, 1);
    int size = 160;
    float[] image = image(size, size);
    float[] before = predicted(network, image, size, size, LARGE, 1);
    image[size / 2 * size + size / 2] += 20;
    float[] after = predicted(network, image, size, size, LARGE, 1);
    int furthest = 0;
    for (int i = 0; i < before.length; i++) {
      int x = i / CLASSES % size;
      if (Math.abs(before[i] - after[i]) > 1e-6) {
        furthest = Math.max(furthest, Math.abs(x - size / 2));
      }
    }
    assertTrue(furthest <= field.reach() && 2 * furthest >= field.reach(), furthest + " of " + field);
  }

  @Test
  void theFieldIsThatOfTheLayers() {
    // 1 + 1, then 2 + 2 after a pooling; upsampling looks at the one cell of which it is a part.
    assertEquals(new ReceptiveField(2, 1 + 1 + 2 + 2 + 1),
        ReceptiveField.of(network("conv 2 3x3, conv 2 3x3, maxpool 2, conv 2 3x3, conv 2 3x3, upsample 2", "8x8x1"),
            0));
    assertEquals(new ReceptiveField(1, 6), ReceptiveField.of(network("conv 2 5x3 dilation=3", "20x20x1"), 0));
    assertEquals(new ReceptiveField(1, 3), ReceptiveField.of(network("conv 2 5x3 dilation=3", "20x20x1"), 1));
  }

  @Test
  void whatSeesTheWholeImageIsRefused() {
    String refused = assertThrows(IllegalArgumentException.class, () -> new TiledNetwork(
        network("conv 4 3x3 relu, dense 64, reshape 8x8x1", "8x8x1"), new CrossEntropy(), 1, BlasProvider.get()))
        .getMessage();
    assertTrue(refused.startsWith("layers: 'dense 64' is not for maps of any size"), refused);
    refused = assertThrows(IllegalArgumentException.class,
        () -> new TiledNetwork(network("conv 4 3x3 relu, maxpool 2", "8x8x1"), new CrossEntropy(), 1,
            BlasProvider.get()))
        .getMessage();
    assertTrue(refused.contains("makes [4, 4, 3] of images of [8, 8, 1]"), refused);
  }
}
