package ruru.fuzz;

import java.io.IOException;
import java.util.regex.Pattern;
import ruru.nn.train.DivergenceException;

/** Tells an answer in words from a fault: what may come of an input that cannot be used, or not in this state. */
public final class Refusal {
  private static final int LONGEST = 2000;
  private static final Pattern OF_JAVA =
      Pattern.compile("For input string|out of (bounds|range)|Cannot (invoke|read|load"
          + "|store|assign)|cannot be cast|Range \\[|\\bnull\\b|java\\.(lang|util)\\.");
  private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private Refusal() {}

  /** @throws AssertionError unless it says in words what is wrong */
  public static void require(Throwable thrown) {
    String message = thrown.getMessage();
    if (!isOfAKindForUsers(thrown)) {
      throw new AssertionError("no answer for a user: " + thrown.getClass().getName(), thrown);
    } else if (message == null || !message.strip().contains(" ") || OF_JAVA.matcher(message).find()
        || message.contains("heap space") && !message.contains("megabytes")) {
      throw new AssertionError("not in words: " + message, thrown);
    } else if (message.length() > LONGEST) {
      throw new AssertionError("a message of " + message.length() + " characters", thrown);
    } else if (OBEYED.matcher(message).find()) {
      throw new AssertionError("a message that a terminal obeys", thrown);
    }
  }

  private static boolean isOfAKindForUsers(Throwable thrown) {
    Class<?> kind = thrown.getClass();
    return thrown instanceof IllegalArgumentException && kind != NumberFormatException.class
        || kind == IllegalStateException.class || thrown instanceof IOException || thrown instanceof DivergenceException
        || kind == Exception.class || kind.getName().startsWith("weka.core.");
  }
}
