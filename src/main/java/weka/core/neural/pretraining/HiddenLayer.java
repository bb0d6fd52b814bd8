package weka.core.neural.pretraining;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Activation;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.Flatten;
import ruru.nn.layers.Output;
import ruru.nn.layers.Sigmoid;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NetworkText;
import weka.core.neural.Pretrain;

/**
 * A hidden layer that can be trained by itself.
 *
 * @param steps  the dense layer, with its activation if it has one
 * @param inputs numbers that it takes
 * @param weight its weights, [inputs, units]
 * @param bias   null if it has none
 */
record HiddenLayer(List<NamedLayer> steps, int inputs, Parameter weight, @Nullable Parameter bias) {
  /**
   * All hidden layers of a network, from its inputs to its output layer.
   *
   * @throws IllegalArgumentException if there is none, or one that cannot be trained in this way
   */
  static List<HiddenLayer> of(Network network, Pretrain kind) {
    List<HiddenLayer> layers = new ArrayList<>();
    List<NamedLayer> steps = network.steps();
    int k = 0;
    while (k < steps.size() && !(steps.get(k).layer() instanceof Output)) {
      Layer layer = steps.get(k).layer();
      if (layer instanceof Dense) {
        int end = k + 1 < steps.size() && steps.get(k + 1).layer() instanceof Activation ? k + 2 : k + 1;
        layers.add(dense(network, k, steps.subList(k, end), kind));
        k = end;
      } else if (layer instanceof Flatten || layer instanceof Dropout) {
        k++;
      } else {
        throw refused(kind, steps.subList(k, k + 1), "a dense layer");
      }
    }
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("pretrain: there is no hidden layer to train; expected layers such as 'dense "
          + "100 sigmoid' (-layers)");
    }
    return layers;
  }

  private static HiddenLayer dense(Network network, int step, List<NamedLayer> steps, Pretrain kind) {
    Network.Node node = network.nodes().stream().filter(n -> n.step() == step).findFirst().orElseThrow();
    Parameter weight = node.parameters().get(0);
    HiddenLayer layer = new HiddenLayer(List.copyOf(steps), weight.shape().dim(0), weight,
        node.parameters().size() > 1 ? node.parameters().get(1) : null);
    if (kind == Pretrain.RBM
        && (steps.size() < 2 || !(steps.get(1).layer() instanceof Sigmoid) || layer.bias == null)) {
      throw refused(kind, steps,
          "'dense " + layer.units() + " sigmoid', since a hidden unit of a Boltzmann machine is a "
              + "sigmoid with a bias");
    }
    return layer;
  }

  private static IllegalArgumentException refused(Pretrain kind, List<NamedLayer> steps, String expected) {
    return new IllegalArgumentException("pretrain: '" + Excerpt.of(NetworkText.print(steps)) + "' cannot be trained by "
        + (kind == Pretrain.RBM ? "a Boltzmann machine (rbm)" : "an autoencoder") + "; expected " + expected
        + (kind == Pretrain.RBM ? "; -pretrain autoencoder takes any dense layer" : ""));
  }

  int units() {
    return weight.shape().dim(1);
  }

  /** As it is written. */
  String text() {
    return NetworkText.print(steps);
  }
}
