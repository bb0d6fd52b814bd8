package ruru.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** A Java installation of this machine: its folder and its version (17 for 17.0.15). */
record Jdk(Path home, int version) {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** The one that runs this test, JAVA_HOME and those installed by the system's packages; each once. */
  static List<Jdk> all() throws IOException {
    Set<Path> homes = new LinkedHashSet<>();
    homes.add(Path.of(System.getProperty("java.home")).toRealPath());
    String javaHome = System.getenv("JAVA_HOME");
    if (javaHome != null && Files.isDirectory(Path.of(javaHome))) {
      homes.add(Path.of(javaHome).toRealPath());
    }
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> folders = Files.list(INSTALLED)) {
        for (Path folder : folders.sorted().toList()) {
          homes.add(folder.toRealPath());
        }
      }
    }
    List<Jdk> found = new ArrayList<>();
    for (Path home : homes) {
      if (Files.isExecutable(home.resolve("bin/java")) && Files.exists(home.resolve("release"))) {
        found.add(new Jdk(home, version(home.resolve("release"))));
      }
    }
    return found;
  }

  Path java() {
    return home.resolve("bin/java");
  }

  /** For file names and the names of tests. */
  @Override
  public String toString() {
    return home.getFileName().toString();
  }

  private static int version(Path release) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] parts = properties.getProperty("JAVA_VERSION").replace("\"", "").split("[.+-]");
    return Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
  }
}
