package ruru.nn.tiles;

import java.util.List;
import ruru.nn.Activation;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.Add;
import ruru.nn.layers.AvgPool;
import ruru.nn.layers.BatchNorm;
import ruru.nn.layers.Concat;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Deconv;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.From;
import ruru.nn.layers.LayerNorm;
import ruru.nn.layers.Linear;
import ruru.nn.layers.MapDropout;
import ruru.nn.layers.MaxPool;
import ruru.nn.layers.Maxout;
import ruru.nn.layers.Noise;
import ruru.nn.layers.Unpool;
import ruru.nn.layers.Upsample;
import ruru.nn.text.RecordText;

/**
 * How far an output of a network of convolutions sees along an axis of the input, and the multiple that the input's
 * length must be so that poolings divide it. What is computed is a bound: positions of a node are cells of
 * {@code scale} input pixels, and the pixels that a position depends on lie within {@code reach} of its cell.
 *
 * @param multiple of input pixels
 * @param reach    input pixels on either side
 */
public record ReceptiveField(int multiple, int reach) {
  /** Layers that treat each position by itself. */
  private static final List<Class<? extends Layer>> POINTWISE = List.of(Activation.class, BatchNorm.class,
      Dropout.class, From.class, LayerNorm.class, Linear.class, MapDropout.class, Maxout.class, Noise.class, Add.class,
      Concat.class);

  /**
   * The field along an axis.
   *
   * @param axis 0 for the height or 1 for the width
   * @throws IllegalArgumentException naming the step, if a layer sees the whole image
   */
  public static ReceptiveField of(Network network, int axis) {
    List<Network.Node> nodes = network.nodes();
    double[] scale = new double[nodes.size()];
    double[] reach = new double[nodes.size()];
    scale[0] = 1;
    long multiple = 1;
    for (int k = 1; k < nodes.size(); k++) {
      Network.Node node = nodes.get(k);
      NamedLayer step = network.steps().get(node.step());
      for (int i : node.inputs()) {
        scale[k] = Math.max(scale[k], scale[i]);
        reach[k] = Math.max(reach[k], reach[i]);
      }
      double cell = scale[k];
      Move move = Move.of(step, axis);
      scale[k] = cell * move.stride / move.factor;
      reach[k] += move.taps * cell + (move.factor > 1 ? cell - scale[k] : 0);
      multiple = Math.max(multiple, leastCommon(multiple, Math.round(Math.max(1, scale[k]))));
    }
    return new ReceptiveField((int) multiple, (int) Math.ceil(reach[nodes.size() - 1]));
  }

  /**
   * Checks that layers are for maps of any size.
   *
   * @throws IllegalArgumentException naming the first that is not
   */
  public static void requireMaps(List<NamedLayer> steps) {
    steps.forEach(step -> Move.of(step, 0));
  }

  /**
   * A number that is a multiple of {@link #multiple} for any network of these steps: the product of their strides.
   *
   * @param axis 0 for the height or 1 for the width
   * @return Long.MAX_VALUE if it is larger
   */
  public static long bound(List<NamedLayer> steps, int axis) {
    long product = 1;
    for (NamedLayer step : steps) {
      int stride = Move.of(step, axis).stride;
      product = product > Long.MAX_VALUE / stride ? Long.MAX_VALUE : product * stride;
    }
    return product;
  }

  private static long leastCommon(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return a / x * b;
  }

  /**
   * What a layer does along an axis.
   *
   * @param stride input positions from one output to the next
   * @param factor outputs for one input
   * @param taps   positions of its input beyond a cell that an output reads
   */
  private record Move(int stride, int factor, int taps) {
    static final Move NONE = new Move(1, 1, 0);

    static Move of(NamedLayer step, int axis) {
      Layer layer = step.layer();
      if (layer instanceof Conv conv) {
        return of(side(conv.kernel(), axis), side(conv.stride(), axis), side(conv.dilation(), axis));
      } else if (layer instanceof MaxPool pool) {
        return pooling(pool.window(), pool.stride(), axis);
      } else if (layer instanceof AvgPool pool) {
        return pooling(pool.window(), pool.stride(), axis);
      } else if (layer instanceof Upsample up) {
        return new Move(1, side(up.factor(), axis), up.mode() == Upsample.Mode.BILINEAR ? 1 : 0);
      } else if (layer instanceof Deconv up) {
        int stride = side(up.stride(), axis);
        return new Move(1, stride, (side(up.kernel(), axis) + stride - 1) / stride);
      } else if (layer instanceof Unpool) {
        return new Move(1, 1, 1);
      } else if (POINTWISE.stream().anyMatch(kind -> kind.isInstance(layer))) {
        return NONE;
      }
      throw new IllegalArgumentException("layers: '" + RecordText.print(layer) + "' is not for maps of any "
          + "size; a class for each pixel takes conv, maxpool, avgpool, upsample, deconv, unpool, add, concat and what "
          + "treats each pixel by itself, as in 'unet-small'");
    }

    private static Move pooling(Shape window, String stride, int axis) {
      int size = side(window, axis);
      return of(size, stride.equals("window") ? size : side(Shape.parse(stride), axis), 1);
    }

    /** A window reaches no further beyond the cell of its output than it is longer than the stride. */
    private static Move of(int taps, int stride, int dilation) {
      int span = (taps - 1) * dilation + 1;
      return new Move(stride, 1, stride == 1 ? span / 2 : Math.max(0, span - stride));
    }

    private static int side(Shape size, int axis) {
      return size.dim(size.rank() == 1 ? 0 : axis);
    }
  }
}
