package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.health.Backpropagation;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.lab.BackpropagationTable.Line;
import weka.datagenerators.classifiers.classification.LogicGates;

/** The numbers of docs/lessons/backpropagation.md. */
@Timeout(60)
class BackpropagationLessonTest {
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited for half a minute");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static LabRun paused() throws Exception {
    LogicGates gates = new LogicGates();
    gates.setDatasetFormat(gates.defineDataFormat());
    Instances xor = gates.generateExamples();
    LabRun run = new LabRun(Samples.net("-layers \"dense 2 init=constant(1) sigmoid, output init=constant(1) sigmoid\" "
        + "-optimizer sgd -rate 0.5 -batch 1 -keep-order -scaling none -validation 0 -members 1 -epochs 1000"),
        LabRows.of(xor, 0, 1), false);
    run.start();
    await(() -> run.weights() != null);
    return run;
  }

  private static Backpropagation row(LabRun run, int row) {
    LabNetwork about = run.network();
    return Backpropagation.of(run.training().network(), run.weights(), about.loss(), about.data(), row,
        BlasProvider.get());
  }

  private static String value(List<Line> lines, String what) {
    return BackpropagationTable.text(lines.stream().filter(l -> l.what().equals(what)).findFirst().orElseThrow()
        .value());
  }

  private static String gradient(List<Line> lines, String what) {
    return BackpropagationTable.text(lines.stream().filter(l -> l.what().equals(what)).findFirst().orElseThrow()
        .gradient());
  }

  @Test
  void theNumbersWorkedByHand() throws Exception {
    LabRun run = paused();
    Network network = run.training().network();
    assertEquals("x1 1, x2 1; class 0", run.network().row(0));
    Backpropagation equal = row(run, 0);
    assertEquals(equal.deltas()[1][0], equal.deltas()[1][1], "both neurons do the same");
    int changes = run.changes();
    run.setWeight(7, -1);
    await(() -> run.changes() > changes);
    Backpropagation numbers = row(run, 0);
    List<Line> lines = BackpropagationTable.of(NeuronGraph.of(network), numbers, run.weights(), 0.5);
    assertEquals("2", value(lines, "a of dense1[1]"));
    assertEquals("0.8808", value(lines, "y of sigmoid1[1]"));
    assertEquals("0", value(lines, "a of output1[1]"));
    assertEquals("0.6931", BackpropagationTable.text(numbers.loss()));
    assertEquals("0.5", gradient(lines, "a of output1[1]"));
    assertEquals("0.4404", gradient(lines, "w from sigmoid1[1] to output1[1]"));
    assertEquals("0.0525", gradient(lines, "a of dense1[1]"));
    assertEquals("-0.0525", gradient(lines, "a of dense1[2]"));
    assertEquals("0.0525", gradient(lines, "w from input[2] to dense1[1]"));
    run.stop();
    run.join();
  }

  @Test
  void theNextBatchMakesTheUpdateOfTheTable() throws Exception {
    LabRun run = paused();
    int changes = run.changes();
    run.setWeight(7, -1);
    await(() -> run.changes() > changes);
    float[] before = run.weights();
    float[] gradient = row(run, 0).gradient();
    int changed = run.changes();
    run.oneBatch();
    await(() -> run.changes() > changed && run.weights() != null);
    float[] expected = before.clone();
    for (int i = 0; i < expected.length; i++) {
      expected[i] -= 0.5f * gradient[i];
    }
    assertArrayEquals(expected, run.weights());
    assertThat(run.weights()).isNotEqualTo(before);
    assertEquals("0.7798", BackpropagationTable.text(run.weights()[6]));
    assertEquals("0.4186", BackpropagationTable.text(row(run, 0).loss()));
    run.stop();
    run.join();
  }
}
