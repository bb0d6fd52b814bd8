package ruru.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.recurrent.RNN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

/**
 * Recurrent layers with random sizes and weights, on batches of series that differ in length, beside PyTorch's, which
 * gets each series alone: an implementation that shares no line with ours.
 */
final class PyTorchAgreement {
  private static final int NETS = 200;
  private static final int ROWS = 6;
  private static final int MOST_UNITS = 24;
  private static final int MOST_INPUTS = 12;
  private static final int MOST_STEPS = 40;
  private static final List<String> KINDS = List.of("rnn", "lstm", "gru");
  private static final List<String> DIRECTIONS = List.of("forward", "backward", "both");

  private PyTorchAgreement() {}

  /** Prints the largest difference of any output of each kind. */
  static void print() {
    double[] largest = new double[KINDS.size()];
    Random random = new Random(1);
    try (NDManager memory = NDManager.newBaseManager("PyTorch")) {
      for (int i = 0; i < NETS; i++) {
        int kind = random.nextInt(KINDS.size());
        largest[kind] = Math.max(largest[kind], new Pair(KINDS.get(kind), random, memory).difference());
      }
    }
    System.out.printf(Locale.ROOT, "largest difference between outputs of %d random layers: rnn %.1e, lstm %.1e, gru "
        + "%.1e%n", NETS, largest[0], largest[1], largest[2]);
  }

  /** A layer, and the same in PyTorch. */
  private static final class Pair {
    private final String kind;
    private final Random random;
    private final NDManager memory;
    private final String direction;
    private final boolean all;
    private final int units;
    private final int inputs;
    private final int steps;
    private final Network network;

    Pair(String kind, Random random, NDManager memory) {
      this.kind = kind;
      this.random = random;
      this.memory = memory;
      direction = DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
      all = random.nextBoolean();
      units = 1 + random.nextInt(MOST_UNITS);
      inputs = 1 + random.nextInt(MOST_INPUTS);
      steps = 1 + random.nextInt(MOST_STEPS);
      network = new Network(ruru.nn.Shape.of(steps, inputs), 1, NetworkText.parse(kind + " " + units + " direction="
          + direction + " output=" + (all ? "all" : "last")));
      for (int i = 0; i < network.values().length; i++) {
        network.values()[i] = (float) (random.nextGaussian() / Math.sqrt(units));
      }
    }

    double difference() {
      int[] lengths = random.ints(ROWS, 1, steps + 1).map(n -> -n).sorted().map(n -> -n).toArray();
      float[][] rows = new float[ROWS][];
      Workspace w = new Workspace(network, ROWS, Workspace.Mode.PREDICT, BlasProvider.get());
      w.setRows(ROWS);
      for (int r = 0; r < ROWS; r++) {
        rows[r] = new float[lengths[r] * inputs];
        for (int i = 0; i < rows[r].length; i++) {
          rows[r][i] = (float) random.nextGaussian();
          w.input().set(r, i, rows[r][i]);
        }
      }
      w.input().setLengths(lengths, new int[] {0, 1, 2, 3, 4, 5}, 0, ROWS);
      w.forward(false);
      double largest = 0;
      for (int r = 0; r < ROWS; r++) {
        largest = Math.max(largest, difference(theirs(rows[r], lengths[r]), w.output(), r, lengths[r]));
      }
      return largest;
    }

    private int directions() {
      return direction.equals("both") ? 2 : 1;
    }

    /** The states at all steps [steps][directions * units]. */
    private float[][] theirs(float[] row, int length) {
      boolean turned = direction.equals("backward");
      float[] x = row.clone();
      for (int t = 0; turned && t < length; t++) {
        System.arraycopy(row, t * inputs, x, (length - 1 - t) * inputs, inputs);
      }
      NDArray series = memory.create(x, new Shape(1, length, inputs));
      NDArray zeros = memory.zeros(new Shape(directions(), 1, units));
      NDList weights = new NDList();
      addWeights("", weights);
      if (directions() == 2) {
        addWeights("backward", weights);
      }
      NDList y = switch (kind) {
        case "rnn" -> series.getNDArrayInternal().rnn(series, zeros, weights, true, 1, RNN.Activation.TANH, 0, false,
            directions() == 2, true);
        case "gru" -> series.getNDArrayInternal().gru(series, zeros, weights, true, 1, 0, false, directions() == 2,
            true);
        default -> series.getNDArrayInternal().lstm(series, new NDList(zeros, zeros.duplicate()), weights, true, 1, 0,
            false, directions() == 2, true);
      };
      float[] states = y.get(0).toFloatArray();
      float[][] result = new float[length][];
      int width = directions() * units;
      for (int t = 0; t < length; t++) {
        int at = turned ? length - 1 - t : t;
        result[at] = Arrays.copyOfRange(states, t * width, (t + 1) * width);
      }
      return result;
    }

    /** In PyTorch's order, each as [gates * units, inputs of the product]. */
    private void addWeights(String prefix, NDList to) {
      to.add(transposed(prefix + "inputweight"));
      to.add(transposed(prefix + "stateweight"));
      NDArray bias = memory.create(values(parameter(prefix + "bias")));
      to.add(bias);
      to.add(kind.equals("gru") ? memory.create(values(parameter(prefix + "statebias"))) : bias.zerosLike());
    }

    private Parameter parameter(String name) {
      return network.parameters().stream().filter(p -> p.name().equals(kind + "1/" + name)).findFirst().orElseThrow();
    }

    private float[] values(Parameter p) {
      return Arrays.copyOfRange(network.values(), p.offset(), p.end());
    }

    private NDArray transposed(String name) {
      Parameter p = parameter(name);
      return memory.create(values(p), new Shape(p.shape().dim(0), p.shape().dim(1))).transpose();
    }

    private double difference(float[][] theirs, Tensor ours, int row, int length) {
      double largest = 0;
      int width = directions() * units;
      for (int c = 0; c < width; c++) {
        if (all) {
          for (int t = 0; t < length; t++) {
            largest = Math.max(largest, Math.abs(theirs[t][c] - ours.get(row, t * width + c)));
          }
        } else {
          boolean fromTheEnd = direction.equals("backward") || c >= units;
          largest = Math.max(largest, Math.abs(theirs[fromTheEnd ? 0 : length - 1][c] - ours.get(row, c)));
        }
      }
      return largest;
    }
  }
}
