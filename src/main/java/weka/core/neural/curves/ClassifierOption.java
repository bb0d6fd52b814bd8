package weka.core.neural.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * An option of a classifier, by its flag on the command line: of itself or, if it has none of that name, of the scheme
 * within it, whose options come after "--".
 */
final class ClassifierOption {
  private static final String INNER = "--";

  private final Classifier template;
  private final String flag;
  private final boolean isSwitch;

  /** @throws IllegalArgumentException if the classifier has no such option */
  ClassifierOption(Classifier template, String flag) {
    this.template = template;
    this.flag = flag;
    String name = template.getClass().getSimpleName();
    if (!(template instanceof OptionHandler handler)) {
      throw new IllegalArgumentException("option -" + flag + ": " + name + " has no options");
    }
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
   * The classifier with another value.
   *
   * @param value for a switch, true or false
   * @throws IllegalArgumentException if the classifier refuses it; says so in its words
   */
  Classifier with(String value) {
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
      return AbstractClassifier.forName(template.getClass().getName(), made.toArray(new String[0]));
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
  List<String> of(Classifier classifier) {
    return Arrays.asList(((OptionHandler) classifier).getOptions());
  }
}
