package weka.core.neural.clustering;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.Extremes;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.training.NeuralModel;

/** Clusters found, with all that was learned about the data: what is needed to assign rows. Part of the model. */
public final class Clustering implements Serializable {
  private static final long serialVersionUID = 1;
  /** Rows that are encoded at once, to bound the memory. */
  private static final int ROWS = 4096;

  private final @Nullable RowEncoder inputs;
  private final @Nullable NeuralModel assigner;
  private final String description;

  /**
   * @param inputs   null if no attribute varies, so that there is one cluster
   * @param assigner gives each cluster's share; null likewise
   */
  Clustering(@Nullable RowEncoder inputs, @Nullable NeuralModel assigner, String description) {
    this.inputs = inputs;
    this.assigner = assigner;
    this.description = description;
  }

  /** Where image files lie from now on, if rows name such. */
  public void lookIn(ImageSettings images) {
    if (inputs != null) {
      inputs.lookIn(images);
    }
  }

  public int clusters() {
    return assigner == null ? 1 : assigner.width();
  }

  /**
   * The shares of the clusters in each row, summing to 1.
   *
   * @throws IllegalArgumentException if a row has values so large that there are none
   */
  public double[][] memberships(List<Instance> rows) {
    double[][] result = new double[rows.size()][];
    for (int from = 0; from < result.length; from += ROWS) {
      double[][] some = some(rows.subList(from, Math.min(result.length, from + ROWS)));
      System.arraycopy(some, 0, result, from, some.length);
    }
    return result;
  }

  private double[][] some(List<Instance> rows) {
    int k = clusters();
    double[][] result = new double[rows.size()][k];
    float[] q = inputs == null || assigner == null ? new float[0]
        : assigner.predict(inputs.dataset(rows, Targets.none(rows.size())));
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
