package ruru.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder "in" with files of one byte, beside others that are not to be read. */
class AllowedFoldersTest {
  @TempDir
  Path folder;
  private Path in;
  private AllowedFolders allowed;

  @BeforeEach
  void write() throws IOException {
    in = folder.resolve("in");
    for (String file : List.of("in/a/1", "in/b/2", "in-other/3", "secret", "other/4")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.write(folder.resolve(file), new byte[] {7});
    }
    allowed = new AllowedFolders(List.of(in), List.of());
  }

  private Path link(String name, Path target) {
    try {
      return Files.createSymbolicLink(folder.resolve(name), target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "skipped: no links can be made here");
      throw new IllegalStateException(e);
    }
  }

  private void assertOutside(AllowedFolders allowed, Path file) {
    assertFalse(allowed.contain(file), file::toString);
    String message = assertThrows(IOException.class, () -> allowed.read(file), file::toString).getMessage();
    assertEquals("it is not in the folder " + in, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/1", "./b/2", "a/../b/2", "b//2", "../in/a/1", "a/../../in/b/2"})
  void whatIsInsideIsRead(String name) throws IOException {
    assertTrue(allowed.contain(in.resolve(name)));
    assertArrayEquals(new byte[] {7}, allowed.read(in.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/../../secret", "..", "../in-other/3", "../other/./4", "none/../../secret",
      "../none", "a/1/../../../secret"})
  void whatIsOutsideIsNot(String name) {
    assertOutside(allowed, in.resolve(name));
    assertOutside(allowed, in.resolve(name).toAbsolutePath());
  }

  @Test
  void aFileThatIsNotThereIsInsideIfItWouldBe() {
    assertTrue(allowed.contain(in.resolve("a/none")));
    assertTrue(allowed.contain(in.resolve("none/none/none")));
    assertThrows(IOException.class, () -> allowed.read(in.resolve("a/none")));
    AllowedFolders nowhere = new AllowedFolders(List.of(folder.resolve("nowhere")), List.of());
    assertTrue(nowhere.contain(folder.resolve("nowhere/1")));
    assertFalse(nowhere.contain(folder.resolve("secret")));
  }

  @Test
  void linksAreFollowed() throws IOException {
    link("in/inner", in.resolve("a"));
    link("in/one", in.resolve("a/1"));
    assertArrayEquals(new byte[] {7}, allowed.read(in.resolve("inner/1")));
    assertArrayEquals(new byte[] {7}, allowed.read(in.resolve("one")));
    link("in/away", folder.resolve("other"));
    link("in/file", folder.resolve("secret"));
    link("in/relative", Path.of("../secret"));
    link("in/twice", in.resolve("file"));
    link("in/gone", folder.resolve("nothing"));
    link("in/gone-folder", folder.resolve("nothing"));
    for (String name : List.of("away/4", "away/none", "file", "relative", "twice", "gone", "gone-folder/5",
        "away/../secret")) {
      assertOutside(allowed, in.resolve(name));
      assertEquals(Files.isSymbolicLink(in.resolve(name)), allowed.mayContain(in.resolve(name)), name);
    }
  }

  @Test
  void theFolderMayBeALinkItself() throws IOException {
    AllowedFolders linked = new AllowedFolders(List.of(link("link", in)), List.of());
    assertArrayEquals(new byte[] {7}, linked.read(folder.resolve("link/a/1")));
    assertArrayEquals(new byte[] {7}, linked.read(folder.resolve("in/a/1")));
    assertFalse(linked.contain(folder.resolve("secret")));
    assertFalse(linked.contain(folder.resolve("link/../secret")));
    assertTrue(allowed.contain(folder.resolve("link/a/1")));
  }

  @Test
  void linksThatGoRoundLeadNowhere() {
    link("in/x", in.resolve("y"));
    link("in/y", in.resolve("x"));
    assertThrows(IOException.class, () -> allowed.read(in.resolve("x")));
  }

  /** Between the check of all rows and the reading of one there may be hours. */
  @Test
  void aFileIsLookedAtWhenItIsOpened() throws IOException {
    Path file = in.resolve("a/1");
    assertTrue(allowed.contain(file));
    Files.delete(file);
    link("in/a/1", folder.resolve("secret"));
    assertOutside(allowed, file);
  }

  @Test
  void otherSpellingsOfCaseAreTheSameWhereTheFileSystemSaysSo() throws IOException {
    Path other = folder.resolve("IN").resolve("A").resolve("1");
    assumeTrue(Files.exists(other), "skipped: upper and lower case differ here");
    assertArrayEquals(new byte[] {7}, allowed.read(other));
    assertArrayEquals(new byte[] {7},
        new AllowedFolders(List.of(folder.resolve("IN")), List.of()).read(in.resolve("a/1")));
  }

  @Test
  void whatWasOpenedMayHoldLinks() throws IOException {
    link("in/away", folder.resolve("other"));
    AllowedFolders opened = new AllowedFolders(List.of(folder.resolve("in-other")), List.of(in));
    assertArrayEquals(new byte[] {7}, opened.read(in.resolve("away/4")));
    assertArrayEquals(new byte[] {7}, opened.read(in.resolve("a/1")));
    assertFalse(opened.contain(in.resolve("../secret")));
    assertFalse(opened.contain(in.resolve("away/../secret")));
    assertFalse(opened.contain(folder.resolve("secret")));
  }

  @Test
  void foldersAreNamed() {
    assertEquals("the folder " + in, allowed.toString());
    List<Path> many = List.of(in, in.resolve("a"), in.resolve("b"), folder, folder.resolve("other"));
    assertEquals("one of the folders " + in + ", " + in.resolve("a") + ", " + in.resolve("b") + " and 2 more",
        new AllowedFolders(many, List.of()).toString());
  }
}
