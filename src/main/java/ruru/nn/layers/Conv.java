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
 * Convolution over maps (without flipping the kernel, as in all libraries): y[i, j, f] = b[f] + sum over u, v, c of
 * x[i s + u d - p, j s + v d - p, c] w[u, v, c, f], with stride s, dilation d and p zeros of padding.
 *
 * <p>Input [height, width, channels], output [height', width', filters] with sizes as in {@link Window}; weight [kernel
 * height, kernel width, channels / groups, filters], bias [filters]. With groups, filters and channels are divided into
 * that many groups, and a group's filters see only its channels; as many groups as channels make it depthwise.
 *
 * <p>Padding is "same" unless set otherwise, which keeps the size of maps at stride 1: our choice (Keras and PyTorch
 * have none by default). Source: LeCun et al. 1998, "Gradient-based learning applied to document recognition".
 */
@Description("Convolution over maps: each filter is a weighted sum over a window that moves over height and width.")
@Usage(kind = Usage.Kind.CONVOLUTION,
    value = @Usage.Example(shapes = "[height, width, channels] -> [height', width', filters]",
        input = "28x28x1", layers = "conv 16 5x5 stride=2 relu"))
public record Conv(
    @Setting(value = "number of output channels", min = 1) int filters,
    @Setting(value = "height and width of the window, such as 3x3, or one number for both", byDefault = "3x3",
        shown = true) Shape kernel,
    @Setting(value = "positions from one window to the next, such as 2 or 2x1", byDefault = "1") Shape stride,
    @Setting(value = "zeros around the maps: same (output as large as the input at stride 1), valid (none), or their "
        + "number on each side, such as 1 or 2x1", byDefault = "same") String padding,
    @Setting(value = "positions from one element of the window to the next", byDefault = "1") Shape dilation,
    @Setting(value = "groups into which channels and filters are divided; as many as channels for a depthwise "
        + "convolution", byDefault = "1",
        min = 1) int groups,
    @Setting(value = "rule for the initial weights", byDefault = "auto") Initializer init,
    @Setting(value = "whether to add a bias", byDefault = "yes") boolean bias,
    @Setting(value = "whether 3x3 windows at stride 1 are computed with fewer multiplications (Winograd), which rounds "
        + "a little differently", byDefault = "yes") boolean winograd)
    implements Layer {

  public Conv {
    kernel = kernel.rank() == 1 ? Shape.of(kernel.dim(0), kernel.dim(0)) : kernel;
  }

  public Conv(int filters, int kernel) {
    this(filters, Shape.of(kernel), Shape.of(1), "same", Shape.of(1), 1, Initializer.AUTO, true, true);
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (in[0].rank() != 3) {
      throw b.error("takes maps [height, width, channels], got " + in[0]
          + (in[0].rank() == 2 ? "; for a series use conv1d"
              : "; set the input to the images' size, such as 28x28x1, or put 'reshape 28x28x1' before it"));
    }
    Window window = Window.of(b, in[0], kernel, stride, padding, dilation);
    return Convolutions.op(b, window, in[0].channels(), filters, groups, init, bias, winograd);
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
