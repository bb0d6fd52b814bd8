package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Samples;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;

class ScarcityTest {
  /** Bins repeat what an input says already: 12 rows of two numbers are not wide, with eight bins each or without. */
  @Test
  void binsDoNotMakeATableWide() throws Exception {
    Instances some = new Instances(Samples.circles(), 0, 12);
    RowEncoder encoder = RowEncoders.learn(some, new NeuralSettings(), 8);
    assertTrue(encoder.shape().size() >= 12, "with bins");
    assertEquals(2, encoder.widthWithoutBins());
    assertFalse(Scarcity.of(some, encoder).wide());
    Instances two = new Instances(some, 0, 2);
    assertTrue(Scarcity.of(two, RowEncoders.learn(two, new NeuralSettings(), 0)).wide());
  }

  @Test
  void rareClassesAndWideTablesSpareTheirRows() {
    RareClasses often = new RareClasses(100, 200, 2);
    assertFalse(new Scarcity(200, false, often).sparesRows());
    assertTrue(new Scarcity(200, true, often).sparesRows());
    assertTrue(new Scarcity(200, false, new RareClasses(3, 200, 2)).sparesRows());
  }

  @Test
  void fewRowsDoNotStopALinearNetworkEarlyAndRareClassesWantTheWeakestDecay() {
    RareClasses often = new RareClasses(50, 50, 2);
    assertEquals(1, new Scarcity(100, false, often).levelOfIterations());
    assertEquals(1.1, new Scarcity(99, false, often).levelOfIterations());
    assertEquals(1.1, new Scarcity(300, true, often).levelOfIterations());
    assertEquals(1, new Scarcity(99, true, often).levelOfDecays());
    Scarcity rare = new Scarcity(200, false, new RareClasses(3, 200, 2));
    assertEquals(1.1, rare.levelOfIterations());
    assertEquals(1.1, rare.levelOfDecays());
  }
}
