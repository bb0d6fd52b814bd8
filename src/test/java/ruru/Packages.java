package ruru;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The project's packages and which of them know which. */
final class Packages {
  private Packages() {}

  /** Every package with those that its classes know; Weka's own, some of which have the same names, do not count. */
  static Map<String, Set<String>> arrows(JavaClasses all) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass origin : all) {
      Set<String> known = arrows.computeIfAbsent(origin.getPackageName(), p -> new TreeSet<>());
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (all.contain(target.getName()) && !target.getPackageName().equals(origin.getPackageName())) {
          known.add(target.getPackageName());
        }
      }
    }
    return arrows;
  }

  /** Without the arrows that others make superfluous: A to C where A knows B and B knows C. */
  static Map<String, Set<String>> withoutDetours(Map<String, Set<String>> arrows) {
    Map<String, Set<String>> reduced = new TreeMap<>();
    arrows.forEach((from, known) -> {
      Set<String> kept = new TreeSet<>(known);
      known.forEach(between -> kept.removeAll(below(between, arrows)));
      reduced.put(from, kept);
    });
    return reduced;
  }

  private static Set<String> below(String start, Map<String, Set<String>> arrows) {
    Set<String> found = new TreeSet<>();
    arrows.get(start).forEach(next -> {
      found.add(next);
      found.addAll(below(next, arrows));
    });
    return found;
  }
}
