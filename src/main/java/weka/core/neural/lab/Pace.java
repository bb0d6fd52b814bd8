package weka.core.neural.lab;

import java.util.concurrent.TimeUnit;

/** How many updates a second are made at most, at equal distances. Not for several threads at once. */
final class Pace {
  /** Waits are no more exact than this, so that what one is too long the next is shorter. */
  private static final long MOST_DEBT = TimeUnit.MILLISECONDS.toNanos(50);
  private static final double SECOND = (double) TimeUnit.SECONDS.toNanos(1);

  private double distance;
  private double due;

  /** @param updates a second; infinite for no limit */
  void set(double updates, long now) {
    distance = SECOND / updates;
    due = (double) now;
  }

  /** Milliseconds until the next update; 0 if it may be made. */
  long milliseconds(long now) {
    return distance == 0 ? 0
        : (long) Math.ceil(Math.max(0, due - (double) now) / (double) TimeUnit.MILLISECONDS.toNanos(1));
  }

  /** An update begins. */
  void made(long now) {
    due = Math.max(due, (double) (now - MOST_DEBT)) + distance;
  }
}
