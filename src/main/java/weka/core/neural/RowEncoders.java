package weka.core.neural;

import ruru.data.PixelOrder;
import weka.core.Instances;

/** Chooses how rows become inputs: as a table, as pixels, or as image files. */
public final class RowEncoders {
  private RowEncoders() {}

  /**
   * Learns an encoder from rows.
   *
   * @param bins quantile bins that each number of a table is given as besides, at most; 0 for none
   * @throws IllegalArgumentException if the settings do not fit the data or each other
   * @throws InterruptedException     if the thread was interrupted
   */
  public static RowEncoder learn(Instances data, NeuralSettings settings, int bins)
      throws InterruptedException {
    ImageSettings images = settings.images();
    if (!images.hasInput()) {
      if (images.hasFiles()) {
        throw new IllegalArgumentException("images: expected -input with the size that images are brought to, such as "
            + "-input 64x64x3");
      }
      if (images.hasAugmentation()) {
        throw new IllegalArgumentException(
            "augment: expected -input such as 28x28x1, since only images can be augmented");
      }
      return new InputEncoder(data, settings.getScaling(), bins, settings.mostThreads());
    }
    ImageInput input = ImageInput.parse(images.getInput());
    if (images.hasFiles() && input.order() != PixelOrder.HWC) {
      throw new IllegalArgumentException("input: order=chw is for pixels in attributes, images are read from files "
          + "here; leave it out");
    }
    return images.hasFiles() ? new ImageFileEncoder(data, images.getImages(), input.shape(), images.getCacheMegabytes(),
        settings.getScaling()) : new PixelEncoder(data, input, settings.getScaling());
  }
}
