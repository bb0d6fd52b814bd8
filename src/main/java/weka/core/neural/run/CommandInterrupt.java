package weka.core.neural.run;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C or kill during a command that can report what it has so far: the signal interrupts the command's thread, and
 * the process ends once the command has, or after some seconds.
 */
public final class CommandInterrupt implements AutoCloseable {
  private static final int LONGEST_SECONDS = 10;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final @Nullable Thread hook;

  private CommandInterrupt(boolean isCommand) {
    Thread command = Thread.currentThread();
    hook = isCommand ? new Thread(() -> interrupt(command), "end after a signal") : null;
    if (hook != null) {
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  /** Listens until it is closed, if the calling thread is the main one of a process. */
  public static CommandInterrupt listen() {
    List<StackFrame> stack = StackWalker.getInstance().walk(frames -> frames.toList());
    return new CommandInterrupt(stack.get(stack.size() - 1).getMethodName().equals("main"));
  }

  private void interrupt(Thread command) {
    command.interrupt();
    try {
      if (!finished.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        Console.tell("The command did not end within " + LONGEST_SECONDS + " seconds of the signal");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      if (hook != null) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (IllegalStateException e) {
      // The process is ending because of a signal: the hook waited for this.
    }
  }
}
