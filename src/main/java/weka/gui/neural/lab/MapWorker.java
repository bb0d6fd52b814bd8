package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.lab.NeuronMap;
import weka.core.neural.lab.Plane;
import weka.core.neural.lab.Surface;
import weka.core.neural.training.FittedNetwork;

/** Computes and paints the maps of a network away from the event thread; of several requests only the last. */
final class MapWorker {
  private static final int TILE = 40;

  /**
   * What is wanted.
   *
   * @param rows the points of the plane with the attributes that the network was given
   */
  private record Job(LabRun run, Plane plane, Instances rows, float[] weights) {}

  private final Consumer<PlaneMaps> receiver;
  private final Consumer<String> say;
  private final AtomicReference<@Nullable Job> next = new AtomicReference<>();
  private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS,
      new LinkedBlockingQueue<>(), work -> {
        Thread made = new Thread(work, "Neural lab, maps");
        made.setDaemon(true);
        return made;
      });
  // Of the worker's thread alone.
  private @Nullable LabRun run;
  private @Nullable Surface surface;
  private @Nullable NeuronGraph graph;
  private final MapImage painter = new MapImage();
  private volatile boolean busy;

  /**
   * @param receiver is called on the event thread
   * @param say      is told there why there are no maps
   */
  MapWorker(Consumer<PlaneMaps> receiver, Consumer<String> say) {
    this.receiver = receiver;
    this.say = say;
    thread.allowCoreThreadTimeOut(true);
  }

  /** Whether a request has not been answered yet. */
  boolean isBusy() {
    return busy;
  }

  /** Asks for the maps with these weights; for the event thread. */
  void request(LabRun of, Plane plane, Instances rows, float[] weights) {
    busy = true;
    if (next.getAndSet(new Job(of, plane, rows, weights)) == null) {
      thread.execute(this::work);
    }
  }

  private void work() {
    Job job = next.getAndSet(null);
    if (job == null) {
      return;
    }
    PlaneMaps made = null;
    String failed = null;
    try {
      made = maps(job);
    } catch (RuntimeException | OutOfMemoryError e) {
      failed = "The maps cannot be drawn: " + (e.getMessage() == null ? e : e.getMessage());
    }
    answer(made, failed);
  }

  private void answer(@Nullable PlaneMaps made, @Nullable String failed) {
    SwingUtilities.invokeLater(() -> {
      busy = next.get() != null;
      if (made != null) {
        receiver.accept(made);
      } else if (failed != null) {
        say.accept(failed);
      }
    });
  }

  private @Nullable PlaneMaps maps(Job job) {
    FittedNetwork fitted = job.run.fitted();
    if (fitted == null) {
      return null;
    }
    if (run != job.run || surface == null) {
      run = job.run;
      surface = new Surface(fitted, job.rows);
      graph = NeuronGraph.of(surface.network());
    }
    Surface now = surface;
    now.compute(job.weights);
    double[][] predicted = new double[now.points()][];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = now.predicted(i);
    }
    List<List<NeuronMap>> neurons = graph == null ? null : NeuronMap.of(now, graph);
    int size = job.plane.size();
    List<List<BufferedImage>> pictures = neurons == null ? List.of()
        : neurons.stream().map(c -> c.stream().map(m -> painter.of(m, size, TILE)).toList()).toList();
    return new PlaneMaps(job.run, job.plane, predicted, neurons, pictures);
  }
}
