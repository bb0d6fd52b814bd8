package weka.core.neural.watch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.health.Health;
import ruru.nn.health.HealthProbe;
import ruru.nn.train.History;
import ruru.nn.train.StepObserver;
import ruru.nn.train.Training;

/**
 * What a training publishes, while somebody watches. For the training's thread; all it costs otherwise is to ask, once
 * an epoch, whether anybody does.
 */
public final class Publication {
  /** Between two looks at the layers, and between two losses of batches. */
  private static final long LEAST_NANOS = 40_000_000;
  /** To look at the layers may take this fraction of the time. */
  private static final int FRACTION = 100;
  /** Parameters of a network that is copied whenever it is looked at. */
  private static final int SMALL = 10_000;

  private final String scheme;
  private final String options;
  private @Nullable WatchedTraining watched;
  private @Nullable Training training;
  private @Nullable Observer observer;
  private int published;
  private final Queue<Publication> parts = new ConcurrentLinkedQueue<>();

  /** @param options the scheme's options as one line */
  public Publication(String scheme, String options) {
    this.scheme = scheme;
    this.options = options;
  }

  /** For a part of the work, which may run in a thread of its own; it ends with the whole. */
  public Publication within(String part) {
    Publication made = new Publication(scheme + ", " + part, options);
    parts.add(made);
    return made;
  }

  /** A training begins. */
  public void begin(Training now) {
    if (TrainingHub.isWatched()) {
      publish(now);
    }
  }

  /** A training has finished an epoch. */
  public void epoch(Training now) {
    if (!TrainingHub.isWatched()) {
      observe(null, now);
      return;
    }
    WatchedTraining shown = publish(now);
    History history = now.history();
    for (; published < history.epochs(); published++) {
      int e = published + 1;
      shown.epoch(e, now.planned(), history.training(e), history.validation(e), history.rate(e));
    }
  }

  private WatchedTraining publish(Training now) {
    WatchedTraining shown = watched;
    if (shown == null || training != now) {
      end();
      shown = new WatchedTraining(scheme, options, now);
      watched = shown;
      training = now;
      published = 0;
      TrainingHub.add(shown);
    }
    if (observer == null) {
      observe(new Observer(shown, now), now);
    }
    return shown;
  }

  private void observe(@Nullable Observer next, Training now) {
    if (observer != null) {
      now.trainer().forget(observer);
    }
    observer = next;
    if (next != null) {
      now.trainer().observe(next);
    }
  }

  /** The training is over. */
  public void end() {
    parts.forEach(Publication::end);
    if (training != null) {
      observe(null, training);
    }
    if (watched != null) {
      watched.end();
    }
    watched = null;
    training = null;
  }

  /** Looks at the layers, and at losses of batches, at intervals. */
  private static final class Observer implements StepObserver {
    private final WatchedTraining watched;
    private final Training training;
    private final HealthProbe probe;
    private final int updates;
    private long nextLook = System.nanoTime();
    private long nextLoss = nextLook;
    private long began;
    private long copying;

    private Observer(WatchedTraining watched, Training training) {
      this.watched = watched;
      this.training = training;
      probe = new HealthProbe(training.network(), training.loss(), training.data(), training.split().training(), 0,
          update -> System.nanoTime() - nextLook >= 0, this::looked, BlasProvider.get());
      updates = Math.max(1, (training.split().training().length + training.trainer().batch() - 1)
          / training.trainer().batch());
    }

    @Override
    public void before(long step, int[] rows, int from, int to, double rate) {
      long start = System.nanoTime();
      probe.before(step, rows, from, to, rate);
      copying = System.nanoTime() - start;
    }

    @Override
    public void after(long step, double meanLoss) {
      watched.answer();
      began = System.nanoTime();
      if (began - nextLoss >= 0) {
        nextLoss = began + LEAST_NANOS;
        watched.batch((double) step / updates, meanLoss);
      }
      probe.after(step, meanLoss);
    }

    private void looked(Health health) {
      float[] values = training.network().values();
      watched.moment(new WatchedTraining.Moment(health, values.length <= SMALL ? values.clone() : null));
      long now = System.nanoTime();
      nextLook = now + Math.max(LEAST_NANOS, FRACTION * (now - began + copying));
    }
  }
}
