package weka.core.neural.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * An option of a scheme, by its flag on the command line: of itself or, if it has none of that name, of the scheme
 * within it, whose options come after "--".
 *
 * @param <T> what kind of scheme it is
 */
public final class SchemeOption<T> {
  private static final String INNER = "--";

  private final Class<T> kind;
  private final OptionHandler template;
  private final String flag;
  private final boolean isSwitch;

  /** @throws IllegalArgumentException if the scheme has no such option */
  public SchemeOption(Class<T> kind, T template, String flag) {
    this.kind = kind;
    this.flag = flag;
    String name = template.getClass().getSimpleName();
    if (!(template instanceof OptionHandler handler)) {
      throw new IllegalArgumentException("option -" + flag + ": " + name + " has no options");
    }
    this.template = handler;
    Set<String> known = new TreeSet<>();
    Option found = null;
    for (Option o : Collections.list(handler.listOptions())) {
      if (o.name() != null && !o.name().isEmpty()) {
        known.add("-" + o.name());
      }
      found = found == null && flag.equals(o.name()) ? o : found;
    }
    if (found == null) {
      throw new IllegalArgumentException("option -" + flag + ": " + name + " has no such option; it has "
          + String.join(", ", known));
    }
    isSwitch = found.numArguments() == 0;
  }

  /**
   * The scheme with another value.
   *
   * @param value for a switch, true or false
   * @throws IllegalArgumentException if the scheme refuses it; says so in its words
   */
  public T with(String value) {
    if (isSwitch && !value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException("option -" + flag + " is on or off, so its values are true and false; got '"
          + value + "'");
    }
    try {
      List<String> words = of(template);
      int inner = words.contains(INNER) ? words.indexOf(INNER) : words.size();
      String[] outside = words.subList(0, inner).toArray(new String[0]);
      String[] inside = words.subList(Math.min(words.size(), inner + 1), words.size()).toArray(new String[0]);
      boolean isInside = Utils.getOptionPos(flag, outside) < 0 && Utils.getOptionPos(flag, inside) >= 0;
      List<String> made = new ArrayList<>(changed(outside, isInside ? null : value));
      if (inner < words.size()) {
        made.add(INNER);
        made.addAll(isInside ? changed(inside, value) : Arrays.asList(inside));
      }
      return kind.cast(Utils.forName(kind, template.getClass().getName(), made.toArray(new String[0])));
    } catch (Exception e) {
      throw new IllegalArgumentException("option -" + flag + ", value '" + value + "': " + Reasons.of(e), e);
    }
  }

  private List<String> changed(String[] words, @Nullable String value) {
    List<String> made = new ArrayList<>(Arrays.asList(words));
    if (value == null) {
      return made;
    }
    int at = Utils.getOptionPos(flag, words);
    if (at >= 0) {
      made.subList(at, Math.min(made.size(), at + (isSwitch ? 1 : 2))).clear();
    }
    if (!isSwitch) {
      made.add(0, value);
    }
    if (!value.equals("false") || !isSwitch) {
      made.add(0, "-" + flag);
    }
    return made;
  }

  /** All options as words. */
  List<String> of(Object scheme) {
    return Arrays.asList(((OptionHandler) scheme).getOptions());
  }
}
