package weka.core.neural.lab.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

class FilterLayerTest {
  private static Network network(String input, String layers) {
    Network made = new Network(Shape.parse(input), 2, NetworkText.parse(layers));
    made.initialise(1);
    return made;
  }

  private static List<String> names(Network network) {
    return FilterLayer.all(network).stream().map(FilterLayer::name).toList();
  }

  @Test
  void convolutionsAndUnitsThatSeeMapsHaveFilters() {
    assertEquals(List.of("conv1", "conv2", "dense1"),
        names(network("8x8x3", "conv 4 3x3 relu, maxpool 2, conv 5 3x3, dropout 0.5, dense 6 tanh, output")));
    assertEquals(List.of("output1"), names(network("4x4x1", "output")));
    assertEquals(List.of(), names(network("16", "dense 4, output")));
  }

  @Test
  void aFilterIsAChannelOfAUnit() {
    Network network = network("8x8x3", "conv 4 3x2, output");
    Parameter weight = network.parametersByName().get("conv1/weight");
    for (int i = 0; i < weight.size(); i++) {
      network.values()[weight.offset() + i] = i;
    }
    FilterLayer layer = FilterLayer.all(network).get(0);
    // Weight [3, 2, 3, 4]: position p of channel 2 and unit 1 is 12 p + 4 * 2 + 1.
    assertArrayEquals(new float[] {9, 21, 33, 45, 57, 69}, layer.filter(network.values(), 1, 2).values());
    assertArrayEquals(new float[] {5, 17, 29, 41, 53, 65}, layer.filter(network.values(), 1, -1).values());
    assertEquals(3, layer.filter(network.values(), 0, 0).height());
  }

  @Test
  void theWeightsOfAUnitAreAnImage() {
    Network network = network("2x3x1", "dense 5, output");
    Parameter weight = network.parametersByName().get("dense1/weight");
    for (int i = 0; i < weight.size(); i++) {
      network.values()[weight.offset() + i] = i;
    }
    FloatImage image = FilterLayer.all(network).get(0).filter(network.values(), 4, 0);
    assertEquals(2, image.height());
    assertEquals(3, image.width());
    assertArrayEquals(new float[] {4, 9, 14, 19, 24, 29}, image.values());
  }
}
