package ruru.nn;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds what the engine offers by listing compiled classes, so that nobody has to register anything. */
public final class Records {
  private Records() {}

  /** The records of a package below ruru.nn that implement a type, by name. */
  public static <T> List<Class<? extends T>> in(String packageName, Class<T> type) {
    try {
      Path root = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
        return files.map(f -> f.getFileName().toString())
            .filter(f -> f.endsWith(".class") && !f.contains("$") && !f.contains("-"))
            .sorted()
            .<Class<?>>map(f -> load(packageName + "." + f.substring(0, f.length() - ".class".length())))
            .filter(c -> c.isRecord() && type.isAssignableFrom(c))
            .<Class<? extends T>>map(c -> c.asSubclass(type))
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot list the classes of " + packageName, e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " was listed but cannot be loaded", e);
    }
  }
}
