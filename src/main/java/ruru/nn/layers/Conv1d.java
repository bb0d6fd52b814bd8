package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.window.Convolutions;
import ruru.nn.ops.window.Window;

/**
 * Convolution along a series: y[i, f] = b[f] + sum over u, c of x[i s + u d - p, c] w[u, c, f], with stride s,
 * dilation d and p zeros of padding.
 *
 * <p>Input [steps, channels], output [steps', filters]; weight [kernel, channels / groups, filters], bias [filters].
 * All settings are those of {@link Conv}. A flat row of numbers becomes a series by {@link Reshape}.
 */
@Description("Convolution along a series: each filter is a weighted sum over a window that moves along the steps.")
@Usage(kind = Usage.Kind.CONVOLUTION, value = @Usage.Example(shapes = "[steps, channels] -> [steps', filters]",
    input = "100x3", layers = "conv1d 16 5 padding=valid relu"))
public record Conv1d(
    @Setting(value = "number of output channels", min = 1) int filters,
    @Setting(value = "steps that the window spans", byDefault = "3", min = 1, shown = true) int kernel,
    @Setting(value = "steps from one window to the next", byDefault = "1", min = 1) int stride,
    @Setting(value = "zeros at both ends: same (output as long as the input at stride 1), valid (none), or their "
        + "number", byDefault = "same") String padding,
    @Setting(value = "steps from one element of the window to the next", byDefault = "1", min = 1) int dilation,
    @Setting(value = "groups into which channels and filters are divided; as many as channels for a depthwise "
        + "convolution", byDefault = "1",
        min = 1) int groups,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias) implements Layer {

  public Conv1d(int filters, int kernel) {
    this(filters, kernel, 1, "same", 1, 1, Initializer.AUTO, true);
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (in[0].rank() != 2) {
      throw b.error("takes a series [steps, channels], got " + in[0]
          + (in[0].rank() == 3 ? "; for maps use conv"
              : "; set the input to the series' size, such as 100x1, or put 'reshape 100x1' before it"));
    }
    Window window = Window.of(b, in[0], Shape.of(kernel), Shape.of(stride), padding, Shape.of(dilation));
    return Convolutions.op(b, window, in[0].channels(), filters, groups, init, bias, false);
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }
}
