package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.initializers.Orthogonal;
import ruru.nn.ops.recurrent.Direction;
import ruru.nn.ops.recurrent.RecurrentOp;
import ruru.nn.ops.recurrent.States;

/**
 * Gated recurrent units along a series: with s the logistic function, * element by element, and at each step
 *
 * <pre>{@code
 * r = s(x W_r + b_r + h U_r + b'_r),  u = s(x W_u + b_u + h U_u + b'_u)
 * n = tanh(x W_n + b_n + r * (h U_n + b'_n))
 * h = (1 - u) * n + u * h
 * }</pre>
 *
 * <p>Input [steps, channels], output the last h [units] or all of them [steps, units]. inputweight W [channels, 3
 * units], stateweight U [units, 3 units], bias b and statebias b' [3 units], the gates in the order r, u, n; U is
 * orthogonal gate by gate at the start, b_u is 1, so that states last. h is 0 before the first step. The reset gate
 * acts after the product, as in cuDNN, and by default in Keras and PyTorch. Source: Cho et al. 2014, arXiv:1406.1078.
 */
@Description("Gated recurrent units: as lstm, with three gates instead of four and no separate memory.")
@Usage(kind = Usage.Kind.RECURRENT, value = {
    @Usage.Example(shapes = "[steps, channels] -> [units']", input = "100x3", layers = "gru 64"),
    @Usage.Example(shapes = "[steps, channels] -> [steps, units']", input = "100x3", layers = "gru 64 output=all")})
public record Gru(
    @Setting(value = "number of units", min = 1) int units,
    @Setting(value = Direction.MEANING, byDefault = "forward") Direction direction,
    @Setting(value = States.MEANING, byDefault = "last") States output,
    @Setting(value = "rule for the initial weights of the input", byDefault = "auto") Initializer init,
    @Setting(value = "rule for the initial weights of the state", byDefault = "orthogonal") Initializer recurrent)
    implements Layer {

  public Gru(int units, Direction direction, States output) {
    this(units, direction, output, Initializer.AUTO, new Orthogonal());
  }

  @Override
  public Op build(Build b, Shape... in) {
    return RecurrentOp.gru(b, in[0], new RecurrentOp.Settings(units, direction, output, init, recurrent),
        new Sigmoid(), new Tanh());
  }

  @Override
  public boolean isRecurrent() {
    return true;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }
}
