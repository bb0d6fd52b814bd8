package ruru.nn.ops.recurrent;

import java.util.Arrays;
import ruru.nn.Activation;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Pass;
import ruru.nn.ops.ChannelLoops;

/**
 * Long short-term memory. With the gates i (input), f (forget), g (candidate) and o (output) side by side in this order
 * in z = x W + h U + b:
 *
 * <pre>{@code
 * c' = s(z_f) c + s(z_i) tanh(z_g)
 * h' = s(z_o) tanh(c')
 * }</pre>
 */
record LstmCell(Weights weights, Activation sigmoid, Activation tanh) implements Cell {
  private static final int I = 0;
  private static final int F = 1;
  private static final int G = 2;
  private static final int O = 3;
  private static final int GATES = 4;

  static LstmCell of(Build b, String prefix, int inputs, int units, Initializer init, Initializer recurrent,
      Activation sigmoid, Activation tanh) {
    return new LstmCell(Weights.declare(b, prefix, inputs, units, GATES, init, recurrent, F, false), sigmoid, tanh);
  }

  /** Of each step that is kept the gates, the cell state and its tanh, and the cell state before the first. */
  private static final class Memory {
    final float[][][] gates;
    final float[][] c;
    final float[][] tanhOfC;
    final float[] z;
    final float[] dc;
    final float[] d;

    Memory(int kept, int size) {
      gates = new float[kept][GATES][size];
      c = new float[kept + 1][size];
      tanhOfC = new float[kept][size];
      z = new float[GATES * size];
      dc = new float[size];
      d = new float[size];
    }
  }

  @Override
  public Object memory(int kept, int rows) {
    return new Memory(kept, rows * weights.units());
  }

  @Override
  public long numbers(int kept) {
    return (kept * (GATES + 2L) + GATES + 3) * weights.units();
  }

  @Override
  public void forward(Pass p, Object memory, int step, Unrolling unrolling, float[] xh, int line, float[] before,
      float[] h) {
    Memory m = (Memory) memory;
    int rows = unrolling.rows(step);
    int n = rows * weights.units();
    float[] c = m.c[step % m.c.length];
    float[] next = m.c[(step + 1) % m.c.length];
    float[] tanhOfC = m.tanhOfC[step % m.tanhOfC.length];
    Arrays.fill(c, unrolling.begun(step) * weights.units(), n, 0);
    weights.ofBoth(p, rows, xh, line, m.z);
    float[][] gates = m.gates[step % m.gates.length];
    for (int g = 0; g < GATES; g++) {
      weights.split(m.z, g, rows, gates[g]);
      (g == G ? tanh : sigmoid).forward(gates[g], gates[g], n);
    }
    next(gates[F], c, gates[I], gates[G], next, n);
    tanh.forward(next, tanhOfC, n);
    ChannelLoops.multiply(gates[O], tanhOfC, h, n);
  }

  /** c' = f c + i g */
  private static void next(float[] f, float[] c, float[] i, float[] g, float[] next, int n) {
    for (int j = 0; j < n; j++) {
      next[j] = f[j] * c[j] + i[j] * g[j];
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
    Arrays.fill(m.dc, unrolling.continued(step) * weights.units(), n, 0);
    addThroughOutput(dh, gates[O], m.tanhOfC[step], m.dc, n);
    put(dz, line, rows, O, dh, m.tanhOfC[step], gates[O], sigmoid, m.d);
    put(dz, line, rows, I, m.dc, gates[G], gates[I], sigmoid, m.d);
    put(dz, line, rows, F, m.dc, m.c[step], gates[F], sigmoid, m.d);
    put(dz, line, rows, G, m.dc, gates[I], gates[G], tanh, m.d);
    ChannelLoops.multiply(m.dc, gates[F], m.dc, n);
    return false;
  }

  /** dc = dc + dh o (1 - tanh(c)^2) */
  private static void addThroughOutput(float[] dh, float[] o, float[] tanhOfC, float[] dc, int n) {
    for (int j = 0; j < n; j++) {
      dc[j] += dh[j] * o[j] * (1f - tanhOfC[j] * tanhOfC[j]);
    }
  }

  /** The gradient of a gate that multiplies what has the gradient d with a factor. */
  private void put(Slopes dz, int line, int rows, int gate, float[] d, float[] factor, float[] value, Activation f,
      float[] work) {
    int n = rows * weights.units();
    ChannelLoops.multiply(d, factor, work, n);
    f.backward(value, value, work, n);
    dz.set(line, rows, gate, work);
  }
}
