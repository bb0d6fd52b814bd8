package ruru.boltzmann;

import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Chains of Gibbs sampling in a restricted Boltzmann machine: each step draws all hidden units given the visible ones,
 * and then all visible units given these. What a chain visits has, in the long run, the machine's distribution.
 */
public final class GibbsSampler {
  private final RestrictedBoltzmannMachine machine;
  private final float[] states;
  private final float[] means;
  private final int chains;
  private final long seed;
  private final int threads;
  private long steps;

  /**
   * @param start   visible units that the chains begin with, [chains][visible]; copied
   * @param threads the most threads; 0 for all cores
   */
  public GibbsSampler(RestrictedBoltzmannMachine machine, float[] start, long seed, int threads) {
    this.machine = machine;
    this.seed = seed;
    this.threads = threads;
    chains = start.length / machine.visible();
    states = start.clone();
    means = start.clone();
  }

  /**
   * Takes steps in all chains.
   *
   * @throws E if cancelled; the states are then not to be used
   */
  public <E extends Exception> void run(int count, Cancellation<E> cancellation) throws E {
    int visible = machine.visible();
    int hidden = machine.hidden();
    long first = steps;
    RestrictedBoltzmannMachine.blocks(chains, threads, cancellation, (from, n) -> {
      float[] h = new float[n * hidden];
      for (int s = 0; s < count; s++) {
        cancellation.check();
        machine.hidden(BlasProvider.get(), n, states, from * visible, h, 0);
        for (int r = 0; r < n; r++) {
          VisibleUnits.drawBinary(h, r * hidden, 0, hidden,
              Rng.key(seed, RandomStream.GIBBS_HIDDEN, first + s, from + r));
        }
        machine.visible(BlasProvider.get(), n, h, 0, means, from * visible);
        System.arraycopy(means, from * visible, states, from * visible, n * visible);
        for (int r = 0; r < n; r++) {
          machine.units().draw(states, (from + r) * visible,
              Rng.key(seed, RandomStream.GIBBS_VISIBLE, first + s, from + r), true);
        }
      }
    });
    steps += count;
  }

  /** The visible units as they were drawn last, [chains][visible]; the sampler's own array. */
  public float[] states() {
    return states;
  }

  /** The means that they were drawn from, [chains][visible]; the sampler's own array. */
  public float[] means() {
    return means;
  }
}
