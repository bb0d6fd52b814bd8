package weka.core.neural;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.Activation;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Step;
import ruru.nn.layers.Avgpool;
import ruru.nn.layers.Batchnorm;
import ruru.nn.layers.Contractive;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Corrupt;
import ruru.nn.layers.Deconv;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.Flatten;
import ruru.nn.layers.Layernorm;
import ruru.nn.layers.Maxpool;
import ruru.nn.layers.Noise;
import ruru.nn.layers.Penalty;
import ruru.nn.layers.Reshape;
import ruru.nn.layers.Sigmoid;
import ruru.nn.layers.Sparse;
import ruru.nn.layers.Tied;
import ruru.nn.layers.Unpool;
import ruru.nn.layers.Upsample;
import ruru.nn.layers.Variational;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;

/**
 * The steps of an autoencoder: noise, the encoder as the user wrote it, the code, and the decoder, which mirrors the
 * encoder unless the user wrote it too. The mirror goes through the encoder backwards: a dense layer becomes one with
 * as many units as it has inputs, a convolution a transposed one, max pooling its undoing; an activation stays itself,
 * what only regularises is left out.
 */
final class AutoencoderLayers {
  /** The name of the step whose output is the code. */
  static final String CODE = "code";

  private final AutoencoderSettings settings;
  private final Shape input;
  private final int outputs;
  private final List<Step> steps = new ArrayList<>();

  private AutoencoderLayers(AutoencoderSettings settings, Shape input, int outputs) {
    this.settings = settings;
    this.input = input;
    this.outputs = outputs;
  }

  /**
   * @param outputs numbers that the decoder gives
   * @param low     the lowest value that inputs usually have, for noise
   * @param high    the highest
   */
  static List<Step> of(AutoencoderSettings settings, Shape input, int outputs, double low, double high) {
    settings.requireConsistent();
    AutoencoderLayers made = new AutoencoderLayers(settings, input, outputs);
    Layer noise = settings.noiseLayer(low, high);
    if (noise != null) {
      made.steps.add(new Step(noise));
    }
    if (!settings.isWithoutLayers()) {
      made.encode(NetworkText.parse(NeuralSettings.isAuto(settings.getLayers()) ? auto(input.size())
          : settings.getLayers()));
    }
    made.code(NeuralSettings.isAuto(settings.getCode()) ? Math.max(1, Math.min(16, input.size() / 2))
        : Integer.parseInt(settings.getCode()));
    int coded = made.steps.size();
    if (NeuralSettings.isAuto(settings.getDecoder())) {
      made.mirror();
    } else {
      made.steps.addAll(NetworkText.parse(settings.getDecoder()));
      if (made.steps.size() == coded || new Network(input, outputs, made.steps).outputShape().size() != outputs) {
        made.steps.add(new Step(new Dense(outputs)));
      }
    }
    return made.steps;
  }

  private static String auto(int inputs) {
    return inputs > 64 ? "dense 256 relu, dense 128 relu" : "dense " + Math.max(16, 4 * inputs) + " relu";
  }

  private void encode(List<Step> encoder) {
    for (Step s : encoder) {
      boolean named = s.name() != null
          || !(s.layer() instanceof Maxpool) && !(settings.getTied() && s.layer() instanceof Dense);
      steps.add(named ? s : new Step(s.layer(), "e" + (steps.size() + 1), s.where()));
    }
  }

  private void code(int width) {
    if (settings.getVariational()) {
      steps.add(new Step(new Dense(2 * width), settings.getTied() ? "codes" : null));
      steps.add(new Step(new Variational(settings.getBeta()), CODE));
    } else if (settings.getContractive() > 0) {
      steps.add(new Step(new Contractive(width, settings.getContractive()), CODE));
    } else if (settings.sparseLayer() != null) {
      steps.add(new Step(new Dense(width), "codes"));
      steps.add(new Step(new Sigmoid()));
      steps.add(new Step(settings.sparseLayer(), CODE));
    } else if (settings.getActivityL1() > 0) {
      steps.add(new Step(new Dense(width), "codes"));
      steps.add(new Step(new Penalty(settings.getActivityL1(), 0), CODE));
    } else {
      steps.add(new Step(new Dense(width), CODE));
    }
  }

