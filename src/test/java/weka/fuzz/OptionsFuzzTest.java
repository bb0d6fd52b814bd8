package weka.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import ruru.fuzz.Fuzz;
import ruru.fuzz.Refusal;
import weka.classifiers.functions.MarkovChain;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.OptionHandler;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.core.converters.ImageMaskLoader;
import weka.datagenerators.classifiers.classification.Circles;
import weka.datagenerators.classifiers.classification.GaussianRing;
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
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.supervised.attribute.NeuralPredictions;
import weka.filters.supervised.instance.NeuralSMOTE;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.instance.NeuralSegmenter;
import weka.filters.unsupervised.instance.PixelPatches;

/** Any options are set, and given back so that they can be set again, or refused in words. */
class OptionsFuzzTest {
  private static final List<Supplier<OptionHandler>> HANDLERS = List.of(NeuralNet::new, NeuralClusterer::new,
      NeuralEncoder::new, NeuralFeatures::new, PixelPatches::new, NeuralSegmenter::new, NeuralSMOTE::new,
      NeuralPredictions::new, BoltzmannFeatures::new, HopfieldMemory::new,
      MarkovChain::new, NeuralNet::new,
      NeuralClusterer::new, NeuralEncoder::new, IdxLoader::new,
      ImageFolderLoader::new,
      ImageMaskLoader::new, Circles::new, GaussianRing::new, LogicGates::new, Moons::new, Shapes::new, ShapeScenes::new,
      StrokeDigits::new,
      TwoSpirals::new,
      NoisySine::new, AddingProblem::new, RecallProblem::new, SineMixtures::new, MarkovText::new);
  /** Weka takes minutes to split longer lines. */
  private static final int LONGEST_LINE = 2000;

  @Test
  void anyOptionsAreSetAndGivenBackOrRefused() {
    int[] accepted = {0};
    Fuzz.run("options", 400, random -> {
      Supplier<OptionHandler> kind = HANDLERS.get(random.nextInt(HANDLERS.size()));
      OptionHandler handler = kind.get();
      String[] line = OptionTexts.of(handler, random);
      if (set(handler, line)) {
        accepted[0]++;
        requireGivenBack(handler, kind);
      } else {
        handler.getOptions();
      }
    });
    System.out.println(accepted[0] + " accepted");
  }

  private static boolean set(OptionHandler handler, String[] line) {
    try {
      handler.setOptions(line.clone());
      return true;
    } catch (Exception | Error e) {
      try {
        Refusal.require(e);
      } catch (AssertionError fault) {
        throw new AssertionError(handler.getClass().getSimpleName() + " " + shown(line), fault);
      }
      return false;
    }
  }

  private static void requireGivenBack(OptionHandler handler, Supplier<OptionHandler> kind) throws Exception {
    String[] given = handler.getOptions();
    OptionHandler again = kind.get();
    again.setOptions(given.clone());
    assertArrayEquals(given, again.getOptions(), () -> "set again: " + shown(given));
    OptionHandler copy = (OptionHandler) new SerializedObject(handler).getObject();
    assertArrayEquals(given, copy.getOptions(), () -> "copied: " + shown(given));
    String joined = Utils.joinOptions(given);
    if (joined.length() < LONGEST_LINE) {
      OptionHandler typed = kind.get();
      typed.setOptions(Utils.splitOptions(joined));
      assertArrayEquals(given, typed.getOptions(), () -> "as one line: " + joined);
    }
  }

  private static String shown(String[] line) {
    return Arrays
        .toString(Arrays.stream(line).map(w -> w.length() > 200 ? w.substring(0, 20) + "... (" + w.length() + ")"
            : w).toArray());
  }
}
