package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import ruru.nn.Optimizer;

/**
 * Within a package, too, arrows go one way: a file can be read once those that it names have been. The arrows are those
 * that jdeps finds in the compiled classes, which keep a trace even of a constant taken from another class.
 */
class ClassCyclesTest {
  private static final Pattern ARROW = Pattern.compile("\\s+((?:ruru|weka)\\.\\S+)\\s+->\\s+(\\S+)\\s.*");

  @Test
  void noTwoFilesNeedEachOther() throws Exception {
    Path classes = Path.of(Optimizer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Set<String>> arrows = arrows(classes);
    assertFalse(arrows.isEmpty(), "jdeps found nothing in " + classes);

    assertEquals(Map.of(), inCycles(arrows), "each class with those of the same cycle that it names");
  }

  @Test
  void aCycleIsFound() {
    Map<String, Set<String>> arrows = Map.of("a", Set.of("b"), "b", Set.of("c", "leaf"), "c", Set.of("b"));

    assertEquals(Map.of("b", Set.of("c"), "c", Set.of("b")), inCycles(arrows));
  }

  /** Which file names which of its package, those inside a class counted as the class around them. */
  private static Map<String, Set<String>> arrows(Path classes) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, "-v", "--multi-release", "base",
        classes.toString());
    Map<String, Set<String>> arrows = new HashMap<>();
    out.toString().lines().map(ARROW::matcher).filter(Matcher::matches).forEach(arrow -> {
      String from = arrow.group(1).replaceFirst("\\$.*", "");
      String to = arrow.group(2).replaceFirst("\\$.*", "");
      if (!from.equals(to) && packageOf(from).equals(packageOf(to)) && !permits(from, to)) {
        arrows.computeIfAbsent(from, name -> new HashSet<>()).add(to);
      }
    });
    return arrows;
  }

  /** A sealed type has to name the kinds that it permits, and they it: that is no cycle to be cut. */
  private static boolean permits(String from, String to) {
    try {
      Class<?> type = Class.forName(from, false, ClassCyclesTest.class.getClassLoader());
      return type.isSealed() && Arrays.stream(type.getPermittedSubclasses()).anyMatch(c -> c.getName().equals(to));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }

  /** Takes away what names nobody and what nobody names, until only cycles are left and what is between two of them. */
  private static Map<String, Set<String>> inCycles(Map<String, Set<String>> arrows) {
    Map<String, Set<String>> left = new TreeMap<>();
    arrows.forEach((from, to) -> left.put(from, new TreeSet<>(to)));
    int before = -1;
    while (before != left.size()) {
      before = left.size();
      left.values().forEach(to -> to.retainAll(left.keySet()));
      left.values().removeIf(Set::isEmpty);
      Set<String> named = new HashSet<>();
      left.values().forEach(named::addAll);
      left.keySet().retainAll(named);
    }
    return left;
  }
}
