package weka.core.neural;

import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.neural.options.Auto;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.OptionGroup;

/** The options of {@link weka.filters.unsupervised.instance.NeuralSegmenter} as bean properties, with their texts. */
public abstract class NeuralSegmenterOptions extends FilterOptions implements Randomizable, CommonOptions {
  private static final long serialVersionUID = 1;

  private final NeuralSettings settings = new NeuralSettings();
  private final SegmentationSettings segmentation = new SegmentationSettings();
  private String masks = Auto.NONE;
  private int seed = 1;

  /** All that concerns layers and training. */
  @Override
  public NeuralSettings settings() {
    return settings;
  }

  /** What concerns masks and crops. */
  public SegmentationSettings segmentation() {
    return segmentation;
  }

  @OptionMetadata(displayName = "layers", displayOrder = 1,
      description = "The layers, separated by commas, which give maps of the image's height and width; an output for "
          + "each class is added. 'auto' is 'unet-small'; others are 'fcn-small' and 'segnet-small'.")
  public String getLayers() {
    return settings.layers.text();
  }

  public void setLayers(String text) {
    settings.layers.set(text);
  }

  @OptionMetadata(displayName = "labels", displayOrder = 2,
      description = "Which colour of a mask is which class, as in 'membrane=0, cell=255': grey values from 0 to 255, "
          + "or #rrggbb; without a name the colour is the name. 'auto' makes each colour of the training masks a "
          + "class, 64 at most.")
  public String getLabels() {
    return segmentation.labels.text();
  }

  public void setLabels(String text) {
    segmentation.labels.set(text);
  }

  @OptionMetadata(displayName = "ignore", displayOrder = 3,
      description = "The colour of places in masks that do not count, such as 128, or 'none'.")
  public String getIgnore() {
    return segmentation.ignore.text();
  }

  public void setIgnore(String text) {
    segmentation.ignore.set(text);
  }

  @OptionMetadata(displayName = "masks", displayOrder = 4,
      description = "Folder to write a predicted mask to for each image, a PNG file in the colours of the training "
          + "masks; a new attribute names it. 'none' writes none.")
  public String getMasks() {
    return masks;
  }

  public void setMasks(String folder) {
    masks = folder.trim().isBlank() ? Auto.NONE : FileOptions.typed("masks", folder);
  }

  @OptionMetadata(displayName = "crop", displayOrder = 5, category = OptionGroup.TRAINING,
      description = "Height x width of the parts of images that are learnt from, such as 64x64, each side a multiple "
          + "of what the poolings reduce. 'auto' is 64x64, or less for smaller images.")
  public String getCrop() {
    return segmentation.crop.text();
  }

  public void setCrop(String text) {
    segmentation.crop.set(text);
  }

  @OptionMetadata(displayName = "optimizer", displayOrder = 21, category = OptionGroup.TRAINING,
      description = "How weights are updated: adam, adamw, sgd, momentum, nesterov or rmsprop. Settings follow the "
          + "name, as in 'adam beta2=0.95'. 'auto' is adam.")
  public String getOptimizer() {
    return settings.optimizer.text();
  }

  public void setOptimizer(String text) {
    settings.optimizer.set(text);
  }

  @OptionMetadata(displayName = "rate", displayOrder = 22, category = OptionGroup.TRAINING,
      description = "The learning rate, above 0, which falls to 0 during training. 'auto' is 0.005, or the optimizer's "
          + "default if an optimizer is set.")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "epochs", displayOrder = 23,
      description = "Maximum number of passes over the training images, in each of which crops cover their area. "
          + "'auto' is enough for 1,500 updates, from 10 to 500.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.setEpochs(text);
  }

  @OptionMetadata(displayName = "batch", displayOrder = 24, category = OptionGroup.TRAINING,
      description = "Number of crops per update. 'auto' is 16.")
  public String getBatch() {
    return settings.batch.text();
  }

  public void setBatch(String text) {
    settings.batch.set(text);
  }

  @OptionMetadata(displayName = "decay", displayOrder = 25, category = OptionGroup.REGULARISATION,
      description = "Weight decay (L2): adds decay / 2 times the sum of squared weights to the loss; biases are "
          + "exempt. 'auto' is 0, or the default of adamw.")
  public String getDecay() {
    return settings.decay.text();
  }

  public void setDecay(String text) {
    settings.decay.set(text);
  }

  @OptionMetadata(displayName = "classWeights", displayOrder = 26, category = OptionGroup.TRAINING,
      description = "How much the pixels of each class weigh: none, balanced (all classes have the same total weight), "
          + "or one number for each class, such as '1,5'.")
  public String getClassWeights() {
    return settings.classWeights.text();
  }

  public void setClassWeights(String text) {
    settings.classWeights.set(text);
  }

  @OptionMetadata(displayName = "augment", displayOrder = 51, category = OptionGroup.IMAGES,
      description = "Random changes to images and their masks in training, new in every epoch, as in 'flip both, "
          + "rotate 180', or none. Others are 'shift 2', 'zoom 0.1', 'elastic 3' and 'cutout 4'.")
  public String getAugment() {
    return settings.images().augment.text();
  }

  public void setAugment(String text) {
    settings.images().augment.set(text);
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
    return "The seed of all random numbers.";
  }
}
