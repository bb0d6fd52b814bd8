package weka.core.neural;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ruru.data.ImageCache;
import ruru.data.ImageDataset;
import ruru.data.PixelScaling;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Rows that name image files: the first string attribute holds the name, which counts from a folder. Files are decoded
 * when they are needed, through a cache of bounded size.
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

  /**
   * Learns the scaling of pixels from the rows' images.
   *
   * @throws IllegalArgumentException if there is no string attribute
   * @throws InterruptedException     if the thread was interrupted
   */
  ImageFileEncoder(Instances data, String folder, Shape shape, int cacheMegabytes, Scaling scaling)
      throws InterruptedException {
    this.folder = folder;
    kind = scaling;
    this.shape = shape.toText();
    this.cacheMegabytes = cacheMegabytes;
    if (shape.rank() != 3) {
      throw new IllegalArgumentException("images: expected -input with height x width x channels, such as 64x64x3, got "
          + shape.toText());
    }
    attribute = firstString(data);
    name = data.attribute(attribute).name();
    if (scaling == Scaling.STANDARDISE) {
      float[] weights = new float[data.numInstances()];
      for (int r = 0; r < weights.length; r++) {
        weights[r] = (float) data.instance(r).weight();
      }
      int[] counted = IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
      this.scaling = PixelScaling.learn(cache(data), counted, weights);
    } else {
      double[] mean = new double[shape.channels()];
      double[] deviation = new double[shape.channels()];
      Arrays.fill(mean, scaling == Scaling.RANGE ? 127.5 : 0);
      Arrays.fill(deviation, scaling == Scaling.RANGE ? 127.5 : 1);
      this.scaling = PixelScaling.of(mean, deviation);
    }
  }

  private static int firstString(Instances data) {
    for (int i = 0; i < data.numAttributes(); i++) {
      if (i != data.classIndex() && data.attribute(i).type() == Attribute.STRING) {
        return i;
      }
    }
    throw new IllegalArgumentException("images: expected a string attribute with the names of image files, found none; "
        + "an ImageFolderLoader makes one");
  }

  private ImageCache cache(List<Instance> rows) {
    List<Path> files = new ArrayList<>(rows.size());
    for (int r = 0; r < rows.size(); r++) {
      if (rows.get(r).isMissing(attribute)) {
        throw new IllegalArgumentException("images: row " + (r + 1) + " has no file name in attribute '" + name
            + "'; remove the row");
      }
      files.add(Path.of(folder).resolve(rows.get(r).stringValue(attribute)));
    }
    return new ImageCache(files, shape(), cacheMegabytes * MEGABYTE);
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
  public Dataset dataset(List<Instance> rows, Targets targets) {
    return new ImageDataset(cache(rows), scaling, targets.shape(), targets.values(), targets.weights(),
        targets.labels());
  }

  @Override
  public String describe() {
    return "attribute '" + name + "' names image files in " + folder + ", brought to " + shape + ", each value scaled: "
        + scaling.describe() + "\nother attributes are not used\n";
  }

  @Override
  public List<String> inputs(int decimals) {
    return List.of("pixels, row by row, the channels of a pixel together: " + scaling.describe());
  }
}
