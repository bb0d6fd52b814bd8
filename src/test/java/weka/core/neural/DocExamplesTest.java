package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.Embedding;
import ruru.nn.text.Catalog;
import ruru.nn.text.Help;
import ruru.nn.text.NetworkText;
import ruru.nn.text.Presets;
import ruru.nn.text.RecordText;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.MarkovChain;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.core.converters.ImageMaskLoader;
import weka.datagenerators.DataGenerator;
import weka.datagenerators.classifiers.classification.GaussianRing;
import weka.datagenerators.classifiers.classification.LogicGates;
import weka.datagenerators.classifiers.classification.MarkovText;
import weka.datagenerators.classifiers.classification.RecallProblem;
import weka.datagenerators.classifiers.classification.ShapeScenes;
import weka.datagenerators.classifiers.classification.SineMixtures;
import weka.datagenerators.classifiers.classification.StrokeDigits;
import weka.datagenerators.classifiers.regression.AddingProblem;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.supervised.attribute.NeuralPredictions;
import weka.filters.supervised.instance.NeuralSMOTE;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.instance.NeuralSegmenter;
import weka.filters.unsupervised.instance.PixelPatches;

/** What the documents and the help show can be typed. */
class DocExamplesTest {
  private static final Path NOTATION = Path.of("docs", "notation.md");
  /** Inputs that examples are for: features, images of several sizes, a series. */
  private static final List<String> INPUTS = List.of("20", "28x28x1", "32x32x3", "227x227x3", "100x3");
  private static final List<Class<? extends OptionHandler>> SCHEMES =
      List.of(NeuralSMOTE.class, NeuralSegmenter.class, PixelPatches.class, ImageMaskLoader.class, ShapeScenes.class,
          NeuralNet.class,
          MarkovChain.class, BoltzmannFeatures.class, HopfieldMemory.class, NeuralClusterer.class,
          NeuralEncoder.class, NeuralFeatures.class, NeuralPredictions.class, ImageFolderLoader.class,
          IdxLoader.class, LogicGates.class, GaussianRing.class, StrokeDigits.class,
          AddingProblem.class, RecallProblem.class, SineMixtures.class, MarkovText.class);
  /** Weka's own options that stand before a value, and those alone. */
  private static final Set<String> WITH_VALUE = Set.of("-t", "-T", "-c", "-d", "-l", "-x", "-i", "-o");
  private static final Set<String> ALONE = Set.of("-no-cv", "-continue-iterating", "-h");

