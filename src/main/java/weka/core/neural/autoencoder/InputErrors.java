package weka.core.neural.autoencoder;

import java.io.Serializable;
import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import weka.core.neural.encoding.Departure;

/**
 * The reconstruction error of rows whose inputs are not attributes: the pixels of image files. An input that was
 * constant in training adds its {@link Departure}. Part of the model.
 */
final class InputErrors implements Serializable {
  private static final long serialVersionUID = 1;

  /** The only value of each input in training; NaN if there were several. */
  private final float[] constants;

  private InputErrors(float[] constants) {
    this.constants = constants;
  }

  /** Without known constants: for models saved before these were recorded. */
  static InputErrors withoutConstants(int inputs) {
    float[] none = new float[inputs];
    Arrays.fill(none, Float.NaN);
    return new InputErrors(none);
  }

  /**
   * Learns from training rows.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  static InputErrors learn(Dataset rows) throws InterruptedException {
    float[] constants = new float[rows.inputShape().size()];
    float[] row = new float[constants.length];
    Tensor x = new Tensor(rows.inputShape(), 1);
    for (int r = 0; r < rows.size(); r++) {
      read(rows, r, x, row);
      for (int i = 0; i < row.length; i++) {
        constants[i] = r == 0 || row[i] == constants[i] ? row[i] : Float.NaN;
      }
    }
    return new InputErrors(constants);
  }

  /**
   * The mean, over each row's inputs, of the squared reconstruction error and of departures.
   *
   * @param outputs [rows][inputs]
   * @throws InterruptedException if the thread was interrupted
   */
  double[] of(Dataset rows, float[] outputs) throws InterruptedException {
    double[] errors = new double[rows.size()];
    int width = constants.length;
    float[] row = new float[width];
    Tensor x = new Tensor(rows.inputShape(), 1);
    for (int r = 0; r < errors.length; r++) {
      read(rows, r, x, row);
      for (int i = 0; i < width; i++) {
        errors[r] += Math.pow(row[i] - outputs[r * width + i], 2) / width;
        // Without its size, which is part of the reconstruction error.
        errors[r] += Float.isNaN(constants[i]) ? 0 : Departure.of(row[i], constants[i], false) / width;
      }
    }
    return errors;
  }

  private static void read(Dataset rows, int index, Tensor x, float[] row) throws InterruptedException {
    Cancellation.checkCallingThread();
    rows.read(new int[] {index}, 0, 1, x, null);
    x.readRow(0, row, 0);
  }
}
