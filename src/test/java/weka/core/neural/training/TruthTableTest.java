package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instance;
import weka.core.Instances;

/** A network left alone is small where the data are a truth table, and as ever where they are not. */
class TruthTableTest {

  /** The bits of the second number are the outputs for the inputs 0, 1, 2, ... in binary. */
  @ParameterizedTest
  @CsvSource({"2, 8", "2, 14", "2, 6", "2, 0", "3, 0x96", "4, 0x6996", "4, 0xB38D"})
  void aSmallNetworkLearnsEveryFunction(int inputs, String outputs) throws Exception {
    Instances table = table(inputs, Integer.decode(outputs), "{0,1}", 1);
    NeuralNet net = trained(table);
    for (Instance row : table) {
      assertEquals(row.classValue(), net.classifyInstance(row), row.toString());
    }
    assertTrue(net.getMeasure("measureParameters") <= 58, net.toString());
    assertEquals("dense 8 tanh, output", net.architecture());
    assertTrue(net.toString().contains("as this is a truth table"), net.toString());
  }

  @Test
  void copiesOfItsLinesAndANumericClassChangeNothing() throws Exception {
    assertEquals("dense 8 tanh, output", trained(table(2, 6, "{0,1}", 25)).architecture());
    Instances numeric = table(2, 6, "numeric", 1);
    NeuralNet net = trained(numeric);
    assertEquals("dense 8 tanh, output", net.architecture());
    for (Instance row : numeric) {
      assertEquals(row.classValue(), net.classifyInstance(row), 0.1, row.toString());
    }
  }

  @Test
  void dataThatAreNoTruthTableAreLearntAsBefore() throws Exception {
    for (String row : new String[] {"0.5,0,1", "?,1,0", "0,1,1\n2,1,0", "-1,1,1"}) {
      Instances noTable = table(2, 6, "{0,1}", 1, row);
      assertFalse(trained(noTable).architecture().contains("tanh"), row);
    }
    assertFalse(trained(table(1, 2, "{0,1}", 1)).architecture().contains("tanh"));
    assertFalse(trained(table(5, 0x69969669, "{0,1}", 1)).architecture().contains("tanh"));
  }

  @Test
  void layersThatAreSetStay() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setLayers("dense 2 relu");
    net.buildClassifier(table(2, 8, "{0,1}", 1));
    assertEquals("dense 2 relu, output", net.architecture());
  }

  @Test
  void trainingGoesOn() throws Exception {
    Instances table = table(2, 6, "{0,1}", 1);
    NeuralNet net = new NeuralNet();
    net.setResume(true);
    net.setEpochs("30");
    net.buildClassifier(table);
    net.initializeClassifier(table);
    while (net.next()) {
      // one epoch per call
    }
    net.done();
    assertEquals(60, net.getMeasure("measureEpochs"));
  }

  private static NeuralNet trained(Instances rows) throws Exception {
    NeuralNet net = new NeuralNet();
    net.buildClassifier(rows);
    return net;
  }

  private static Instances table(int inputs, int outputs, String target, int copies, String... further)
      throws Exception {
    StringBuilder text = new StringBuilder("@relation table\n");
    for (int i = 0; i < inputs; i++) {
      text.append("@attribute x").append(i).append(" numeric\n");
    }
    text.append("@attribute class ").append(target).append("\n@data\n");
    for (int k = 0; k < copies << inputs; k++) {
      int line = k % (1 << inputs);
      for (int i = 0; i < inputs; i++) {
        text.append(line >> i & 1).append(',');
      }
      text.append(outputs >> line & 1).append('\n');
    }
    for (String row : further) {
      text.append(row).append('\n');
    }
    Instances table = new Instances(new StringReader(text.toString()));
    table.setClassIndex(inputs);
    return table;
  }
}
