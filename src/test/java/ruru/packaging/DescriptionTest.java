package ruru.packaging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.core.OptionHandler;

/** What Weka's package manager says of the package is what is in it. */
class DescriptionTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final List<String> SCANNED =
      List.of("classifiers", "clusterers", "filters", "datagenerators", "core/converters");

  private static Properties description() throws IOException {
    Properties description = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("Description.props"))) {
      description.load(in);
    }
    return description;
  }

  @Test
  void everySchemeIsNamed() throws Exception {
    String text = description().getProperty("Description");
    int schemes = 0;
    for (String folder : SCANNED) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve("weka").resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String name = SOURCES.relativize(file).toString().replace(".java", "").replace(file.getFileSystem()
              .getSeparator(), ".");
          if (!name.endsWith("package-info") && isScheme(Class.forName(name))) {
            schemes++;
            String simple = name.substring(name.lastIndexOf('.') + 1);
            assertTrue(text.matches(".*\\b" + simple + "\\b.*"), simple + " is not in: " + text);
          }
        }
      }
    }
    assertTrue(schemes > 10, schemes + " schemes");
  }

  private static boolean isScheme(Class<?> type) {
    return OptionHandler.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
  }

  @Test
  void theTitleSaysWhatItIsFor() throws IOException {
    for (String task : List.of("classification", "regression", "clustering")) {
      assertTrue(description().getProperty("Title").contains(task), task);
    }
  }
}
