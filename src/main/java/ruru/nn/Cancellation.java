package ruru.nn;

/**
 * Whether work that is under way is still wanted. It is handed down from whoever starts the work to every place that
 * waits or computes for long, and asked there: between two layers of a chunk of rows, two blocks of rows, two files.
 *
 * <p><b>Contract.</b> Work that takes a cancellation asks for it so often that it ends within a fraction of a second
 * of being cancelled, whichever of its threads are at work, and none of them goes on afterwards but for a single call
 * of a library, or an image that is decoded ahead of time. The question costs a
 * read of a field and changes nothing: the results of work that is not cancelled are the same with any cancellation.
 * What {@link #check} throws leaves the call that was given the cancellation; results that this call would have
 * returned or written are not to be used, and everything that lives on is as if it had not been called, but for this:
 * <ul>
 * <li>A training keeps the updates that were finished. The one under way is abandoned: parameters, the optimizer's
 * state, the number of updates and the running statistics of a batch normalisation are those after the last finished
 * one. The epoch does not count, and begins anew if training goes on; nor does an epoch that was trained but not yet
 * validated.
 * <li>An iteration of an optimizer for all rows that found its new parameters, but not the running statistics there,
 * is taken back; such an optimizer then begins with an empty memory.
 * <li>A network whose initialisation was cancelled holds any parameters and is to be initialised anew.
 * </ul>
 *
 * @param <E> what is thrown; {@link RuntimeException} of those that are never cancelled
 */
public interface Cancellation<E extends Exception> {
  /** Of work that nobody cancels. */
  Cancellation<RuntimeException> NEVER = () -> {};

  /**
   * Returns if the work is still wanted. Any thread may ask.
   *
   * @throws E if not
   */
  void check() throws E;

  /** An interrupt of the calling thread cancels, whichever thread does the work; the thread stays interrupted. */
  static Cancellation<InterruptedException> ofCallingThread() {
    Thread caller = Thread.currentThread();
    return () -> check(caller);
  }

  /**
   * For work that the calling thread does alone.
   *
   * @throws InterruptedException if the thread was interrupted; it stays so
   */
  static void checkCallingThread() throws InterruptedException {
    check(Thread.currentThread());
  }

  private static void check(Thread thread) throws InterruptedException {
    if (thread.isInterrupted()) {
      throw new InterruptedException("stopped before it was finished");
    }
  }
}
