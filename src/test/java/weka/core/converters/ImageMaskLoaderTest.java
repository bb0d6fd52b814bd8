package weka.core.converters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.data.masks.MaskFolder;
import weka.core.Instance;
import weka.core.Instances;

class ImageMaskLoaderTest {
  @TempDir
  Path folder;

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return file;
  }

  private static Instances load(Path source) throws Exception {
    ImageMaskLoader loader = new ImageMaskLoader();
    loader.setFile(source.toFile());
    return loader.getDataSet();
  }

  private List<String> rows(Instances data) {
    String start = folder.toString().replace('\\', '/') + "/";
    return data.stream().map(r -> text(r, 0, start) + " " + text(r, 1, start)).toList();
  }

  private static String text(Instance row, int attribute, String start) {
    if (row.isMissing(attribute)) {
      return "?";
    }
    assertTrue(row.stringValue(attribute).startsWith(start), row.stringValue(attribute));
    return row.stringValue(attribute).substring(start.length());
  }

  @Test
  void subfoldersArePairedByName() throws Exception {
    write("images/b.jpg");
    Path image = write("images/a.png");
    write("images/.hidden.png");
    Path mask = write("masks/b.png");
    write("masks/z.png");
    Files.writeString(folder.resolve("images/notes.txt"), "no image");
    List<String> expected = List.of("images/a.png ?", "images/b.jpg masks/b.png");
    Instances data = load(folder);
    assertEquals(expected, rows(data));
    assertEquals(-1, data.classIndex());
    assertEquals(List.of("1 skipped, not an image that Java can read: images/notes.txt",
        "1 skipped, masks without an image: masks/z.png"), MaskFolder.list(folder).notes());
    for (Path chosen : List.of(image, mask, folder.resolve("images"), folder.resolve("masks/b.png.png"))) {
      assertEquals(expected, rows(load(chosen)), chosen::toString);
    }
  }

  @Test
  void namesSideBySideArePairedByTheirEnd() throws Exception {
    Path image = write("cell.tif");
    write("cell_mask.png");
    write("other.png");
    write("lost_mask.png");
    List<String> expected = List.of("cell.tif cell_mask.png", "other.png ?");
    assertEquals(expected, rows(load(folder)));
    assertEquals(expected, rows(load(image)));
    assertEquals(List.of("1 skipped, masks without an image: lost_mask.png"), MaskFolder.list(folder).notes());
  }

  @Test
  void imagesWithoutMasksAreToBePredicted() throws Exception {
    write("images/a.png");
    assertEquals(List.of("images/a.png ?"), rows(load(folder)));
  }

  @Test
  void whatCannotBePairedIsRefused() throws Exception {
    write("images/a.png");
    write("images/a.jpg");
    assertTrue(message(folder).contains("images/a.jpg and images/a.png have the same name"), message(folder));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertTrue(message(empty).contains("there are no images in it; expected the subfolders"), message(empty));
    Path text = Files.writeString(folder.resolve("a.txt"), "no image");
    assertTrue(message(text).contains("this file is not an image"), message(text));
    assertTrue(message(folder.resolve("nosuch")).contains("there is no such folder"));
  }

  private static String message(Path source) {
    return assertThrows(IOException.class, () -> load(source)).getMessage();
  }
}
