package weka.filters.unsupervised.instance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.data.masks.Mask;
import ruru.data.masks.MaskClasses;
import ruru.nn.text.Help;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.ImageSettings;
import weka.core.neural.NeuralSegmenterOptions;
import weka.core.neural.encoding.ImageFiles;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.FileOptions;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.TrainingRun;
import weka.core.neural.run.WindowLog;
import weka.core.neural.segmentation.MaskedRows;
import weka.core.neural.segmentation.PredictedMasks;
import weka.core.neural.segmentation.Regions;
import weka.core.neural.segmentation.Segmenter;
import weka.core.neural.segmentation.SegmenterTraining;
import weka.core.neural.stored.StoredScheme;
import weka.filters.UnsupervisedFilter;

/**
 * Learns, from the rows of the first batch that have a mask, to say of each pixel of an image which class it belongs
 * to. In every row the names of image and mask give way to what the image shows: the share, the regions and their mean
 * size of each class.
 */
public class NeuralSegmenter extends NeuralSegmenterOptions implements UnsupervisedFilter, WeightedInstancesHandler,
    TechnicalInformationHandler {
  private static final long serialVersionUID = 1;
  /** Attributes of a class. */
  private static final int NUMBERS = 3;

  private @Nullable Segmenter trained;
  private transient @Nullable PredictedMasks masks;
  /** Rows of the batch that have been through, where they come one by one. */
  private transient int before;

  @Override
  public String globalInfo() {
    return "Dense prediction: a neural network learns a class for each pixel from images with masks (the rows of the "
        + "first batch that have a mask), and predicts those of all images. Rows name image and mask, as "
        + "ImageMaskLoader makes them. In their place each row gets, for each class, its share of the pixels, the "
        + "number of its connected regions and their mean size in pixels; with 'masks' also the file of the predicted "
        + "mask. All other attributes and the class are passed on, in front.\n\n"
        + Help.ofGrammar("An output for each class")
        + " All layers are in " + Help.PLACE + ".\n\nFor more information see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.INPROCEEDINGS);
    t.setValue(TechnicalInformation.Field.AUTHOR, "Olaf Ronneberger and Philipp Fischer and Thomas Brox");
    t.setValue(TechnicalInformation.Field.TITLE, "U-Net: Convolutional Networks for Biomedical Image Segmentation");
    t.setValue(TechnicalInformation.Field.BOOKTITLE, "Medical Image Computing and Computer-Assisted Intervention");
    t.setValue(TechnicalInformation.Field.YEAR, "2015");
    t.setValue(TechnicalInformation.Field.PAGES, "234-241");
    return t;
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

  /**
   * What was learnt.
   *
   * @throws IllegalStateException before the first batch is finished
   */
  public Segmenter segmenter() {
    if (trained == null) {
      throw new IllegalStateException("NeuralSegmenter: no model built yet");
    }
    return trained;
  }

  @Override
  protected void reset() {
    super.reset();
    trained = null;
    masks = null;
    before = 0;
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    Attribute images = MaskedRows.images(data);
    PredictedMasks predicted = predictedMasks();
    if (predicted != null) {
      predicted.requireWritable();
      ImageSettings place = settings().images();
      predicted.requireOthers(data, ImageFiles.learn(data, images, place), place);
      predicted.requireOthers(data, MaskedRows.maskFiles(data, place), place);
    }
    ExplorerRun.train("NeuralSegmenter", this, () -> train(data));
    ArrayList<Attribute> attributes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i : passedOn(data)) {
      attributes.add((Attribute) data.attribute(i).copy());
      taken.add(data.attribute(i).name());
    }
    for (String name : segmenter().classes().names()) {
      attributes.add(new Attribute(unique(name + " share", taken)));
      attributes.add(new Attribute(unique(name + " regions", taken)));
      attributes.add(new Attribute(unique(name + " mean size", taken)));
    }
    if (predicted != null) {
      attributes.add(new Attribute(unique("predicted mask", taken), (List<String>) null));
    }
    Instances header = new Instances(data.relationName(), attributes, 0);
    // -1 where the class is the image or the mask, as the Explorer makes the last attribute the class.
    header.setClassIndex(Arrays.stream(passedOn(data)).boxed().toList().indexOf(data.classIndex()));
    return header;
  }

  /** The attributes other than image and mask. */
  private static int[] passedOn(Instances data) {
    Attribute images = MaskedRows.images(data);
    Attribute masks = MaskedRows.masks(data);
    return IntStream.range(0, data.numAttributes())
        .filter(i -> i != images.index() && (masks == null || i != masks.index())).toArray();
  }

  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "'";
    }
    return name;
  }

  private void train(Instances data) throws InterruptedException {
    try (TrainingRun run = TrainingRun.begin(WindowLog.find(), getDebug(), "NeuralSegmenter", this, false)) {
      trained = new SegmenterTraining(settings(), segmentation(), getSeed(), run.progress()).train(data);
    }
  }

  /** Where predicted masks go; null if none are to be written. */
  private @Nullable PredictedMasks predictedMasks() {
    if (getMasks().equals(Auto.NONE)) {
      return null;
    }
    Path folder = FileOptions.path("masks", getMasks(), settings().images().getEnvironment());
    if (masks == null || !masks.isIn(folder)) {
      masks = new PredictedMasks(folder);
    }
    return masks;
  }

  /** Rows are copied into the data set of the first batch, which hides the data set that they came from. */
  @Override
  protected void bufferInput(Instance row) {
    RowFit.require(row, getInputFormat());
    RowFit.requireTextNames(row, getInputFormat());
    super.bufferInput(row);
  }

  @Override
  protected Instances process(Instances rows) throws Exception {
    try {
      Instances result = MemoryLimit.within("NeuralSegmenter: predicting", () -> segmented(rows));
      before = isFirstBatchDone() ? before + rows.numInstances() : 0;
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

  private Instances segmented(Instances rows) throws Exception {
    Instances result = new Instances(getOutputFormat(), rows.numInstances());
    MaskClasses classes = segmenter().classes();
    PredictedMasks predicted = predictedMasks();
    int[] passedOn = passedOn(rows);
    int end = passedOn.length + NUMBERS * classes.size();
    if (predicted == null != (getOutputFormat().numAttributes() == end)) {
      throw new IllegalStateException("the format of the output was made " + (predicted == null ? "with" : "without")
          + " -masks, and now it is set otherwise; set options before the input format");
    }
    if (predicted != null) {
      predicted.requireOthers(rows, segmenter().images(), settings().images());
    }
    for (int r = 0; r < rows.numInstances(); r++) {
      Instance row = rows.instance(r);
      Mask mask = segmenter().predict(row, before + r, settings().images());
      Regions regions = Regions.of(mask, classes.size());
      double[] values = new double[getOutputFormat().numAttributes()];
      for (int i = 0; i < passedOn.length; i++) {
        values[i] = copied(row, passedOn[i], i);
      }
      for (int c = 0; c < classes.size(); c++) {
        int at = passedOn.length + NUMBERS * c;
        values[at] = regions.share(c);
        values[at + 1] = regions.counts()[c];
        values[at + 2] = regions.meanSize(c);
      }
      if (predicted != null) {
        Path file = predicted.write(mask, classes, row, segmenter().images());
        values[end] = getOutputFormat().attribute(end).addStringValue(file.toString());
      }
      result.add(new DenseInstance(row.weight(), values));
    }
    return result;
  }

  /** A value as it came; a string or a relation gets an index in the output's own table. */
  private double copied(Instance row, int attribute, int place) {
    Attribute to = getOutputFormat().attribute(place);
    return row.isMissing(attribute) ? Utils.missingValue()
        : to.isString() ? to.addStringValue(row.stringValue(attribute))
        : to.isRelationValued() ? to.addRelation(row.relationalValue(attribute)) : row.value(attribute);
  }

  @Override
  public String toString() {
    return trained == null ? "NeuralSegmenter: no model built yet"
        : "NeuralSegmenter\n===============\n\n" + trained.describe();
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new NeuralSegmenter());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralSegmenter(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralSegmenter());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new NeuralSegmenter(), args);
  }
}
