package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabMeasures.Part;

@Timeout(60)
class LabRunTest {
  private static final String ENDLESS = "-layers \"dense 8 tanh\" -validation 20 -patience 0 -epochs 1000000";

  private LabRows rows;

  @BeforeEach
  void split() throws Exception {
    rows = LabRows.of(Samples.iris(), 20, 1);
  }

  private LabRun run(String options, boolean runs) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(options));
    LabRun run = new LabRun(net, rows, runs);
    run.start();
    return run;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited for half a minute");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static int updates(LabRun run) {
    return (int) run.training().running().trainer().steps();
  }

  @Test
  void itLearnsAndIsMeasuredOnAllParts() throws Exception {
    LabRun run = run("-layers \"dense 8 tanh\" -validation 20 -epochs 60", true);
    run.join();
    assertEquals(LabRun.State.ENDED, run.state());
    for (Part part : Part.values()) {
      double[] losses = run.measures().losses(part).points()[1];
      assertThat(losses).as(part + " losses").hasSizeGreaterThan(1);
      assertThat(losses[losses.length - 1]).isLessThan(losses[0]);
      double[] scores = run.measures().scores(part).points()[1];
      assertThat(scores[scores.length - 1]).as(part + " accuracy").isGreaterThan(85);
    }
    assertThat(run.measures().latest().rows().size()).isEqualTo(rows.test().size());
  }

  @Test
  void ofManyRowsSomeAreMeasured() throws Exception {
    LabRows many = LabRows.of(Samples.mixed(3000, 1, true), 20, 1);
    LabRun run = new LabRun(Samples.net("-layers \"dense 2 relu\" -validation 10 -epochs 1"), many, true);
    run.start();
    run.join();
    LabMeasures measures = run.measures();
    assertEquals(1000, measures.rows(Part.TRAINING).size());
    assertEquals(2160, measures.total(Part.TRAINING));
    assertEquals(240, measures.total(Part.VALIDATION));
    assertEquals(240, measures.rows(Part.VALIDATION).size());
    assertEquals(600, measures.total(Part.TEST));
  }

  @Test
  void theWeightsOfALargeNetworkAreCopiedAtAnyTime() throws Exception {
    LabRun run = run("-layers \"dense 4000 tanh\" -validation 20 -patience 0 -epochs 1000000", true);
    await(() -> run.state() == LabRun.State.RUNNING);
    float[] early = run.copiedWeights().get(30, TimeUnit.SECONDS);
    assertEquals(run.training().network().values().length, early.length);
    await(() -> updates(run) > 3);
    run.pause();
    float[] paused = run.copiedWeights().get(30, TimeUnit.SECONDS);
    await(() -> run.state() == LabRun.State.PAUSED);
    assertThat(run.copiedWeights().get(30, TimeUnit.SECONDS)).isNotEqualTo(early);
    assertThat(paused).hasSameSizeAs(early);
    run.stop();
    run.join();
    assertThat(run.copiedWeights().get()).isEqualTo(run.fitted().models().get(0).network().values());
  }

  @Test
  void theModelIsTheOneThatWeHaveWithoutALab() throws Exception {
    String options = "-layers \"dense 8 tanh\" -validation 20 -epochs 30";
    LabRun run = run(options, true);
    run.join();
    NeuralNet alone = new NeuralNet();
    alone.setOptions(Utils.splitOptions(options));
    alone.buildClassifier(rows.given());
    assertThat(run.model().distributionsForInstances(rows.test()))
        .isDeepEqualTo(alone.distributionsForInstances(rows.test()));
    NeuralNet stored = (NeuralNet) new SerializedObject(run.model()).getObject();
    assertThat(stored.distributionsForInstances(rows.test()))
        .isDeepEqualTo(alone.distributionsForInstances(rows.test()));
  }

  @Test
  void batchesAndEpochsAreMadeOneByOne() throws Exception {
    LabRun run = run(ENDLESS + " -batch 10", false);
    await(() -> run.state() == LabRun.State.PAUSED);
    int perEpoch = (run.training().split().training().length + 9) / 10;
    run.oneBatch();
    await(() -> run.state() == LabRun.State.PAUSED && run.measures().losses(Part.TEST).points()[0].length == 2);
    assertEquals(1.0 / perEpoch, run.measures().losses(Part.TEST).points()[0][1], 1e-12);
    run.oneEpoch();
    await(() -> run.measures().losses(Part.TEST).points()[0].length >= 3);
    assertEquals(1, run.measures().losses(Part.TEST).points()[0][2], 1e-12);
    await(() -> updates(run) == perEpoch + 1);
    run.oneEpoch();
    await(() -> updates(run) == 2 * perEpoch + 1);
    TimeUnit.MILLISECONDS.sleep(50);
    assertEquals(2 * perEpoch + 1, updates(run), "the update that it waits before");
    run.stop();
    run.join();
    assertEquals(LabRun.State.ENDED, run.state());
    assertEquals(2, run.training().epochs());
  }

  @Test
  void aPauseHoldsItAndAStopKeepsWhatItHasLearnt() throws Exception {
    LabRun run = run(ENDLESS, true);
    await(() -> run.training() != null && run.training().epochs() > 20);
    run.pause();
    await(() -> run.state() == LabRun.State.PAUSED);
    TimeUnit.MILLISECONDS.sleep(100);
    int held = run.training().epochs();
    TimeUnit.MILLISECONDS.sleep(100);
    assertEquals(held, run.training().epochs());
    run.resume();
    await(() -> run.training().epochs() > held);
    run.stop();
    run.join();
    assertEquals(LabRun.State.ENDED, run.state());
    assertThat(run.model().toString()).contains("stopped by the user");
  }

  @Test
  void theRateChangesWhileItTrains() throws Exception {
    LabRun run = run(ENDLESS + " -optimizer sgd -rate 0.1", true);
    await(() -> run.training() != null && run.training().epochs() > 2);
    run.setRate(0.001);
    await(() -> {
      double[] rates = run.training().rate().points()[1];
      return rates[0] == 0.1 && rates[rates.length - 1] == 0.001;
    });
    run.stop();
    run.join();
  }

  @Test
  void aNumber() throws Exception {
    Instances cpu = Samples.mixed(200, 1, false);
    rows = LabRows.of(cpu, 20, 1);
    LabRun run = run("-layers \"dense 16 relu\" -validation 20 -epochs 100", true);
    run.join();
    double[] scores = run.measures().scores(Part.TEST).points()[1];
    assertThat(scores[scores.length - 1]).isLessThan(scores[0]);
  }

  @Test
  void whatFailsIsTold() throws Exception {
    LabRun run = run("-layers \"conv 3\" -epochs 3", true);
    run.join();
    assertEquals(LabRun.State.FAILED, run.state());
    assertThat(run.failure()).hasMessageContaining("conv");
  }

  @Test
  void aWeightIsSetInAPauseAndTheTrainingGoesOnFromIt() throws Exception {
    LabRun run = run(ENDLESS + " -batch 10 -optimizer sgd -rate 1e-6", false);
    await(() -> run.weights() != null);
    int changes = run.changes();
    double loss = run.measures().losses(Part.TEST).points()[1][0];
    run.setWeight(3, 25);
    await(() -> run.changes() > changes && run.measures().losses(Part.TEST).points()[1].length == 2);
    assertEquals(25, run.weights()[3]);
    assertThat(run.measures().losses(Part.TEST).points()[1][1]).isNotEqualTo(loss);
    assertEquals(0, run.measures().losses(Part.TEST).points()[0][1], "no update was made");
    assertEquals(LabRun.State.PAUSED, run.state());
    run.oneBatch();
    await(() -> updates(run) == 2 && run.weights() != null);
    assertEquals(25, run.weights()[3], 1e-3);
    run.resume();
    await(() -> run.weights() == null);
    run.stop();
    run.join();
    assertEquals(25, run.weights()[3], 0.1, "the best weights");
  }

  @Test
  void weightsThatAreSetToWhatTheyAreChangeNothing() throws Exception {
    String options = "-layers \"dense 8 tanh\" -validation 20 -epochs 20";
    LabRun run = run(options, false);
    await(() -> run.weights() != null);
    float[] before = run.weights();
    for (int i = 0; i < before.length; i++) {
      run.setWeight(i, before[i]);
    }
    await(() -> run.changes() == before.length + 1);
    run.resume();
    run.join();
    NeuralNet alone = new NeuralNet();
    alone.setOptions(Utils.splitOptions(options));
    alone.buildClassifier(rows.given());
    assertThat(run.model().distributionsForInstances(rows.test()))
        .isDeepEqualTo(alone.distributionsForInstances(rows.test()));
  }

  @Test
  void aSlowTrainingGivesTheSameModelAndStopsAtOnce() throws Exception {
    LabRun run = new LabRun(Samples.net(ENDLESS), rows, true);
    run.setPace(20);
    run.start();
    await(() -> run.training() != null && run.training().epochs() >= 2);
    long start = System.nanoTime();
    int first = run.training().epochs();
    TimeUnit.MILLISECONDS.sleep(500);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(run.training().epochs() - first).isBetween(2, (int) Math.ceil(20 * seconds) + 3);
    run.setPace(0.01);
    TimeUnit.MILLISECONDS.sleep(100);
    long stopped = System.nanoTime();
    run.stop();
    run.join();
    assertThat((System.nanoTime() - stopped) / 1e9).isLessThan(1);
    assertEquals(LabRun.State.ENDED, run.state());
    String options = "-layers \"dense 8 tanh\" -validation 20 -epochs 8";
    LabRun slow = new LabRun(Samples.net(options), rows, true);
    slow.setPace(40);
    slow.start();
    slow.join();
    NeuralNet alone = Samples.net(options);
    alone.buildClassifier(rows.given());
    assertThat(slow.model().distributionsForInstances(rows.test()))
        .isDeepEqualTo(alone.distributionsForInstances(rows.test()));
  }

  @Test
  void theNetworksInputsOutputsAndRowsHaveNames() throws Exception {
    LabRun run = run(ENDLESS, false);
    await(() -> run.network() != null);
    LabNetwork network = run.network();
    assertThat(network.inputs()).hasSize(4);
    assertThat(network.outputs()).containsExactly("class = Iris-setosa", "class = Iris-versicolor",
        "class = Iris-virginica");
    assertEquals(run.training().split().training().length, network.rows().size());
    assertThat(network.row(0)).contains("petallength ", "; class Iris-");
    run.stop();
    run.join();
  }

  /** The lab shows the class; the outputs of the other targets have their names. */
  @Test
  void severalTargetsAreTrainedToo() throws Exception {
    LabRun run = run("-targets petalwidth -layers \"dense 6 tanh\" -validation 20 -epochs 12", true);
    run.join();
    assertEquals(LabRun.State.ENDED, run.state(), () -> String.valueOf(run.failure()));
    assertThat(run.network().outputs()).containsExactly("class = Iris-setosa", "class = Iris-versicolor",
        "class = Iris-virginica", "petalwidth");
    assertThat(run.network().inputs()).hasSize(3);
    assertThat(run.measures().latest().predictions()[0]).hasSize(3);
    assertThat(run.measures().losses(LabMeasures.Part.VALIDATION).points()[0]).isNotEmpty();
  }
}
