package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonFoldersTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

  @ParameterizedTest
  @CsvSource({"data/train/a data/train/b, data/train", "data/a, data/a", "data/a data/a/b, data/a",
      "data/train data/trainer, data", "home/me/cats home/me/dogs/young, home/me/cats home/me/dogs/young",
      "home/you/a home/me/b home/me/c/d home/me/c/e, home/me/b home/me/c home/you/a", "etc home/me/a, etc home/me/a",
      "home/me home/me/a, home/me"})
  void isTheDeepestThatIsNoHome(String folders, String expected) {
    assertEquals(paths(expected), CommonFolders.of(paths(folders).stream().collect(Collectors.toSet()),
        ROOT.resolve("home/me")));
  }

  private static List<Path> paths(String names) {
    return Stream.of(names.split(" ")).map(ROOT::resolve).toList();
  }

  @Test
  void linksCountWhereTheyLead(@TempDir Path folder) throws IOException {
    Path real = folder.toRealPath();
    for (String file : List.of("a/x/1", "b/2", "c/3")) {
      Files.createDirectories(real.resolve(file).getParent());
      Files.createFile(real.resolve(file));
    }
    assertEquals(List.of(real), CommonFolders.ofFiles(List.of(real.resolve("a/x/1"), real.resolve("b/2"))));
    assertEquals(List.of(real.resolve("a/x")), CommonFolders.ofFiles(List.of(real.resolve("b/../a/x/1"))));
    assertEquals(List.of(real.resolve("a/x")), CommonFolders.ofFiles(List.of(real.resolve("a/x/none"))));
    try {
      Files.createSymbolicLink(real.resolve("b/link"), real.resolve("a/x/1"));
      Files.createSymbolicLink(real.resolve("away"), real.resolve("c"));
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "skipped: no links can be made here");
    }
    assertEquals(List.of(real.resolve("c")), CommonFolders.ofFiles(List.of(real.resolve("away/3"))));
    assertEquals(List.of(real), CommonFolders.ofFiles(List.of(real.resolve("b/link"))));
    assertEquals(List.of(real.resolve("b")),
        CommonFolders.ofFiles(List.of(real.resolve("b/2"), real.resolve("b/link"))));
  }
}
