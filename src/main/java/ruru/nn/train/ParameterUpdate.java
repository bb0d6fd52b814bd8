package ruru.nn.train;

import ruru.nn.Network;
import ruru.nn.StepOptimizer;

/**
 * One update by a {@link StepOptimizer}: adds the shards' gradients in order, divides by the batch's weight, adds the
 * penalties, clips, and updates. Done {@link Block} by block, by whichever thread is free.
 */
final class ParameterUpdate {
  private final StepOptimizer optimizer;
  private final float[] values;
  private final float[][] slots;
  private final Block[] blocks;
  private final double[] squares;
  private final float decay;
  private final float l1;
  private final double clip;
  private final int threads;
  private final WorkerPool team = new WorkerPool();
  private final WorkerPool.Work<RuntimeException> sum = this::sumBlock;
  private final WorkerPool.Work<RuntimeException> step = this::stepBlock;
  private final WorkerPool.Work<RuntimeException> sumAndStep = i -> {
    sumBlock(i);
    stepBlock(i);
  };

  private float[][] gradients = {};
  private int active;
  private float inverseWeight;
  private float scale;
  private float rate;
  private long t;

  ParameterUpdate(Network network, TrainingSettings settings, float[][] slots) {
    this.optimizer = (StepOptimizer) settings.optimizer();
    this.values = network.values();
    this.slots = slots;
    this.decay = (float) settings.effectiveDecay();
    this.l1 = (float) settings.l1();
    this.clip = settings.clip();
    this.threads = settings.threads();
    blocks = Block.of(network.parameters());
    squares = new double[blocks.length];
  }

  /** @param t number of the update, from 1 */
  void apply(ShardRunner run, double batchWeight, float rate, long t) {
    gradients = run.gradients();
    active = run.active();
    inverseWeight = (float) (1 / batchWeight);
    this.rate = rate;
    this.t = t;
    scale = 1;
    int helpers = values.length < 4 * Block.LENGTH ? 1 : threads;
    if (clip > 0) {
      team.run(blocks.length, helpers, sum);
      double norm = 0;
      for (double s : squares) {
        norm += s;
      }
      norm = Math.sqrt(norm);
      scale = norm > clip ? (float) (clip / norm) : 1;
      team.run(blocks.length, helpers, step);
    } else {
      team.run(blocks.length, helpers, sumAndStep);
    }
  }

  /** Writes the mean gradient of a block, including penalties, into the first shard's array. */
  private void sumBlock(int index) {
    Block b = blocks[index];
    float[] g = gradients[0];
    for (int s = 1; s < active; s++) {
      add(g, gradients[s], b.from(), b.to());
    }
    scale(g, inverseWeight, b.from(), b.to());
    for (int i = 0; i < b.weights().size(); i++) {
      addPenalties(g, b.weights().get(i));
    }
    if (clip > 0) {
      squares[index] = b.states() ? 0 : squares(g, b);
    }
  }

  private static void add(float[] to, float[] from, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] += from[i];
    }
  }

  private static void scale(float[] g, float factor, int start, int end) {
    for (int i = start; i < end; i++) {
      g[i] *= factor;
    }
  }

  private void addPenalties(float[] g, Block.Range r) {
    if (decay > 0 && !optimizer.decouplesDecay()) {
      for (int i = r.from(); i < r.to(); i++) {
        g[i] += decay * values[i];
      }
    }
    if (l1 > 0) {
      for (int i = r.from(); i < r.to(); i++) {
        g[i] += l1 * Math.signum(values[i]);
      }
    }
  }

  private static double squares(float[] g, Block b) {
    double sum = 0;
    for (int i = b.from(); i < b.to(); i++) {
      sum += (double) g[i] * g[i];
    }
    return sum;
  }

  private void stepBlock(int index) {
    Block b = blocks[index];
    float[] g = gradients[0];
    if (b.states()) {
      add(values, g, b.from(), b.to());
      return;
    }
    if (scale != 1) {
      scale(g, scale, b.from(), b.to());
    }
    if (decay > 0 && optimizer.decouplesDecay()) {
      for (int i = 0; i < b.weights().size(); i++) {
        scale(values, 1 - rate * decay, b.weights().get(i).from(), b.weights().get(i).to());
      }
    }
    optimizer.step(t, rate, b.from(), b.to(), values, g, slots);
  }
}
