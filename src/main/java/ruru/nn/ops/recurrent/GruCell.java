package ruru.nn.ops.recurrent;

import java.util.Objects;
import ruru.nn.Activation;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.ops.ChannelLoops;
import ruru.nn.ops.Sums;

/**
 * Gated recurrent unit, in the form in which the reset gate acts after the product (that of cuDNN, and the usual one of
 * Keras and PyTorch). With the gates r (reset), u (update) and n (candidate) side by side in this order in a = x W + b
 * and v = h U + b':
 *
 * <pre>{@code
 * r = s(a_r + v_r),  u = s(a_u + v_u),  n = tanh(a_n + r v_n)
 * h' = (1 - u) n + u h
 * }</pre>
 */
record GruCell(Weights weights, Activation sigmoid, Activation tanh) implements Cell {
  private static final int R = 0;
  private static final int U = 1;
  private static final int N = 2;
  private static final int GATES = 3;

  static GruCell of(Build b, String prefix, int inputs, int units, Initializer init, Initializer recurrent,
      Activation sigmoid, Activation tanh) {
    return new GruCell(Weights.declare(b, prefix, inputs, units, GATES, init, recurrent, U, true), sigmoid, tanh);
  }

  /** Of each step that is kept the gates, and the v of the candidate. */
  private static final class Memory {
    final float[][][] gates;
    final float[][] v;
    final float[] a;
    final float[] state;
    final float[] part;
    final float[] d;

    Memory(int kept, int size) {
      gates = new float[kept][GATES][size];
      v = new float[kept][size];
      a = new float[GATES * size];
      state = new float[GATES * size];
      part = new float[size];
      d = new float[size];
    }
  }

  @Override
  public Object memory(int kept, int rows) {
    return new Memory(kept, rows * weights.units());
  }

  @Override
  public long numbers(int kept) {
    return (kept * (GATES + 1L) + 2 * GATES + 2) * weights.units();
  }

  @Override
  public void forward(Pass p, Object memory, int step, Unrolling unrolling, float[] xh, int line, float[] before,
      float[] h) {
    Memory m = (Memory) memory;
    int rows = unrolling.rows(step);
    int n = rows * weights.units();
    Parameter bias = Objects.requireNonNull(weights.stateBias());
    weights.ofInput(p, rows, xh, line, m.a);
    ChannelLoops.repeat(p, bias, m.state, rows);
    weights.addOfState(p, unrolling.begun(step), xh, line, m.state);
    float[][] gates = m.gates[step % m.gates.length];
    for (int g = 0; g < GATES; g++) {
      weights.split(m.a, g, rows, gates[g]);
      float[] v = g == N ? m.v[step % m.v.length] : m.part;
      weights.split(m.state, g, rows, v);
      if (g == N) {
        ChannelLoops.multiplyAdd(gates[R], v, gates[N], n);
        tanh.forward(gates[N], gates[N], n);
      } else {
        Sums.add(v, gates[g], n);
        sigmoid.forward(gates[g], gates[g], n);
      }
    }
    mix(gates[U], before, gates[N], h, n);
  }

  /** h' = n + u (h - n) */
  private static void mix(float[] u, float[] before, float[] candidate, float[] h, int n) {
    for (int j = 0; j < n; j++) {
      h[j] = candidate[j] + u[j] * (before[j] - candidate[j]);
    }
  }

  @Override
  public boolean backward(Pass p, Object memory, int step, Unrolling unrolling, float[] before, float[] h,
      float[] dh, Slopes dz, float[] dbefore) {
    Memory m = (Memory) memory;
    int rows = unrolling.rows(step);
    int line = unrolling.line(step);
    int n = rows * weights.units();
    float[][] gates = m.gates[step];
    ofUpdate(dh, before, gates[N], m.d, n);
    sigmoid.backward(gates[U], gates[U], m.d, n);
    dz.set(line, rows, U, m.d);

    ChannelLoops.multiply(dh, gates[U], dbefore, n);
    subtract(dh, dbefore, m.d, n);
    tanh.backward(gates[N], gates[N], m.d, n);
    dz.setOfInput(line, rows, N, m.d);
    ChannelLoops.multiply(m.d, gates[R], m.part, n);
    dz.setOfState(line, rows, N, m.part);

    ChannelLoops.multiply(m.d, m.v[step], m.part, n);
    sigmoid.backward(gates[R], gates[R], m.part, n);
    dz.set(line, rows, R, m.part);
    return true;
  }

  /** du = dh (h - n) */
  private static void ofUpdate(float[] dh, float[] before, float[] candidate, float[] d, int n) {
    for (int j = 0; j < n; j++) {
      d[j] = dh[j] * (before[j] - candidate[j]);
    }
  }

  /** dn = dh (1 - u) = dh - dh u */
  private static void subtract(float[] dh, float[] part, float[] d, int n) {
    for (int j = 0; j < n; j++) {
      d[j] = dh[j] - part[j];
    }
  }
}
