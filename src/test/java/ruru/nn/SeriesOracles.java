package ruru.nn;

import java.util.Arrays;
import java.util.Map;
import ruru.nn.layers.Attention;
import ruru.nn.layers.Embedding;
import ruru.nn.layers.Gru;
import ruru.nn.layers.Last;
import ruru.nn.layers.Lstm;
import ruru.nn.layers.Positions;
import ruru.nn.layers.Rnn;
import ruru.nn.ops.recurrent.Direction;
import ruru.nn.ops.recurrent.States;

/** What recurrent layers and attention compute, row by row and step by step, straight from the formulas. */
final class SeriesOracles {
  private SeriesOracles() {}

  static void addTo(Map<Class<? extends Layer>, Oracles.Oracle> all) {
    all.put(Rnn.class, c -> {
      Rnn l = (Rnn) c.layer();
      return run(c, l.units(), l.direction(), l.output(), (s, x) -> {
        for (int u = 0; u < l.units(); u++) {
          double z = s.ofInput(x, u) + s.ofState(u);
          s.next[u] = l.activation() == Rnn.Function.TANH ? Math.tanh(z) : Math.max(0, z);
        }
      });
    });
    all.put(Lstm.class, c -> {
      Lstm l = (Lstm) c.layer();
      int n = l.units();
      return run(c, n, l.direction(), l.output(), (s, x) -> {
        for (int u = 0; u < n; u++) {
          double i = sigmoid(s.ofInput(x, u) + s.ofState(u));
          double f = sigmoid(s.ofInput(x, n + u) + s.ofState(n + u));
          double g = Math.tanh(s.ofInput(x, 2 * n + u) + s.ofState(2 * n + u));
          double o = sigmoid(s.ofInput(x, 3 * n + u) + s.ofState(3 * n + u));
          s.memory[u] = f * s.memory[u] + i * g;
          s.next[u] = o * Math.tanh(s.memory[u]);
        }
      });
    });
    all.put(Gru.class, c -> {
      Gru l = (Gru) c.layer();
      int n = l.units();
      return run(c, n, l.direction(), l.output(), (s, x) -> {
        for (int u = 0; u < n; u++) {
          double r = sigmoid(s.ofInput(x, u) + s.ofState(u));
          double z = sigmoid(s.ofInput(x, n + u) + s.ofState(n + u));
          double candidate = Math.tanh(s.ofInput(x, 2 * n + u) + r * s.ofState(2 * n + u));
          s.next[u] = (1 - z) * candidate + z * s.h[u];
        }
      });
    });
    all.put(Embedding.class, SeriesOracles::embedding);
    all.put(Attention.class, SeriesOracles::attention);
    all.put(Positions.class, SeriesOracles::positions);
    all.put(Last.class, c -> Arrays.stream(c.x()[0])
        .map(x -> Arrays.copyOfRange(x, x.length - c.shapes()[0].channels(), x.length)).toArray(double[][]::new));
  }

  private static double[][] embedding(Oracles.Case c) {
    Embedding layer = (Embedding) c.layer();
    int channels = c.shapes()[0].channels();
    int outputs = layer.units() + channels - 1;
    double[][] y = new double[c.x()[0].length][c.shapes()[0].dim(0) * outputs];
    for (int r = 0; r < y.length; r++) {
      for (int i = 0; i < y[r].length; i++) {
        double[] x = c.x()[0][r];
        long word = Math.round(x[i / outputs * channels]);
        int unit = i % outputs;
        y[r][i] = unit >= layer.units() ? x[i / outputs * channels + unit - layer.units() + 1]
            : word < 0 || word >= Integer.parseInt(layer.words()) ? 0
            : c.parameter().get("weight")[(int) word * layer.units() + unit];
      }
    }
    return y;
  }

