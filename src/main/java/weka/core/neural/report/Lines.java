package weka.core.neural.report;

/** Text wrapped to a readable width. */
public final class Lines {
  private Lines() {}

  /**
   * Wraps the words of a text.
   *
   * @param width the most characters of a line, without its indent; a longer word gets a line of its own
   * @param indent put before every line but the first
   */
  public static String wrap(String text, int width, String indent) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+")) {
      if (column > 0 && column + 1 + word.length() > width) {
        lines.append('\n').append(indent);
        column = 0;
      }
      lines.append(column == 0 ? "" : " ").append(word);
      column += word.length() + (column == 0 ? 0 : 1);
    }
    return lines.toString();
  }
}
