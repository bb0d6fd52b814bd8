package weka.core.neural.lab.images;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;

/**
 * A layer whose weights are images: a convolution, whose filters are, or one whose units see all values of an image or
 * of maps.
 *
 * @param node   index of its node in the network
 * @param weight [height, width, channels, units], or the same as [inputs, units]
 */
public record FilterLayer(String name, int node, Parameter weight, int height, int width, int channels, int units) {
  /** All of a network, in its order. */
  public static List<FilterLayer> all(Network network) {
    List<FilterLayer> found = new ArrayList<>();
    for (int k = 1; k < network.nodes().size(); k++) {
      FilterLayer layer = of(network, k);
      if (layer != null) {
        found.add(layer);
      }
    }
    return found;
  }

  private static @Nullable FilterLayer of(Network network, int k) {
    Network.Node node = network.nodes().get(k);
    for (Parameter p : node.parameters()) {
      Shape s = p.shape();
      if (p.role() != Parameter.Role.WEIGHT) {
        continue;
      } else if (s.rank() == 4 && node.shape().rank() == 3) {
        return new FilterLayer(node.name(), k, p, s.dim(0), s.dim(1), s.dim(2), s.dim(3));
      }
      Shape seen = maps(network, node.inputs()[0]);
      if (s.rank() == 2 && seen != null && s.dim(0) == seen.size()) {
        return new FilterLayer(node.name(), k, p, seen.dim(0), seen.dim(1), seen.dim(2), s.dim(1));
      }
    }
    return null;
  }

  /** The shape of the maps whose values a node's output lists, one for one; null if it does not. */
  private static @Nullable Shape maps(Network network, int k) {
    Network.Node node = network.nodes().get(k);
    if (node.shape().rank() == 3) {
      return node.shape();
    }
    boolean passes = node.inputs().length == 1 && node.parameters().isEmpty() && node.borrowed().isEmpty()
        && network.nodes().get(node.inputs()[0]).shape().size() == node.shape().size();
    return passes ? maps(network, node.inputs()[0]) : null;
  }

  /**
   * The weights of a unit.
   *
   * @param values  the network's parameters
   * @param channel from 0; -1 for the mean over all channels
   */
  public FloatImage filter(float[] values, int unit, int channel) {
    float[] image = new float[height * width];
    for (int i = 0; i < image.length; i++) {
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += channel < 0 || channel == c ? values[weight.offset() + (i * channels + c) * units + unit] : 0;
      }
      image[i] = (float) (channel < 0 ? sum / channels : sum);
    }
    return new FloatImage(height, width, 1, image);
  }
}