  private void mirror() {
    Network encoder = new Network(input, outputs, steps);
    List<Step> mirrored = new ArrayList<>();
    int first = outermost();
    boolean activations = false;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Layer layer = step.layer();
      Shape in = inputOf(encoder, i);
      if (layer instanceof Activation || layer instanceof Batchnorm || layer instanceof Layernorm) {
        // The code's own activation belongs to the encoder alone.
        if (activations && i > first) {
          mirrored.add(new Step(layer));
        }
      } else if (layer instanceof Dense || layer instanceof Contractive) {
        activations = true;
        int units = i == first ? outputs : in.size();
        mirrored.add(new Step(settings.getTied() && units == in.size() && notDoubled(i) ? new Tied(step.name())
            : new Dense(units)));
        if (in.rank() > 1 && i != first) {
          mirrored.add(new Step(new Reshape(in)));
        }
      } else if (layer instanceof Conv conv) {
        activations = true;
        mirrored.add(new Step(requireBack(layer, in, new Deconv(in.channels(), conv.kernel(), conv.stride(),
            conv.padding(), Initializer.AUTO, true), encoder, i)));
      } else if (layer instanceof Maxpool pool) {
        // A decoder that runs without its encoder has no places to put values back to.
        mirrored.add(new Step(settings.getVariational()
            ? requireBack(layer, in, new Upsample(pool.window(), Upsample.Mode.NEAREST), encoder, i)
            : new Unpool(step.name())));
      } else if (layer instanceof Avgpool pool) {
        mirrored.add(new Step(requireBack(layer, in, new Upsample(pool.window(), Upsample.Mode.NEAREST), encoder, i)));
      } else if (layer instanceof Flatten) {
        mirrored.add(new Step(new Reshape(in)));
      } else if (!isRegulariser(layer)) {
        throw new IllegalArgumentException("the decoder cannot mirror the layer '" + Catalog.nameOf(layer)
            + "'; write it yourself with -decoder");
      }
    }
    steps.addAll(mirrored);
  }

  /** The mirror of a layer on maps, if it leads back to the shape that the layer took. */
  private static Layer requireBack(Layer layer, Shape wanted, Layer mirror, Network encoder, int step) {
    Shape from = outputOf(encoder, step);
    Shape back = new Network(from, 1, List.of(new Step(mirror))).outputShape();
    if (!back.equals(wanted)) {
      throw new IllegalArgumentException("the decoder cannot mirror '" + NetworkText.print(List.of(new Step(layer)))
          + "': '" + NetworkText.print(List.of(new Step(mirror))) + "' leads from " + from + " to " + back
          + " and not back to " + wanted + "; write it yourself with -decoder");
    }
    return mirror;
  }

  private static Shape outputOf(Network network, int step) {
    return inputOf(network, step + 1);
  }

  /** The weight of a variational code's layer has means and variances and cannot be turned round. */
  private boolean notDoubled(int i) {
    return i + 1 >= steps.size() || !(steps.get(i + 1).layer() instanceof Variational);
  }

  private static boolean isRegulariser(Layer layer) {
    return layer instanceof Dropout || layer instanceof Noise || layer instanceof Corrupt || layer instanceof Sparse
        || layer instanceof Penalty || layer instanceof Variational;
  }

  /** Index of the first step that changes shapes: its mirror gives the outputs. */
  private int outermost() {
    for (int i = 0; i < steps.size(); i++) {
      Layer layer = steps.get(i).layer();
      if (!(layer instanceof Activation) && !isRegulariser(layer) && !(layer instanceof Batchnorm)
          && !(layer instanceof Layernorm)) {
        return i;
      }
    }
    throw new IllegalStateException("an encoder without code");
  }

  /** What a step takes, before it is flattened for it. */
  private static Shape inputOf(Network network, int step) {
    Shape in = network.inputShape();
    for (Network.Node node : network.nodes()) {
      in = node.step() >= 0 && node.step() < step ? node.shape() : in;
    }
    return in;
  }
}
