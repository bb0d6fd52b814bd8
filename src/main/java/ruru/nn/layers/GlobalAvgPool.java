package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.AvgPoolOp;
import ruru.nn.ops.window.Taps;
import ruru.nn.ops.window.Window;

/**
 * The mean of each channel over all positions: maps [height, width, channels] or a series [steps, channels] become
 * features [channels]. Backward: the gradient is spread evenly over the positions. Source: Lin, Chen, Yan 2014,
 * "Network in network", arXiv:1312.4400.
 */
@Description("The mean of each channel over all positions.")
@Usage(kind = Usage.Kind.POOLING, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [channels]", input = "28x28x1",
        layers = "conv 16 relu, globalavgpool"),
    @Usage.Example(shapes = "[steps, channels] -> [channels]", input = "100x3",
        layers = "conv1d 16 relu, globalavgpool")})
public record GlobalAvgPool() implements Layer {
  @Override
  public Op build(Build b, Shape... in) {
    Window.axes(b, in[0]);
    return new AvgPoolOp(Taps.all(in[0].positions()), Shape.of(in[0].channels()));
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
