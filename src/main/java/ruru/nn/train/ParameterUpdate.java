package ruru.nn.train;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.StepOptimizer;

/**
 * One step of a {@link StepOptimizer}: adds the shards' gradients in their order, divides by the batch's weight, adds
 * the penalties, clips, and steps. Done block by block, so that a block's gradient is still in the cache when it is
 * used, and blocks by whichever thread is free.
 */
final class ParameterUpdate {
  private static final int BLOCK = 8192;

  private record Block(int from, int to, Parameter.Role role) {}

  private final StepOptimizer optimizer;
  private final float[] values;
  private final float[][] slots;
  private final Block[] blocks;
  private final double[] squares;
  private final float decay;
  private final float l1;
  private final double clip;
  private final int threads;
  private final Team team = new Team();
  private final Team.Work sum = this::sumBlock;
  private final Team.Work step = this::stepBlock;
  private final Team.Work sumAndStep = i -> {
    sumBlock(i);
    stepBlock(i);
  };

  private float[][] gradients;
  private int active;
  private float share;
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
    List<Block> list = new ArrayList<>();
    for (Parameter p : network.parameters()) {
      for (int from = p.offset(); from < p.end(); from += BLOCK) {
        list.add(new Block(from, Math.min(p.end(), from + BLOCK), p.role()));
      }
    }
    blocks = list.toArray(new Block[0]);
    squares = new double[blocks.length];
  }

  /** @param t number of the step, from 1 */
  void apply(ShardRunner run, double batchWeight, float rate, long t) {
    gradients = run.gradients();
    active = run.active();
    share = (float) (1 / batchWeight);
    this.rate = rate;
    this.t = t;
    scale = 1;
    int helpers = values.length < 4 * BLOCK ? 1 : threads;
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

  /** The mean gradient of a block, with the penalties' part, into the first shard's array. */
  private void sumBlock(int index) {
    Block b = blocks[index];
    float[] g = gradients[0];
    for (int s = 1; s < active; s++) {
      add(g, gradients[s], b.from, b.to);
    }
    for (int i = b.from; i < b.to; i++) {
      g[i] *= share;
    }
    if (b.role == Parameter.Role.WEIGHT) {
      addPenalties(g, b);
    }
    if (clip > 0) {
      squares[index] = b.role == Parameter.Role.STATE ? 0 : squares(g, b);
    }
  }

  private static void add(float[] to, float[] from, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] += from[i];
    }
  }

  private void addPenalties(float[] g, Block b) {
    if (decay > 0 && !optimizer.decouplesDecay()) {
      for (int i = b.from; i < b.to; i++) {
        g[i] += decay * values[i];
      }
    }
    if (l1 > 0) {
      for (int i = b.from; i < b.to; i++) {
        g[i] += l1 * Math.signum(values[i]);
      }
    }
  }

  private static double squares(float[] g, Block b) {
    double sum = 0;
    for (int i = b.from; i < b.to; i++) {
      sum += (double) g[i] * g[i];
    }
    return sum;
  }

  private void stepBlock(int index) {
    Block b = blocks[index];
    float[] g = gradients[0];
    if (b.role == Parameter.Role.STATE) {
      add(values, g, b.from, b.to);
      return;
    }
    if (scale != 1) {
      for (int i = b.from; i < b.to; i++) {
        g[i] *= scale;
      }
    }
    if (b.role == Parameter.Role.WEIGHT && decay > 0 && optimizer.decouplesDecay()) {
      float keep = 1 - rate * decay;
      for (int i = b.from; i < b.to; i++) {
        values[i] *= keep;
      }
    }
    optimizer.step(t, rate, b.from, b.to, values, g, slots);
  }
}
