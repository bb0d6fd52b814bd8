package weka.core.neural.autoencoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import ruru.data.ImageSheet;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import weka.core.neural.training.NeuralModel;

/**
 * A picture of what an autoencoder makes of images: a row of originals, a row with noise if there is any, a row of
 * reconstructions.
 */
final class AutoencoderSheet {
  /** Images in a row of the picture. */
  static final int COLUMNS = 20;

  private final NeuralModel model;

  /** @param model of images with 1 or 3 channels */
  AutoencoderSheet(NeuralModel model) {
    this.model = model;
  }

  /** Draws the first images of a data set. */
  void reconstructions(Dataset rows, Path file) throws IOException {
    Shape shape = model.network().inputShape();
    float[] clean = first(rows);
    TrainedNoise noise = TrainedNoise.of(model.network());
    float[] given = noise == null ? clean : noise.addedTo(clean);
    float[] back = model.predict(dataset(shape, given));
    ImageSheet sheet = new ImageSheet(shape, clean);
    if (noise == null) {
      sheet.write(file, COLUMNS, clean, back);
    } else {
      sheet.write(file, COLUMNS, clean, given, back);
    }
  }

  /**
   * Draws three rows of new images.
   *
   * @param rows whose blackest and whitest values give the scale
   */
  void generated(Dataset rows, float[] images, Path file) throws IOException {
    int line = COLUMNS * model.network().inputShape().size();
    new ImageSheet(model.network().inputShape(), first(rows)).write(file, COLUMNS, Arrays.copyOf(images, line),
        Arrays.copyOfRange(images, line, 2 * line), Arrays.copyOfRange(images, 2 * line, 3 * line));
  }

  private static float[] first(Dataset rows) {
    int n = Math.min(COLUMNS, rows.size());
    int size = rows.inputShape().size();
    int[] indices = new int[n];
    Arrays.setAll(indices, i -> i);
    Tensor x = new Tensor(rows.inputShape(), n);
    rows.read(indices, 0, n, x, null);
    float[] values = new float[n * size];
    for (int r = 0; r < n; r++) {
      x.readRow(r, values, r * size);
    }
    return values;
  }

  private static Dataset dataset(Shape shape, float[] values) {
    return new ArrayDataset(shape, Shape.of(1), values, new float[values.length / shape.size()], null, null);
  }
}
