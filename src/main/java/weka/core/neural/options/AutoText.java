package weka.core.neural.options;

/** The word for a setting that is left to the data. */
public final class AutoText {
  public static final String AUTO = "auto";

  private AutoText() {}

  /** Whether a setting is left to the data, in whatever case and between whatever blanks it is typed. */
  public static boolean is(String text) {
    return text.trim().equalsIgnoreCase(AUTO);
  }
}
