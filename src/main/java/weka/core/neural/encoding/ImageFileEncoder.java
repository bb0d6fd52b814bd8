package weka.core.neural.encoding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.data.AllowedFolders;
import ruru.data.ImageCache;
import ruru.data.ImageDataset;
import ruru.data.PixelScaling;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import ruru.nn.train.Dataset;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.Scaling;
import weka.core.neural.options.Auto;

/**
 * Rows that name image files, by full paths or by paths relative to a folder. Files are decoded when needed, through a
 * cache of bounded size.
 */
public final class ImageFileEncoder implements RowEncoder {
  private static final long serialVersionUID = 1;
  private static final long MEGABYTE = 1 << 20;

  private final String folder;
  private final String shape;
  private final int attribute;
  private final String name;
  private final int cacheMegabytes;
  private final PixelScaling scaling;
  private final Scaling kind;
  /** Null in models of the first versions. */
  private final @Nullable TrainedImages trained;
  /** Null in models of the first versions, whose rows may name any file. */
  private final @Nullable ImageReach reach;
  /** Where the images are now; null after loading, until it is set. */
  private transient volatile @Nullable ImageSettings place;

  /**
   * Learns the scaling of pixels from the rows' images.
   *
   * @param names the attribute that names the images
   * @param settings the folder and the cache; not used once this is stored in a model
   * @param reach    where the images lie
   * @throws InterruptedException if the thread was interrupted
   */
  ImageFileEncoder(Instances data, ImageAttribute names, ImageSettings settings, ImageReach reach, Shape shape,
      Scaling scaling) throws InterruptedException {
    folder = settings.images.text();
    place = settings;
    this.reach = reach;
    kind = scaling;
    this.shape = shape.toText();
    cacheMegabytes = settings.cacheMegabytes.value();
    if (shape.rank() != 3) {
      throw new IllegalArgumentException("images: expected -input with height x width x channels, such as 64x64x3, got "
          + shape.toText());
    }
    attribute = names.index();
    name = names.name();
    trained = new TrainedImages(data, names, settings.folder());
    if (scaling == Scaling.STANDARDISE) {
      float[] weights = new float[data.numInstances()];
      for (int r = 0; r < weights.length; r++) {
        weights[r] = (float) data.instance(r).weight();
      }
      int[] counted = IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
      this.scaling = PixelScaling.learn(cache(data, Cancellation.ofCallingThread()), counted, weights);
    } else {
      double[] mean = new double[shape.channels()];
      double[] deviation = new double[shape.channels()];
      Arrays.fill(mean, scaling == Scaling.RANGE ? 127.5 : 0);
      Arrays.fill(deviation, scaling == Scaling.RANGE ? 127.5 : 1);
      this.scaling = PixelScaling.of(mean, deviation);
    }
  }

  private ImageSettings place() {
    ImageSettings now = place;
    if (now == null) {
      now = new ImageSettings();
      now.images.set(folder);
      now.anywhere.set(reach != null && reach.isAnywhere());
    }
    return now;
  }

  private ImageAttribute names() {
    return new ImageAttribute(attribute, name);
  }

  private @Nullable AllowedFolders allowed() {
    return reach == null ? null : reach.allowed(place());
  }

  private <E extends Exception> ImageCache cache(List<Instance> rows, Cancellation<E> cancellation) throws E {
    Path now = place().folder();
    AllowedFolders allowed = allowed();
    List<Path> files = new ArrayList<>(rows.size());
    for (int r = 0; r < rows.size(); r++) {
      cancellation.check();
      files.add(clearFile(rows.get(r), r, now, allowed));
    }
    return new ImageCache(files, ImageReach.access(allowed, names()), shape(), cacheMegabytes * MEGABYTE);
  }

  private Path clearFile(Instance row, int number, Path now, @Nullable AllowedFolders allowed) {
    ImageAttribute names = names();
    Path found = names.path(row, number);
    if (trained != null) {
      trained.requireClear(row, number, found, now);
    }
    Path file = now.resolve(found);
    if (allowed != null) {
      ImageReach.require(allowed, names, row, number, file);
    }
    return file;
  }

  @Override
  public void lookIn(ImageSettings settings) {
    place = settings;
  }

  @Override
  public void requireClear(Instance row, int number) {
    if (!row.isMissing(attribute)) {
      clearFile(row, number, place().folder(), allowed());
    }
  }

  @Override
  public boolean isTrainedIn(ImageSettings settings) {
    return settings.mayNameFiles() && (trained != null ? trained.areIn(settings.folder())
        : Path.of(folder).toAbsolutePath().normalize().equals(settings.folder().toAbsolutePath().normalize()));
  }

  @Override
  public Scaling scaling() {
    return kind;
  }

  @Override
  public Shape shape() {
    return Shape.parse(shape);
  }

  @Override
  public String images() {
    return folder;
  }

  @Override
  public <E extends Exception> Dataset dataset(List<Instance> rows, Targets targets, Cancellation<E> cancellation)
      throws E {
    return new ImageDataset(cache(rows, cancellation), scaling, targets.shape(), targets.values(), targets.weights(),
        targets.labels());
  }

  @Override
  public String describe() {
    return "attribute '" + Excerpt.of(name) + "' names image files" + (Auto.isAuto(folder) ? "" : " in " + folder)
        + ", scaled to " + shape + ", each value scaled: " + scaling.describe() + "\nother attributes are not used\n";
  }

  @Override
  public List<String> inputs(int decimals) {
    return List.of("pixels, row by row, the channels of a pixel together: " + scaling.describe());
  }
}
