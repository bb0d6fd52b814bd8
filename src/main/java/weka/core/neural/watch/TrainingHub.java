package weka.core.neural.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where trainings of any scheme in this JVM can be found while they run, and some time after. Watchers ask as often as
 * they draw, so a training never waits for one of them. While nobody watches, nothing is published, and nothing kept.
 */
public final class TrainingHub {
  /** Trainings that are remembered while somebody watches, as many fall between two looks. */
  private static final int MOST = 50;

  private static final Deque<WatchedTraining> RECENT = new ArrayDeque<>();
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
        if (watchers == 0) {
          RECENT.clear();
        }
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
      // The last watcher may have left meanwhile.
      if (isWatched()) {
        RECENT.addLast(training);
      }
      if (RECENT.size() > MOST) {
        RECENT.removeFirst();
      }
    }
  }

  /** The published trainings, those that run and the last that ended, in the order in which they began. */
  public static List<WatchedTraining> trainings() {
    synchronized (RECENT) {
      return new ArrayList<>(RECENT);
    }
  }
}
