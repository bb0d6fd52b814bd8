package weka.core.neural.compare;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HashSet;
import java.util.Set;
import ruru.nn.text.Excerpt;

/**
 * Gives each data set a unique name. The Experimenter identifies a data set by its relation name alone and would merge
 * the results of two with the same name into one row.
 */
final class UniqueNames {

  /** Characters of a name, which heads tables. */
  private static final int LONGEST = 100;

  private final Set<String> taken = new HashSet<>();

  // Weka writes its files in the platform's encoding, where two names could become equal.
  private final CharsetEncoder encoder = Charset.defaultCharset().newEncoder();

  /** The name itself if it is free, or else with the first number from 2 that makes it unique. */
  String claim(String wanted) {
    StringBuilder safe = new StringBuilder();
    wanted.strip().codePoints().map(c -> isShown(c) && encodable(c) ? c : '_').limit(LONGEST)
        .forEach(safe::appendCodePoint);
    String name = safe.isEmpty() ? "unnamed" : safe.toString();
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  /** Not one that a terminal obeys, that turns the direction of what follows or that is not seen at all. */
  private static boolean isShown(int codePoint) {
    return Excerpt.of(Character.toString(codePoint)).equals(Character.toString(codePoint));
  }

  private boolean encodable(int codePoint) {
    return encoder.canEncode(Character.toString(codePoint));
  }
}
