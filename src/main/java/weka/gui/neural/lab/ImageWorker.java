package weka.gui.neural.lab;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;

/**
 * Makes pictures in a thread of its own. Of several requests only the last is answered; while a network trains the
 * thread rests most of the time, so that it takes next to nothing from the training.
 */
final class ImageWorker {
  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  /** The thread works at most this part of the time. */
  private static final int FRACTION = 30;
  private static final int KEPT_SECONDS = 5;
  private static final int LONGEST = 300;

  private record Request(ShownTraining training, ImageChoice choice, boolean isUrgent) {}

  private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, KEPT_SECONDS, TimeUnit.SECONDS,
      new LinkedBlockingQueue<>(), work -> {
        Thread made = new Thread(work, "Neural lab, images");
        made.setDaemon(true);
        return made;
      });
  private final ImageMaker maker = new ImageMaker();
  private final Consumer<ImageAnswer> receiver;
  private @Nullable Request wanted;
  private boolean works;

  /** @param receiver is called on the event thread */
  ImageWorker(Consumer<ImageAnswer> receiver) {
    this.receiver = receiver;
    thread.allowCoreThreadTimeOut(true);
  }

  /** @param isUrgent whether somebody waits for it */
  synchronized void ask(ShownTraining training, ImageChoice choice, boolean isUrgent) {
    wanted = new Request(training, choice, isUrgent || wanted != null && wanted.isUrgent());
    notifyAll();
    if (!works) {
      works = true;
      thread.execute(this::work);
    }
  }

  private void work() {
    long rest = 0;
    for (Request next = next(rest); next != null; next = next(rest)) {
      long start = System.nanoTime();
      ImageAnswer answer = answer(next);
      if (answer != null) {
        SwingUtilities.invokeLater(() -> receiver.accept(answer));
      } else {
        again(next);
      }
      rest = Math.max(LEAST_NANOS, FRACTION * (System.nanoTime() - start));
    }
  }

  /** The training has not come so far. */
  private synchronized void again(Request late) {
    if (wanted == null && !late.training().training().hasEnded()) {
      wanted = new Request(late.training(), late.choice(), false);
    }
  }

  /** Null if nothing is wanted any more. */
  private synchronized @Nullable Request next(long rest) {
    long end = System.nanoTime() + rest;
    try {
      for (long left = rest; left > 0 && !(wanted != null && wanted.isUrgent()); left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      wanted = null;
    }
    Request next = wanted;
    wanted = null;
    works = next != null;
    return next;
  }

  private @Nullable ImageAnswer answer(Request next) {
    try {
      return maker.make(next.training(), next.choice());
    } catch (InterruptedException e) {
      return null;
    } catch (RuntimeException | OutOfMemoryError e) {
      return ImageAnswer.refusal(next.choice(), null, Excerpt.of(String.valueOf(
          e.getMessage() == null ? e.toString() : e.getMessage()), LONGEST));
    }
  }
}
