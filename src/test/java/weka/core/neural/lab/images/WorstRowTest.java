package weka.core.neural.lab.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabMeasures.Predictions;

class WorstRowTest {
  @Test
  void theLeastProbableClassComesFirst() throws Exception {
    Instances rows =
        Samples.arff("@attribute a numeric", "@attribute class {x,y,z}", "@data", "1,x", "2,y", "3,z", "4,x");
    List<WorstRow> worst = WorstRow.all(new Predictions(3, rows,
        new double[][] {{0.5, 0.25, 0.25}, {0.9, 0.1, 0}, {0, 1, 0}, {1, 0, 0}}));
    assertEquals(List.of(2, 1, 0, 3), worst.stream().map(WorstRow::row).toList());
    assertEquals(Math.log(2), worst.get(2).loss(), 1e-12);
    assertEquals(new WorstRow(1, -Math.log(0.1), 1, 0, 0.9), worst.get(1));
    assertTrue(worst.get(1).isMistake());
    assertFalse(worst.get(2).isMistake());
    assertTrue(Double.isFinite(worst.get(0).loss()), "of a class that is held for impossible");
    assertEquals(0, worst.get(3).loss());
  }

  @Test
  void numbersAreSortedByTheirDistance() throws Exception {
    Instances rows = Samples.arff("@attribute a numeric", "@attribute class numeric", "@data", "1,10", "2,20", "3,30");
    List<WorstRow> worst = WorstRow.all(new Predictions(1, rows, new double[][] {{11}, {15}, {30}}));
    assertEquals(List.of(1, 0, 2), worst.stream().map(WorstRow::row).toList());
    assertEquals(5, worst.get(0).loss());
    assertFalse(worst.get(0).isMistake());
  }
}
