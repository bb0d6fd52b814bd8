package ruru.packaging;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A weka.jar like the one that users download, of the version on the class path: Weka's classes and those of its
 * libraries in one jar, with MTJ and netlib-java inside as jars, which Weka defines in the platform's class loader when
 * it starts. Class loading in it differs from that in a Maven build, where every library is on the class path.
 */
final class WekaDistribution {
  /** By the first part of the file name on the class path; the value is the name of a jar inside the jar. */
  private static final Map<String, String> NESTED = Map.of("mtj-", "mtj.jar", "core-1", "core.jar",
      "arpack_combined_all-", "arpack_combined.jar");

  private static final List<String> UNPACKED = List.of("java-cup-", "bounce-", "netlib-java-");

  /** What not every version has. */
  private static final List<String> UNPACKED_IF_THERE = List.of("jfilechooser-bookmarks-", "jclipboardhelper-",
      "istack-commons-runtime-", "jakarta.activation-api-", "jakarta.activation-1", "jakarta.xml.bind-api-",
      "jaxb-runtime-", "txw2-", "flatlaf-");

  private final ZipOutputStream zip;
  private final Set<String> written = new HashSet<>();

  private WekaDistribution(ZipOutputStream zip) {
    this.zip = zip;
  }

  static void write(Path weka) throws IOException {
    Files.createDirectories(weka.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(weka))) {
      zip.setLevel(Deflater.BEST_SPEED);
      WekaDistribution distribution = new WekaDistribution(zip);
      distribution.unpack(ofWeka());
      for (String library : UNPACKED) {
        distribution.unpack(required(library));
      }
      for (String library : UNPACKED_IF_THERE) {
        distribution.unpack(onClassPath(library));
      }
      for (Map.Entry<String, String> library : NESTED.entrySet()) {
        try (InputStream jar = Files.newInputStream(required(library.getKey()).get(0))) {
          distribution.add(library.getValue(), jar);
        }
      }
    }
  }

  /** Weka's own jar. */
  private static List<Path> ofWeka() {
    List<Path> stable = onClassPath("weka-stable-");
    return stable.isEmpty() ? required("weka-dev-") : stable;
  }

  /** The edition and version, such as weka-stable-3.8.7. */
  static String version() {
    return ofWeka().get(0).getFileName().toString().replaceFirst("[.]jar$", "");
  }

  /** The names of all classes in it, those of the jars inside included. */
  static Set<String> classes(Path weka) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(weka))) {
      addClasses(zip, names);
    }
    return names;
  }

  private static void addClasses(ZipInputStream zip, Set<String> names) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().endsWith(".class")) {
        names.add(entry.getName());
      } else if (entry.getName().endsWith(".jar")) {
        addClasses(new ZipInputStream(zip), names);
      }
    }
  }

  /** The jars whose names begin so. */
  private static List<Path> onClassPath(String library) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith(library) && !path.toString().endsWith("-tests.jar"))
        .toList();
  }

  private static List<Path> required(String library) {
    List<Path> jars = onClassPath(library);
    if (jars.isEmpty()) {
      throw new IllegalStateException("no " + library + "*.jar on the class path; Weka's dependencies have changed, so "
          + "change the lists in this class");
    }
    return jars;
  }

  private void unpack(List<Path> jars) throws IOException {
    for (Path jar : jars) {
      unpack(jar);
    }
  }

  private void unpack(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          add(entry.getName(), file.getInputStream(entry));
        }
      }
    }
  }

  private void add(String name, InputStream content) throws IOException {
    if (written.add(name)) {
      zip.putNextEntry(new ZipEntry(name));
      content.transferTo(zip);
      zip.closeEntry();
    }
  }
}
