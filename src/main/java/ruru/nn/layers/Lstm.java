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
 * Long short-term memory along a series: with s the logistic function, * element by element, and at each step
 *
 * <pre>{@code
 * i = s(x W_i + h U_i + b_i),  f = s(x W_f + h U_f + b_f),  g = tanh(x W_g + h U_g + b_g),  o = s(x W_o + h U_o + b_o)
 * c = f * c + i * g
 * h = o * tanh(c)
 * }</pre>
 *
 * <p>Input [steps, channels], output the last h [units] or all of them [steps, units]. inputweight W [channels, 4
 * units], stateweight U [units, 4 units] and bias [4 units], the gates in the order i, f, g, o; U is orthogonal gate by
 * gate at the start, b_f is 1. h and c are 0 before the first step. Source: Hochreiter and Schmidhuber 1997, with the
 * forget gate of Gers, Schmidhuber, Cummins 2000.
 */
@Description("Long short-term memory: a recurrent layer whose gates decide what to keep, so that it remembers over "
    + "many steps.")
@Usage(kind = Usage.Kind.RECURRENT, value = {
    @Usage.Example(shapes = "[steps, channels] -> [units']", input = "100x3", layers = "lstm 64"),
    @Usage.Example(shapes = "[steps, channels] -> [steps, units']", input = "100x3", layers = "lstm 64 output=all")})
public record Lstm(
    @Setting(value = "number of memory cells", min = 1) int units,
    @Setting(value = Direction.MEANING, byDefault = "forward") Direction direction,
    @Setting(value = States.MEANING, byDefault = "last") States output,
    @Setting(value = "rule for the initial weights of the input", byDefault = "auto") Initializer init,
    @Setting(value = "rule for the initial weights of the state", byDefault = "orthogonal") Initializer recurrent)
    implements Layer {

  public Lstm(int units, Direction direction, States output) {
    this(units, direction, output, Initializer.AUTO, new Orthogonal());
  }

  @Override
  public Op build(Build b, Shape... in) {
    return RecurrentOp.lstm(b, in[0], new RecurrentOp.Settings(units, direction, output, init, recurrent),
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
