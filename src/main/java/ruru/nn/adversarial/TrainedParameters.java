package ruru.nn.adversarial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.StepOptimizer;

/** The parameters of one of the two networks, and their updates from the gradients of shards. */
final class TrainedParameters {
  private final List<Parameter> parameters;
  private final StepOptimizer optimizer;
  private final float rate;
  private final float[] values;
  private final float[][] slots;
  private final float[][] gradients;
  private final @Nullable SpectralNorm spectral;

  /** @param spectral of the network's weights; null if they are not normalised */
  TrainedParameters(Network network, AdversarialSettings settings, int shards, @Nullable SpectralNorm spectral) {
    parameters = network.parameters();
    optimizer = settings.optimizer();
    rate = (float) settings.rate();
    values = spectral == null ? network.values() : spectral.trained();
    slots = new float[optimizer.slots()][values.length];
    gradients = new float[shards][values.length];
    this.spectral = spectral;
  }

  /** Where a shard's gradient goes: the sum over its rows. */
  float[] gradient(int shard) {
    return gradients[shard];
  }

  /**
   * Adds the shards' gradients in their order and makes an update.
   *
   * @param rows of the whole batch
   * @param t number of the update, from 1
   */
  void update(int rows, long t) {
    float[] g = gradients[0];
    float inverse = 1f / rows;
    for (int i = 0; i < g.length; i++) {
      float sum = g[i];
      for (int s = 1; s < gradients.length; s++) {
        sum += gradients[s][i];
      }
      g[i] = sum * inverse;
    }
    if (spectral != null) {
      spectral.pullBack(g);
    }
    for (Parameter p : parameters) {
      if (p.role() != Parameter.Role.STATE) {
        optimizer.step(t, rate, p.offset(), p.end(), values, g, slots);
        continue;
      }
      for (int i = p.offset(); i < p.end(); i++) {
        values[i] += g[i];
      }
    }
    if (spectral != null) {
      spectral.update();
    }
  }
}
