package weka.core.neural.segmentation;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.data.FileAccess;
import ruru.data.PixelScaling;
import ruru.data.UnscaledImage;
import ruru.data.masks.Mask;
import ruru.data.masks.MaskClasses;
import ruru.data.masks.MaskedImages;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.text.NetworkText;
import ruru.nn.tiles.TiledNetwork;
import weka.core.Instance;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.ImageFiles;
import weka.core.neural.training.NetworkReport;
import weka.core.neural.training.NeuralModel;
import weka.core.neural.training.TrainingReport;

/** A trained network with all that was learnt about the images and masks. Part of the model. */
public final class Segmenter implements Serializable {
  private static final long serialVersionUID = 1;

  private final ImageFiles images;
  private final String labels;
  private final String ignored;
  private final PixelScaling scaling;
  private final NeuralModel model;
  private final TrainingReport report;
  private final int threads;
  private transient @Nullable TiledNetwork tiles;

  Segmenter(ImageFiles images, MaskClasses classes, String ignored, PixelScaling scaling, NeuralModel model,
      TrainingReport report, int threads) {
    this.images = images;
    this.labels = classes.toString();
    this.ignored = ignored;
    this.scaling = scaling;
    this.model = model;
    this.report = report;
    this.threads = threads;
  }

  /** The attribute that names the images. */
  public ImageFiles images() {
    return images;
  }

  public MaskClasses classes() {
    return MaskClasses.parse(labels, ignored);
  }

  public Network network() {
    return model.network();
  }

  public TrainingReport report() {
    return report;
  }

  /**
   * The classes of the pixels of a row's image.
   *
   * @param number the row's number, from 0, for messages
   * @param now    where images are
   * @throws UncheckedIOException naming the row, the file and what is wrong with it
   * @throws InterruptedException if the thread was interrupted
   */
  public Mask predict(Instance row, int number, ImageSettings now) throws InterruptedException {
    Path file = images.file(row, number, now);
    FileAccess access = images.access(now);
    MaskedImages one = new MaskedImages(List.of(new MaskedImages.File(number + 1, file, null)), access,
        scaling.channels(), null, 0);
    return predict(one.get(0).image(), Cancellation.ofCallingThread());
  }

  /** The most probable class of each pixel of an image, which has as many channels as those trained on. */
  public synchronized <E extends Exception> Mask predict(UnscaledImage image, Cancellation<E> cancellation) throws E {
    if (tiles == null) {
      tiles = new TiledNetwork(model.network(), model.loss(),
          threads == 0 ? Runtime.getRuntime().availableProcessors() : threads, BlasProvider.get());
    }
    int width = image.width();
    int channels = image.channels();
    int classes = model.network().outputShape().channels();
    byte[] result = new byte[image.height() * width];
    tiles.predict(image.height(), width, (y, x, to, at) -> {
      for (int c = 0; c < channels; c++) {
        to[at + c] = scaling.scale(c, image.pixels()[(y * width + x) * channels + c] & 0xFF);
      }
    }, (y, x, p, at) -> {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = p[at + c] > p[at + best] ? c : best;
      }
      result[y * width + x] = (byte) best;
    }, cancellation);
    return new Mask(image.height(), width, result);
  }

  /** The data, the layers and the training in words. */
  public String describe() {
    return "Images: attribute '" + images.name() + "', " + (scaling.channels() == 1 ? "grey" : "colour")
        + ", scaled as "
        + scaling.describe() + "\nClasses: " + labels + (ignored.equals(MaskClasses.NONE) ? ""
            : "; the colour " + ignored + " is ignored")
        + "\nLayers: " + NetworkText.print(model.network().steps())
        + "\n\n" + NetworkReport.layers(model.network(), report.batch()) + "\nTraining: " + report;
  }
}
