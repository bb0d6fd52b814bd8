package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.MarkovChain;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.converters.AbstractFileLoader;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.core.converters.ImageMaskLoader;
import weka.datagenerators.DataGenerator;
import weka.datagenerators.classifiers.classification.Circles;
import weka.datagenerators.classifiers.classification.GaussianRing;
import weka.datagenerators.classifiers.classification.ImageGenerator;
import weka.datagenerators.classifiers.classification.LogicGates;
import weka.datagenerators.classifiers.classification.MarkovText;
import weka.datagenerators.classifiers.classification.Moons;
import weka.datagenerators.classifiers.classification.RecallProblem;
import weka.datagenerators.classifiers.classification.ShapeScenes;
import weka.datagenerators.classifiers.classification.Shapes;
import weka.datagenerators.classifiers.classification.SineMixtures;
import weka.datagenerators.classifiers.classification.StrokeDigits;
import weka.datagenerators.classifiers.classification.TwoSpirals;
import weka.datagenerators.classifiers.regression.AddingProblem;
import weka.datagenerators.classifiers.regression.NoisySine;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.supervised.attribute.NeuralPredictions;
import weka.filters.supervised.instance.NeuralSMOTE;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.instance.NeuralSegmenter;
import weka.filters.unsupervised.instance.PixelPatches;

/** Every option, given a megabyte or what a terminal would obey: the message is one line that can be read. */
class LongTextsTest {
  /** Characters of a message; a text of a megabyte has a thousand times as many. */
  private static final int MOST = 1000;
  private static final int BYTES = 1 << 20;

  private static final List<OptionHandler> ALL = List.of(new NeuralNet(), new NeuralClusterer(), new NeuralEncoder(),
      new NeuralFeatures(), new PixelPatches(), new NeuralSegmenter(), new NeuralSMOTE(),
      new NeuralPredictions(), new BoltzmannFeatures(), new HopfieldMemory(), new MarkovChain(),
      new ImageFolderLoader(),
      new ImageMaskLoader(), new IdxLoader(), new Circles(), new GaussianRing(),
      new LogicGates(), new Moons(),
      new Shapes(), new ShapeScenes(), new StrokeDigits(), new TwoSpirals(), new NoisySine(), new AddingProblem(),
      new RecallProblem(),
      new SineMixtures(), new MarkovText());

  /** Options of Weka's own, which read and tell in their own way. */
  private static final Set<String> WEKAS = Set.of("r", "S", "n", "d", "o", "a", "p");

  private static final List<String> TEXTS =
      List.of(megabyte("x"), megabyte("7"), megabyte("3x"), megabyte("1,"), megabyte("("),
          megabyte("\u001b[31m\n'<b>%s "), "\u001b[2J\u001b[31mred\u202eevil\r\n! a second line",
          megabyte("weka.core."), "weka.classifiers.functions.NeuralNet -layers " + megabyte("x"));

  /** What a notation says of a long word depends on where it stands. */
  private static final Map<String, List<String>> OF_OPTION = Map.of("layers",
      List.of("dense " + megabyte("x"), "dense 4 as " + megabyte("x"), "dense 4 init=" + megabyte("x"),
          "conv 3 " + megabyte("3x"),
          "dense 4 as a, dense 4, add " + megabyte("a"), "maxpool 2, unpool " + megabyte("x"),
          "concat " + megabyte("x"),
          "dense 4 " + megabyte("x") + "=1", "dense 4 units=" + megabyte("7"), "dense 4 relu " + megabyte("\n"),
          "dense 4 as " + megabyte("x") + ", dense 4 as " + megabyte("x"),
          "dense 4 as " + megabyte("x") + ", dense 4, add "
              + megabyte("x")),
      "noise", List.of("gaussian " + megabyte("x"), "mask " + megabyte("1")), "sparse",
      List.of("0.05 " + megabyte("x")),
      "input", List.of("8x8x1 " + megabyte("order"), megabyte("8x") + "1", "8x" + megabyte("8")), "augment",
      List.of("flip " + megabyte("x"), "shift " + megabyte("1")), "optimizer", List.of("adam " + megabyte("x")), "loss",
      List.of("huber " + megabyte("x"), "reconstruction " + megabyte("n"), "reconstruction columns=" + megabyte("x")));

  private static String megabyte(String part) {
    return part.repeat(BYTES / part.length());
  }

