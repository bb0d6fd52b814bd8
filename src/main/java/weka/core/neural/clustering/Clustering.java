package weka.core.neural.clustering;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import weka.core.Instance;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.Extremes;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.training.NeuralModel;

/** The clusters found, with everything learned about the data that is needed to assign rows. Part of the model. */
public final class Clustering implements Serializable {
  private static final long serialVersionUID = 1;
  /** Rows encoded at once, to limit memory. */
  private static final int ROWS = 4096;

  private final @Nullable RowEncoder inputs;
  private final @Nullable NeuralModel assigner;
  private final String description;

  /**
   * @param inputs   null if no attribute varies, so that there is one cluster
   * @param assigner outputs the cluster memberships; null likewise
   */
  Clustering(@Nullable RowEncoder inputs, @Nullable NeuralModel assigner, String description) {
    this.inputs = inputs;
    this.assigner = assigner;
    this.description = description;
  }

  /** Sets where image files are from now on, if rows name any. */
  public void lookIn(ImageSettings images) {
    if (inputs != null) {
      inputs.lookIn(images);
    }
  }

  public int clusters() {
    return assigner == null ? 1 : assigner.width();
  }

  /**
   * Each row's cluster memberships, summing to 1, for as long as they are wanted.
   *
   * @throws IllegalArgumentException if a row has values too large to compute them
   */
  public <E extends Exception> double[][] memberships(List<Instance> rows, Cancellation<E> cancellation) throws E {
    double[][] result = new double[rows.size()][];
    for (int from = 0; from < result.length; from += ROWS) {
      double[][] block = block(rows.subList(from, Math.min(result.length, from + ROWS)), cancellation);
      System.arraycopy(block, 0, result, from, block.length);
    }
    return result;
  }

  private <E extends Exception> double[][] block(List<Instance> rows, Cancellation<E> cancellation) throws E {
    int k = clusters();
    double[][] result = new double[rows.size()][k];
    float[] q = inputs == null || assigner == null ? new float[0]
        : assigner.predict(inputs.dataset(rows, Targets.none(rows.size()), cancellation), cancellation);
    for (int r = 0; r < result.length; r++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        result[r][j] = k == 1 ? 1 : q[r * k + j];
        sum += result[r][j];
      }
      if (!(sum > 0)) {
        throw Extremes.error(rows.get(r));
      }
      for (int j = 0; j < k; j++) {
        result[r][j] /= sum;
      }
    }
    return result;
  }

  @Override
  public String toString() {
    return description;
  }
}
