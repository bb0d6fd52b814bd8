package weka.gui.neural;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Output;
import ruru.nn.text.Linearity;
import ruru.nn.text.NetworkText;
import ruru.nn.text.Presets;

/** The note shown for valid layers. */
final class LayersNote {
  private LayersNote() {}

  /** Suggestions, simple ones first. */
  static List<String> suggestions() {
    List<String> result = new ArrayList<>(List.of("auto", "output", "dense 64 relu", "dense 64 relu, dense 32 relu",
        "dense 64 relu, dropout 0.2, dense 32 relu", "conv 32 3x3 relu, maxpool 2, dense 128 relu"));
    result.addAll(Presets.names());
    return result;
  }

  /** How the steps of a network were understood, and whether its hidden layers add nothing. */
  static String ofNetwork(List<NamedLayer> steps) {
    if (steps.stream().allMatch(s -> s.layer() instanceof Output)) {
      return "no hidden layer";
    }
    String remark = Linearity.remark(steps);
    return remark == null ? plain(steps) : remark;
  }

  /** The same for layers before or after a code. */
  static String ofCoder(List<NamedLayer> steps) {
    String remark = Linearity.remarkOnCode(steps);
    return remark == null ? plain(steps) : remark;
  }

  static String plain(List<NamedLayer> steps) {
    int count = NetworkText.parts(steps).size();
    return count + (count == 1 ? " step: " : " steps: ") + NetworkText.print(steps);
  }
}
