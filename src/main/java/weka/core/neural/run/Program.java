package weka.core.neural.run;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import weka.core.CommandlineRunnable;

/**
 * A program that {@code weka.Run .NAME} starts: with -h it prints its manual; Ctrl-C interrupts it, and an error is
 * told in a line.
 */
public abstract class Program implements CommandlineRunnable {
  @Override
  public final void preExecution() {
    // Nothing is needed before.
  }

  @Override
  public final void run(Object toRun, String[] arguments) throws Exception {
    if (Stream.of("-h", "-help", "--help").anyMatch(Arrays.asList(arguments)::contains)) {
      CommandResult.print(manual());
      return;
    }
    try (CommandInterrupt signals = CommandInterrupt.listen()) {
      Objects.requireNonNull(signals);
      run(arguments);
    } catch (Exception e) {
      FailedCommand.end(getClass(), e);
      throw e;
    }
  }

  @Override
  public final void postExecution() {
    // Nothing is left over.
  }

  /** What it does, and its options. */
  protected abstract String manual();

  /**
   * Does what it is for.
   *
   * @throws Exception that says which argument is wrong, or what else prevents it
   */
  protected abstract void run(String[] arguments) throws Exception;
}
