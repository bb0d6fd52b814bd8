package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Texts are free of words that are no English, or that a native speaker would not use here. */
class EnglishTest {
  private static final Path SOURCE = Path.of("src", "main");
  private static final List<String> PAGES =
      List.of("README.md", "CHANGELOG.md", "Description.props", "pom.xml", "datasets/README.md");
  /** The page that lists what not to write. */
  private static final Path WORD_LIST = Path.of("docs", "CONTRIBUTING.md");
  private static final Pattern WRONG = Pattern.compile("\\b(so-manieth|behind|left alone|left to us|the evening|"
      + "hyper-?parameters?|mini-batch(es)?|whole networks?|a share of|shares of|are none that|is to stand|"
      + "worked out|given back|made-up)\\b", Pattern.CASE_INSENSITIVE);

  @Test
  void noTextContainsAWordOfTheList() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SOURCE), "skipped: there is no source beside the tests");
    List<Path> files = new ArrayList<>(PAGES.stream().map(Path::of).toList());
    files.addAll(files(SOURCE, ".java"));
    files.addAll(files(Path.of("docs"), ".md"));
    files.remove(WORD_LIST);
    assertTrue(files.size() > 300, files.size() + " files");
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher wrong = WRONG.matcher(lines.get(i));
        if (wrong.find()) {
          found.add(file + ":" + (i + 1) + ": " + wrong.group());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending)).toList();
    }
  }
}
