package ruru.nn.ops.recurrent;

import org.jspecify.annotations.Nullable;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.VarianceScaling;
import ruru.nn.initializers.Orthogonal;
import ruru.nn.ops.ChannelLoops;
import ruru.nn.ops.Columns;
import ruru.nn.ops.SideBySide;

/**
 * The parameters of a cell. Those of its gates stand side by side, so that one product gives the sums of all gates.
 *
 * @param input W [inputs, gates * units]
 * @param state U [units, gates * units]
 * @param bias  b [gates * units]
 * @param stateBias added to h U, where that is not the same as adding it to x W + b [gates * units]; null if it is
 */
record Weights(int inputs, int units, int gates, Parameter input, Parameter state, Parameter bias,
    @Nullable Parameter stateBias) {

  /**
   * Declares them. Each gate's weights are initialised as a matrix of their own.
   *
   * @param prefix    of their names
   * @param init      of W; "auto" is glorotuniform
   * @param recurrent of U; "auto" is orthogonal
   * @param forget    the gate whose bias is 1 at the start; -1 for none
   */
  static Weights declare(Build b, String prefix, int inputs, int units, int gates, Initializer init,
      Initializer recurrent, int forget, boolean ownBias) {
    if (units > Integer.MAX_VALUE / gates) {
      throw b.error("the network has more than 2^31 parameters; use fewer units or channels");
    }
    int all = gates * units;
    // What follows the layer does not matter: W feeds its gates.
    Initializer ofInput = init == Initializer.AUTO ? VarianceScaling.GLOROT_UNIFORM : init;
    Initializer ofState = recurrent == Initializer.AUTO ? new Orthogonal() : recurrent;
    Parameter w = b.weight(prefix + "inputweight", new SideBySide(ofInput, gates), inputs, units, inputs, all);
    Parameter u = b.weight(prefix + "stateweight", new SideBySide(ofState, gates), units, units, units, all);
    Parameter bias = b.bias(prefix + "bias", new OneGate(forget, units), all);
    return new Weights(inputs, units, gates, w, u, bias, ownBias ? b.bias(prefix + "statebias", 0, all) : null);
  }

  /** The columns of W, U and b. */
  int columns() {
    return gates * units;
  }

  /**
   * Copies the sums of one gate out of those of all, so that loops over them start at index 0 in every array, which
   * Java's compiler vectorises.
   */
  void split(float[] all, int gate, int rows, float[] one) {
    Columns.copy(all, gate * units, columns(), one, 0, units, units, rows);
  }

  /** z = x W + b */
  void ofInput(Pass p, int rows, float[] x, float[] z) {
    ChannelLoops.repeat(p, bias, z, rows);
    p.blas().gemm(false, false, rows, columns(), inputs, 1, x, 0, inputs, p.values(), input.offset(), columns(), 1, z,
        0, columns());
  }

  /** z = z + h U, of the rows that have begun; h is zeros for the others. */
  void addOfState(Pass p, int rows, float[] h, float[] z) {
    if (rows > 0) {
      p.blas().gemm(false, false, rows, columns(), units, 1, h, 0, units, p.values(), state.offset(), columns(), 1,
          z, 0, columns());
    }
  }
}
