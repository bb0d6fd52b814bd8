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

  /** The length of a line [x, h] of the operand of both products. */
  int width() {
    return inputs + units;
  }

  /**
   * z = x W + h U + b as one product, since U follows W in the parameters.
   *
   * @param xh   [lines][inputs + units], the input and the state before side by side
   * @param line the first of those to take
   */
  void ofBoth(Pass p, int rows, float[] xh, int line, float[] z) {
    ChannelLoops.repeat(p, bias, z, rows);
    product(p, rows, width(), xh, line * width(), input, z);
  }

  /** z = x W + b */
  void ofInput(Pass p, int rows, float[] xh, int line, float[] z) {
    ChannelLoops.repeat(p, bias, z, rows);
    product(p, rows, inputs, xh, line * width(), input, z);
  }

  /** z = z + h U */
  void addOfState(Pass p, int rows, float[] xh, int line, float[] z) {
    product(p, rows, units, xh, line * width() + inputs, state, z);
  }

  private void product(Pass p, int rows, int depth, float[] xh, int at, Parameter weight, float[] z) {
    if (rows > 0) {
      p.blas().gemm(false, false, rows, columns(), depth, 1, xh, at, width(), p.values(), weight.offset(), columns(),
          1, z, 0, columns());
    }
  }
}