  @Test
  void noMessageRepeatsThem() {
    assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
      List<String> faults = new ArrayList<>();
      int tried = 0;
      for (OptionHandler handler : ALL) {
        for (Option option : Collections.list(handler.listOptions())) {
          if (option.numArguments() == 0 || WEKAS.contains(option.name())) {
            continue;
          }
          List<String> texts = new ArrayList<>(TEXTS);
          texts.addAll(OF_OPTION.getOrDefault(option.name(), List.of()));
          for (int i = 0; i < texts.size(); i++) {
            String fault = fault(handler.getClass(), option.name(), texts.get(i));
            if (fault != null) {
              faults.add(handler.getClass().getSimpleName() + " -" + option.name() + ", text " + i + ": " + fault);
            }
            tried++;
          }
        }
      }
      assertEquals(List.of(), faults, "of " + tried);
    });
  }

  /** Something that nobody asked for, at the end of the options or in place of a name. */
  @Test
  void norDoOptionsThatThereAreNot() throws Exception {
    for (OptionHandler handler : ALL) {
      OptionHandler own = handler.getClass().getDeclaredConstructor().newInstance();
      for (String text : TEXTS) {
        Exception e = assertThrows(Exception.class, () -> own.setOptions(new String[] {text}));
        assertEquals(null, fault(e), handler.getClass().getSimpleName());
      }
    }
  }

  /** Names and values that a data set brings, in what the schemes tell of themselves. */
  @Test
  void norDoReports() throws Exception {
    for (String text : List.of("\u001b[31m red \u202e", megabyte("name"))) {
      Instances data =
          arff("@attribute a numeric", "@attribute b {x,y,z}", "@attribute k numeric", "@attribute c {p,q}",
              "@data", "1,x,0,p", "2,y,0,q", "3,z,0,p", "2,x,0,q", "1,y,0,p", "4,z,0,q");
      data.setRelationName(text + 0);
      for (int i = 0; i < data.numAttributes(); i++) {
        data.renameAttribute(i, text + i);
        if (data.attribute(i).isNominal()) {
          data.renameAttributeValue(i, 1, text);
        }
      }
      NeuralNet net = Samples.net("-layers \"dense 2\" -epochs 1 -trace 2 -print-weights");
      net.buildClassifier(data);
      clear(net.toString());
      NeuralEncoder encoder = new NeuralEncoder();
      encoder.setOptions(Utils.splitOptions("-code 1 -epochs 1"));
      encoder.setInputFormat(data);
      Filter.useFilter(data, encoder);
      clear(encoder.toString());
      data.setClassIndex(-1);
      NeuralClusterer clusterer = new NeuralClusterer();
      clusterer.setOptions(Utils.splitOptions("-N 2 -epochs 1"));
      clusterer.buildClusterer(data);
      clear(clusterer.toString());
    }
  }

  private static void clear(String report) {
    assertTrue(report.length() < 20_000, report.length() + " characters: " + report.substring(0, 200));
    assertTrue(report.codePoints().allMatch(c -> c == '\n' || c >= ' ' && c != 127 && c != 0x202e), report);
  }

  /** @return what is wrong with the message; null if nothing is, or if the text is right */
  private static String fault(Class<? extends OptionHandler> type, String option, String text) throws Exception {
    OptionHandler handler = type.getDeclaredConstructor().newInstance();
    try {
      handler.setOptions(new String[] {"-" + option, text});
    } catch (Exception e) {
      String fault = fault(e);
      return fault != null || e.getMessage().contains(option) ? fault : "without its name: " + e.getMessage();
    }
    try {
      use(handler);
    } catch (Exception e) {
      return fault(e);
    }
    return null;
  }

  private static String fault(Exception e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return "no message: " + e;
    } else if (message.length() > MOST) {
      return message.length() + " characters: " + message.substring(0, 150).replaceAll("\\p{Cntrl}", "?");
    }
    return message.codePoints().allMatch(c -> c >= ' ' && c != 127 && c != 0x202e || c == '\n')
        && message.lines().count() < 4 ? null : "control characters: " + message.replaceAll("\\p{Cntrl}", "?");
  }

  private static void use(OptionHandler handler) throws Exception {
    Instances data = arff("@attribute a numeric", "@attribute b numeric", "@attribute c {p,q}", "@data", "1,2,p",
        "2,1,q", "3,1,p", "2,2,q");
    if (handler instanceof NeuralNet net) {
      net.initializeClassifier(data);
    } else if (handler instanceof NeuralClusterer clusterer) {
      data.setClassIndex(-1);
      data.deleteAttributeAt(2);
      clusterer.buildClusterer(data);
    } else if (handler instanceof Filter filter) {
      filter.setInputFormat(data);
      Filter.useFilter(data, filter);
    } else if (handler instanceof AbstractFileLoader loader) {
      loader.setFile(new File("there-is-none"));
      loader.getDataSet();
    } else if (handler instanceof DataGenerator generator) {
      // Pictures would be written, into a folder of the name that is tried.
      if (!(generator instanceof ImageGenerator)) {
        generator.setDatasetFormat(generator.defineDataFormat());
        generator.generateExample();
      }
    }
  }
}
