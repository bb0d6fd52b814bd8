package ruru.nn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records of one kind as text, separated by commas: "flip, shift 2, rotate 10". What {@link #print} writes, {@link
 * #parse} reads back to equal records.
 */
public final class ListText {
  private ListText() {}

  /**
   * Reads the records; blank text has none.
   *
   * @throws NotationException naming the part, the character, what was expected and what was found
   */
  public static <T> List<T> parse(Catalog<T> catalog, String text) {
    List<T> result = new ArrayList<>();
    if (text.isBlank()) {
      return result;
    }
    int unmatched = Words.unmatched(text);
    if (unmatched >= 0) {
      throw new NotationException(Words.complaint(text, unmatched), unmatched, null);
    }
    int number = 0;
    int position = 0;
    for (String part : Words.split(text, ',')) {
      number++;
      try {
        result.add(RecordText.parse(catalog, part));
      } catch (IllegalArgumentException e) {
        throw new NotationException(
            catalog.kind() + " " + number + " '" + Excerpt.of(part.trim()) + "': " + e.getMessage(),
            position + part.length() - part.stripLeading().length()
                + Words.mistake(part.trim(), e, words -> RecordText.parse(catalog, words)),
            e);
      }
      position += part.length() + 1;
    }
    return result;
  }

  /** @throws IllegalArgumentException if {@link #parse} would refuse the text */
  public static <T> String print(Catalog<T> catalog, List<? extends T> members) {
    return members.stream().map(m -> RecordText.print(catalog, m)).collect(Collectors.joining(", "));
  }
}
