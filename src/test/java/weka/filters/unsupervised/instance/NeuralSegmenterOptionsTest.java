package weka.filters.unsupervised.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.unlessSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/** No option is ignored, none takes nonsense. */
class NeuralSegmenterOptionsTest {
  /** Options in pairs that must give something else. */
  private static final String[][] DIFFERENT = {{"-layers \"conv 3 5x5 tanh\"", ""}, {"-labels \"a=0, b=255\"", ""},
      {"-labels 255 -ignore 0 -epochs 1|one class alone", ""}, {"-crop 4x8", ""}, {"-optimizer rmsprop", ""},
      {"-rate 0.1", ""}, {"-epochs 4", ""}, {"-batch 2", ""}, {"-decay 0.5", ""}, {"-class-weights 1,9", ""},
      {"-augment \"flip both\"", ""}, {"-S 5", ""}, {"-scaling range", ""}};
  /** What changes nothing that comes out, or is looked at in other tests. */
  private static final String[] ELSEWHERE = {"masks", "threads", "images", "images-anywhere", "image-cache", "diagnose",
      "output-debug-info", "do-not-check-capabilities"};

  @TempDir
  Path folder;

  @BeforeEach
  void write() throws IOException {
    MaskedSamples.write(folder, 4, 4, 10);
  }

  private String outcome(String options) throws Exception {
    NeuralSegmenter f = new NeuralSegmenter();
    f.setOptions(Utils.splitOptions(options + unlessSet(options, "-epochs", "3")
        + unlessSet(options, "-layers", "\"conv 3 3x3 relu\"")));
    Instances data = MaskedSamples.load(folder);
    f.setInputFormat(data);
    Instances out = Filter.useFilter(data, f);
    out.setRelationName("out");
    return Arrays.toString(f.segmenter().network().values()) + out;
  }

  @Test
  void everyOptionCounts() throws Exception {
    TreeSet<String> tried = new TreeSet<>(Arrays.asList(ELSEWHERE));
    for (String[] pair : DIFFERENT) {
      String[] wanted = pair[0].split("\\|");
      if (wanted.length > 1) {
        message(() -> outcome(wanted[0]), wanted[1]);
      } else {
        assertNotEquals(outcome(pair[0]), outcome(pair[1]), pair[0]);
      }
      Arrays.stream(wanted[0].split(" ")).filter(w -> w.startsWith("-")).forEach(w -> tried.add(w.substring(1)));
    }
    TreeSet<String> listed = new TreeSet<>();
    Collections.list(new NeuralSegmenter().listOptions()).forEach(o -> listed.add(o.name()));
    assertEquals(listed, tried);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"conv\"|-layers|conv", "-layers \"dense 4\"|'dense 4'|for maps of any size",
      "-layers \"conv 4 3x3, maxpool 2\"|unet-small", "-labels 256|-labels|from 0 to 255", "-labels \"0,0\"|-labels",
      "-ignore grey|-ignore|grey value", "-crop 64|-crop|64x64", "-crop x|-crop", "-crop 0x3|-crop",
      "-crop 6x6 -layers unet-small|multiple|6x6", "-optimizer lbfgs|lbfgs", "-optimizer best|-optimizer|best",
      "-rate 0|-rate|above 0", "-epochs 0|-epochs|at least 1", "-batch 0|-batch", "-decay -1|-decay",
      "-class-weights 1,2,3|2 numbers", "-class-weights x|-class-weights", "-augment spin|-augment|spin",
      "-augment \"mixup 0.2\"|mixup", "-images-anywhere x|x", "-threads 0|-threads", "-nonsense|-nonsense",
      "-labels \"0, 7\"|row 1|1.png|the colour 255 at x", "-layers \"conv 2, output biasinit=1\"|biasinit"})
  void nonsenseIsRefused(String text) {
    String[] parts = text.split("\\|");
    message(() -> outcome(parts[0]), Arrays.copyOfRange(parts, 1, parts.length));
  }
}
