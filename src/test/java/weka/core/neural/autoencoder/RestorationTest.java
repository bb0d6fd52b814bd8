package weka.core.neural.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.losses.Squared;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import weka.core.neural.training.NeuralModel;

/** A network that is the identity in prediction restores nothing, so that all figures are known. */
class RestorationTest {
  private static final int IMAGES = 200, SIDE = 10;
  private static final Shape SHAPE = Shape.of(SIDE, SIDE, 1);

  /** All pixels have one value but a corner of one image, which makes the peak 1. */
  private static String measure(String layers, float value) throws Exception {
    Network network = new Network(SHAPE, 1, NetworkText.parse(layers));
    float[] pixels = new float[IMAGES * SHAPE.size()];
    Arrays.fill(pixels, value);
    pixels[0] = value + 1;
    ArrayDataset data = new ArrayDataset(SHAPE, Shape.of(1), pixels, new float[IMAGES], null, null);
    return Restoration.measure(new NeuralModel(network, new Squared(), 0, 1), data,
        IntStream.range(0, IMAGES).toArray(), "images");
  }

  @Test
  void theRatioOfGaussianNoiseIsThatOfItsDeviation() throws Exception {
    String text = measure("noise 0.1, linear", 0);
    assertNotNull(text);
    assertTrue(text.startsWith("Peak signal-to-noise ratio of 200 images: 20.0 dB with the noise, "), text);
    assertTrue(text.endsWith(", 20.0 dB as reconstructed"), text);
    // The variance of the median of n normal numbers is about pi / (2 n) of theirs; larger squares are better here.
    double median = Double.parseDouble(text.replaceAll(".*noise, ([\\d.]+) dB after.*", "$1"));
    assertTrue(text.contains("median filter of 5x5") || text.contains("median filter of 7x7"), text);
    assertTrue(median > 30 && median < 38, text);
  }

  @Test
  void onlyTheHolesCount() throws Exception {
    String text = measure("hole 4, linear", 0.5f);
    assertNotNull(text);
    double given = Double.parseDouble(text.replaceAll(".*: ([\\d.]+) dB with the noise.*", "$1"));
    assertEquals(-20 * Math.log10(0.5), given, 0.1);
    assertTrue(text.contains("200 images, in the holes: "), text);
  }

  @Test
  void withoutNoiseThereIsNothingToMeasure() throws Exception {
    assertNull(measure("linear", 0));
  }
}
