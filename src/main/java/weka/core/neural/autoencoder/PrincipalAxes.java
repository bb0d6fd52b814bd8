package weka.core.neural.autoencoder;

import java.io.Serializable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import ruru.nn.Cancellation;
import weka.core.matrix.EigenvalueDecomposition;
import weka.core.matrix.Matrix;

/**
 * Rotates codes to their principal axes: centred, uncorrelated, the one with the largest variance first. A linear code
 * is determined only up to a rotation, because the decoder can undo it, and schemes that look at one number at a time,
 * as trees do, or divide each by its range, as nearest neighbours do, do better with the axes than with the accident of
 * initial weights. Part of the model.
 */
final class PrincipalAxes implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] mean;
  private final double[][] axes;

  /**
   * Learns from codes.
   *
   * @param codes   [rows][width]
   * @param weights one per row
   * @throws InterruptedException if the thread was interrupted
   */
  PrincipalAxes(float[] codes, int width, float[] weights) throws InterruptedException {
    mean = new double[width];
    double total = 0;
    for (int r = 0; r < weights.length; r++) {
      total += weights[r];
      for (int i = 0; i < width; i++) {
        mean[i] += (double) weights[r] * codes[r * width + i];
      }
    }
    for (int i = 0; i < width; i++) {
      mean[i] /= total;
    }
    double[][] covariance = new double[width][width];
    for (int r = 0; r < weights.length; r++) {
      Cancellation.checkCallingThread();
      for (int i = 0; i < width; i++) {
        double d = weights[r] * (codes[r * width + i] - mean[i]) / total;
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += d * (codes[r * width + j] - mean[j]);
        }
      }
    }
    // Only for a matrix that is symmetric to the last bit does Weka return unit eigenvectors in order.
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    EigenvalueDecomposition eigen = eigen(new Matrix(covariance));
    // Weka sorts eigenvalues in ascending order.
    axes = new double[width][];
    for (int a = 0; a < width; a++) {
      axes[a] = direction(eigen.getV().getArray(), width - 1 - a);
    }
  }

  /**
   * Weka's decomposition cannot be asked to end, and takes a second or two at most: an interrupt leaves it to a thread
   * of its own, whose result nobody takes.
   */
  private static EigenvalueDecomposition eigen(Matrix covariance) throws InterruptedException {
    FutureTask<EigenvalueDecomposition> task = new FutureTask<>(covariance::eig);
    Thread thread = new Thread(task, "principal axes");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      // Waiting has cleared it, but the thread is to stay interrupted.
      Thread.currentThread().interrupt();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A column with its largest element positive, so that the sign is well defined. */
  private static double[] direction(double[][] v, int column) {
    double[] d = new double[v.length];
    int largest = 0;
    for (int i = 0; i < d.length; i++) {
      d[i] = v[i][column];
      largest = Math.abs(d[i]) > Math.abs(d[largest]) ? i : largest;
    }
    double sign = Math.signum(d[largest]);
    for (int i = 0; i < d.length; i++) {
      d[i] *= sign;
    }
    return d;
  }

  /** Codes [rows][width] along the axes; overwrites them. */
  void apply(float[] codes) {
    int width = mean.length;
    double[] row = new double[width];
    for (int from = 0; from < codes.length; from += width) {
      for (int i = 0; i < width; i++) {
        row[i] = codes[from + i] - mean[i];
      }
      for (int a = 0; a < width; a++) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
          sum += axes[a][i] * row[i];
        }
        codes[from + a] = (float) sum;
      }
    }
  }
}
