package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.LastOp;
import ruru.nn.ops.Series;

/**
 * The last step of a series: y = x[steps - 1]; of series that differ in length, each row's own last step. Input [steps,
 * channels], output [channels]. After a recurrent layer that runs backward, this is its first state, not its last: set
 * output=last there instead.
 */
@Description("The last step of a series.")
@Usage(kind = Usage.Kind.RECURRENT, value = @Usage.Example(shapes = "[steps, channels] -> [channels]",
    input = "100x3", layers = "conv1d 16 relu, last"))
public record Last() implements Layer {
  @Override
  public Op build(Build b, Shape... in) {
    Series.require(b, in[0]);
    return new LastOp(Shape.of(in[0].channels()));
  }

  @Override
  public boolean passesShift() {
    return true;
  }

  @Override
  public boolean isLinear() {
    return true;
  }
}
