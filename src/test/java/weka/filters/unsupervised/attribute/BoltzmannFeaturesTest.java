package weka.filters.unsupervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.Logistic;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;

/** What a user gets of it: each output, new rows, missing values, weights, models; no option is ignored. */
class BoltzmannFeaturesTest {
  /** Options in pairs that must give something else. */
  private static final String[][] DIFFERENT = {{"-units 3", ""}, {"-visible gaussian", ""}, {"-output energy", ""},
      {"-output reconstruction", ""}, {"-rate 0.2", ""}, {"-epochs 5", ""}, {"-batch 7", ""}, {"-cd 3", ""},
      {"-persistent", ""}, {"-generate 4", ""}, {"-S 5", ""}};
  /** What changes nothing that comes out, and is looked at in other tests. */
  private static final String[] ELSEWHERE = {"threads", "input", "draw", "output-debug-info",
      "do-not-check-capabilities"};

  private static BoltzmannFeatures filter(String options, Instances data) throws Exception {
    BoltzmannFeatures f = new BoltzmannFeatures();
    f.setOptions(Utils.splitOptions((options.contains("-units") ? "" : "-units 6 ")
        + (options.contains("-epochs") ? "" : "-epochs 3 ") + options));
    f.setInputFormat(data);
    return f;
  }

  private static Instances filtered(String options, Instances data) throws Exception {
    return Filter.useFilter(data, filter(options, data));
  }

  private static String text(Instances data) {
    data.setRelationName("r");
    return data.toString();
  }

  @Test
  void everyOptionCounts() throws Exception {
    TreeSet<String> tried = new TreeSet<>(Arrays.asList(ELSEWHERE));
    for (String[] pair : DIFFERENT) {
      assertNotEquals(text(filtered(pair[0], mixed(60, 1, true))), text(filtered(pair[1], mixed(60, 1, true))),
          pair[0]);
      Arrays.stream(pair[0].split(" ")).filter(w -> w.startsWith("-")).forEach(w -> tried.add(w.substring(1)));
    }
    TreeSet<String> listed = new TreeSet<>();
    Collections.list(new BoltzmannFeatures().listOptions()).forEach(o -> listed.add(o.name()));
    assertEquals(listed, tried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-units 0|-units|at least 1", "-visible both|-visible|both", "-output code|-output|code",
      "-rate 0|-rate|above 0", "-rate x|-rate", "-epochs 0|-epochs", "-batch 0|-batch", "-cd 0|-cd",
      "-generate -1|-generate", "-threads 0|-threads", "-input 3|-input", "-nonsense|-nonsense",
      "-generate 5 -output energy|-generate 5|-output energy", "-rate 1e30 -visible gaussian|-rate|lower",
      "-draw w.png|draw|'c'"})
  void nonsenseIsRefused(String text) {
    String[] parts = text.split("\\|");
    message(() -> filtered(parts[0], mixed(30, 1, true)), Arrays.copyOfRange(parts, 1, parts.length));
  }

  @Test
  void featuresAreProbabilitiesWithTheClassAtTheEnd() throws Exception {
    Instances data = iris();
    data.setClassIndex(4);
    Instances out = filtered("", data);
    assertEquals(7, out.numAttributes());
    assertEquals("hidden1", out.attribute(0).name());
    assertEquals(6, out.classIndex());
    for (int r = 0; r < out.numInstances(); r++) {
      assertEquals(data.get(r).classValue(), out.get(r).classValue());
      for (int j = 0; j < 6; j++) {
        assertTrue(out.get(r).value(j) >= 0 && out.get(r).value(j) <= 1);
      }
    }
  }

  @Test
  void theClassIsNotLookedAt() throws Exception {
    Instances data = mixed(60, 1, true);
    Instances shuffled = new Instances(data);
    Random random = new Random(1);
    for (Instance row : shuffled) {
      row.setClassValue(random.nextInt(3));
    }
    shuffled.get(3).setClassMissing();
    Instances a = filtered("-output energy", data);
    Instances b = filtered("-output energy", shuffled);
    for (int r = 0; r < 60; r++) {
      assertEquals(a.get(r).value(0), b.get(r).value(0));
    }
    assertTrue(b.get(3).classIsMissing());
  }

