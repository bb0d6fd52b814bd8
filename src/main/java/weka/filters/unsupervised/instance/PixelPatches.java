package weka.filters.unsupervised.instance;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.data.masks.MaskClasses;
import ruru.data.masks.MaskedImages;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.DenseInstance;
import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.neural.FilterOptions;
import weka.core.neural.ImageSettings;
import weka.core.neural.SegmentationSettings;
import weka.core.neural.encoding.ImageFiles;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.Checked;
import weka.core.neural.options.OptionGroup;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.segmentation.MaskedRows;
import weka.core.neural.segmentation.PixelSample;
import weka.core.neural.sources.PixelAttributes;
import weka.filters.UnsupervisedFilter;

/**
 * Makes rows of pixels: of each image that has a mask some pixels, each with the square of pixels around it as
 * attributes and the pixel's class as class. So any classifier can learn what {@link NeuralSegmenter} learns, to be
 * compared with it.
 */
public class PixelPatches extends FilterOptions
    implements UnsupervisedFilter, Randomizable, EnvironmentHandler {
  private static final long serialVersionUID = 1;
  private static final int PATCH = 9;
  private static final int LARGEST = 101;
  private static final int PIXELS = 500;
  private static final String PIXEL_CLASS = "class";

  private final ImageSettings images = new ImageSettings();
  private final SegmentationSettings segmentation = new SegmentationSettings();
  private int patch = PATCH;
  private int pixels = PIXELS;
  private int seed = 1;

  private @Nullable MaskClasses classes;
  private @Nullable ImageFiles imageFiles;
  private @Nullable ImageFiles maskFiles;
  private int channels;
  /** Rows of the batch that have been through, where they come one by one. */
  private transient int before;

  @Override
  public String globalInfo() {
    return "Makes rows of pixels, for classifiers of all kinds: from rows that name an image and its mask, as "
        + "ImageMaskLoader makes them, it draws pixels at random. A row is the square of pixels around one of them "
        + "(row by row, in a row pixel by pixel, values 0 to 255), and the class is what the mask says of the pixel in "
        + "the middle. Beyond its border an image is continued by reflection. Rows without a mask are left out.\n\n"
        + "Pixels of one image are alike: for a fair test, split the images first, and not the pixels.";
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities c = super.getCapabilities();
    c.disableAll();
    c.enableAllAttributes();
    c.enable(Capability.MISSING_VALUES);
    c.enableAllClasses();
    c.enable(Capability.MISSING_CLASS_VALUES);
    c.enable(Capability.NO_CLASS);
    return c;
  }

  @Override
  public boolean allowAccessToFullInputFormat() {
    return true;
  }

  @Override
  public boolean mayRemoveInstanceAfterFirstBatchDone() {
    return true;
  }

  @OptionMetadata(displayName = "patch", displayOrder = 1,
      description = "Height and width of the square around a pixel, an odd number up to " + LARGEST + ".")
  public int getPatch() {
    return patch;
  }

  public void setPatch(int value) {
    if (value < 1 || value > LARGEST || value % 2 == 0) {
      throw new IllegalArgumentException("patch: expected an odd number from 1 to " + LARGEST + ", got " + value);
    }
    patch = value;
  }

  @OptionMetadata(displayName = "pixels", displayOrder = 2,
      description = "Number of pixels drawn from each image; 0 takes all.")
  public int getPixels() {
    return pixels;
  }

  public void setPixels(int value) {
    pixels = Checked.requireAtLeast("pixels", 0, "pixels", value);
  }

  @OptionMetadata(displayName = "labels", displayOrder = 3,
      description = "Which colour of a mask is which class, as in 'membrane=0, cell=255': grey values from 0 to 255, "
          + "or #rrggbb; without a name the colour is the name. 'auto' makes each colour of the first batch's masks a "
          + "class, 64 at most.")
  public String getLabels() {
    return segmentation.labels.text();
  }

  public void setLabels(String text) {
    segmentation.labels.set(text);
  }

  @OptionMetadata(displayName = "ignore", displayOrder = 4,
      description = "The colour of places in masks that are not drawn, such as 128, or 'none'.")
  public String getIgnore() {
    return segmentation.ignore.text();
  }

  public void setIgnore(String text) {
    segmentation.ignore.set(text);
  }

  @OptionMetadata(displayName = "images", displayOrder = 70, category = OptionGroup.IMAGES,
      description = "Folder that the names of image files are relative to. 'auto': the names are full paths, as "
          + "ImageMaskLoader writes them, or relative to the folder that Weka was started in.")
  public String getImages() {
    return images.images.text();
  }

  public void setImages(String text) {
    images.images.set(text);
  }

  @OptionMetadata(displayName = "imagesAnywhere", displayOrder = 71, category = OptionGroup.IMAGES,
      description = "Let rows name image files anywhere on this machine. Otherwise they are kept inside the folder "
          + "that is set as images or, if that is 'auto', the folder that holds those of the first batch.")
  public boolean getImagesAnywhere() {
    return images.anywhere.value();
  }

  public void setImagesAnywhere(boolean value) {
    images.anywhere.set(value);
  }

  @Override
  public int getSeed() {
    return seed;
  }

  @Override
  public void setSeed(int value) {
    seed = value;
  }

  public String seedTipText() {
    return "The seed of the choice of pixels.";
  }

  @Override
  public void setEnvironment(Environment variables) {
    images.setEnvironment(variables);
  }

  @Override
  protected void reset() {
    super.reset();
    classes = null;
    imageFiles = null;
    maskFiles = null;
    before = 0;
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    imageFiles = ImageFiles.learn(data, MaskedRows.images(data), images);
    maskFiles = MaskedRows.maskFiles(data, images);
    MaskedRows rows = MaskedRows.of(data, imageFiles, maskFiles, images);
    MaskClasses found = rows.classes(segmentation);
    channels = MaskedImages.channels(rows.files(), rows.access(), Cancellation.ofCallingThread());
    ArrayList<Attribute> attributes = new ArrayList<>(PixelAttributes.of(Shape.of(patch, patch, channels)));
    attributes.add(new Attribute(PIXEL_CLASS, found.names()));
    classes = found;
    Instances header = new Instances(data.relationName() + "-pixels", attributes, 0);
    header.setClassIndex(attributes.size() - 1);
    return header;
  }

  /** Rows are copied into the data set of the first batch, which hides the data set that they came from. */
  @Override
  protected void bufferInput(Instance row) {
    RowFit.require(row, getInputFormat());
    RowFit.requireTextNames(row, getInputFormat());
    super.bufferInput(row);
  }

  @Override
  protected Instances process(Instances data) throws Exception {
    try {
      Instances result = MemoryLimit.within("PixelPatches: drawing pixels", () -> drawn(data));
      before = isFirstBatchDone() ? before + data.numInstances() : 0;
      return result;
    } catch (Exception e) {
      // Rows that were rejected or given up must not stay in Weka's queue, where the next batch would find them.
      flushInput();
      throw e;
    }
  }

  @Override
  public boolean batchFinished() throws Exception {
    boolean pending = super.batchFinished();
    before = 0;
    return pending;
  }

  /** A later batch may be without masks, as one to predict is: there is nothing to draw from then. */
  private Instances drawn(Instances data) throws InterruptedException {
    MaskedRows rows = MaskedRows.of(data, before, Objects.requireNonNull(imageFiles),
        Objects.requireNonNull(maskFiles), images);
    Instances result = new Instances(getOutputFormat(), 0);
    MaskedImages files = new MaskedImages(rows.files(), rows.access(), channels, classes, 0);
    new PixelSample(patch, pixels, seed).each(files, Cancellation.ofCallingThread(), (values, label) -> {
      double[] row = new double[values.length + 1];
      System.arraycopy(values, 0, row, 0, values.length);
      row[values.length] = label;
      result.add(new DenseInstance(1, row));
    });
    return result;
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new PixelPatches());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new PixelPatches(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new PixelPatches());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new PixelPatches(), args);
  }
}
