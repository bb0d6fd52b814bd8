package weka.filters.unsupervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;

/** A memory of rows: what each option does, what is recalled, and what is refused. */
class HopfieldMemoryTest {
  private static final String[][] DIFFERENT = {{"-rule projection", ""}, {"-store 3", ""}, {"-flip 0.3", ""},
      {"-flip 0.3 -S 5", "-flip 0.3"}};
  private static final String[] ELSEWHERE = {"output-debug-info", "do-not-check-capabilities"};

  /** Rows of 24 numbers of 0 and 6, drawn at random, and a class. */
  private static Instances patterns(int rows) throws Exception {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    text.append("@attribute class {a,b}\n@data\n");
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < 24; i++) {
        text.append(6 * random.nextInt(2)).append(',');
      }
      text.append(r % 2 == 0 ? "a\n" : "b\n");
    }
    return arff(text.toString());
  }

  private static HopfieldMemory filter(String options, Instances data) throws Exception {
    HopfieldMemory f = new HopfieldMemory();
    f.setOptions(Utils.splitOptions(options));
    f.setInputFormat(data);
    return f;
  }

  private static String outcome(String options) throws Exception {
    Instances data = patterns(8);
    Instances out = Filter.useFilter(data, filter(options, data));
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
    Collections.list(new HopfieldMemory().listOptions()).forEach(o -> listed.add(o.name()));
    assertEquals(listed, tried);
    assertEquals(outcome("-flip 0.3"), outcome("-flip 0.3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rule delta|-rule|delta", "-store -1|-store", "-flip 1.5|-flip|from 0 to 1",
      "-flip NaN|-flip", "-nonsense|-nonsense"})
  void nonsenseIsRefused(String text) {
    String[] parts = text.split("\\|");
    message(() -> outcome(parts[0]), Arrays.copyOfRange(parts, 1, parts.length));
  }

  @Test
  void storedRowsAreRecalledFromWrongAndMissingValues() throws Exception {
    Instances data = patterns(3);
    HopfieldMemory f = filter("-rule projection", data);
    Filter.useFilter(data, f);
    Instances cues = new Instances(data);
    for (int r = 0; r < 3; r++) {
      cues.get(r).setMissing(r);
      cues.get(r).setMissing(r + 5);
      cues.get(r).setValue(r + 10, 6 - cues.get(r).value(r + 10));
    }
    Instances out = Filter.useFilter(cues, f);
    for (int r = 0; r < 3; r++) {
      for (int i = 0; i < 24; i++) {
        assertEquals(data.get(r).value(i), out.get(r).value(i));
      }
      assertEquals(r + 1, out.get(r).value(out.attribute("pattern")));
      assertEquals(1, out.get(r).value(out.attribute("overlap")));
      assertTrue(out.get(r).value(out.attribute("energy")) < 0);
      assertTrue(out.get(r).value(out.attribute("sweeps")) >= 2);
      assertEquals(data.get(r).classValue(), out.get(r).classValue());
    }
  }

  @Test
  void aCopyRecallsTheSame() throws Exception {
    Instances data = patterns(8);
    HopfieldMemory f = filter("-flip 0.2", data);
    assertTrue(f.toString().contains("nothing stored yet"));
    String first = Filter.useFilter(data, f).toString();
    HopfieldMemory copy = (HopfieldMemory) new SerializedObject(f).getObject();
    assertEquals(first, Filter.useFilter(data, copy).toString());
    assertEquals(f.toString(), copy.toString());
    assertTrue(f.toString().contains("Units: 24") && f.toString().contains("about 3 random patterns"), f.toString());
  }

  @Test
  void whatIsNoUnitIsRefused() throws Exception {
    Instances three = mixed(10, 1, true);
    message(() -> Filter.useFilter(three, filter("", three)), "'d'", "got 3", "NominalToBinary");
    Instances alone = arff("@attribute class {p}\n@data", "p");
    message(() -> Filter.useFilter(alone, filter("", alone)), "no attribute");
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    Instances data = patterns(5);
    HopfieldMemory f = filter("", data);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Filter.useFilter(data, f));
    assertTrue(Thread.interrupted());
  }
}
