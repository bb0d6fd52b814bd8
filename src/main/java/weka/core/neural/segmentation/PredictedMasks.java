package weka.core.neural.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import ruru.data.AtomicFile;
import ruru.data.PngFile;
import ruru.data.masks.Mask;
import ruru.data.masks.MaskClasses;
import ruru.nn.Shape;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.ImageFiles;

/** The folder in which predicted masks are written, each named after its image. */
public final class PredictedMasks {
  private final Path folder;
  /** The image of each file that was written. */
  private final Map<String, Path> written = new HashMap<>();

  public PredictedMasks(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Whether this is the folder. */
  public boolean isIn(Path other) {
    return folder.equals(other.toAbsolutePath().normalize());
  }

  /**
   * Checks, before a long training, that masks can be written.
   *
   * @throws IOException if the folder is a file, or nothing may be written there
   */
  public void requireWritable() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException("masks: expected a folder, got the file " + folder);
    }
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      throw new IOException("masks: the folder " + folder + " cannot be made, as " + there + " is no folder");
    }
    AtomicFile.requireWritable(there.resolve("mask.png"));
  }

  /**
   * Checks that no predicted mask takes the place of a file that rows name.
   *
   * @throws IllegalArgumentException if one could
   * @throws IOException              if a folder cannot be looked at
   */
  public void requireOthers(Instances rows, ImageFiles files, ImageSettings place) throws IOException {
    for (int r = 0; r < rows.numInstances(); r++) {
      if (!rows.instance(r).isMissing(files.index())) {
        Path file = files.file(rows.instance(r), r, place).toAbsolutePath().normalize();
        Path holds = file.getParent();
        if (holds != null && real(holds).equals(real(folder))) {
          throw new IllegalArgumentException("masks: the folder " + folder + " holds files that the rows name, such as "
              + file.getFileName() + ", which predicted masks could replace; choose another folder");
        }
      }
    }
  }

  /** Without symbolic links, as far as it is there. */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path parent = path.getParent();
    Path name = path.getFileName();
    return parent == null || name == null ? path : real(parent).resolve(name);
  }

  /**
   * Writes the mask of a row's image; images of one name, from several folders, are numbered.
   *
   * @return the file
   */
  public Path write(Mask mask, MaskClasses classes, Instance row, ImageFiles images) throws IOException {
    Path file = folder.resolve(fileName(Path.of(row.stringValue(images.index()))));
    byte[] colours = classes.colours(mask);
    int channels = classes.isGrey() ? 1 : 3;
    byte[] pixels = new byte[mask.classes().length * channels];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = colours[channels == 1 ? 3 * i : i];
    }
    PngFile.write(pixels, Shape.of(mask.height(), mask.width(), channels), file);
    return file;
  }

  private String fileName(Path image) {
    Path last = image.getFileName();
    String name = last == null ? "image" : last.toString().replaceAll("(?<=.)\\.[^.]*$", "");
    String free = name;
    for (int i = 2; !written.computeIfAbsent(free, f -> image).equals(image); i++) {
      free = name + "-" + i;
    }
    return free + ".png";
  }
}