  /** Two attributes that say the same: the one that is missing follows from the other. */
  @Test
  void whatIsMissingIsMadeAnew() throws Exception {
    StringBuilder rows = new StringBuilder("@attribute a {x,y}\n@attribute b {u,v,w}\n@attribute n numeric\n"
        + "@attribute class {p}\n@data\n");
    for (int r = 0; r < 200; r++) {
      boolean y = r % 2 == 1;
      rows.append(r == 0 ? "?,u,1" : r == 1 ? "y,?,9" : r == 2 ? "x,u,?" : y ? "y,w,9" : "x,u,1").append(",p\n");
    }
    for (String visible : List.of("binary", "gaussian")) {
      Instances out = filtered("-units 10 -epochs 100 -rate 0.1 -output reconstruction -visible " + visible,
          arff(rows.toString()));
      assertEquals("x", out.get(0).stringValue(0), visible);
      assertEquals("w", out.get(1).stringValue(1), visible);
      assertEquals(1, out.get(2).value(2), 2.5, visible);
      assertEquals(9, out.get(3).value(2), 2, visible);
    }
  }

  @Test
  void rowsOfWeightZeroDoNotCountAndWeightsArePassedOn() throws Exception {
    Instances data = mixed(40, 1, true);
    Instances without = new Instances(data, 0);
    for (int r = 0; r < 40; r++) {
      data.get(r).setWeight(r % 4 == 0 ? 0 : 2);
      if (r % 4 != 0) {
        without.add(data.get(r));
      }
    }
    BoltzmannFeatures all = filter("-output energy", data);
    Instances a = Filter.useFilter(data, all);
    Instances b = filtered("-output energy", without);
    assertEquals(2, a.get(1).weight());
    assertEquals(b.get(0).value(0), a.get(1).value(0));
    assertEquals(b.get(3).value(0), a.get(5).value(0));
  }

  @Test
  void threadsChangeNoBit() throws Exception {
    Instances data = mixed(500, 1, true);
    for (String output : List.of("-output energy", "-output features", "-output reconstruction", "-generate 150")) {
      String one = text(filtered(output + " -batch 200 -threads 1", data));
      assertEquals(one, text(filtered(output + " -batch 200 -threads 2", data)));
      assertEquals(one, text(filtered(output + " -batch 200 -threads 4", data)));
    }
  }

  @Test
  void aCopyPassesTheSameRows() throws Exception {
    Instances data = mixed(50, 1, true);
    for (String output : List.of("energy", "features", "reconstruction")) {
      BoltzmannFeatures f = filter("-output " + output, data);
      String first = text(Filter.useFilter(data, f));
      BoltzmannFeatures copy = (BoltzmannFeatures) new SerializedObject(f).getObject();
      assertEquals(first, text(Filter.useFilter(data, copy)));
      assertEquals(f.toString(), copy.toString());
      assertEquals(first, text(Filter.useFilter(data, f)));
    }
  }

  /** Strong pairs: new rows keep them, and the frequencies; numbers stay in their range. */
  @Test
  void newRowsKeepWhatBelongsTogether() throws Exception {
    StringBuilder rows = new StringBuilder("@attribute a {x,y}\n@attribute flag numeric\n@attribute n numeric\n"
        + "@attribute class {p,q}\n@data\n");
    Random random = new Random(2);
    for (int r = 0; r < 300; r++) {
      boolean y = r % 4 == 0;
      rows.append(y ? "y,1," : "x,0,").append(5 + random.nextDouble()).append(",p\n");
    }
    Instances out = filtered("-units 10 -epochs 60 -generate 1000", arff(rows.toString()));
    assertEquals(1000, out.numInstances());
    int together = 0;
    int ys = 0;
    for (Instance row : out) {
      assertTrue(row.classIsMissing());
      assertTrue(row.value(1) == 0 || row.value(1) == 1, "a flag has two values");
      assertTrue(row.value(2) >= 5 && row.value(2) <= 6);
      together += row.value(0) == row.value(1) ? 1 : 0;
      ys += (int) row.value(0);
    }
    assertTrue(together > 850, "together " + together);
    assertTrue(ys > 150 && ys < 350, "y " + ys);
  }

