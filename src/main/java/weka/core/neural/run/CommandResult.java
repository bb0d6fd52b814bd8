package weka.core.neural.run;

/** What a command that is no scheme of Weka's prints as its result. */
public final class CommandResult {
  private CommandResult() {}

  public static void print(String text) {
    Console.result(text);
  }
}
