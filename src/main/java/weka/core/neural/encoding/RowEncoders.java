package weka.core.neural.encoding;

import ruru.data.PixelOrder;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RaggedInput;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Scaling;
import weka.core.neural.options.ImageInput;

/** Chooses how rows become inputs: as a table, as pixels, or as image files. */
public final class RowEncoders {
  private RowEncoders() {}

  /**
   * Learns an encoder from rows.
   *
   * @param bins the most quantile bins that encode a table's number in addition; 0 for none
   * @throws IllegalArgumentException if the settings do not fit the data or each other
   * @throws InterruptedException     if the thread was interrupted
   */
  public static RowEncoder learn(Instances data, NeuralSettings settings, int bins)
      throws InterruptedException {
    return learn(data, settings, bins, InputEncoder.MANY_VALUES, true);
  }

  /** As {@link #learn}, without bins and such that each value of an attribute can be told from the inputs. */
  public static RowEncoder learnInvertible(Instances data, NeuralSettings settings) throws InterruptedException {
    return learn(data, settings, 0, Integer.MAX_VALUE, false);
  }

  /** @param mayEnd whether series of columns may end early */
  private static RowEncoder learn(Instances data, NeuralSettings settings, int bins, int mostValues, boolean mayEnd)
      throws InterruptedException {
    ImageSettings images = settings.images();
    SeriesAttribute series = SeriesAttribute.find(data, settings.sequences().series.value());
    if (series != null) {
      requireTableBeside(data, series, settings);
      return new SeriesEncoder(data, series, settings.scaling.value(), settings.mostThreads(),
          Cancellation.ofCallingThread());
    }
    ImageAttribute names = ImageAttribute.find(data, images);
    if (bins > 0 && !settings.bins.isAuto() && (names != null || images.hasInput())) {
      throw new IllegalArgumentException(
          "bins: expected 'auto' or 0 where rows are images or series, since only numbers of a table are binned");
    }
    if (names != null) {
      ImageReach reach = ImageReach.learn(data, names, images);
      return new ImageFileEncoder(data, names, images, reach, fileShape(data, names, images, reach),
          settings.scaling.value());
    }
    ImageInput input = images.input();
    if (input != null) {
      return new PixelEncoder(data, input, settings.scaling.value(), mayEnd && takesLengths(settings, input.shape()),
          Cancellation.ofCallingThread());
    } else if (!images.augment.isAuto()) {
      throw new IllegalArgumentException(
          "augment: expected -input such as 28x28x1, since only images can be augmented");
    }
    boolean residuals = bins > 0 && settings.bins.isAuto() && settings.scaling.value() == Scaling.STANDARDISE;
    return new InputEncoder(data, settings.scaling.value(), bins, settings.mostThreads(), residuals, mostValues,
        Cancellation.ofCallingThread());
  }

  /** Whether the network can tell the end of a series; the one that is chosen where layers are left to the data can. */
  private static boolean takesLengths(NeuralSettings settings, Shape shape) {
    if (shape.rank() != 2 || settings.layers.isAuto()) {
      return shape.rank() == 2;
    }
    try {
      return RaggedInput.isTakenBy(new Network(shape, 1, NeuralSettings.withOutput(settings.layers.value())));
    } catch (IllegalArgumentException e) {
      // Said with all that belongs to it when the network is made.
      return false;
    }
  }

  /** Settings for images and texts beside a series would be ignored. */
  private static void requireTableBeside(Instances data, SeriesAttribute series, NeuralSettings settings) {
    String where = "where attribute '" + Excerpt.of(series.name()) + "' holds series";
    ImageSettings images = settings.images();
    if (images.hasInput()) {
      throw new IllegalArgumentException("input: expected 'auto' " + where + ", whose length and channels are theirs");
    } else if (!images.augment.isAuto()) {
      throw new IllegalArgumentException("augment: expected 'auto' " + where + ", since only images can be augmented");
    } else if (!settings.bins.isAuto() && settings.bins.value() > 0) {
      throw new IllegalArgumentException("bins: expected 'auto' or 0 " + where + ", since only numbers of a table are "
          + "binned");
    }
    for (int i = 0; i < data.numAttributes(); i++) {
      if (data.attribute(i).isString()) {
        throw new IllegalArgumentException("attribute '" + Excerpt.of(data.attribute(i).name())
            + "' is a string attribute, which is not supported " + where + "; remove it");
      }
    }
  }

  /** The size to scale image files to: as set, or chosen from the images. */
  private static Shape fileShape(Instances data, ImageAttribute names, ImageSettings images, ImageReach reach)
      throws InterruptedException {
    if (images.input.isAuto()) {
      return names.shape(data, images.folder(), ImageReach.access(reach.allowed(images), names));
    }
    ImageInput input = images.input();
    if (input == null) {
      throw new IllegalArgumentException(
          "input (-input) is 'none', but attribute '" + Excerpt.of(names.name()) + "' names image "
              + "files; expected 'auto' or a size to scale them to, such as 64x64x3");
    }
    if (input.order() != PixelOrder.HWC) {
      throw new IllegalArgumentException("input: order=chw is for pixels in attributes, but here images are read from "
          + "files; leave it out");
    }
    return input.shape();
  }

  /** Whether rows name image files. */
  public static boolean areFiles(Instances data, NeuralSettings settings) {
    return ImageAttribute.find(data, settings.images()) != null;
  }

  /** Settings with the size of image files filled in if it was left to the data. */
  public static NeuralSettings decided(Instances data, NeuralSettings settings) throws InterruptedException {
    ImageSettings images = settings.images();
    ImageAttribute names = images.input.isAuto() ? ImageAttribute.find(data, images) : null;
    if (names == null) {
      return settings;
    }
    NeuralSettings copy = settings.copy();
    copy.images().input.set(fileShape(data, names, images, ImageReach.learn(data, names, images)).toText());
    return copy;
  }
}
