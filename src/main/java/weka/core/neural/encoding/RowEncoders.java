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
import weka.core.neural.SequenceSettings;
import weka.core.neural.TextUnits;
import weka.core.neural.options.ImageInput;

/** Chooses how rows become inputs: as a table, as pixels, as image files, as series, or as texts. */
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

  /** As {@link #learn}, without bins or texts, and such that each value of an attribute can be told from the inputs. */
  public static RowEncoder learnInvertible(Instances data, NeuralSettings settings) throws InterruptedException {
    return learn(data, settings, 0, Integer.MAX_VALUE, false);
  }

  /** @param mayDiffer whether rows may differ in length: texts, and series of columns that end early */
  private static RowEncoder learn(Instances data, NeuralSettings settings, int bins, int mostValues, boolean mayDiffer)
      throws InterruptedException {
    ImageSettings images = settings.images();
    SeriesAttribute series = SeriesAttribute.find(data, settings.sequences().series.value());
    if (series != null) {
      String where = "where attribute '" + Excerpt.of(series.name()) + "' holds series";
      requireTableBeside(where, settings);
      requireNoText(where, settings.sequences());
      return new SeriesEncoder(data, series, settings.scaling.value(), settings.mostThreads(),
          Cancellation.ofCallingThread());
    }
    SequenceSettings sequences = settings.sequences();
    TextReader reader = TextReader.find(data, mayDiffer ? sequences.text.value() : TextUnits.NONE, sequences,
        images);
    TextEncoder text = reader == null ? null : new TextEncoder(data, reader, sequences, settings.scaling.value(),
        settings.mostThreads(), Cancellation.ofCallingThread());
    if (reader != null && text != null && !text.hasNoWords()) {
      requireTableBeside("where " + reader.where() + (reader.names().size() == 1 ? " is a text" : " are a text"),
          settings);
      return text;
    }
    ImageAttribute names = text != null ? null : ImageAttribute.find(data, images);
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
      return new PixelEncoder(data, input, settings.scaling.value(), mayDiffer && takesLengths(settings, input.shape()),
          Cancellation.ofCallingThread());
    } else if (!images.augment.isAuto()) {
      throw new IllegalArgumentException(
          "augment: expected -input such as 28x28x1, since only images can be augmented");
    }
    boolean residuals = bins > 0 && settings.bins.isAuto() && settings.scaling.value() == Scaling.STANDARDISE;
    InputEncoder table = new InputEncoder(data, settings.scaling.value(), bins, settings.mostThreads(), residuals,
        mostValues, Cancellation.ofCallingThread());
    return reader == null ? table : table.leavingOut(reader.names().stream().map(Excerpt::of).toList());
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

  /** Settings for images and bins beside a series or a text would be ignored. */
  private static void requireTableBeside(String where, NeuralSettings settings) {
    ImageSettings images = settings.images();
    if (images.hasInput()) {
      throw new IllegalArgumentException("input: expected 'auto' " + where + ", whose length and channels are theirs");
    } else if (!images.augment.isAuto()) {
      throw new IllegalArgumentException("augment: expected 'auto' " + where + ", since only images can be augmented");
    } else if (!settings.bins.isAuto() && settings.bins.value() > 0) {
      throw new IllegalArgumentException("bins: expected 'auto' or 0 " + where + ", since only numbers of a table are "
          + "binned");
    }
  }

  private static void requireNoText(String where, SequenceSettings settings) {
    if (settings.text.value() == TextUnits.WORDS || settings.text.value() == TextUnits.CHARS) {
      throw new IllegalArgumentException("text: expected 'auto' or 'none' " + where + ", beside which texts are left "
          + "out");
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
