package weka.core.neural.options;

import java.util.Locale;
import ruru.data.PixelOrder;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;

/**
 * The user's description of images or series: "28x28x1", "96x1", or "32x32x3 order=chw" if attributes list the values
 * channel by channel.
 *
 * @param shape height x width x channels, or steps x channels
 */
public record ImageInput(Shape shape, PixelOrder order) {
  /** What can be typed, for the schemes' help. */
  public static final String HELP = "The shape of images, height x width x channels as in '28x28x1'. Without image "
      + "files, the numeric attributes are the pixels, row by row, with the channels of a pixel together; 'order=chw' "
      + "after the shape says that they come channel by channel. The pixels of a channel are all scaled alike. 'steps "
      + "x channels', as in '96x1', is for series. 'none' treats the attributes as a table. 'auto' chooses a shape to "
      + "suit image files (at most 32 pixels a side) and treats numeric attributes as a table.";

  /** @throws IllegalArgumentException saying what was expected */
  public static ImageInput parse(String text) {
    String[] words = text.trim().split("\\s+");
    Shape shape = Shape.parse(words[0]);
    if (shape.rank() != 2 && shape.rank() != 3) {
      throw new IllegalArgumentException("input: expected height x width x channels such as 28x28x1, or steps x "
          + "channels of a series such as 96x1, got '" + Excerpt.of(words[0]) + "'");
    }
    PixelOrder order = PixelOrder.HWC;
    for (int i = 1; i < words.length; i++) {
      order = switch (words[i].toLowerCase(Locale.ROOT)) {
        case "order=hwc" -> PixelOrder.HWC;
        case "order=chw" -> PixelOrder.CHW;
        default -> throw new IllegalArgumentException("input: expected order=hwc or order=chw after the shape, got '"
            + Excerpt.of(words[i]) + "'");
      };
    }
    return new ImageInput(shape, order);
  }

  public String toText() {
    return shape.toText() + (order == PixelOrder.HWC ? "" : " order=" + order.name().toLowerCase(Locale.ROOT));
  }
}