  @Test
  void laterBatchesPassUnchangedWhereRowsAreGenerated() throws Exception {
    Instances data = mixed(30, 1, true);
    BoltzmannFeatures f = filter("-generate 7", data);
    assertEquals(7, Filter.useFilter(data, f).numInstances());
    assertEquals(data.get(4).toString(), Filter.useFilter(data, f).get(4).toString());
  }

  /** Attributes of the same kind in another order would be read as each other. */
  @Test
  void anotherOrderOfAttributesIsRefused() throws Exception {
    Instances data = Samples.fourNumbers(30);
    BoltzmannFeatures f = filter("", data);
    Filter.useFilter(data, f);
    ArrayList<Attribute> turned = new ArrayList<>();
    for (int i : new int[] {1, 0, 2, 3, 4}) {
      turned.add((Attribute) data.attribute(i).copy());
    }
    Instances other = new Instances("turned", turned, 0);
    other.setClassIndex(4);
    other.add(new DenseInstance(1, new double[] {1, 2, 3, 4, 0}));
    message(() -> Filter.useFilter(other, f), data.attribute(1).name(), "InputMappedClassifier");
    assertEquals(30, Filter.useFilter(data, f).numInstances());
  }

  @Test
  void anInterruptEndsItAndNothingStays() throws Exception {
    Instances data = mixed(60, 1, true);
    BoltzmannFeatures f = filter("", data);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Filter.useFilter(data, f));
    assertTrue(Thread.interrupted());
  }

  @Test
  void theReportTellsHowItWent() throws Exception {
    BoltzmannFeatures f = filter("-epochs 50 -persistent -cd 2", mixed(60, 1, true));
    assertTrue(f.toString().contains("no model built yet"));
    Filter.useFilter(mixed(60, 1, true), f);
    String told = f.toString();
    assertTrue(told.contains("persistent contrastive divergence with 2 steps") && told.contains("pseudo-likelihood"),
        told);
    assertTrue(told.contains("\n   50  ") && !told.contains("\n   49  "), told);
    BoltzmannFeatures numbers = filter("-visible gaussian", Samples.fourNumbers(30));
    Filter.useFilter(Samples.fourNumbers(30), numbers);
    assertTrue(numbers.toString().contains(" -  "), numbers.toString());
  }

  @Test
  void weightsAreDrawnAsImages(@TempDir Path folder) throws Exception {
    Instances data = Samples.fourNumbers(30);
    Path square = folder.resolve("square.png");
    Path flat = folder.resolve("flat.png");
    filtered("-draw " + Utils.quote(Utils.backQuoteChars(square.toString())), data);
    filtered("-input 1x4x1 -draw " + Utils.quote(Utils.backQuoteChars(flat.toString())), data);
    assertEquals(3 * (48 + 2) + 2, ImageIO.read(square.toFile()).getWidth());
    assertEquals(3 * (4 * 48 + 2) + 2, ImageIO.read(flat.toFile()).getWidth());
    message(() -> filtered("-input 2x3x1 -draw w.png", data), "input", "2x3x1", "4");
    message(() -> filtered("-input \"2x2x1 order=chw\" -draw w.png", data), "order=chw");
    assertFalse(Files.exists(Path.of("w.png")));
  }

  @Test
  void constantsOutliersAndInfinitiesGetAnAnswer() throws Exception {
    Instances data = arff("@attribute a numeric\n@attribute b numeric\n@attribute e {z}\n@attribute class {p}\n@data",
        "1,7,z,p", "2,7,z,p", "3,7,?,p", "1e308,7,z,p", "-1e308,?,z,p", "?,?,?,p");
    for (String visible : List.of("binary", "gaussian")) {
      for (String output : List.of("energy", "features", "reconstruction")) {
        Instances out = filtered("-visible " + visible + " -output " + output, data);
        for (Instance row : out) {
          for (int i = 0; i < out.numAttributes(); i++) {
            assertTrue(Double.isFinite(row.value(i)), visible + " " + output + ": " + row);
          }
        }
      }
      BoltzmannFeatures f = filter("-epochs 50 -output energy -visible " + visible, data);
      Instances rows = new Instances(data);
      rows.get(1).setValue(1, 8);
      double[] energy = {Filter.useFilter(data, f).get(1).value(0), Filter.useFilter(rows, f).get(1).value(0)};
      assertTrue(energy[1] > energy[0], "a constant that changed is less probable");
    }
    data.get(0).setValue(0, Double.POSITIVE_INFINITY);
    message(() -> filtered("", data), "'a'", "finite");
    Instances alone = arff("@attribute class {p}\n@data", "p", "p");
    message(() -> filtered("", alone), "no attribute");
  }

  private static Instances shifted(Instances rows) {
    Instances result = new Instances(rows, 0);
    for (int[] by : new int[][] {{0, 0}, {0, 1}, {0, -1}, {1, 0}, {-1, 0}}) {
      for (Instance row : rows) {
        double[] values = row.toDoubleArray();
        for (int i = 0; i < 64; i++) {
          int y = i / 8 + by[0];
          int x = i % 8 + by[1];
          values[i] = y < 0 || y > 7 || x < 0 || x > 7 ? 0 : row.value(y * 8 + x);
        }
        result.add(new DenseInstance(1, values));
      }
    }
    return result;
  }

  private static double accuracy(Instances training, Instances test) throws Exception {
    Logistic logistic = new Logistic();
    // Until it converges takes more than ten minutes.
    logistic.setMaxIts(100);
    logistic.buildClassifier(training);
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(logistic, test);
    return evaluation.pctCorrect();
  }

  /** Digits, split first and then each shifted by a pixel in four directions: pixels say little, features much. */
  @Test
  void featuresOfShiftedDigitsAreBetterThanPixels() throws Exception {
    Instances all = Samples.optional("optdigits");
    Instances digits = new Instances(all, all.numInstances() - 1797, 1797);
    digits.randomize(new Random(1));
    Instances training = shifted(new Instances(digits, 0, 1437));
    Instances test = shifted(new Instances(digits, 1437, 360));
    BoltzmannFeatures f = new BoltzmannFeatures();
    f.setInputFormat(training);
    double features = accuracy(Filter.useFilter(training, f), Filter.useFilter(test, f));
    assertTrue(features >= 92, "features " + features);
    assertTrue(accuracy(training, test) <= 81.5);
  }

  private static double auc(String options, Filter f) throws Exception {
    Instances all = Samples.optional("breast.w");
    all.randomize(new Random(1));
    Instances training = new Instances(all, 0);
    Instances test = new Instances(all, 0);
    int benign = 0;
    for (Instance row : all) {
      (row.classValue() == 0 && benign++ % 2 == 0 ? training : test).add(row);
    }
    ((weka.core.OptionHandler) f).setOptions(Utils.splitOptions(options));
    f.setInputFormat(training);
    Filter.useFilter(training, f);
    List<double[]> scores = new ArrayList<>();
    Filter.useFilter(test, f).forEach(row -> scores.add(new double[] {row.value(0), row.classValue()}));
    double right = 0;
    double pairs = 0;
    for (double[] malignant : scores) {
      for (double[] other : scores) {
        if (malignant[1] == 1 && other[1] == 0) {
          right += malignant[0] > other[0] ? 1 : malignant[0] == other[0] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return right / pairs;
  }

  @Test
  void theFreeEnergyFindsAnomaliesAsAnAutoencoderDoes() throws Exception {
    double energy = auc("-output energy", new BoltzmannFeatures());
    double error = auc("-output error", new NeuralEncoder());
    assertTrue(energy >= error - 0.01, energy + " against " + error);
  }
}
