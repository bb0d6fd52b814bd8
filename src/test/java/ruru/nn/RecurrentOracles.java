package ruru.nn;

import java.util.Arrays;
import java.util.Map;
import ruru.nn.layers.Gru;
import ruru.nn.layers.Last;
import ruru.nn.layers.Lstm;
import ruru.nn.layers.Rnn;
import ruru.nn.ops.recurrent.Direction;
import ruru.nn.ops.recurrent.States;

/** What recurrent layers compute, row by row, step by step and unit by unit, straight from the formulas. */
final class RecurrentOracles {
  private RecurrentOracles() {}

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
    all.put(Last.class, c -> Arrays.stream(c.x()[0])
        .map(x -> Arrays.copyOfRange(x, x.length - c.shapes()[0].channels(), x.length)).toArray(double[][]::new));
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
