package weka.datagenerators.classifiers.classification;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Vector;
import ruru.data.PngFile;
import ruru.nn.Shape;
import weka.core.Attribute;
import weka.core.Option;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.sources.PixelAttributes;

/**
 * Base class of the image generators: pixels from 0 to 255 as attributes, and the class, in turn. On request every
 * image is also written as a PNG file, usually into a folder with one subfolder for each class: class/00001.png,
 * numbered consecutively across all classes.
 */
public abstract class ImageGenerator extends NoisyGenerator {

  private static final long serialVersionUID = 5107730219946105713L;

  private static final int SMALLEST = 8;
  private static final int LARGEST = 512;

  private int size = defaultSize();
  private String folder = "";

  protected ImageGenerator() {}

  /** The classes' names. */
  protected abstract List<String> labels();

  /** An image without noise, values from 0 to 1: [size][size][channels]. */
  protected abstract double[] picture(int label, Random random);

  protected int channels() {
    return 1;
  }

  protected int defaultSize() {
    return 28;
  }

  @Override
  protected double defaultNoise() {
    return 0.05;
  }

  @Override
  protected String noiseTarget() {
    return "every pixel (1 is white)";
  }

  /** What is written to the folder, for the help text. */
  protected String written() {
    return "every image is also written as a PNG file, with one subfolder for each class";
  }

  /** Writes the image that was drawn last. */
  protected void write(byte[] pixels, Shape shape, int label, Path folder, String name) throws IOException {
    PngFile.write(pixels, shape, folder.resolve(labels().get(label)).resolve(name));
  }

  private Shape shape() {
    return Shape.of(size, size, channels());
  }

  @Override
  protected List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>(PixelAttributes.of(shape()));
    attributes.add(new Attribute("class", labels()));
    return attributes;
  }

  @Override
  protected double[] values(int index, Random random) throws IOException {
    int label = index % labels().size();
    double[] picture = picture(label, random);
    byte[] pixels = new byte[picture.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = 255 * (picture[i] + getNoise() * random.nextGaussian());
      pixels[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
    if (!folder.isEmpty()) {
      String name = String.format(Locale.ROOT, "%05d.png", index + 1);
      write(pixels, shape(), label, FileOptions.path("folder", folder, null), name);
    }
    double[] values = new double[pixels.length + 1];
    PixelAttributes.write(pixels, 0, pixels.length, values);
    values[pixels.length] = label;
    return values;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe height and width of the images in pixels, from " + SMALLEST + " to "
        + LARGEST + "\n\t(default " + defaultSize() + ").", "size", 1, "-size <num>"));
    result.add(new Option("\tA folder to which " + written() + ";\n\texisting files of the same name are "
        + "replaced (default: none).", "folder", 1, "-folder <folder>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setSize(own.integer("size", defaultSize()));
    String given = own.text("folder");
    setFolder(new File(given == null ? "" : FileOptions.typed("option -folder", given)));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-size", "" + size);
    if (!folder.isEmpty()) {
      Collections.addAll(result, "-folder", folder);
    }
    return result.toArray(new String[0]);
  }

  public int getSize() {
    return size;
  }

  public void setSize(int size) {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException("size must be from " + SMALLEST + " to " + LARGEST + ", got " + size);
    }
    this.size = size;
  }

  public String sizeTipText() {
    return "The height and width of the images in pixels, from " + SMALLEST + " to " + LARGEST + ".";
  }

  public File getFolder() {
    return new File(folder);
  }

  public void setFolder(File folder) {
    this.folder = folder.getPath();
  }

  public String folderTipText() {
    return "A folder to which " + written() + "; empty for none.";
  }
}
