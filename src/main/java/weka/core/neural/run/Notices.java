package weka.core.neural.run;

import java.util.List;
import weka.gui.Logger;

/**
 * What a user should know although nothing failed: it goes to the log of Weka's window, or to the error stream if there
 * is no window.
 */
public final class Notices {
  private Notices() {}

  /**
   * Writes one line per note.
   *
   * @param who the scheme or loader
   * @param where what the notes are about
   * @param notes if empty, nothing is written
   */
  public static void tell(String who, String where, List<String> notes) {
    Logger log = notes.isEmpty() ? null : WindowLog.find();
    for (String note : notes) {
      String line = who + ": " + where + ": " + note;
      if (log == null) {
        Console.tell(line);
      } else {
        log.logMessage(line);
      }
    }
  }
}
