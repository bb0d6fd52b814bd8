package weka.core.converters;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import ruru.data.ImageCache;
import ruru.data.ImageDecoder;
import ruru.data.ImageFolder;
import ruru.data.OpenedFolders;
import ruru.nn.Shape;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.run.Notices;
import weka.core.neural.sources.FolderSource;
import weka.core.neural.sources.PixelAttributes;

/**
 * Loads a folder with one subfolder of images for each class: as file names, for a network that reads the images
 * itself, or as pixels of one size. The names are full paths, so that rows can be split, joined, filtered and stored,
 * and still say where their images are. Weka's file dialogs choose files, so any image in a subfolder stands for the
 * whole folder. The data set is named after the folder, its parent, and the size.
 */
public class ImageFolderLoader extends AbstractImageLoader {

  private static final long serialVersionUID = -7190275482273946251L;

  /** For images decoded ahead while rows are made. */
  private static final long CACHE_BYTES = 1 << 26;

  private String size = "";

  public String globalInfo() {
    return "Loads the images of a folder that has one subfolder for each class, named after the class. Choose any "
        + "image in one of the subfolders to load them all.\n\nA row is a file name and the class or, if a size is "
        + "set, the pixels (row by row, in a row pixel by pixel, values 0 to 255) and the class. File names are full "
        + "paths; with useRelativePath they are relative to the folder that Weka was started in. JPEG, PNG, GIF, BMP, "
        + "TIFF and WBMP are read, whatever the files' extensions, in grey or colour, turned upright if the file "
        + "records the camera's orientation; transparent pixels become white. Files that are not images are counted "
        + "and listed in the log.";
  }

  @Override
  public String getFileExtension() {
    return ImageFolder.ENDINGS.get(0);
  }

  @Override
  public String[] getFileExtensions() {
    return ImageFolder.ENDINGS.toArray(new String[0]);
  }

  @Override
  public String getFileDescription() {
    return "Image folder: any image in a class's subfolder";
  }

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> result = new ArrayList<>();
    result.add(new Option("\tThe folder with one subfolder of images for each class, or any image\n\tin one of the "
        + "subfolders (default: the current folder).", "dir", 1, "-dir <folder>"));
    result.add(new Option("\tLoad pixels instead of file names: height x width x channels, with\n\t1 channel for grey "
        + "or 3 for colour (default: file names).", "size", 1, "-size <28x28x1>"));
    return Collections.enumeration(result);
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    String folder = own.text("dir");
    String shape = own.text("size");
    own.refuseRest();
    setDirectory(folder == null ? new ImageFolderLoader().getDirectory()
        : FileOptions.named("option -dir", FileOptions.typed("option -dir", folder)));
    setSize(shape == null ? "" : shape);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>(List.of("-dir", m_File.isEmpty() ? "." : m_File));
    if (!size.isEmpty()) {
      result.addAll(List.of("-size", size));
    }
    return result.toArray(new String[0]);
  }

  public File getDirectory() {
    return new File(m_File);
  }

  public void setDirectory(File directory) throws IOException {
    setFile(directory);
  }

  public String directoryTipText() {
    return "The folder with one subfolder of images for each class, or any image in one of the subfolders.";
  }

  public String getSize() {
    return size;
  }

  /** @param size height x width x channels; empty for file names */
  public void setSize(String size) {
    String given = size.trim();
    if (!given.isEmpty()) {
      try {
        ImageDecoder.requireImage(Shape.parse(given));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("size (-size): " + e.getMessage(), e);
      }
    }
    this.size = given;
    m_structure = null;
  }

  public String sizeTipText() {
    return "Empty for file names; for pixels height x width x channels, with 1 channel for grey or 3 for colour, such "
        + "as 28x28x1.";
  }

  /**
   * The folder of the classes: the source or, for an image, the parent of its class folder.
   *
   * @throws IOException if the source does not exist, is not an image, or it is not clear which folder is meant
   */
  private static Path folder(Path source) throws IOException {
    Path absolute = source.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return absolute;
    }
    Path image = FolderSource.existing(absolute);
    if (!ImageFolder.isImage(image)) {
      throw new IOException("image folder " + image + ": this file is not an image that Java can read; choose a folder "
          + "with one subfolder of images for each class, or any image in one of the subfolders");
    }
    Path classFolder = image.getParent();
    Path root = classFolder == null ? null : classFolder.getParent();
    if (classFolder == null || root == null || ImageFolder.hasSubfolderOfImages(classFolder)) {
      throw new IOException("image folder " + image + ": the image is beside folders of images, not in a class "
          + "folder; choose an image in one of the subfolders, or the folder itself (-dir)");
    }
    return root;
  }

  private Instances header(ImageFolder folder) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    if (size.isEmpty()) {
      attributes.add(new Attribute("image", (List<String>) null));
    } else {
      attributes.addAll(PixelAttributes.of(Shape.parse(size)));
    }
    attributes.add(new Attribute("class", folder.classes()));
    Instances result =
        new Instances(FolderSource.name(folder.root()) + (size.isEmpty() ? "" : "-" + size), attributes, 0);
    result.setClassIndex(attributes.size() - 1);
    return result;
  }

  @Override
  protected Instances readHeader(Path source) throws IOException {
    return header(ImageFolder.list(folder(source)));
  }

  @Override
  protected Instances readAll(Path source) throws IOException {
    ImageFolder folder = ImageFolder.list(folder(source));
    Notices.tell(getClass().getSimpleName(), "image folder " + folder.root(), folder.notes());
    Instances data = new Instances(header(folder), folder.files().size());
    if (size.isEmpty()) {
      OpenedFolders.add(folder.root());
      String root = FolderSource.prefix(folder.root(), getUseRelativePath());
      for (int i = 0; i < folder.files().size(); i++) {
        double file = data.attribute(0).addStringValue(root + folder.files().get(i));
        data.add(new DenseInstance(1, new double[] {file, folder.labels()[i]}));
      }
    } else {
      addPixels(folder, data);
    }
    return data;
  }

  private void addPixels(ImageFolder folder, Instances data) throws IOException {
    Shape shape = Shape.parse(size);
    PixelAttributes.requireMemory(folder.files().size(), shape);
    ImageCache images = new ImageCache(folder.paths(), shape, CACHE_BYTES);
    int[] order = new int[images.size()];
    Arrays.setAll(order, i -> i);
    try {
      for (int i = 0; i < order.length; i++) {
        images.ahead(order, i);
        double[] row = new double[shape.size() + 1];
        PixelAttributes.write(images.pixels(i), 0, shape.size(), row);
        row[shape.size()] = folder.labels()[i];
        data.add(new DenseInstance(1, row));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  /** Writes a folder as ARFF to standard output: -dir FOLDER -size 28x28x1. */
  public static void main(String[] args) {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.run(loader, args);
  }
}
