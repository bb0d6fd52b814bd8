package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.BilinearOp;
import ruru.nn.ops.window.PositionsOp;
import ruru.nn.ops.window.Window;

/**
 * Makes maps [height, width, channels] or a series [steps, channels] larger by whole factors: NEAREST repeats every
 * position, BILINEAR interpolates between neighbours (see {@link BilinearOp}).
 */
@Description("Makes maps or a series larger by repeating positions or interpolating between them.")
@Usage(kind = Usage.Kind.POOLING, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [height', width', channels]", input = "14x14x6",
        layers = "upsample 2 mode=bilinear"),
    @Usage.Example(shapes = "[steps, channels] -> [steps', channels]", input = "25x3", layers = "upsample 4")})
public record Upsample(
    @Setting(value = "factor, such as 2 or 2x3", byDefault = "2", shown = true) Shape factor,
    @Setting(value = "nearest repeats, bilinear interpolates", byDefault = "nearest") Mode mode) implements Layer {

  /** Where values between the positions come from. */
  public enum Mode { NEAREST, BILINEAR }

  @Override
  public Op build(Build b, Shape... in) {
    int axes = Window.axes(b, in[0]);
    if (factor.rank() != 1 && factor.rank() != axes) {
      throw b.error("factor must be one number" + (axes == 1 ? "" : " or two, such as 2x3") + ", got "
          + factor.toText());
    }
    int rows = factor.dim(0);
    int columns = axes == 1 ? 1 : factor.dim(factor.rank() - 1);
    int height = in[0].dim(0);
    int width = axes == 1 ? 1 : in[0].dim(1);
    Shape out = axes == 1 ? b.shape((long) height * rows, in[0].channels())
        : b.shape((long) height * rows, (long) width * columns, in[0].channels());
    if (mode == Mode.BILINEAR) {
      return new BilinearOp(height, width, rows, columns, out);
    }
    return PositionsOp.of(in[0], out, r -> r / rows, c -> c / columns);
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
