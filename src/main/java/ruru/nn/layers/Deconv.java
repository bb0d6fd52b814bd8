package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.Axis;
import ruru.nn.ops.window.DirectConvolution;
import ruru.nn.ops.window.Filters;
import ruru.nn.ops.window.Taps;
import ruru.nn.ops.window.Window;

/**
 * Transposed convolution, often called deconvolution: every input position adds x W_t to the outputs that a
 * convolution with the same window, stride and padding would read for it, y[i s + u - p, f] = b[f] + sum over i, u, c
 * of x[i, c] w[u, c, f]. With stride s it makes maps s times as large.
 *
 * <p>Input maps [height, width, channels] or a series [steps, channels], output of the same rank, with sizes as in
 * {@link Window#transposed}; weight [kernel..., channels, filters], bias [filters].
 * Source: Zeiler et al. 2010, "Deconvolutional networks".
 */
@Description("Transposed convolution: makes maps or a series larger by the stride, with learnt weights.")
@Usage(kind = Usage.Kind.CONVOLUTION, value = {
    @Usage.Example(shapes = "[height, width, channels] -> [height', width', filters]", input = "7x7x16",
        layers = "deconv 8 stride=2 relu"),
    @Usage.Example(shapes = "[steps, channels] -> [steps', filters]", input = "25x16", layers = "deconv 3 4 stride=4")})
public record Deconv(
    @Setting(value = "number of output channels", min = 1) int filters,
    @Setting(value = "size of the window, such as 3 or 3x2", byDefault = "3", shown = true) Shape kernel,
    @Setting(value = "upsampling factor, such as 2 or 2x1", byDefault = "1") Shape stride,
    @Setting(value = "same (output = input times stride), valid (everything that the windows cover), or positions to "
        + "cut "
        + "off on each side, such as 1 or 2x1", byDefault = "same") String padding,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias) implements Layer {

  public Deconv(int filters, int kernel, int stride) {
    this(filters, Shape.of(kernel), Shape.of(stride), "same", Initializer.AUTO, true);
  }

  @Override
  public Op build(Build b, Shape... in) {
    Window window = Window.transposed(b, in[0], kernel, stride, padding);
    int channels = in[0].channels();
    int most = most(window.rows()) * most(window.columns());
    int taps = window.rows().taps() * window.columns().taps();
    Filters weights = Filters.declare(b, window, channels, filters, 1, init, bias, most * channels, taps * filters);
    return new DirectConvolution(Taps.transposed(window.rows(), window.columns()), weights, window.input(filters));
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }

  /** The most inputs along an axis that one output sums over. */
  private static int most(Axis axis) {
    return (axis.taps() - 1) / axis.stride() + 1;
  }
}
