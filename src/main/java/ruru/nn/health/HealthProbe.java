package ruru.nn.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.Activation;
import ruru.nn.Heap;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.train.ByLength;
import ruru.nn.train.Dataset;
import ruru.nn.train.StepObserver;

/**
 * Measures after some of the updates of a training how each layer is doing: runs the network forward and backward over
 * a sample of the rows, with a memory of its own. It only reads, so that a training gives the same bits with it
 * as without.
 */
public final class HealthProbe implements StepObserver {
  private static final int MOST_ROWS = 256;
  private static final int LEAST_ROWS = 8;
  /** Of the outputs of all layers for the sample, and of their gradients. */
  private static final int MOST_NUMBERS = 1 << 23;

  private final Network network;
  private final Loss loss;
  private final Dataset data;
  private final long seed;
  private final LongPredicate due;
  private final Consumer<Health> found;
  private final int[] sample;
  private final Workspace workspace;
  private final Tensor target;
  private final float[] gradient;
  private final float[] before;
  private final Map<Integer, Slopes> slopes = new HashMap<>();
  private boolean pending;

  /**
   * @param rows the rows that are trained on
   * @param seed of the random layers
   * @param due   asked before each update, with its number from 1, whether to measure after it
   * @param found receives what was measured, on the training's thread
   */
  public HealthProbe(Network network, Loss loss, Dataset data, int[] rows, long seed, LongPredicate due,
      Consumer<Health> found, Blas blas) {
    this.network = network;
    this.loss = loss;
    this.data = data;
    this.seed = seed;
    this.due = due;
    this.found = found;
    sample = sample(network, data, rows);
    ByLength.sort(data, sample, 0, sample.length);
    Heap.require(2L * Float.BYTES * network.values().length,
        "diagnosing a network of " + network.values().length + " parameters", "Use fewer units, or do not diagnose");
    workspace = new Workspace(network, sample.length, Workspace.Mode.INSPECT, blas);
    target = new Tensor(data.targetShape(), sample.length);
    gradient = new float[network.values().length];
    before = new float[network.values().length];
    for (int k = 1; k < network.nodes().size(); k++) {
      Activation activation = activation(k);
      if (activation != null) {
        slopes.put(k, new Slopes(activation));
      }
    }
  }

  /** The updates 1, 2, 4, 8 and so on: as many at the beginning, where most happens, as one reads. */
  public static boolean isPowerOfTwo(long update) {
    return Long.bitCount(update) == 1;
  }

  /** Rows that count, at equal distances. */
  private static int[] sample(Network network, Dataset data, int[] rows) {
    int[] counting = Arrays.stream(rows).filter(r -> data.weight(r) > 0).toArray();
    long numbers = 2L * network.nodes().stream().mapToLong(n -> n.shape().size()).sum();
    int most = (int) Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_NUMBERS / numbers));
    int n = Math.min(most, counting.length);
    return IntStream.range(0, n).map(i -> counting[(int) ((long) i * counting.length / n)]).toArray();
  }

  private @Nullable Activation activation(int node) {
    return network.steps().get(network.nodes().get(node).step()).layer() instanceof Activation a ? a : null;
  }

  @Override
  public void before(long step, int[] rows, int from, int to, double rate) {
    pending = due.test(step);
    if (pending) {
      System.arraycopy(network.values(), 0, before, 0, before.length);
    }
  }

  @Override
  public void after(long step, double meanLoss) {
    if (pending) {
      found.accept(measure(step, true));
    }
  }

  /** Measures now, between two updates. */
  public Health measure(long update) {
    return measure(update, false);
  }

  private Health measure(long update, boolean changed) {
    workspace.setRows(sample.length);
    target.setRows(sample.length);
    data.read(sample, 0, sample.length, workspace.input(), target);
    double weight = 0;
    for (int i = 0; i < sample.length; i++) {
      workspace.weights()[i] = data.weight(sample[i]);
      weight += workspace.weights()[i];
    }
    workspace.position(seed, update, 0);
    workspace.forward(true);
    loss.gradient(workspace.output(), target, workspace.weights(), workspace.outputGradient());
    workspace.backward(gradient, true);
    List<LayerHealth> layers = new ArrayList<>();
    for (int k = 1; k < network.nodes().size(); k++) {
      if (!network.nodes().get(k).name().equals("flatten")) {
        layers.add(layer(k, weight, changed));
      }
    }
    return new Health(update, sample.length, layers);
  }

  private LayerHealth layer(int k, double weight, boolean changed) {
    Network.Node node = network.nodes().get(k);
    Sums sums = new Sums();
    for (Parameter p : node.parameters()) {
      if (p.role() != Parameter.Role.STATE) {
        sums.add(p, weight, changed);
      }
    }
    Tensor y = workspace.output(k);
    Outputs outputs = new Outputs(y);
    Slopes s = slopes.get(k);
    Units units = s == null ? null : new Units(s, workspace.output(node.inputs()[0]), y);
    return new LayerHealth(node.name(), y.channels(), sums.norm(sums.weights), sums.norm(sums.gradients),
        sums.norm(sums.gradients) / Math.sqrt((double) sums.count),
        changed && sums.earlier > 0 ? sums.norm(sums.changes) / sums.norm(sums.earlier) : Double.NaN,
        units == null ? -1 : units.dead(),
        units == null ? Double.NaN : units.saturated(), outputs.mean(), outputs.deviation());
  }

  /** Sums of squares over a layer's parameters. */
  private final class Sums {
    private long count;
    private double weights;
    private double gradients;
    private double changes;
    private double earlier;

    private void add(Parameter p, double weight, boolean changed) {
      float[] values = network.values();
      count += p.size();
      for (int i = p.offset(); i < p.end(); i++) {
        double g = gradient[i] / weight;
        weights += (double) values[i] * values[i];
        gradients += g * g;
        if (changed) {
          double d = (double) values[i] - before[i];
          changes += d * d;
          earlier += (double) before[i] * before[i];
        }
      }
    }

    /** NaN without parameters. */
    private double norm(double squares) {
      return count == 0 ? Double.NaN : Math.sqrt(squares);
    }
  }
}
