package weka.core.neural.compare;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text of a page that grows piece by piece: well-formed XML, all content escaped. */
final class Html {

  private final StringBuilder text = new StringBuilder();

  /** Adds markup as it is. */
  Html markup(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds content. */
  Html content(String content) {
    text.append(escape(content));
    return this;
  }

  /** Adds an element without attributes that holds only content, on a line of its own. */
  Html element(String tag, String content) {
    return element(tag, null, content);
  }

  /** Adds an element of a style class. */
  Html element(String tag, @Nullable String style, String content) {
    return markup("<" + tag + (style == null ? "" : " class=\"" + style + "\"") + ">").content(content)
        .markup("</" + tag + ">\n");
  }

  /** Adds a table of names and values. */
  Html facts(Map<String, String> facts) {
    markup("<table>\n<tbody>\n");
    facts.forEach((name, value) -> markup("<tr><th>").content(name).markup("</th><td>").content(value)
        .markup("</td></tr>\n"));
    return markup("</tbody>\n</table>\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Text as XML content; control characters, which XML cannot hold, become blanks. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.appendCodePoint(c < ' ' || Character.getType(c) == Character.SURROGATE || c >= 0xFFFE
            && c <= 0xFFFF ? ' ' : c);
      }
    });
    return escaped.toString();
  }
}
