package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.MarkovChain;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.core.converters.ImageMaskLoader;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.supervised.attribute.NeuralPredictions;
import weka.filters.supervised.instance.NeuralSMOTE;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.instance.NeuralSegmenter;
import weka.filters.unsupervised.instance.PixelPatches;

/** docs/options.md lists the options as the schemes do; main writes it anew. */
class OptionsDocTest {
  private static final Path FILE = Path.of("docs", "options.md");
  private static final String DEFAULT = "(default";

  public static void main(String[] none) throws IOException {
    Files.writeString(FILE, text());
  }

  @Test
  void thePageListsTheOptionsAsTheyAre() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FILE.getParent()), "skipped: there are no documents beside the tests");
    assertEquals(text(), Files.exists(FILE) ? Files.readString(FILE) : "", "mvn -Pdocs test writes it anew");
  }

  private static String text() {
    StringBuilder text = new StringBuilder("""
        # Options

        The options of all schemes, as `-h` prints them, in the order of the property sheet, where they have the same
        names. A network, a loss, an optimizer or a schedule is written as [the notation](notation.md) says. `auto`
        leaves a setting to the data; what it came to is in the output.
        """);
    for (OptionHandler scheme : List.of(new NeuralNet(), new NeuralClusterer(), new NeuralEncoder(),
        new NeuralFeatures(), new NeuralSegmenter(), new PixelPatches(), new NeuralSMOTE(),
        new NeuralPredictions(), new BoltzmannFeatures(), new HopfieldMemory(), new MarkovChain(),
        new ImageFolderLoader(),
        new ImageMaskLoader(), new IdxLoader())) {
      text.append("\n## ").append(scheme.getClass().getSimpleName()).append("\n\n| option | default | meaning |\n")
          .append("|---|---|---|\n");
      for (Option option : Collections.list(scheme.listOptions())) {
        text.append(row(option));
      }
    }
    return text.toString();
  }

  private static String row(Option option) {
    String all = option.description().strip().replaceAll("\\s+", " ").replace("|", "\\|");
    int end = all.lastIndexOf(DEFAULT);
    String value = end < 0 ? "" : all.substring(end + DEFAULT.length()).replaceAll("^:? |\\)\\.?$", "");
    String meaning = end < 0 ? all : all.substring(0, end).strip();
    return "| `" + option.synopsis().replace("|", "\\|") + "` | " + (value.isEmpty() ? "" : "`" + value + "`") + " | "
        + meaning + " |\n";
  }
}
