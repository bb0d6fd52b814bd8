package weka.core.neural.clustering;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.neural.autoencoder.AutoencoderTraining;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.encoding.TargetEncoder;
import weka.core.neural.encoding.Targets;

/**
 * The rows of a clustering in the forms that its parts need; every run uses the same.
 *
 * @param encoder turns rows into inputs of the autoencoder
 * @param inputs   the rows' inputs, unchanged
 * @param training the rows as they are changed in training, with their reconstruction targets
 * @param columns  these targets
 * @param weights  one per row, above 0
 */
record ClusterData(RowEncoder encoder, Dataset inputs, Dataset training, TargetEncoder columns, float[] weights) {
  /** @param inputs null to encode the rows */
  static ClusterData of(Instances rows, RowEncoder encoder, @Nullable Dataset inputs, AutoencoderTraining training,
      int threads) throws InterruptedException {
    float[] weights = RowWeights.of(rows);
    TargetEncoder columns = new TargetEncoder(rows, encoder, threads, Cancellation.ofCallingThread());
    return new ClusterData(encoder,
        inputs == null ? encoder.dataset(rows, Targets.none(weights.length), Cancellation.ofCallingThread()) : inputs,
        training.dataset(rows, encoder, columns, Shape.of(columns.width())), columns, weights);
  }

  /** The rows changed at random, differently from any epoch of training. */
  Dataset changed(long seed, int draw) {
    int[] all = new int[weights.length];
    Arrays.setAll(all, r -> r);
    return training.forTraining(all, seed, ClusterMerging.FIRST_EPOCH + draw);
  }
}