  private static double[][] attention(Oracles.Case c) {
    int steps = c.shapes()[0].dim(0);
    int channels = c.shapes()[0].channels();
    int heads = ((Attention) c.layer()).heads();
    int width = channels / heads;
    double[][] y = new double[c.x()[0].length][];
    for (int r = 0; r < y.length; r++) {
      double[] p = lines(c.x()[0][r], steps, channels, c.parameter().get("projection"),
          queryBias(c, channels));
      double[] context = new double[steps * channels];
      for (int h = 0; h < heads; h++) {
        for (int t = 0; t < steps; t++) {
          double[] share = new double[steps];
          double sum = 0;
          for (int s = 0; s < steps; s++) {
            double match = 0;
            for (int k = 0; k < width; k++) {
              match += p[t * 3 * channels + h * width + k] * p[(s * 3 + 1) * channels + h * width + k];
            }
            share[s] = Math.exp(match / Math.sqrt(width));
            sum += share[s];
          }
          for (int s = 0; s < steps; s++) {
            for (int k = 0; k < width; k++) {
              context[t * channels + h * width + k] += share[s] / sum * p[(s * 3 + 2) * channels + h * width + k];
            }
          }
        }
      }
      y[r] = lines(context, steps, channels, c.parameter().get("output"), c.parameter().get("outputbias"));
    }
    return y;
  }

  private static double[] queryBias(Oracles.Case c, int channels) {
    return Arrays.copyOf(c.parameter().get("querybias"), 3 * channels);
  }

  /** X W + b, for the lines of X. */
  private static double[] lines(double[] x, int lines, int width, double[] weight, double[] bias) {
    double[] y = new double[lines * bias.length];
    for (int l = 0; l < lines; l++) {
      for (int j = 0; j < bias.length; j++) {
        y[l * bias.length + j] = bias[j];
        for (int i = 0; i < width; i++) {
          y[l * bias.length + j] += x[l * width + i] * weight[i * bias.length + j];
        }
      }
    }
    return y;
  }

  private static double[][] positions(Oracles.Case c) {
    int channels = c.shapes()[0].channels();
    return Arrays.stream(c.x()[0]).map(x -> {
      double[] y = x.clone();
      for (int i = 0; i < y.length; i++) {
        int channel = i % channels;
        double wave = Math.pow(10_000, 2 * (channel / 2) / (double) channels);
        double angle = i / channels / wave;
        y[i] += channel % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
      }
      return y;
    }).toArray(double[][]::new);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** The state of one row in one direction. */
  private static final class State {
    private final Oracles.Case c;
    private final String prefix;
    private final int columns;
    double[] h;
    double[] next;
    final double[] memory;

    State(Oracles.Case c, String prefix, int units) {
      this.c = c;
      this.prefix = prefix;
      columns = parameter("bias").length;
      h = new double[units];
      next = new double[units];
      memory = new double[units];
    }

    private double[] parameter(String name) {
      return c.parameter().get(prefix + name);
    }

    double ofInput(double[] x, int column) {
      double z = parameter("bias")[column];
      for (int i = 0; i < x.length; i++) {
        z += x[i] * parameter("inputweight")[i * columns + column];
      }
      return z;
    }

    double ofState(int column) {
      double z = parameter("statebias") == null ? 0 : parameter("statebias")[column];
      for (int i = 0; i < h.length; i++) {
        z += h[i] * parameter("stateweight")[i * columns + column];
      }
      return z;
    }
  }

  private interface Step {
    void take(State state, double[] x);
  }

  private static double[][] run(Oracles.Case c, int units, Direction direction, States output, Step step) {
    int steps = c.shapes()[0].dim(0);
    int channels = c.shapes()[0].channels();
    int width = direction == Direction.BOTH ? 2 * units : units;
    double[][] y = new double[c.x()[0].length][output == States.ALL ? steps * width : width];
    for (int r = 0; r < y.length; r++) {
      for (int d = 0; d < width / units; d++) {
        State state = new State(c, d == 0 ? "" : "backward", units);
        boolean reversed = direction == Direction.BACKWARD || d == 1;
        for (int s = 0; s < steps; s++) {
          int t = reversed ? steps - 1 - s : s;
          step.take(state, Arrays.copyOfRange(c.x()[0][r], t * channels, (t + 1) * channels));
          double[] h = state.next;
          state.next = state.h;
          state.h = h;
          System.arraycopy(h, 0, y[r], (output == States.ALL ? t * width : 0) + d * units, units);
        }
      }
    }
    return y;
  }
}
