package ruru.nn.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names for well-known networks. A preset may take the place of the first step; it stands for its text, without an
 * output layer, and further steps may follow it.
 */
public final class Presets {
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    // LeNet-5 (LeCun et al. 1998) for 28x28x1: the sizes are the original's; relu and max pooling replace tanh and
    // learnt subsampling, and every filter of the second convolution sees all six maps.
    TEXTS.put("lenet", "conv 6 5x5 relu, maxpool 2, conv 16 5x5 padding=valid relu, maxpool 2, dense 120 relu, dense "
        + "84 relu");
    // AlexNet (Krizhevsky, Sutskever, Hinton 2012) for 227x227x3: five convolutions and, with the output, three dense
    // layers. Without the two groups, which spread it over two GPUs (62.4 instead of 61.0 million parameters
    // with 1000 outputs), and without local response normalisation.
    TEXTS.put("alexnet", "conv 96 11x11 stride=4 padding=valid relu, maxpool 3 stride=2, conv 256 5x5 relu, "
        + "maxpool 3 stride=2, conv 384 3x3 relu, conv 384 3x3 relu, conv 256 3x3 relu, maxpool 3 stride=2, "
        + "dense 4096 relu, dropout 0.5, dense 4096 relu, dropout 0.5");
    // The same sequence of layers for 32x32x3, about a third as wide.
    TEXTS.put("alexnet-small", "conv 32 5x5 relu, maxpool 3 stride=2, conv 96 5x5 relu, maxpool 3 stride=2, "
        + "conv 128 3x3 relu, conv 128 3x3 relu, conv 96 3x3 relu, maxpool 3 stride=2, dense 512 relu, dropout 0.5, "
        + "dense 512 relu, dropout 0.5");
    // In the style of VGG (Simonyan, Zisserman 2015, arXiv:1409.1556): pairs of 3x3 convolutions, twice the filters
    // after each pooling; for 32x32x3.
    TEXTS.put("vgg-small", "conv 32 3x3 relu, conv 32 3x3 relu, maxpool 2, mapdropout 0.1, "
        + "conv 64 3x3 relu, conv 64 3x3 relu, maxpool 2, mapdropout 0.2, "
        + "conv 128 3x3 relu, conv 128 3x3 relu, maxpool 2, mapdropout 0.3, dense 256 relu, dropout 0.5");
    TEXTS.put("resnet-small", residual(3, 16, 32, 64));
    // Two blocks of the encoder of Vaswani et al. 2017, arXiv:1706.03762, for series of any size: attention and two
    // dense layers at each step, each with a shortcut and layer normalisation; the mean over the steps at the end.
    TEXTS.put("transformer-small", "conv1d 64 1, positions as x0" + encoder(0) + encoder(1) + ", globalavgpool");
    // For 28x28x1, or any image of one channel: encoder, eight maps of a quarter of the height and width, decoder.
    TEXTS.put("autoencoder-conv", "conv 16 3x3 relu, maxpool 2 as pool1, conv 8 3x3 relu, maxpool 2 as pool2, "
        + "conv 8 3x3 relu as code, unpool pool2, conv 16 3x3 relu, unpool pool1, conv 1 3x3");
    // For a class at each pixel of images of any size. U-Net (Ronneberger, Fischer, Brox 2015, arXiv:1505.04597) with
    // three of its four poolings and a quarter of its width, zeros around the maps, batch normalisation.
    TEXTS.put("unet-small", block(16) + " as a, maxpool 2, " + block(32) + " as b, maxpool 2, " + block(64)
        + " as c, maxpool 2, " + block(96) + ", upsample 2, concat c, " + block(64) + ", upsample 2, concat b, "
        + block(32) + ", upsample 2, concat a, " + block(16));
    // In the style of FCN (Long, Shelhamer, Darrell 2015, arXiv:1411.4038): deconvolutions, to which the maps of the
    // way down are added.
    TEXTS.put("fcn-small", block(16) + " as a, maxpool 2, " + block(32) + " as b, maxpool 2, " + block(64)
        + ", deconv 32 4 stride=2, add b relu, deconv 16 4 stride=2, add a relu");
    // In the style of SegNet (Badrinarayanan, Kendall, Cipolla 2017, arXiv:1511.00561): values go back to where the
    // maxima were.
    TEXTS.put("segnet-small", block(16) + ", maxpool 2 as p, " + block(32) + ", maxpool 2 as q, " + block(64) + ", "
        + normalised(32) + ", unpool q, " + block(32) + ", " + normalised(16) + ", unpool p, " + block(16));
  }

  private Presets() {}

  /**
   * The residual network for small images of He et al. 2016, arXiv:1512.03385, section 4.2: stages of the given number
   * of blocks of two convolutions, each stage but the first halving the maps. Where a block changes the shape its
   * shortcut is a 1x1 convolution (the paper's option B). Three blocks in each of three stages make ResNet-20.
   */
  private static String residual(int blocks, int... widths) {
    StringBuilder text = new StringBuilder("conv " + widths[0] + " 3x3 bias=no, batchnorm relu as r0");
    int block = 0;
    for (int stage = 0; stage < widths.length; stage++) {
      for (int i = 0; i < blocks; i++, block++) {
        boolean halves = stage > 0 && i == 0;
        String conv = ", conv " + widths[stage];
        String shortcut = "r" + block;
        if (halves) {
          text.append(conv).append(" 1x1 stride=2 bias=no, batchnorm as s").append(block).append(", from r")
              .append(block);
          shortcut = "s" + block;
        }
        text.append(conv).append(" 3x3").append(halves ? " stride=2" : "").append(" bias=no, batchnorm relu")
            .append(conv).append(" 3x3 bias=no, batchnorm, add ").append(shortcut).append(" relu as r")
            .append(block + 1);
      }
    }
    return text.append(", globalavgpool").toString();
  }

  /** Two convolutions of U-Net. */
  private static String block(int filters) {
    return normalised(filters) + ", " + normalised(filters);
  }

  private static String normalised(int filters) {
    return "conv " + filters + " 3x3 bias=no, batchnorm relu";
  }

  /** A block of a transformer's encoder for 64 channels, from the step named x and its number to the one after. */
  private static String encoder(int block) {
    return ", attention 4, dropout 0.1, add x" + block + ", layernorm as y" + block
        + ", conv1d 128 1 relu, conv1d 64 1, dropout 0.1, add y" + block + ", layernorm as x" + (block + 1);
  }

  /** All names, simple networks first. */
  public static List<String> names() {
    return List.copyOf(TEXTS.keySet());
  }

  public static boolean has(String name) {
    return TEXTS.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** What the name stands for, in the notation. */
  public static String text(String name) {
    String text = TEXTS.get(name.toLowerCase(Locale.ROOT));
    if (text == null) {
      throw new IllegalArgumentException(
          "there is no preset '" + Excerpt.of(name) + "'; choose from " + String.join(", "
              + "", names()));
    }
    return text;
  }
}
