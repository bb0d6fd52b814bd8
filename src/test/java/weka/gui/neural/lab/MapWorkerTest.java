package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weka.classifiers.functions.NeuralNet;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabRows;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.Plane;

/** The maps are drawn elsewhere than on the event thread, and what goes wrong there is said. */
@Timeout(60)
class MapWorkerTest {
  @Test
  void aRequestThatFailsIsSaidAndTheNextOneIsAnswered() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"dense 3 tanh\" -epochs 2"));
    LabRun run = new LabRun(net, LabRows.of(Samples.iris(), 20, 1), true);
    run.start();
    run.join();
    assertEquals(LabRun.State.ENDED, run.state());
    float[] weights = run.fitted().models().get(0).network().values();
    CompletableFuture<String> said = new CompletableFuture<>();
    CompletableFuture<PlaneMaps> drawn = new CompletableFuture<>();
    MapWorker worker = new MapWorker(drawn::complete, said::complete);
    Plane plane = Plane.around(Samples.iris(), 0, 1, 10);
    worker.request(run, plane, plane.rows(), new float[weights.length + 1]);
    assertThat(said.get(30, TimeUnit.SECONDS)).startsWith("The maps cannot be drawn: ");
    assertFalse(drawn.isDone());
    assertFalse(worker.isBusy());
    worker.request(run, plane, plane.rows(), weights);
    assertEquals(100, drawn.get(30, TimeUnit.SECONDS).predicted().length);
  }
}
