package weka.filters.unsupervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.fourNumbers;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.unlessSet;

import java.util.Arrays;
import java.util.Collections;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/** No option is ignored, none takes nonsense. */
class NeuralEncoderOptionsTest {
  /** Options in pairs that must give something else. */
  private static final String[][] DIFFERENT = {
      {"-layers none", ""}, {"-layers \"dense 5 tanh\"", ""}, {"-code 3", ""}, {"-decoder \"dense 7 relu\"", ""},
      {"-output error", ""}, {"-noise \"gaussian 0.3\"", ""}, {"-noise \"mask 0.3\"", ""}, {"-noise \"salt 0.3\"", ""},
      {"-sparse 0.1", "-sparse \"0.1 7\""}, {"-activity-l1 0.1", ""}, {"-contractive 0.1", "-contractive 0.2"},
      {"-variational", ""}, {"-variational -beta 9", "-variational"}, {"-tied", ""}, {"-scaling range", ""},
      {"-optimizer rmsprop", ""}, {"-rate 0.1", ""}, {"-epochs 4", ""}, {"-batch 5", ""}, {"-decay 0.5", ""},
      {"-validation 30", ""}, {"-patience 1 -rate 1 -epochs 60", "-rate 1 -epochs 60"}, {"-S 5", ""},
      {"-variational -generate 7", "-variational"}, {"-input 2x2x1", ""},
      {"-input 2x2x1 -noise \"hole 1\"", "-input 2x2x1"},
      {"-input 2x2x1 -augment flip", "-input 2x2x1"}};
  /** What changes nothing that comes out, or wants files, and is looked at in other tests. */
  private static final String[] ELSEWHERE = {"threads", "images", "images-anywhere", "image-cache", "draw", "diagnose",
      "output-debug-info", "do-not-check-capabilities"};

  private static String outcome(String options) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions(options + unlessSet(options, "-epochs", "3") + unlessSet(options, "-code", "2")
        + (options.contains("-generate") ? "" : unlessSet(options, "-output", "code,error"))));
    Instances data = fourNumbers(60);
    f.setInputFormat(data);
    Instances out = Filter.useFilter(data, f);
    out.setRelationName("out");
    return out.toString();
  }

  @Test
  void everyOptionCounts() throws Exception {
    TreeSet<String> tried = new TreeSet<>(Arrays.asList(ELSEWHERE));
    for (String[] pair : DIFFERENT) {
      assertNotEquals(outcome(pair[0]), outcome(pair[1]), pair[0]);
      Arrays.stream(pair[0].split(" ")).filter(w -> w.startsWith("-")).forEach(w -> tried.add(w.substring(1)));
    }
    TreeSet<String> listed = new TreeSet<>();
    Collections.list(new NeuralEncoder().listOptions()).forEach(o -> listed.add(o.name()));
    assertEquals(listed, tried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"dens 3\"|step 1|dense", "-layers \"dense -3\"|dense", "-code -1|-code|from 1",
      "-code x|-code|'x'", "-code 2.5|-code|'2.5'", "-decoder \"dense\"|-decoder|dense",
      "-output nothing|-output|filled",
      "-output \"\"|-output|code", "-noise \"gaussian -1\"|-noise|at least 0", "-noise \"gaussian NaN\"|-noise",
      "-noise \"gaussian 0.1 0.2\"|-noise", "-noise mask|-noise", "-sparse 0|-sparse|above 0", "-sparse 1|-sparse",
      "-sparse \"0.1 -1\"|-sparse", "-sparse NaN|-sparse", "-activity-l1 -1|-activity-l1|at least 0",
      "-activity-l1 NaN|-activity-l1", "-contractive Infinity|-contractive", "-beta -0.1|-beta", "-beta x|-beta|'x'",
      "-beta 2|-beta 2|set -variational", "-epochs 0|-epochs|at least 1", "-validation 0.2|-validation|write 20",
      "-generate x|-generate|whole number", "-generate -3|-generate|at least 0", "-generate 3|-variational",
      "-input 2|-input", "-input 3x3x1|9", "-input 0x4x1|-input", "-scaling log|-scaling|standardise",
      "-optimizer best|-optimizer|best", "-rate 0|-rate|above 0", "-rate -1|-rate", "-rate NaN|-rate",
      "-rate Infinity|-rate", "-epochs -1|-epochs", "-epochs x|-epochs", "-batch 0|-batch", "-batch some|-batch",
      "-decay -1|-decay", "-validation 95|-validation|90", "-patience -1|-patience", "-threads 0|-threads",
      "-augment spin|-augment|spin", "-augment flip|-input", "-images folder|string attribute",
      "-image-cache -1|-image-cache",
      "-draw here.png|-input", "-S x|-S|whole number", "-tied -decoder \"dense 3\"|-tied|-decoder",
      "-variational -tied|-tied|-variational",
      "-variational -contractive 1|-variational and -contractive", "-nonsense|-nonsense",
      "-noise \"mask 0,2\"|option -noise: expected|got '0,2'; write 0.2", "-sparse 0,05|got '0,05'; write 0.05",
      "-variational -generate 5 -output original,error|-output original,error cannot be combined with -generate 5",
      "-generate -1|option -generate: expected at least 0 rows, got -1"})
  void nonsenseIsRefused(String text) {
    String[] parts = text.split("\\|");
    message(() -> outcome(parts[0]), Arrays.copyOfRange(parts, 1, parts.length));
  }

  /** Weka drops an empty text where it writes options as one line. */
  @Test
  void noDecoderHasAWord() throws Exception {
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setDecoder(" ");
    assertEquals("none", encoder.getDecoder());
    NeuralEncoder copy = new NeuralEncoder();
    copy.setOptions(Utils.splitOptions(Utils.joinOptions(encoder.getOptions())));
    assertEquals("none", copy.getDecoder());
    copy.setEpochs("2");
    copy.setInputFormat(iris());
    Filter.useFilter(iris(), copy);
    assertTrue(copy.toString().contains("as code, dense 4\n"), copy.toString());
  }

  /** A text that is refused changes nothing. */
  @Test
  void whatWasSetBeforeStays() {
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setNoise("mask 0.2");
    encoder.setSparse("0.1 3");
    message(() -> encoder.setNoise("mask 2"), "noise", "'mask 2'");
    message(() -> encoder.setSparse("7"), "sparse", "'7'");
    assertEquals("mask 0.2", encoder.getNoise());
    assertEquals("0.1 3", encoder.getSparse());
    encoder.setNoise("Gaussian deviation=0.30");
    encoder.setSparse("0.1  weight=2");
    assertEquals("gaussian 0.3", encoder.getNoise());
    assertEquals("0.1 weight=2", encoder.getSparse());
    encoder.setNoise(" ");
    encoder.setSparse("NONE");
    assertEquals("none none", encoder.getNoise() + " " + encoder.getSparse());
  }
}
