package weka.core.neural.autoencoder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Workspace;
import ruru.nn.layers.Corrupt;
import ruru.nn.layers.Hole;
import ruru.nn.layers.Noise;

/** The noise that a denoising autoencoder was trained to remove, for rows to be shown with it. */
final class TrainedNoise {
  private final Network noise;

  private TrainedNoise(Network noise) {
    this.noise = noise;
  }

  /** The noise at a network's input; null if it has none. */
  static @Nullable TrainedNoise of(Network network) {
    NamedLayer first = network.steps().get(0);
    return isNoise(first.layer()) ? new TrainedNoise(new Network(network.inputShape(), 1, List.of(first))) : null;
  }

  static boolean isNoise(Layer layer) {
    return layer instanceof Noise || layer instanceof Corrupt || layer instanceof Hole;
  }

  /** Whether whole parts of an image are missing, so that it is known which values are wrong. */
  boolean isHole() {
    return noise.steps().get(0).layer() instanceof Hole;
  }

  /** The rows with noise, the same each time. */
  float[] addedTo(float[] rows) {
    int size = noise.inputShape().size();
    int n = rows.length / size;
    Workspace w = new Workspace(noise, n, Workspace.Mode.PREDICT, BlasProvider.get());
    float[] result = new float[rows.length];
    for (int r = 0; r < n; r++) {
      w.input().writeRow(r, rows, r * size);
    }
    w.position(0, 0, 0);
    w.forward(true);
    for (int r = 0; r < n; r++) {
      w.output().readRow(r, result, r * size);
    }
    return result;
  }
}
