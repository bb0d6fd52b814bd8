package weka.core.neural.compare;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruru.blas.BlasProvider;
import weka.core.Instances;

/**
 * What the results of all folds of a comparison rest on, beside rows and schemes: only where all of it is the same are
 * folds of a comparison that was stopped worth as much as if they were evaluated now.
 *
 * @param facts by name, such as the number of folds and the version of Java
 */
record Basis(Map<String, String> facts) {

  Basis {
    facts = new LinkedHashMap<>(facts);
  }

  /**
   * That of a comparison in this JVM. The programs are known by their bytes, since one that is being worked on keeps
   * its version; those that a scheme calls and does not come with are not looked at.
   */
  static Basis of(Lineups lineups, int folds) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("-folds", Integer.toString(folds));
    Set<Class<?>> classes = new LinkedHashSet<>(List.of(Basis.class, Instances.class));
    for (Task task : Task.values()) {
      lineups.of(task).forEach(lineup -> lineup.schemes().forEach(s -> classes.add(s.classifier().getClass())));
    }
    Set<Path> programs = new LinkedHashSet<>();
    for (Class<?> type : classes) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source != null && source.getLocation() != null && "file".equals(source.getLocation().getProtocol())) {
        programs.add(path(source));
      }
    }
    for (Path program : programs) {
      if (Files.exists(program)) {
        facts.put(program.toString(), Fingerprint.of(program));
      }
    }
    facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("BLAS", BlasProvider.get().name());
    facts.put("machine", Environment.machine());
    return new Basis(facts);
  }

  private static Path path(CodeSource source) {
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      return Path.of(source.getLocation().getPath());
    }
  }

  String fingerprint() {
    return Fingerprint.of(facts.toString());
  }

  /** In which facts another one differs from this, in words. */
  String differences(Basis other) {
    Set<String> names = new LinkedHashSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      String before = other.facts.getOrDefault(name, "none");
      String now = facts.getOrDefault(name, "none");
      if (!before.equals(now)) {
        texts.add(name + " was " + before + ", is " + now);
      }
    }
    return String.join("; ", texts);
  }
}
