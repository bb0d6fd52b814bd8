package weka.core.neural.watch;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Where trainings of any scheme in this JVM can be found while they run, and some time after. Watchers ask as often as
 * they draw, so a training never waits for one of them. While nobody watches, nothing is published.
 */
public final class TrainingHub {
  /** Trainings that are remembered, as long as somebody holds on to them. */
  private static final int MOST = 50;

  private static final Deque<WeakReference<WatchedTraining>> RECENT = new ArrayDeque<>();
  private static volatile int watchers;

  private TrainingHub() {}

  /** Somebody watches, until it is closed. */
  public static final class Watch implements AutoCloseable {
    private boolean closed;

    private Watch() {}

    @Override
    public void close() {
      synchronized (RECENT) {
        watchers -= closed ? 0 : 1;
        closed = true;
      }
    }
  }

  /** Lets trainings be published, those included that have begun. */
  public static Watch watch() {
    synchronized (RECENT) {
      watchers++;
      return new Watch();
    }
  }

  /** Whether anybody watches. */
  static boolean isWatched() {
    return watchers > 0;
  }

  static void add(WatchedTraining training) {
    synchronized (RECENT) {
      RECENT.removeIf(r -> r.get() == null);
      if (RECENT.size() == MOST) {
        RECENT.removeFirst();
      }
      RECENT.addLast(new WeakReference<>(training));
    }
  }

  /** The published trainings, those that run and the last that ended, in the order in which they began. */
  public static List<WatchedTraining> trainings() {
    synchronized (RECENT) {
      return new ArrayList<>(RECENT.stream().map(WeakReference::get).filter(Objects::nonNull).toList());
    }
  }
}
