package weka.core.neural.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.Centroids;
import ruru.nn.layers.Concat;
import ruru.nn.layers.Flatten;
import ruru.nn.layers.From;
import ruru.nn.losses.Reconstruction;
import ruru.nn.losses.Squared;
import weka.core.neural.autoencoder.AutoencoderLayers;
import weka.core.neural.training.NeuralModel;

/**
 * The networks of deep clustering, made from a trained autoencoder or from none: one outputs codes, one the closeness
 * to centroids, and one both that closeness and the reconstruction, for joint training. Noise is left out.
 */
final class ClusterSpace {
  private final Shape input;
  private final List<NamedLayer> encoder = new ArrayList<>();
  private final List<NamedLayer> decoder = new ArrayList<>();
  private final float[] values;
  private final int threads;

  /**
   * @param autoencoder null if rows are clustered as they are
   * @param threads     the most threads; 0 for all cores
   */
  ClusterSpace(Shape input, @Nullable Network autoencoder, int threads) {
    this.input = input;
    this.threads = threads;
    values = autoencoder == null ? new float[0] : autoencoder.values();
    List<NamedLayer> part = encoder;
    if (autoencoder == null) {
      encoder.add(new NamedLayer(new Flatten(), AutoencoderLayers.CODE));
      return;
    }
    for (NamedLayer step : autoencoder.steps()) {
      boolean noise = part == encoder && AutoencoderLayers.isNoise(step.layer());
      if (!noise) {
        part.add(step);
      }
      part = AutoencoderLayers.CODE.equals(step.name()) ? decoder : part;
    }
  }

  /** Outputs codes. */
  NeuralModel coder() {
    return new NeuralModel(filled(encoder, null), new Squared(), 0, threads);
  }

  /** Outputs the soft assignment of rows to clusters, by the closeness of their codes to centroids. */
  NeuralModel assigner(Centroids layer, float[] centroids) {
    List<NamedLayer> steps = new ArrayList<>(encoder);
    steps.add(new NamedLayer(layer));
    String columns = layer.units() == 1 ? "numbers" : "c" + layer.units();
    return new NeuralModel(filled(steps, centroids), new Reconstruction(columns), 0, threads);
  }

  /** Outputs the closeness of codes to centroids, followed by the reconstruction. */
  Network whole(Centroids layer, float[] centroids) {
    List<NamedLayer> steps = new ArrayList<>(encoder);
    steps.addAll(decoder);
    String reconstruction = AutoencoderLayers.free("reconstruction",
        steps.stream().map(NamedLayer::name).filter(Objects::nonNull).collect(Collectors.toSet()));
    steps.add(new NamedLayer(new Flatten(), reconstruction));
    steps.add(new NamedLayer(new From(AutoencoderLayers.CODE)));
    steps.add(new NamedLayer(layer));
    steps.add(new NamedLayer(new Concat(reconstruction)));
    return filled(steps, centroids);
  }

  /** Copies back the parameters that joint training changed. */
  void learn(Network whole) {
    System.arraycopy(whole.values(), 0, values, 0, values.length);
  }

  /** The encoder's parameters come first, the centroids last. */
  private Network filled(List<NamedLayer> steps, float @Nullable [] centroids) {
    Network network = new Network(input, 1, steps);
    int last = centroids == null ? 0 : centroids.length;
    int encoding = network.values().length - last;
    System.arraycopy(values, 0, network.values(), 0, encoding);
    if (last > 0) {
      System.arraycopy(centroids, 0, network.values(), encoding, last);
    }
    return network;
  }
}
