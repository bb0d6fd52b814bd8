package weka.core.neural.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A line of text that shows whether it is whole: the CRC-32 of the rest in eight hexadecimal digits, then fields, each
 * after a tab. A backslash stands before what would end a field or line.
 */
final class FoldLine {
  private static final int DIGITS = 8;

  private FoldLine() {}

  /** Without the end of the line. */
  static String write(List<String> fields) {
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      text.append('\t').append(field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
          .replace("\r", "\\r"));
    }
    return checksum(text.toString()) + text;
  }

  /** The fields; nothing if the line is torn, or something else altogether. */
  static Optional<List<String>> read(String line) {
    if (line.length() <= DIGITS || !checksum(line.substring(DIGITS)).equals(line.substring(0, DIGITS))) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    for (String field : line.substring(DIGITS + 1).split("\t", -1)) {
      fields.add(plain(field));
    }
    return Optional.of(fields);
  }

  private static String plain(String field) {
    StringBuilder text = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (escaped) {
        text.append(c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
