package weka.core.neural.adversarial;

import ruru.nn.Shape;

/** The layers of both networks, where the user leaves them to the data. */
final class GanLayers {
  private static final int MOST_NOISE = 32;
  private static final String HIDDEN = "dense 128 relu, dense 128 relu, ";

  private GanLayers() {}

  static int noise(Shape shape) {
    return Math.min(MOST_NOISE, shape.size());
  }

  /**
   * Of images, transposed convolutions double the size of maps, as far as height and width are even; of other rows two
   * hidden layers.
   */
  static String generator(Shape shape) {
    if (shape.rank() < 3) {
      return HIDDEN + "dense " + shape.size();
    }
    int halvings = halvings(shape);
    int height = shape.dim(0) >> halvings;
    int width = shape.dim(1) >> halvings;
    int first = channels(halvings);
    int channels = first << halvings;
    StringBuilder layers = new StringBuilder("dense " + height * width * channels + ", reshape " + height + "x" + width
        + "x" + channels + " relu, ");
    for (int i = halvings - 1; i >= 0; i--) {
      layers.append("deconv ").append(first << i).append(" 4 stride=2 relu, ");
    }
    return layers + "conv " + shape.channels() + " 3, tanh";
  }

  static String discriminator(Shape shape) {
    if (shape.rank() < 3) {
      return HIDDEN + "output";
    }
    int halvings = halvings(shape);
    int first = channels(halvings);
    StringBuilder layers = new StringBuilder("conv " + first + " 3 leakyrelu 0.1, ");
    for (int i = 1; i <= halvings; i++) {
      layers.append("conv ").append(first << i).append(" 4 stride=2 leakyrelu 0.1, ");
    }
    return layers + "conv " + (first << halvings) + " 3 leakyrelu 0.1, flatten, output";
  }

  /** Of the largest maps: fewer, the larger they are. */
  private static int channels(int halvings) {
    return halvings > 1 ? 16 : 32;
  }

  /** Down to maps of about 4 x 4. */
  private static int halvings(Shape shape) {
    int halvings = 0;
    int height = shape.dim(0);
    int width = shape.dim(1);
    while (halvings < 3 && height % 2 == 0 && width % 2 == 0 && Math.min(height, width) >= 7) {
      height /= 2;
      width /= 2;
      halvings++;
    }
    return halvings;
  }
}
