package ruru.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of a table as outputs of a network, in order: {@code n4+c3+n2:0.5} are four numbers, the three values of a
 * nominal column, and two numbers of weight 0.5; 'numbers' are as many numbers as there are outputs.
 */
public final class ColumnGroups {
  /**
   * Adjacent columns that are treated alike.
   *
   * @param nominal whether they are the values of one nominal column; otherwise each is a number
   * @param count the number of outputs
   * @param weight the weight of these columns
   */
  public record Group(boolean nominal, int count, float weight) {}

  private static final String ANY = "numbers";
  private static final Pattern GROUP =
      Pattern.compile("(?:n([1-9]\\d{0,8})|c([2-9]|[1-9]\\d{1,8}))(?::(\\d{1,6}(?:\\.\\d{1,9})?))?");

  private final String text;
  private final List<Group> groups;

  private ColumnGroups(String text, List<Group> groups) {
    this.text = text;
    this.groups = groups;
  }

  /** @throws IllegalArgumentException saying how columns are written, without the name of the setting */
  public static ColumnGroups parse(String text) {
    List<Group> groups = new ArrayList<>();
    if (!text.equals(ANY)) {
      // One by one: a pattern for a repeated group uses stack for each, and overflows it at some hundred columns.
      for (String group : text.split("\\+", -1)) {
        Matcher parts = GROUP.matcher(group);
        if (!parts.matches()) {
          throw new IllegalArgumentException("must be 'numbers', or written like n4+c3+n2:0.5 with c2 the smallest "
              + "nominal column, got '"
              + Shown.of(text) + "'");
        }
        boolean nominal = parts.group(1) == null;
        groups.add(new Group(nominal, Integer.parseInt(parts.group(nominal ? 2 : 1)),
            parts.group(3) == null ? 1 : (float) Double.parseDouble(parts.group(3))));
      }
    }
    return new ColumnGroups(text, List.copyOf(groups));
  }

  /** Whether they are any number of numbers, of weight 1 each. */
  public boolean areAnyNumbers() {
    return groups.isEmpty();
  }

  /** In order; none of {@link #areAnyNumbers any numbers}. */
  public List<Group> groups() {
    return groups;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnGroups c && c.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
