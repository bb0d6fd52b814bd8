package weka.clusterers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static weka.clusterers.NeuralClustererTest.headless;
import static weka.core.neural.Samples.fourNumbers;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.unlessSet;

import java.util.Arrays;
import java.util.Collections;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Utils;

/** No option is ignored, none takes nonsense. */
class NeuralClustererOptionsTest {
  /** Options in pairs that must give something else. */
  private static final String[][] DIFFERENT = {
      {"-N 3", ""}, {"-N 3-5", ""}, {"-layers none", ""}, {"-layers auto", ""}, {"-code 3", ""},
      {"-decoder \"dense 7 relu\"", ""}, {"-noise \"gaussian 0.3\"", ""}, {"-noise \"mask 0.3\"", ""},
      {"-refine 3", ""}, {"-refine 0", ""}, {"-refine-weight 5", ""}, {"-refine-from 5", ""},
      {"-layers none -N 8 -starts 1", "-layers none -N 8"}, {"-input 2x2x1", ""},
      {"-input 2x2x1 -augment flip", "-input 2x2x1"}, {"-scaling standardise", ""},
      {"-scaling none -layers none", "-layers none"}, {"-rate 0.1", ""}, {"-epochs 4", ""}, {"-batch 5", ""},
      {"-runs 2", ""}, {"-S 5", ""}, {"-images-anywhere", ""}, {"-diagnose", ""},
      {"-diagnose -layers none", "-layers none"}};
  /** What changes nothing that comes out, or wants files, and is looked at in other tests. */
  private static final String[] ELSEWHERE = {"threads", "images", "image-cache", "batch-size", "output-debug-info",
      "do-not-check-capabilities"};

  private static String outcome(String options) throws Exception {
    NeuralClusterer c = new NeuralClusterer();
    c.setOptions(Utils.splitOptions(options + unlessSet(options, "-epochs", "3") + unlessSet(options, "-code", "2")
        + unlessSet(options, "-refine", "2") + unlessSet(options, "-layers", "\"dense 6 tanh\"")));
    c.buildClusterer(headless(fourNumbers(90)));
    StringBuilder memberships = new StringBuilder(c.toString());
    for (double[] shares : c.distributionsForInstances(headless(fourNumbers(90)))) {
      memberships.append(Arrays.toString(shares));
    }
    return memberships.toString();
  }

  @Test
  void everyOptionCounts() throws Exception {
    TreeSet<String> tried = new TreeSet<>(Arrays.asList(ELSEWHERE));
    for (String[] pair : DIFFERENT) {
      assertNotEquals(outcome(pair[0]), outcome(pair[1]), pair[0]);
      Arrays.stream(pair[0].split(" ")).filter(w -> w.startsWith("-")).forEach(w -> tried.add(w.substring(1)));
    }
    TreeSet<String> listed = new TreeSet<>();
    Collections.list(new NeuralClusterer().listOptions()).forEach(o -> listed.add(o.name()));
    assertEquals(listed, tried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-N 0|-N|from 1", "-N -2|-N", "-N 1.5|-N|'1.5'", "-N 5-2|-N|2-8", "-N 2-|-N|2-8", "-N 1-3|-N",
      "-N 2-3-4|-N",
      "-N 200000|-N|100000", "-layers \"dens 3\"|step 1|dense", "-code 0|-code", "-code none|-code|'none'",
      "-decoder \"dense\"|-decoder|dense", "-noise \"gaussian -1\"|-noise|at least 0", "-noise \"salt 1\"|-noise",
      "-refine -1|-refine", "-refine x|-refine|'x'", "-refine-weight 0|-refine-weight|above 0",
      "-refine-weight NaN|-refine-weight", "-refine-weight 1001|-refine-weight", "-refine-from -1|-refine-from",
      "-refine-from x|-refine-from|whole number", "-starts 0|-starts|at least 1", "-starts x|-starts|whole number",
      "-runs 0|-runs|from 1", "-runs -1|-runs", "-runs x|-runs|whole number", "-runs 1001|-runs|1000",
      "-input 2|-input", "-input 3x3x1|9", "-scaling log|-scaling|standardise", "-rate 0|-rate|above 0",
      "-rate NaN|-rate", "-rate Infinity|-rate", "-epochs -1|-epochs", "-batch 0|-batch", "-batch some|-batch",
      "-threads 0|-threads", "-augment spin|-augment|spin", "-augment flip|-input",
      "-images folder|string attribute|ImageFolderLoader",
      "-image-cache -1|-image-cache", "-S x|-S|whole number", "-batch-size x|-batch-size|whole number",
      "-batch-size 0|-batch-size|at least 1", "-nonsense|-nonsense"})
  void nonsenseIsRefused(String text) {
    String[] parts = text.split("\\|");
    message(() -> outcome(parts[0]), Arrays.copyOfRange(parts, 1, parts.length));
  }
}
