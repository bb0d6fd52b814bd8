package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.GridSearch;
import weka.classifiers.meta.MultiSearch;
import weka.classifiers.trees.J48;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SetupGenerator;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Weka's searches set numbers, also where "auto" is right. */
class SearchTest {
  private final Instances data = iris();

  private static Instances iris() {
    try {
      return Samples.iris();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String math(String property, int min, int max, String expression) {
    return "weka.core.setupgenerator.MathParameter -property " + property + " -min " + min + " -max " + max
        + " -step 1 -base 10 -expression " + expression;
  }

  private MultiSearch multiSearch(String scheme, List<String> parameters) throws Exception {
    List<String> options = new ArrayList<>(List.of("-E", "ACC", "-algorithm",
        "weka.classifiers.meta.multisearch.DefaultSearch -sample-size 100 -initial-folds 2 -subsequent-folds 2"));
    for (String parameter : parameters) {
      options.addAll(List.of("-search", parameter));
    }
    options.add("-W");
    options.addAll(List.of(Utils.splitOptions(scheme)));
    MultiSearch search = new MultiSearch();
    search.setOptions(options.toArray(String[]::new));
    search.buildClassifier(data);
    return search;
  }

  @ParameterizedTest
  @CsvSource({"rate, I/100, 0.01, 0.02", "epochs, I, 1, 2", "batch, 10*I, 10, 20", "validation, 10*I, 10, 20",
      "patience, I, 1, 2", "decay, I/10, 0.1, 0.2", "members, I, 1, 2", "bins, 2*I, 2, 4"})
  void multiSearchSetsEveryNumberOfANetwork(String property, String expression, String one, String two)
      throws Exception {
    MultiSearch search = multiSearch("weka.classifiers.functions.NeuralNet -- -layers \"dense 2\" -epochs 2",
        List.of(math(property, 1, 2, expression)));
    assertEquals(2, search.getTrace().size());
    String found = Utils.getOption(property, ((OptionHandler) search.getBestClassifier()).getOptions());
    assertTrue(found.equals(one) || found.equals(two), found);
  }

  @Test
  void gridSearchFindsRateAndEpochs() throws Exception {
    GridSearch search = new GridSearch();
    search.setOptions(Utils.splitOptions("-E ACC -y-property epochs -y-min 1 -y-max 2 -y-step 1 -y-base 10 "
        + "-y-expression I -x-property rate -x-min -3 -x-max -2 -x-step 1 -x-base 10 -x-expression pow(BASE,I) "
        + "-sample-size 100 -W weka.classifiers.functions.NeuralNet -- -layers \"dense 2\" -members 1"));
    search.buildClassifier(data);
    String best = Utils.joinOptions(((OptionHandler) search.getBestClassifier()).getOptions());
    assertTrue(best.matches("-layers \"dense 2\" -rate 0.0*1 -epochs [12] -members 1"), best);
  }

  @Test
  void theNumbersOfAnEncoderAreFoundInAFilter() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new NeuralEncoder());
    filtered.setClassifier(new J48());
    SetupGenerator generator = new SetupGenerator();
    for (String property : "rate epochs batch validation patience decay code".split(" ")) {
      generator.setValue(filtered, "filter." + property, 2.0);
    }
    assertEquals("-code 2 -rate 2 -epochs 2 -batch 2 -decay 2 -validation 2 -patience 2",
        Utils.joinOptions(((NeuralEncoder) filtered.getFilter()).getOptions()));
  }

  @Test
  void theNumbersOfAClustererAreSet() throws Exception {
    NeuralClusterer clusterer = new NeuralClusterer();
    for (String property : "clusters code rate epochs batch".split(" ")) {
      new SetupGenerator().setValue(clusterer, property, 4.0);
    }
    assertEquals("-N 4 -code 4 -rate 4 -epochs 4 -batch 4", Utils.joinOptions(clusterer.getOptions()));
  }

  /** A number that is none leaves the option to the data, and whole numbers are rounded. */
  @ParameterizedTest
  @CsvSource({"rate, NaN, auto", "rate, 0.25, 0.25", "rate, 1, 1", "rate, 1e-7, 1.0e-7", "epochs, NaN, auto",
      "epochs, 9.9999999, 10", "epochs, 1e6, 1000000"})
  void numbersBecomeTexts(String property, double value, String text) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setRate("3");
    net.setEpochs("3");
    new SetupGenerator().setValue(net, property, value);
    assertEquals(text, property.equals("rate") ? net.getRate() : net.getEpochs());
  }

  /** A list of values for the same property; "NaN" stands for "auto", as the search takes them for numbers. */
  @Test
  void listsOfNumbersAreSearched() throws Exception {
    MultiSearch search = multiSearch("weka.classifiers.functions.NeuralNet -- -layers \"dense 2\" -epochs 2",
        List.of("weka.core.setupgenerator.ListParameter -property rate -list \"NaN 0.01\""));
    assertEquals(2, search.getTrace().size());
  }

  /** What an experiment that goes through values of an option has stored: the names of these methods. */
  @Test
  void experimentsGoOnWithTexts() throws Exception {
    PropertyDescriptor stored = new PropertyDescriptor("rate", NeuralNet.class, "getRate", "setRate");
    NeuralNet net = new NeuralNet();
    stored.getWriteMethod().invoke(net, "auto");
    stored.getWriteMethod().invoke(net, "0.01");
    assertEquals("0.01", stored.getReadMethod().invoke(net));
  }
}
