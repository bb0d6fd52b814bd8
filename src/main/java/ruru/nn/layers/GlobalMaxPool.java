package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.MaxPoolOp;
import ruru.nn.ops.window.Taps;
import ruru.nn.ops.window.Window;

/**
 * The largest element of each channel over all positions: maps [height, width, channels] or a series [steps, channels]
 * become features [channels]. Backward: the gradient goes to the position of the maximum, the first if there are
 * several.
 */
@Description("The largest element of each channel over all positions.")
@Usage(kind = Usage.Kind.POOLING, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [channels]", input = "28x28x1",
        layers = "conv 16 relu, globalmaxpool"),
    @Usage.Example(shapes = "[steps, channels] -> [channels]", input = "100x3",
        layers = "conv1d 16 relu, globalmaxpool")})
public record GlobalMaxPool() implements Layer {
  @Override
  public Op build(Build b, Shape... in) {
    Window.axes(b, in[0]);
    Window all = Window.all(in[0].positions());
    return new MaxPoolOp(all, Taps.all(in[0].positions()), Shape.of(in[0].channels()));
  }

  @Override
  public boolean passesShift() {
    return true;
  }
}
