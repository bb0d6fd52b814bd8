package weka.clusterers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.clusterers.NeuralClustererTest.built;
import static weka.clusterers.NeuralClustererTest.headless;
import static weka.core.neural.Samples.fourNumbers;
import static weka.core.neural.Samples.mixed;

import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.LogLines;

/** Several runs of the whole, of which one is kept. */
class NeuralClustererRunsTest {
  private static final String IMAGES = "-N 3 -input 2x2x1 -layers \"dense 8 relu\" -code 2 -epochs 3 -refine 3 ";
  private static final String TABLE = "-N 3 -layers \"dense 8 relu\" -code 2 -epochs 3 -refine 3 ";

  private static double[][] shares(String options) throws Exception {
    Instances data = headless(fourNumbers(90));
    return built(options, data).distributionsForInstances(data);
  }

  @Test
  void threadsChangeNothing() throws Exception {
    for (String options : new String[] {TABLE + "-runs 3", IMAGES + "-runs 3"}) {
      double[][] one = shares(options + " -threads 1");
      double[][] two = shares(options + " -threads 2");
      for (int r = 0; r < one.length; r++) {
        assertArrayEquals(one[r], two[r], options);
      }
    }
  }

  @Test
  void aTableHasOneRunAndFewImagesFive() throws Exception {
    Instances data = headless(fourNumbers(90));
    assertFalse(built(TABLE, data).toString().contains("runs with the others"));
    assertEquals(built(TABLE + "-runs 1", data).toString(), built(TABLE, data).toString());
    assertTrue(built(IMAGES, data).toString().contains("Agreement of each of 5 runs with the others (and with itself"));
    assertEquals(built(IMAGES + "-runs 5", data).toString(), built(IMAGES, data).toString());
    String text = built(TABLE + "-runs 4", data).toString();
    assertTrue(text.matches("(?s).*of 4 runs with the others: ([-.0-9]+(, )?){4}; run [1-4] is kept.*"), text);
  }

  @Test
  void optionsTravel() throws Exception {
    NeuralClusterer c = new NeuralClusterer();
    assertEquals("auto", c.getRuns());
    c.setOptions(Utils.splitOptions("-runs 7"));
    assertEquals("7", c.getRuns());
    NeuralClusterer copy = new NeuralClusterer();
    copy.setOptions(c.getOptions());
    assertEquals("7", copy.getRuns());
    copy.setOptions(Utils.splitOptions("-N 3"));
    assertEquals("auto", copy.getRuns());
  }

  @Test
  void progressTellsWhichRun() throws Exception {
    // The status is told five times a second: these runs take far longer.
    LogLines told = new LogLines();
    NeuralClusterer c = new NeuralClusterer();
    c.setOptions(Utils.splitOptions("-N 3 -layers \"dense 8 relu\" -epochs 20000 -refine 0 -runs 2"));
    c.setLog(told);
    c.buildClusterer(headless(mixed(300, 1, true)));
    for (int run = 1; run <= 2; run++) {
      String title = "NeuralClusterer, run " + run + " of at most 2: epoch ";
      assertTrue(told.status().stream().anyMatch(line -> line.startsWith(title)), title + told.status());
    }
  }
}
