package ruru.nn;

import java.util.Locale;

/** What a layer, loss, optimizer, schedule or initialiser is called in the notation: "dense". */
public final class NotationWord {
  private NotationWord() {}

  /** The simple name of the record, in lower case. */
  public static String of(Class<?> record) {
    return record.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
