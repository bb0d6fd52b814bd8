package weka.core.converters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.data.ImageFolder;
import weka.core.Instances;

class ImageFolderLoaderTest {
  @TempDir
  Path folder;

  private Path write(String name, int rgb) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, rgb);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private Instances load(Path source, String... options) throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setOptions(options);
    loader.setFile(source.toFile());
    return loader.getDataSet();
  }

  /** The file names in rows, which are full paths, as seen from a folder. */
  private static List<String> names(Instances data, Path folder) {
    String start = folder.toString().replace('\\', '/') + "/";
    return data.stream().map(r -> r.stringValue(0)).map(n -> {
      assertTrue(n.startsWith(start), n);
      return n.substring(start.length());
    }).toList();
  }

  @Test
  void classesAndFilesAreSorted() throws Exception {
    write("zebra/2.png", 0);
    write("zebra/10.PNG", 0);
    write("ant/deep/er/a b.png", 0);
    write("ant/x.png", 0);
    write("ant/.hidden.png", 0);
    write(".git/x.png", 0);
    write("loose.png", 0);
    Files.writeString(folder.resolve("ant/notes.txt"), "no image");
    Files.createDirectory(folder.resolve("mule"));
    Instances data = load(folder);
    assertEquals("@attribute class {ant,mule,zebra}", data.classAttribute().toString());
    assertEquals(List.of("ant/deep/er/a b.png", "ant/x.png", "zebra/10.PNG", "zebra/2.png"), names(data, folder));
    for (int i = 0; i < 4; i++) {
      assertTrue(Files.isRegularFile(Path.of(data.get(i).stringValue(0))));
      assertEquals(names(data, folder).get(i).split("/")[0], data.get(i).stringValue(1));
    }
  }

  @Test
  void anyImageInAClassStandsForTheFolder() throws Exception {
    Path image = write("data/zebra/2.PNG", 0);
    write("data/ant/1.png", 0);
    Instances byFolder = load(folder.resolve("data"));
    assertEquals(byFolder.toString(), load(image).toString());
    // Weka's file dialog adds the ending of the chosen file type once more when it differs in case.
    assertEquals(byFolder.toString(), load(image.resolveSibling("2.PNG.png")).toString());
    assertEquals(folder.getFileName() + "-data", byFolder.relationName());
  }

  @Test
  void pixelsAreNamedAndOrdered() throws Exception {
    write("a/1.png", 0x102030);
    Instances data = load(folder, "-size", "2x3x3");
    assertEquals(19, data.numAttributes());
    assertEquals("r0c0red", data.attribute(0).name());
    assertEquals("r0c1green", data.attribute(4).name());
    assertEquals("r1c2blue", data.attribute(17).name());
    assertEquals(0x10, data.get(0).value(15));
    assertEquals(0x20, data.get(0).value(16));
    assertEquals(0x30, data.get(0).value(17));
    assertEquals(0, data.get(0).value(14));
    Instances grey = load(folder, "-size", "2x3x1");
    assertEquals("r1c2", grey.attribute(5).name());
    assertEquals((double) Math.round(0.299 * 0x10 + 0.587 * 0x20 + 0.114 * 0x30), grey.get(0).value(5));
    assertTrue(grey.relationName().endsWith("-2x3x1"), grey.relationName());
    assertEquals(6, grey.classIndex());
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(folder.toFile());
    assertEquals(2, loader.getStructure().numAttributes());
    loader.setSize("2x3x1");
    assertEquals(7, loader.getStructure().numAttributes());
  }

  @Test
  void imagesAreKnownByTheirContentNotTheirName() throws Exception {
    for (String name : List.of("1.jfif", "2.jpe", "3.jpg.", "4", "5.txt", "6.PNG")) {
      write("cat/" + name, 0);
    }
    byte[] wbmp = {0, 0, 8, 2, 1, 2};
    Files.write(folder.resolve("cat/7"), wbmp);
    assertEquals(7, load(folder).numInstances());
    assertEquals(7, load(folder, "-size", "2x2x3").numInstances());
  }

  @Test
  void whatIsPassedOverIsCountedAndNamed() throws Exception {
    write("cat/1.png", 0);
    Files.writeString(folder.resolve("cat/2.png"), "<html>404 Not found</html>");
    Files.createFile(folder.resolve("cat/3.jpg"));
    Files.writeString(folder.resolve("cat/4.bmp"), "BM is how this text begins, and a BMP file");
    write("loose.png", 0);
    Files.createDirectory(folder.resolve("dog"));
    Files.writeString(folder.resolve("dog/notes.txt"), "no image");
    Files.writeString(folder.resolve("cat/.hidden"), "no image");
    assertEquals(List.of("1 skipped, in no class's subfolder: loose.png",
        "4 skipped, not an image that Java can read (JPEG, PNG, GIF, BMP, TIFF, WBMP): cat/2.png, cat/3.jpg, "
            + "cat/4.bmp, dog/notes.txt",
        "the class 'dog' has no images, and so no rows"), ImageFolder.list(folder).notes());
    PrintStream before = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true));
    try {
      assertEquals(1, load(folder).numInstances());
    } finally {
      System.setErr(before);
    }
    assertTrue(
        told.toString(StandardCharsets.UTF_8).contains("ImageFolderLoader: image folder " + folder + ": 4 skipped"),
        told.toString(StandardCharsets.UTF_8));
  }

  /** As Latin-1 from an old archive, or any letter beyond ASCII where Java runs in the locale C, as in containers. */
  @Test
  void namesThatCannotBeToldAreNoRowsThatCannotBeFound() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    write("cat/1.png", 0);
    shell("mkdir cat/$'k\\344fer' && cp cat/1.png cat/$'k\\344fer' && cp cat/1.png cat/$'\\344.png'");
    List<String> notes = ImageFolder.list(folder).notes();
    assertEquals(1, load(folder).numInstances());
    assertTrue(notes.size() == 1 && notes.get(0).startsWith("2 skipped, a name with letters that this locale "
        + "lacks (rename it, or "), notes.toString());
    shell("mkdir $'\\344' && cp cat/1.png $'\\344'");
    String message = assertThrows(IOException.class, () -> ImageFolder.list(folder)).getMessage();
    assertTrue(message.contains("its subfolder '\uFFFD' has a name with letters that this locale lacks"), message);
  }

  private void shell(String command) throws Exception {
    assertEquals(0, new ProcessBuilder("bash", "-c", command).directory(folder.toFile()).inheritIO().start().waitFor());
  }

  @Test
  void manyNamesAreCut() throws Exception {
    write("cat/1.png", 0);
    for (int i = 10; i < 60; i++) {
      Files.writeString(folder.resolve("cat/" + i + ".txt"), "no image");
    }
    String note = ImageFolder.list(folder).notes().get(0);
    assertTrue(note.startsWith("50 skipped") && note.endsWith("cat/29.txt and 30 more"), note);
  }

  @Test
  void linksThatLeadBackAreNoClassesAndNoImages() throws Exception {
    write("cat/1.png", 0);
    write("dog/1.png", 0);
    link("cat/up", folder);
    link("cat/self", folder.resolve("cat"));
    link("loop", folder);
    link("gone", folder.resolve("nowhere"));
    link("cat/gone.png", folder.resolve("nowhere.png"));
    link("cat/dogs", folder.resolve("dog"));
    link("dog/cats", folder.resolve("cat"));
    Instances data = load(folder);
    assertEquals("@attribute class {cat,dog}", data.classAttribute().toString());
    assertEquals(List.of("cat/1.png", "cat/dogs/1.png", "dog/1.png", "dog/cats/1.png"), names(data, folder));
    assertEquals(List.of("7 skipped, a link that leads back to a folder that contains it: cat/dogs/cats, cat/self, "
        + "cat/up, dog/cats/dogs, dog/cats/self, dog/cats/up, loop",
        "3 skipped, a link that leads nowhere: cat/gone.png, dog/cats/gone.png, gone"),
        ImageFolder.list(folder).notes());
  }

  /** Whoever opens a stranger's folder is told what it reaches besides. */
  @Test
  void linksThatLeadOutAreFollowedAndTold() throws Exception {
    write("pictures/cat/1.png", 0);
    write("store/2.png", 0);
    write("store/deep/3.png", 0);
    link("pictures/cat/2.png", folder.resolve("store/2.png"));
    link("pictures/dog", folder.resolve("store"));
    link("pictures/cat/again.png", folder.resolve("pictures/cat/1.png"));
    Path pictures = folder.resolve("pictures");
    assertEquals(List.of("cat/1.png", "cat/2.png", "cat/again.png", "dog/2.png", "dog/deep/3.png"),
        names(load(pictures), pictures));
    assertEquals(List.of("3 reached by links that lead out of the folder: cat/2.png, dog/2.png, dog/deep/3.png"),
        ImageFolder.list(pictures).notes());
  }

  private void link(String name, Path target) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve(name), target);
    } catch (UnsupportedOperationException | IOException e) {
      assumeTrue(false, "skipped: no links can be made here");
    }
  }

  @Test
  void aFolderThatMayNotBeReadIsNamed() throws Exception {
    write("cat/1.png", 0);
    write("cat/deep/1.png", 0);
    File deep = folder.resolve("cat/deep").toFile();
    assumeTrue(deep.setReadable(false) && !deep.canRead(), "skipped: everything may be read here");
    try {
      assertEquals(List.of("1 skipped, access is denied: cat/deep"), ImageFolder.list(folder).notes());
    } finally {
      deep.setReadable(true);
    }
  }

  @Test
  void anImageThatBreaksOffIsNamedWithItsRow() throws Exception {
    write("a/1.png", 0);
    byte[] whole = Files.readAllBytes(write("a/2.png", 0));
    Files.write(folder.resolve("a/2.png"), Arrays.copyOf(whole, whole.length / 2));
    assertEquals(2, load(folder).numInstances(), "names are not decoded");
    String message = assertThrows(IOException.class, () -> load(folder, "-size", "2x2x1")).getMessage();
    assertTrue(message.startsWith("row 2: image ") && message.contains("2.png: "), message);
  }

  @Test
  void foldersThatAreNoneSaySo() throws Exception {
    assertFails(folder, "it has no subfolders; put the images of each class into a subfolder");
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(folder.resolve("a/x.txt"), "text");
    assertFails(folder, "its subfolders (a) contain no image that Java can read (JPEG,");
  }

  @Test
  void aSlipInTheNameLoadsNothing() throws Exception {
    write("data/shapes/star/1.png", 0);
    write("data/other/1.png", 0);
    for (String slip : List.of("data/shpaes", "data/shapes/satr", "data/shapes/star/2.png", "dta/shapes/star/1.png")) {
      assertFails(folder.resolve(slip), "there is no such folder or file");
    }
  }

  @Test
  void anotherFileDoesNotStandForAFolder() throws Exception {
    write("shapes/star/1.png", 0);
    Path loose = write("shapes/loose.png", 0);
    Path text = Files.writeString(folder.resolve("shapes/star/notes.txt"), "no image");
    assertFails(text, "this file is not an image that Java can read");
    assertFails(loose, "the image is beside folders of images");
  }

  @Test
  void relativeNamesCountFromTheWorkingFolder() throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setUseRelativePath(true);
    loader.setFile(Path.of("datasets", "shapes").toAbsolutePath().toFile());
    assertEquals("datasets/shapes/circle/00001.png", loader.getDataSet().get(0).stringValue(0));
  }

  private void assertFails(Path source, String reason) {
    String message = assertThrows(IOException.class, () -> load(source)).getMessage();
    assertTrue(message.startsWith("image folder " + source) && message.contains(reason), message);
  }

  @Test
  void insects() throws Exception {
    Path photos = Path.of("../shared/data/images/hymenoptera/train");
    assumeTrue(Files.isDirectory(photos), "no photos at " + photos.toAbsolutePath());
    Instances data = load(photos, "-size", "24x24x3");
    assertEquals("hymenoptera-train-24x24x3", data.relationName());
    assertEquals("@attribute class {ants,bees}", data.classAttribute().toString());
    assertEquals(24 * 24 * 3 + 1, data.numAttributes());
    assertTrue(data.numInstances() >= 40);
  }
}
