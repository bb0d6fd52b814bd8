package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.MaxPoolOp;
import ruru.nn.ops.window.Pooling;
import ruru.nn.ops.window.Window;

/**
 * Max pooling: each output is the largest element of its channel in a window; padding does not count.
 *
 * <p>Input maps [height, width, channels] or a series [steps, channels], output of the same rank, with sizes as in
 * {@link Window}. Backward: the gradient goes to the position of the maximum, the first if there are several;
 * {@link Unpool} puts values back there.
 */
@Description("Max pooling: the largest element of each channel in windows over maps or along a series.")
@Usage(kind = Usage.Kind.POOLING, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [height', width', channels]", input = "28x28x6",
        layers = "maxpool 3 stride=2"),
    @Usage.Example(shapes = "[steps, channels] -> [steps', channels]", input = "100x3", layers = "maxpool 4")})
public record MaxPool(
    @Setting(value = "size of the window, such as 2 or 3x2", byDefault = "2", shown = true) Shape window,
    @Setting(value = "positions from one window to the next, such as 2 or 2x1, or 'window' for adjacent windows",
        byDefault = "window") String stride,
    @Setting(value = "valid (whole windows inside the maps only), same (outputs at every stride), or positions on each "
        + "side, such as 1 or 2x1", byDefault = "valid") String padding)
    implements Layer {

  public MaxPool(int window) {
    this(Shape.of(window), "window", "valid");
  }

  @Override
  public Op build(Build b, Shape... in) {
    Window over = Pooling.window(b, in[0], window, stride, padding);
    return new MaxPoolOp(over, over.taps(), over.output(in[0].channels()));
  }

  @Override
  public boolean passesShift() {
    return true;
  }
}
