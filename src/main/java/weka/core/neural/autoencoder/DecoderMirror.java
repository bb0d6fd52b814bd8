package weka.core.neural.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ruru.nn.Activation;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.AvgPool;
import ruru.nn.layers.BatchNorm;
import ruru.nn.layers.Contractive;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Deconv;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.Flatten;
import ruru.nn.layers.LayerNorm;
import ruru.nn.layers.MapDropout;
import ruru.nn.layers.MaxPool;
import ruru.nn.layers.Penalty;
import ruru.nn.layers.Reshape;
import ruru.nn.layers.Sparse;
import ruru.nn.layers.Tied;
import ruru.nn.layers.Unpool;
import ruru.nn.layers.Upsample;
import ruru.nn.layers.Variational;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import weka.core.neural.AutoencoderSettings;

/**
 * The decoder that mirrors an encoder. It goes through the encoder backwards: a dense layer becomes one with as many
 * units as it has inputs, a convolution a transposed one, max pooling unpooling; activations are kept, layers that only
 * regularise are left out.
 */
final class DecoderMirror {
  private final AutoencoderSettings settings;
  private final Shape input;
  private final int outputs;
  private final List<NamedLayer> encoding;

  /**
   * @param outputs numbers that the decoder outputs
   * @param encoding the steps up to and including the code; those that a decoder refers to have names
   */
  DecoderMirror(AutoencoderSettings settings, Shape input, int outputs, List<NamedLayer> encoding) {
    this.settings = settings;
    this.input = input;
    this.outputs = outputs;
    this.encoding = encoding;
  }

  /**
   * The steps to append to the encoder.
   *
   * @throws IllegalArgumentException if a layer has no mirror
   */
  List<NamedLayer> steps() {
    Network encoder = new Network(input, outputs, encoding);
    List<NamedLayer> mirrored = new ArrayList<>();
    int first = outermost();
    boolean activations = false;
    for (int i = encoding.size() - 1; i >= 0; i--) {
      NamedLayer step = encoding.get(i);
      Layer layer = step.layer();
      Shape in = inputOf(encoder, i);
      if (layer instanceof Activation || layer instanceof BatchNorm || layer instanceof LayerNorm) {
        // The code's own activation belongs only to the encoder.
        if (activations && i > first) {
          mirrored.add(new NamedLayer(layer));
        }
      } else if (layer instanceof Dense || layer instanceof Contractive) {
        activations = true;
        int units = i == first ? outputs : in.size();
        mirrored.add(new NamedLayer(settings.tied.value() && units == in.size() && notDoubled(i) ? new Tied(name(step))
            : new Dense(units)));
        if (in.rank() > 1 && i != first) {
          mirrored.add(new NamedLayer(new Reshape(in)));
        }
      } else if (layer instanceof Conv conv) {
        activations = true;
        mirrored.add(new NamedLayer(requireBack(layer, in, new Deconv(in.channels(), conv.kernel(), conv.stride(),
            conv.padding(), Initializer.AUTO, true), encoder, i)));
      } else if (layer instanceof MaxPool pool) {
        // A decoder that runs without its encoder does not know the positions to unpool to.
        mirrored.add(new NamedLayer(settings.variational.value()
            ? requireBack(layer, in, new Upsample(pool.window(), Upsample.Mode.NEAREST), encoder, i)
            : new Unpool(name(step))));
      } else if (layer instanceof AvgPool pool) {
        mirrored.add(
            new NamedLayer(requireBack(layer, in, new Upsample(pool.window(), Upsample.Mode.NEAREST), encoder, i)));
      } else if (layer instanceof Flatten) {
        mirrored.add(new NamedLayer(new Reshape(in)));
      } else if (!isRegulariser(layer)) {
        throw new IllegalArgumentException("the decoder cannot mirror the layer '" + Catalog.nameOf(layer)
            + "'; write it yourself with -decoder");
      }
    }
    return mirrored;
  }

  /** The mirror of a layer on maps, if it restores the shape of the layer's input. */
  private static Layer requireBack(Layer layer, Shape wanted, Layer mirror, Network encoder, int step) {
    Shape from = outputOf(encoder, step);
    Shape back = new Network(from, 1, List.of(new NamedLayer(mirror))).outputShape();
    if (!back.equals(wanted)) {
      throw new IllegalArgumentException(
          "the decoder cannot mirror '" + NetworkText.print(List.of(new NamedLayer(layer)))
              + "': '" + NetworkText.print(List.of(new NamedLayer(mirror))) + "' turns " + from + " into " + back
              + " instead of " + wanted + "; write it yourself with -decoder");
    }
    return mirror;
  }

  private static Shape outputOf(Network network, int step) {
    return inputOf(network, step + 1);
  }

  /** The weight of a variational code's layer yields means and variances and cannot be transposed for the decoder. */
  private boolean notDoubled(int i) {
    return i + 1 >= encoding.size() || !(encoding.get(i + 1).layer() instanceof Variational);
  }

  private static boolean isRegulariser(Layer layer) {
    return layer instanceof Dropout || layer instanceof MapDropout || TrainedNoise.isNoise(layer)
        || layer instanceof Sparse || layer instanceof Penalty
        || layer instanceof Variational;
  }

  /** Index of the first step that changes shapes: its mirror gives the outputs. */
  private int outermost() {
    for (int i = 0; i < encoding.size(); i++) {
      Layer layer = encoding.get(i).layer();
      if (!(layer instanceof Activation) && !isRegulariser(layer) && !(layer instanceof BatchNorm)
          && !(layer instanceof LayerNorm)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the layers up to the code contain nothing that a decoder could mirror; write "
        + "-layers with a dense layer or a convolution");
  }

  /** A step's input before flattening. */
  private static Shape inputOf(Network network, int step) {
    Shape in = network.inputShape();
    for (Network.Node node : network.nodes()) {
      in = node.step() >= 0 && node.step() < step ? node.shape() : in;
    }
    return in;
  }

  private static String name(NamedLayer step) {
    return Objects.requireNonNull(step.name(), "a layer that its mirror image refers to has a name");
  }
}
