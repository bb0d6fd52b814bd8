package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.text.Help;
import ruru.nn.text.Presets;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** What stands behind More tells how layers are written before it lists them. */
class GrammarHelpTest {
  private static String info(String scheme) {
    return switch (scheme) {
      case "net" -> new NeuralNet().globalInfo();
      case "clusterer" -> new NeuralClusterer().globalInfo();
      default -> new NeuralEncoder().globalInfo();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"net", "clusterer", "encoder"})
  void exampleGrammarAndNamesOfNetworks(String scheme) {
    String info = info(scheme);
    int example = info.indexOf("\n    dense 64 relu, dropout 0.2, dense 32 relu\n");
    int grammar = info.indexOf("Layers are separated by commas;");
    assertTrue(example > 0 && grammar > example, info);
    assertEquals(info.contains("\nLayers\n\n"), scheme.equals("net"), info);
    for (String name : Presets.names()) {
      int at = info.indexOf(name, grammar);
      assertTrue(at > 0 && (!scheme.equals("net") || at < info.indexOf("\nLayers\n\n")), name);
    }
  }

  @Test
  void theOthersSayWhereAllLayersAre() {
    for (String scheme : new String[] {"clusterer", "encoder"}) {
      assertTrue(info(scheme).contains("All layers are in notation.md in the package's folder doc"), info(scheme));
    }
  }

  /** What is listed behind More is what the message and the other schemes promise of it. */
  @Test
  void theNetListsEverything() {
    assertTrue(info("net").contains(Help.ofLayers()));
    assertTrue(info("net").contains(Help.ofPresets()));
  }
}
