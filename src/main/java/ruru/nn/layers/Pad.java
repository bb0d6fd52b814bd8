package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.PositionsOp;
import ruru.nn.ops.window.Sides;
import ruru.nn.ops.window.Window;

/**
 * Zeros around maps [height, width, channels] or at the ends of a series [steps, channels]: each size grows by the sum
 * of both sides. Backward: dx is the inner part of dy.
 */
@Description("Puts zeros around maps, or at the ends of a series.")
@Usage(kind = Usage.Kind.SHAPE, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [height', width', channels]", input = "28x28x1",
        layers = "pad 1x2"),
    @Usage.Example(shapes = "[steps, channels] -> [steps', channels]", input = "100x3", layers = "pad 10")})
public record Pad(
    @Setting("zeros on every side; or by rows and columns, as in 1x2; or at top, bottom, left and right, as in "
        + "0x1x0x1") String size)
    implements Layer {

  @Override
  public Op build(Build b, Shape... in) {
    int axes = Window.axes(b, in[0]);
    int[][] ends = Sides.ends(b, size, axes);
    int[] start = new int[axes];
    long[] sizes = new long[axes];
    for (int i = 0; i < axes; i++) {
      start[i] = ends[i][0];
      sizes[i] = (long) in[0].dim(i) + ends[i][0] + ends[i][1];
    }
    return PositionsOp.shifted(b, in[0], start, sizes);
  }

  @Override
  public boolean isLinear() {
    return true;
  }
}