  /** The README, the guides and the lessons. */
  private static String documents() throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(Path.of("README.md")));
    try (Stream<Path> pages = Files.walk(Path.of("docs"), 2)) {
      for (Path page : pages.filter(p -> p.getFileName().toString().startsWith("guide-")
          || p.startsWith(Path.of("docs", "lessons")) && p.toString().endsWith(".md")).sorted().toList()) {
        text.append('\n').append(Files.readString(page));
      }
    }
    return text.toString();
  }

  /** The texts that match a group, wherever they stand. */
  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().map(m -> m.group(1)).toList();
  }

  private static boolean startsAsANetwork(String text) {
    if (!text.matches("[a-zA-Z].*[ ,].*")) {
      return false;
    }
    String first = text.split("[ ,(]")[0];
    return Catalog.LAYERS.has(first) || Presets.has(first);
  }

  static Set<String> networks() throws IOException {
    Set<String> found = new TreeSet<>(Presets.names());
    String notation = Files.readString(NOTATION);
    found.addAll(all(notation.substring(0, notation.indexOf("## Layers")), "^    (.*)$"));
    String readme = documents();
    String section = readme.substring(readme.indexOf("## The notation"), readme.indexOf("## Building"));
    all(section, "^    (.*)$").forEach(l -> found.add(l.split(" {3,}")[0]));
    found.addAll(all(readme, "-layers (?:\\\\)?\"([^\"\\\\]*)(?:\\\\)?\""));
    all(readme, "`([^`\n]+)`").stream().filter(DocExamplesTest::startsAsANetwork).forEach(found::add);
    found.removeIf(t -> t.isBlank() || t.equals("auto") || t.contains("["));
    return found;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyNetworkOfTheDocumentsIsOne(String text) {
    // The number of words comes from the data.
    List<NamedLayer> steps = NetworkText.parse(text).stream()
        .map(s -> s.layer() instanceof Embedding e ? new NamedLayer(e.resolved(9), s.name(), s.where()) : s).toList();
    List<String> refusals = new ArrayList<>();
    for (String input : INPUTS) {
      try {
        new Network(Shape.parse(input), 3, steps);
        return;
      } catch (IllegalArgumentException e) {
        refusals.add(e.getMessage());
      }
    }
    throw new AssertionError(text + " takes none of the inputs: " + refusals);
  }

  @Test
  void theNetworksAreFound() throws IOException {
    assertTrue(networks().contains("dense 64 tanh init=orthogonal(1.5), output sigmoid"), networks().toString());
    assertTrue(networks().contains("dense 32 relu as a, dense 32, add a, relu"), networks().toString());
    assertTrue(networks().contains("output init=constant(0.5) biasinit=1 step"), networks().toString());
    assertTrue(networks().size() > 12, networks().toString());
  }

  /** In help texts a step may refer to another that is not shown. */
  @Test
  void everyNetworkOfTheHelpCanBeRead() throws Exception {
    StringBuilder help = new StringBuilder();
    for (Catalog<?> catalog : List.of(Catalog.LAYERS, Catalog.LOSSES, Catalog.OPTIMIZERS, Catalog.SCHEDULES,
        Catalog.INITIALIZERS)) {
      help.append(Help.of(catalog));
    }
    for (Class<? extends OptionHandler> scheme : SCHEMES) {
      OptionHandler handler = scheme.getDeclaredConstructor().newInstance();
      java.util.Collections.list(handler.listOptions()).forEach(o -> help.append(o.description()).append('\n'));
    }
    List<String> examples = all(help.toString(), "'([^'\n]+)'").stream().filter(DocExamplesTest::startsAsANetwork)
        .toList();
    assertFalse(examples.isEmpty());
    for (String example : examples) {
      boolean schedule = Catalog.SCHEDULES.has(example.split(" ")[0]);
      assertDoesNotThrow(() -> schedule ? RecordText.parse(Catalog.SCHEDULES, example) : NetworkText.parse(example),
          example);
    }
  }

  @Test
  void everyOtherRecordOfTheDocumentsIsOne() throws IOException {
    String readme = documents();
    all(readme, "-loss \"([^\"]+)\"").forEach(t -> RecordText.parse(Catalog.LOSSES, t));
    all(readme, "-optimizer \"([^\"]+)\"").forEach(t -> RecordText.parse(Catalog.OPTIMIZERS, t));
    all(readme, "-schedule \"([^\"]+)\"").forEach(t -> RecordText.parse(Catalog.SCHEDULES, t));
    assertFalse(all(readme, "-optimizer \"([^\"]+)\"").isEmpty());
  }

  /** The commands that run a scheme: its name, and the rest of the line. */
  static List<String> commands() throws IOException {
    String readme = documents().replaceAll("\\\\\\n *", "");
    // The options of the scheme that is measured come after two dashes.
    return all(readme, "^    java -cp weka.jar weka.Run \\.(\\w+ [^\\n>#]*)").stream()
        // A command without a scheme; its own test reads the lesson.
        .filter(c -> !c.startsWith("NeuralGan "))
        .map(c -> c.startsWith("LearningCurves ") || c.startsWith("TextModel ") || c.startsWith("SeveralTargets ")
            ? "NeuralNet" + c.substring(c.indexOf(" -- ") + 3)
            : c.startsWith("ClusterCurves ")
                ? "NeuralClusterer " + (c.contains(" -W ") ? "" : c.replaceFirst("^.*?( -- |$)", ""))
            : c.startsWith("SegmentationTest ") ? "NeuralSegmenter" + c.substring(c.indexOf(" -- ") + 3) : c)
        .toList();
  }

  private static OptionHandler scheme(String command) throws Exception {
    String name = command.substring(0, command.indexOf(' '));
    Class<? extends OptionHandler> type = SCHEMES.stream().filter(s -> s.getSimpleName().equals(name)).findFirst()
        .orElseThrow(() -> new AssertionError("no scheme is named " + name));
    return type.getDeclaredConstructor().newInstance();
  }

  private static String[] options(String command) throws Exception {
    return Utils.splitOptions(command.substring(command.indexOf(' ')));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasOptionsThatThereAre(String command) throws Exception {
    OptionHandler scheme = scheme(command);
    List<String> own = new ArrayList<>();
    String[] options = options(command);
    for (int i = 0; i < options.length; i++) {
      if (WITH_VALUE.contains(options[i])) {
        i++;
      } else if (!ALONE.contains(options[i]) && !options[i].endsWith(".gz")) {
        own.add(options[i]);
      }
    }
    String[] rest = own.toArray(new String[0]);
    scheme.setOptions(rest);
    Utils.checkForRemainingOptions(rest);
  }

  /** Files that a command reads are there, or another command or the user makes them. */
  @Test
  void theFilesOfTheCommandsAreThere() throws Exception {
    assertTrue(commands().size() > 15, commands().toString());
    for (Class<?> scheme : SCHEMES) {
      assertTrue(commands().stream().anyMatch(c -> c.startsWith(scheme.getSimpleName() + " ")), scheme.getSimpleName());
    }
    String readme = documents();
    for (String command : commands()) {
      for (String option : options(command)) {
        if (option.startsWith("datasets/")) {
          assertTrue(Files.exists(Path.of(option)), option);
        } else if (option.matches("\\w+\\.(arff|model)")) {
          assertTrue(readme.matches("(?s).*(-o|-d|>) " + option + ".*"), option);
        }
      }
    }
  }

  /** The table that the README shows for the truth table of OR. */
  @Test
  void thePerceptronsUpdatesAreThoseThatAreShown(@TempDir Path folder) throws Exception {
    String gates = commands().stream().filter(c -> c.startsWith("LogicGates")).findFirst().orElseThrow();
    String net = commands().stream().filter(c -> c.contains("-t or.arff")).findFirst().orElseThrow();
    String file = folder.resolve("or.arff").toString();
    DataGenerator.makeData(new LogicGates(), Arrays.stream(options(gates)).map(o -> o.equals("or.arff") ? file : o)
        .toArray(String[]::new));
    String output = Evaluation.evaluateModel(new NeuralNet(), Arrays.stream(options(net))
        .map(o -> o.equals("or.arff") ? file : o).toArray(String[]::new));
    String readme = documents();
    Matcher shown = Pattern.compile("(?m)^    (update  inputs .*(?:\\n    (?!\\.\\.\\.).*)+)").matcher(readme);
    assertTrue(shown.find());
    for (String line : shown.group(1).split("\\n    ")) {
      assertTrue(output.contains(line.trim()), () -> line + "\n" + output);
    }
    assertEquals(4, shown.group(1).split("\\n").length);
  }

  @Test
  void theRowsOfAnImageFolderAreLoaded() throws Exception {
    String command = commands().stream().filter(c -> c.startsWith("ImageFolderLoader")).findFirst().orElseThrow();
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setOptions(options(command));
    assertTrue(loader.getDataSet().numInstances() > 10);
  }
}
