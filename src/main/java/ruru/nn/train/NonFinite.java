package ruru.nn.train;

import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/** Finds the first infinity or NaN once one is known to exist. */
final class NonFinite {
  private NonFinite() {}

  /**
   * The name of the first layer with such an output for order[from .. to), run as in that update of training; or null.
   * Rows that differ in length may take other places than there, and so other random numbers.
   */
  static <E extends Exception> @Nullable String layer(Network network, Dataset data, int[] order, int from, int to,
      long seed, long step, Blas blas, Cancellation<E> cancellation) throws E {
    int nodes = network.nodes().size();
    int first = nodes;
    int chunk = Math.min(to - from, Shards.chunk(network));
    Workspace w = new Workspace(network, chunk, Workspace.Mode.INSPECT, blas);
    for (int start = from; start < to; start += chunk) {
      int end = Math.min(to, start + chunk);
      w.setRows(end - start);
      ByLength.sort(data, order, start, end);
      data.read(order, start, end, w.input(), null, cancellation);
      for (int i = start; i < end; i++) {
        w.weights()[i - start] = data.weight(order[i]);
      }
      w.position(seed, step, start - from);
      w.forward(true, cancellation);
      for (int k = 0; k < first; k++) {
        if (!isFinite(w.output(k))) {
          first = k;
        }
      }
    }
    return first == nodes ? null : network.nodes().get(first).name();
  }

  /**
   * The name of the first parameter of a node for which there is such a number, or null.
   *
   * @param values with the layout of the parameters
   */
  static @Nullable String parameter(Network.Node node, float[] values) {
    for (Parameter p : node.parameters()) {
      if (!isFinite(values, p.offset(), p.end())) {
        return p.name();
      }
    }
    return null;
  }

  private static boolean isFinite(Tensor t) {
    for (int p = 0; p < t.positions(); p++) {
      if (!isFinite(t.plane(p), 0, t.planeSize())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFinite(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Float.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }
}
