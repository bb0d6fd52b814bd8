package weka.core.converters;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import ruru.data.ImageFolder;
import ruru.data.OpenedFolders;
import ruru.data.masks.MaskFolder;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.Utils;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.run.Notices;
import weka.core.neural.sources.FolderSource;

/**
 * Loads a folder of images with masks, whose colours are the classes of the pixels: rows of two file names, image and
 * mask. An image without a mask has a missing value there: it is to be predicted. Any image or mask in the folder
 * stands for all of it.
 */
public class ImageMaskLoader extends AbstractImageLoader {

  private static final long serialVersionUID = 5287014730562218906L;

  /**
   * Without dots, unlike those of {@link ImageFolderLoader}: Weka's table of loaders has one for each extension, and
   * its file dialog looks only at how a name ends.
   */
  private static final List<String> ENDINGS = ImageFolder.ENDINGS.stream().map(e -> e.substring(1)).toList();

  /** The attribute that names the image. */
  public static final String IMAGE = "image";
  /** The attribute that names the mask. */
  public static final String MASK = "mask";

  public String globalInfo() {
    return "Loads images with masks: images of the same size whose colours say which class each pixel has, such as 0 "
        + "for background and 255 for a cell. They are in the subfolders 'images' and 'masks' of a folder, with names "
        + "that are equal up to their endings, or side by side as NAME.png and NAME_mask.png. Choose any of them to "
        + "load them all.\n\nA row is two file names, image and mask, for the filter NeuralSegmenter. The mask of an "
        + "image that has none is missing: it is to be predicted. File names are full paths; with useRelativePath they "
        + "are relative to the folder that Weka was started in. Masks without an image, and files that are not images, "
        + "are counted and listed in the log.";
  }

  @Override
  public String getFileExtension() {
    return ENDINGS.get(0);
  }

  @Override
  public String[] getFileExtensions() {
    return ENDINGS.toArray(new String[0]);
  }

  @Override
  public String getFileDescription() {
    return "Images with masks: any image in the folder";
  }

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> result = new ArrayList<>();
    result.add(new Option("\tThe folder with the subfolders images and masks, or with files NAME.png\n\tand "
        + "NAME_mask.png, or any image in it (default: the current folder).", "dir", 1, "-dir <folder>"));
    return Collections.enumeration(result);
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    String folder = own.text("dir");
    own.refuseRest();
    setDirectory(folder == null ? new ImageMaskLoader().getDirectory()
        : FileOptions.named("option -dir", FileOptions.typed("option -dir", folder)));
  }

  @Override
  public String[] getOptions() {
    return new String[] {"-dir", m_File.isEmpty() ? "." : m_File};
  }

  public File getDirectory() {
    return new File(m_File);
  }

  public void setDirectory(File directory) throws IOException {
    setFile(directory);
  }

  public String directoryTipText() {
    return "The folder with the subfolders images and masks, or with masks beside the images, or any image in it.";
  }

  /** @throws IOException if the source does not exist or is not an image */
  private static Path folder(Path source) throws IOException {
    Path absolute = source.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return Objects.requireNonNullElse(MaskFolder.rootOf(absolute.resolve(IMAGE)), absolute);
    }
    Path image = FolderSource.existing(absolute);
    Path root = ImageFolder.isImage(image) ? MaskFolder.rootOf(image) : null;
    if (root == null) {
      throw new IOException("image folder " + image + ": this file is not an image that Java can read; choose a folder "
          + "with the subfolders images and masks, or any image in one of them");
    }
    return root;
  }

  private static Instances header(Path folder, int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(IMAGE, (List<String>) null));
    attributes.add(new Attribute(MASK, (List<String>) null));
    return new Instances(FolderSource.name(folder), attributes, rows);
  }

  @Override
  protected Instances readHeader(Path source) throws IOException {
    return header(MaskFolder.list(folder(source)).root(), 0);
  }

  @Override
  protected Instances readAll(Path source) throws IOException {
    MaskFolder folder = MaskFolder.list(folder(source));
    Notices.tell(getClass().getSimpleName(), "image folder " + folder.root(), folder.notes());
    Instances data = header(folder.root(), folder.pairs().size());
    OpenedFolders.add(folder.root());
    String root = FolderSource.prefix(folder.root(), getUseRelativePath());
    for (MaskFolder.Pair pair : folder.pairs()) {
      double image = data.attribute(0).addStringValue(root + pair.image());
      double mask = pair.mask() == null ? Utils.missingValue() : data.attribute(1).addStringValue(root + pair.mask());
      data.add(new DenseInstance(1, new double[] {image, mask}));
    }
    return data;
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  /** Writes a folder as ARFF to standard output: -dir FOLDER. */
  public static void main(String[] args) {
    ImageMaskLoader loader = new ImageMaskLoader();
    loader.run(loader, args);
  }
}
