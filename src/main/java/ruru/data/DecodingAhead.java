package ruru.data;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import ruru.nn.Cancellation;

/** An image that is decoded ahead of time, by whichever thread begins first: a decoder's, or the one that needs it. */
final class DecodingAhead implements Runnable {
  private static final long PATIENCE_MILLISECONDS = 20;

  private final Callable<byte[]> decoding;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<byte[]> pixels = new CompletableFuture<>();

  DecodingAhead(Callable<byte[]> decoding) {
    this.decoding = decoding;
  }

  /** For a decoder's thread. */
  @Override
  public void run() {
    begin(decoding);
  }

  /** @return false if another thread has begun */
  boolean begin(Callable<byte[]> how) {
    if (!begun.compareAndSet(false, true)) {
      return false;
    }
    try {
      pixels.complete(how.call());
    } catch (Throwable e) {
      pixels.completeExceptionally(e);
    }
    return true;
  }

  boolean isDone() {
    return pixels.isDone();
  }

  /**
   * Waits for the pixels.
   *
   * @throws ExecutionException around what decoding has thrown
   * @throws E                  if they are no longer wanted
   */
  <E extends Exception> byte[] await(Cancellation<E> cancellation) throws ExecutionException, E {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return pixels.get(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          cancellation.check();
        } catch (InterruptedException e) {
          interrupted = true;
          // The question may be whether this thread is interrupted.
          Thread.currentThread().interrupt();
          cancellation.check();
          Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
