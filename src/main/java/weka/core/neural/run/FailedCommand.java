package weka.core.neural.run;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import weka.Run;

/**
 * A command that cannot do what it was asked for. {@link Run} prints the stack of what was thrown, and its exit status
 * is 0 all the same; a user, and a script, wants the message and a status that says so.
 */
public final class FailedCommand {
  private static final int STATUS = 1;

  private FailedCommand() {}

  /**
   * Ends the process with a message if it was started to run this command; returns if a program called it, to which
   * the reason is to be thrown.
   *
   * @param command whose main method may have been started, or {@link Run}'s
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
