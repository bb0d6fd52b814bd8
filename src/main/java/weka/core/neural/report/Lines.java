package weka.core.neural.report;

/** Text in lines of a readable length. */
public final class Lines {
  private Lines() {}

  /**
   * The words of a text, in lines.
   *
   * @param width  characters of a line at most, without its indent; a longer word has a line of its own
   * @param indent put in front of every line but the first
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
