package weka.core.converters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void classesAndFilesAreSortedAndRelative() throws Exception {
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
    List<String> files = data.stream().map(r -> r.stringValue(0)).toList();
    assertEquals(List.of("ant/deep/er/a b.png", "ant/x.png", "zebra/10.PNG", "zebra/2.png"), files);
    for (int i = 0; i < 4; i++) {
      assertEquals(files.get(i).split("/")[0], data.get(i).stringValue(1));
    }
  }

  @Test
  void anyImageInAClassStandsForTheFolder() throws Exception {
    Path image = write("data/zebra/2.png", 0);
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
    assertEquals(Math.round(0.299 * 0x10 + 0.587 * 0x20 + 0.114 * 0x30), grey.get(0).value(5));
    assertTrue(grey.relationName().endsWith("-2x3x1"), grey.relationName());
    assertEquals(6, grey.classIndex());
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(folder.toFile());
    assertEquals(2, loader.getStructure().numAttributes());
    loader.setSize("2x3x1");
    assertEquals(7, loader.getStructure().numAttributes());
  }

  @Test
  void aBrokenImageIsNamedWithItsRow() throws Exception {
    write("a/1.png", 0);
    Files.writeString(folder.resolve("a/2.png"), "broken");
    assertEquals(2, load(folder).numInstances(), "names are not opened");
    String message = assertThrows(IOException.class, () -> load(folder, "-size", "2x2x1")).getMessage();
    assertTrue(message.startsWith("row 2: image ") && message.contains("2.png: this is no image"), message);
  }

  @Test
  void foldersThatAreNoneSaySo() throws Exception {
    assertFails("it has no subfolders; put the images of each class into a subfolder");
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(folder.resolve("a/x.txt"), "text");
    assertFails("its subfolders (a) hold no image; known endings are .jpg,");
  }

  private void assertFails(String reason) {
    String message = assertThrows(IOException.class, () -> load(folder)).getMessage();
    assertTrue(message.startsWith("image folder " + folder) && message.contains(reason), message);
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
