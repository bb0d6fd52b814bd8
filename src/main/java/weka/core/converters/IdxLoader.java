package weka.core.converters;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ruru.data.IdxFile;
import ruru.nn.Shape;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.sources.PixelAttributes;

/**
 * Loads images and labels in the IDX format of MNIST: the image file is chosen, the label file is found beside it by
 * name or given explicitly. The data set is named after the folder and the beginning of the file's name: mnist-train.
 */
public class IdxLoader extends AbstractImageLoader {

  private static final long serialVersionUID = 2738160559217760419L;

  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String GZIP = ".gz";

  private String labels = "";
  private int numClasses;

  public String globalInfo() {
    return "Loads images with their labels from a pair of files in the IDX format of MNIST, plain or gzipped. Choose "
        + "the image file; the label file is found beside it: train-labels-idx1-ubyte (or with .gz) for "
        + "train-images-idx3-ubyte.\n\nA row holds the pixels (row by row, values 0 to 255) and the class.\n\nY. "
        + "LeCun, C. Cortes, C. J. C. Burges: The MNIST database of handwritten digits.";
  }

  @Override
  public String getFileExtension() {
    return getFileExtensions()[0];
  }

  @Override
  public String[] getFileExtensions() {
    return new String[] {"-idx3-ubyte", "-idx3-ubyte.gz", ".idx3-ubyte", ".idx3-ubyte.gz"};
  }

  @Override
  public String getFileDescription() {
    return "IDX images, as in MNIST";
  }

  @Override
  public Enumeration<Option> listOptions() {
    List<Option> result = new ArrayList<>();
    result.add(new Option("\tThe label file (default: the file beside the image file whose name\n\thas labels for "
        + "images and idx1 for idx3).", "labels", 1, "-labels <file>"));
    result.add(new Option("\tThe number of classes, so that a file without the highest label has the\n\tsame classes "
        + "as others; 0 for the highest label plus one (default 0).", "classes", 1, "-classes <num>"));
    return Collections.enumeration(result);
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    String file = own.text("labels");
    int count = own.integer("classes", 0);
    own.refuseRest();
    setLabels(new File(file == null ? "" : FileOptions.typed("option -labels", file)));
    setNumClasses(count);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    if (!labels.isEmpty()) {
      result.addAll(List.of("-labels", labels));
    }
    if (numClasses > 0) {
      result.addAll(List.of("-classes", "" + numClasses));
    }
    return result.toArray(new String[0]);
  }

  public File getLabels() {
    return new File(labels);
  }

  /** @param labels a file with an empty name for the one beside the image file */
  public void setLabels(File labels) {
    this.labels = labels.getPath();
    m_structure = null;
  }

  public String labelsTipText() {
    return "The label file; empty for the one beside the image file, whose name has labels for images and idx1 for "
        + "idx3.";
  }

  public int getNumClasses() {
    return numClasses;
  }

  public void setNumClasses(int numClasses) {
    if (numClasses < 0 || numClasses > 256) {
      throw new IllegalArgumentException("numClasses (-classes) must be from 0 to 256, got " + numClasses);
    }
    this.numClasses = numClasses;
    m_structure = null;
  }

  public String numClassesTipText() {
    return "The number of classes; 0 for the highest label in the file plus one.";
  }

  private Path labelsPath() throws IOException {
    try {
      return FileOptions.path("labels", labels, m_env);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private IdxFile readLabels(Path images) throws IOException {
    if (!labels.isEmpty()) {
      return IdxFile.labels(labelsPath());
    }
    String name = images.getFileName().toString();
    int at = name.lastIndexOf(IMAGES);
    if (at < 0) {
      throw new IOException("IDX file " + images + ": its name does not contain '" + IMAGES + "', so the label file "
          + "cannot be found by its name; set -labels");
    }
    String other = (name.substring(0, at) + LABELS + name.substring(at + IMAGES.length())).replace("idx3", "idx1");
    String plain = other.endsWith(GZIP) ? other.substring(0, other.length() - GZIP.length()) : other;
    Path found = Stream.of(other, plain, plain + GZIP).map(images::resolveSibling).filter(Files::exists).findFirst()
        .orElseThrow(() -> new IOException("IDX file " + images + ": there is no label file " + plain + " or "
            + plain + GZIP + " beside it; set -labels"));
    return IdxFile.labels(found);
  }

  private static String name(Path images) {
    Path above = images.toAbsolutePath().normalize().getParent();
    Path folder = above == null ? null : above.getFileName();
    String name = images.getFileName().toString().replaceAll("[-.]?" + IMAGES + ".*", "");
    return folder == null ? name : name.isEmpty() ? folder.toString() : folder + "-" + name;
  }

  private Instances header(Path source, IdxFile images, IdxFile classes) throws IOException {
    if (images.size() != classes.size()) {
      throw new IOException("IDX file " + source + ": there are " + images.size() + " images, but " + classes.size()
          + " labels");
    }
    int count = numClasses == 0 ? classes.highest() + 1 : numClasses;
    if (classes.highest() >= count) {
      throw new IOException("IDX file " + source + ": there is a label " + classes.highest() + ", but -classes "
          + count + " allows only 0 to " + (count - 1));
    }
    ArrayList<Attribute> attributes = new ArrayList<>(PixelAttributes.of(images.imageShape()));
    attributes.add(new Attribute("class", IntStream.range(0, count).mapToObj(Integer::toString).toList()));
    Instances result = new Instances(name(source), attributes, 0);
    result.setClassIndex(attributes.size() - 1);
    return result;
  }

  private static Path requireFile(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      throw new IOException("IDX file " + source + ": this is a folder; choose the image file in it");
    }
    return source;
  }

  @Override
  protected Instances readHeader(Path source) throws IOException {
    return header(source, IdxFile.imagesHeader(requireFile(source)), readLabels(source));
  }

  @Override
  protected Instances readAll(Path source) throws IOException {
    IdxFile images = IdxFile.images(requireFile(source));
    IdxFile classes = readLabels(source);
    Shape shape = images.imageShape();
    PixelAttributes.requireMemory(images.size(), shape);
    Instances data = new Instances(header(source, images, classes), images.size());
    for (int i = 0; i < images.size(); i++) {
      double[] row = new double[shape.size() + 1];
      PixelAttributes.write(images.elements(), i * shape.size(), shape.size(), row);
      row[shape.size()] = classes.value(i);
      data.add(new DenseInstance(1, row));
    }
    return data;
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  /** Writes images and labels as ARFF to standard output: train-images-idx3-ubyte.gz. */
  public static void main(String[] args) {
    IdxLoader loader = new IdxLoader();
    loader.run(loader, args);
  }
}
