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
 * A simple recurrent layer along a series: at each step h = f(x W + h U + b), with f tanh or relu. Its gradient shrinks
 * or grows by about the same factor at every step, so that it learns little about what was many steps ago: see
 * {@link Lstm}.
 *
 * <p>Input [steps, channels], output the last h [units] or all of them [steps, units]; inputweight W [channels, units],
 * stateweight U [units, units], orthogonal at the start, bias [units]. h is 0 before the first step. Source: Elman
 * 1990, "Finding structure in time".
 */
@Description("Simple recurrent layer: each state is a weighted sum of the input and the state before, through tanh or "
    + "relu.")
@Usage(kind = Usage.Kind.RECURRENT, value = {
    @Usage.Example(shapes = "[steps, channels] -> [units']", input = "100x3", layers = "rnn 64"),
    @Usage.Example(shapes = "[steps, channels] -> [steps, units']", input = "100x3", layers = "rnn 64 output=all")})
public record Rnn(
    @Setting(value = "number of neurons", min = 1) int units,
    @Setting(value = "tanh or relu", byDefault = "tanh") Function activation,
    @Setting(value = Direction.MEANING, byDefault = "forward") Direction direction,
    @Setting(value = States.MEANING, byDefault = "last") States output,
    @Setting(value = "rule for the initial weights of the input", byDefault = "auto") Initializer init,
    @Setting(value = "rule for the initial weights of the state", byDefault = "orthogonal") Initializer recurrent)
    implements Layer {

  /** The activations that it may have. */
  public enum Function { TANH, RELU }

  public Rnn(int units, Function activation, Direction direction, States output) {
    this(units, activation, direction, output, Initializer.AUTO, new Orthogonal());
  }

  @Override
  public Op build(Build b, Shape... in) {
    return RecurrentOp.rnn(b, in[0], new RecurrentOp.Settings(units, direction, output, init, recurrent),
        activation == Function.TANH ? new Tanh() : new Relu());
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
