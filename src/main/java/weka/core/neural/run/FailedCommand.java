package weka.core.neural.run;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import weka.Run;

/**
 * A failed command. {@link Run} prints a stack trace, yet its exit status is 0; users and scripts want the message and
 * a nonzero status.
 */
public final class FailedCommand {
  private static final int STATUS = 1;

  private FailedCommand() {}

  /**
   * Ends the process with a message if it was started to run this command; returns if called by a program, which should
   * get the exception.
   *
   * @param command the class whose main method may have been started, or {@link Run}'s
   */
  public static void end(Class<?> command, Exception reason) {
    List<StackFrame> stack =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk(frames -> frames.toList());
    StackFrame first = stack.get(stack.size() - 1);
    if (first.getMethodName().equals("main")
        && (first.getDeclaringClass() == Run.class || first.getDeclaringClass() == command)) {
      Console.tell("Error: " + command.getSimpleName() + ": " + reason.getMessage());
      System.exit(STATUS);
    }
  }
}
