package weka.core.neural.segmentation;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.NamedLayer;
import ruru.nn.Shape;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Output;
import ruru.nn.text.NetworkText;
import weka.core.neural.NeuralSettings;

/** The layers of a network with an output for each class at each pixel. */
final class PixelLayers {
  private static final String USUAL = "unet-small";

  private PixelLayers() {}

  /** As the user wrote them, where an output is a convolution of 1x1: it looks at each pixel by itself. */
  static List<NamedLayer> of(NeuralSettings settings, int classes) {
    List<NamedLayer> written =
        NeuralSettings.withOutput(settings.layers.isAuto() ? NetworkText.parse(USUAL) : settings.layers.value());
    List<NamedLayer> result = new ArrayList<>();
    for (NamedLayer step : written) {
      result.add(step.layer() instanceof Output output
          ? new NamedLayer(conv(output, classes), step.name(), step.where()) : step);
    }
    return result;
  }

  private static Conv conv(Output output, int classes) {
    if (output.biasinit() != 0) {
      throw new IllegalArgumentException(
          "layers: an output for each pixel begins with a bias of 0; leave out biasinit");
    }
    return new Conv(classes, Shape.of(1, 1), Shape.of(1), "same", Shape.of(1), 1, output.init(), output.bias(), true);
  }
}
