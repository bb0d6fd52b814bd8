package weka.core.neural;

import weka.classifiers.RandomizableClassifier;
import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.OptionMetadata;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.Checked;
import weka.core.neural.options.OptionGroup;

/**
 * The options of {@link weka.classifiers.functions.NeuralNet} as bean properties, with their texts for the GUI and the
 * help.
 */
public abstract class NeuralNetOptions extends RandomizableClassifier implements EnvironmentHandler {
  private static final long serialVersionUID = 1;

  private final NeuralSettings settings = new NeuralSettings();
  private boolean resume;
  private int trace;
  private boolean printWeights;
  private String drawFilters = Auto.NONE;

  /** All that concerns the network and its training. */
  public NeuralSettings settings() {
    return settings;
  }

  @Override
  public void setBatchSize(String rows) {
    super.setBatchSize(NeuralSettings.batchSize(rows));
  }

  @OptionMetadata(displayName = "batchSize", commandLineParamName = "batch-size",
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Rows that are encoded and predicted at once; fewer take less memory.")
  @Override
  public String getBatchSize() {
    return super.getBatchSize();
  }

  @Override
  public void setNumDecimalPlaces(int decimals) {
    super.setNumDecimalPlaces(Checked.requireAtLeast("num decimal places", 0, "decimal places", decimals));
  }

  @OptionMetadata(displayName = "numDecimalPlaces", commandLineParamName = "num-decimal-places",
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.OUTPUT,
      description = "The number of decimal places of the numbers that are printed with the model.")
  @Override
  public int getNumDecimalPlaces() {
    return super.getNumDecimalPlaces();
  }

  @OptionMetadata(displayName = "debug", commandLineParamName = "output-debug-info", commandLineParamIsFlag = true,
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Whether the classifier may print more to the console.")
  @Override
  public boolean getDebug() {
    return super.getDebug();
  }

  @OptionMetadata(displayName = "doNotCheckCapabilities", commandLineParamName = "do-not-check-capabilities",
      commandLineParamIsFlag = true, displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Do not check whether the classifier can handle the data.")
  @Override
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  /** Where variables such as ${HOME} in the names of files and folders come from. */
  @Override
  public void setEnvironment(Environment variables) {
    settings.images().setEnvironment(variables);
  }

  @OptionMetadata(displayName = "effort", commandLineParamName = "effort", displayOrder = 0,
      description = "How much time what is left to 'auto' may take: fast, normal or best, by fewer or more networks, "
          + "folds and epochs to wait. Relative to normal, fast takes about a third of the time, best about four times "
          + "as long.")
  public Effort getEffort() {
    return settings.effort.value();
  }

  public void setEffort(Effort value) {
    settings.effort.set(value);
  }

  @OptionMetadata(displayName = "layers", commandLineParamName = "layers", displayOrder = 1,
      description = "The hidden layers, separated by commas, as in 'dense 64 relu, dense 32 relu'; 'auto' sizes them "
          + "by the data. There are layers of many kinds: 'dense 64 relu, dropout 0.2, dense 32 relu'. "
          + "'output' alone, or nothing at all, gives a net without hidden layer. The output layer follows from the "
          + "class; write 'output sigmoid' as last step to give it an activation.")
  public String getLayers() {
    return settings.layers.text();
  }

  public void setLayers(String text) {
    settings.layers.set(text);
  }

  @OptionMetadata(displayName = "loss", commandLineParamName = "loss", displayOrder = 2,
      category = OptionGroup.TRAINING,
      description = "What training makes small: crossentropy, binarycrossentropy, hinge, perceptron or squared for a "
          + "nominal class; squared, absolute, percentage or huber for a numeric one. 'auto' is squared for a numeric "
          + "class and crossentropy for a nominal one, binarycrossentropy after 'output sigmoid'.")
  public String getLoss() {
    return settings.loss.text();
  }

  public void setLoss(String text) {
    settings.loss.set(text);
  }

  @OptionMetadata(displayName = "optimizer", commandLineParamName = "optimizer", displayOrder = 3,
      category = OptionGroup.TRAINING,
      description = "How weights are changed: sgd, momentum, nesterov, rmsprop, adam, adamw, or lbfgs on all rows at "
          + "once. Settings stand after the name, as in 'adam beta2=0.95'. 'auto' is adam.")
  public String getOptimizer() {
    return settings.optimizer.text();
  }

  public void setOptimizer(String text) {
    settings.optimizer.set(text);
  }

  @OptionMetadata(displayName = "rate", commandLineParamName = "rate", displayOrder = 4,
      description = "The learning rate, above 0. 'auto' goes by the network and the class, or is the optimizer's own "
          + "if an optimizer is set.")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "schedule", commandLineParamName = "schedule", displayOrder = 5,
      category = OptionGroup.TRAINING,
      description = "How the learning rate changes: constant, step, exponential, cosine, onecycle or plateau. "
          + "Settings stand after the name, as in 'step 10 0.5'. 'auto' is constant if an optimizer is set, if rows "
          + "are held out, or if the "
          + "epochs for a nominal class are searched; else it falls to 0.")
  public String getSchedule() {
    return settings.schedule.text();
  }

  public void setSchedule(String text) {
    settings.schedule.set(text);
  }

  @OptionMetadata(displayName = "epochs", commandLineParamName = "epochs", displayOrder = 6,
      description = "Passes over the training rows, at most; iterations for lbfgs. 'auto' goes by the data and the "
          + "network.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.setEpochs(text);
  }

  @OptionMetadata(displayName = "batch", commandLineParamName = "batch", displayOrder = 7,
      category = OptionGroup.TRAINING,
      description = "Rows of one update; 'all' with sgd is plain gradient descent, 1 is online learning. 'auto' goes "
          + "by the number of rows, and is 'all' for lbfgs.")
  public String getBatch() {
    return settings.batch.text();
  }

  public void setBatch(String text) {
    settings.batch.set(text);
  }

  @OptionMetadata(displayName = "validation", commandLineParamName = "validation", displayOrder = 8,
      category = OptionGroup.TRAINING,
      description = "Percentage of the rows that are held out to find the best epoch, stratified by class: 0 "
          + "or 1 to 90. 'auto' holds out only where there are many rows.")
  public String getValidation() {
    return settings.validation.text();
  }

  public void setValidation(String text) {
    settings.validation.set(text);
  }

  @OptionMetadata(displayName = "patience", commandLineParamName = "patience", displayOrder = 9,
      category = OptionGroup.TRAINING,
      description = "Stop after so many epochs without a lower loss on the held-out rows (on the training rows if none "
          + "are held out); 0 means never. 'auto' is never if none are held out.")
  public String getPatience() {
    return settings.patience.text();
  }

  public void setPatience(String text) {
    settings.patience.set(text);
  }

  @OptionMetadata(displayName = "decay", commandLineParamName = "decay", displayOrder = 10,
      category = OptionGroup.REGULARISATION,
      description = "Weight decay (l2, ridge): adds decay / 2 times the sum of squared weights to the loss; biases are "
          + "free. 'auto' is none, or adamw's own.")
  public String getDecay() {
    return settings.decay.text();
  }

  public void setDecay(String text) {
    settings.decay.set(text);
  }

  @OptionMetadata(displayName = "l1", commandLineParamName = "l1", displayOrder = 11,
      category = OptionGroup.REGULARISATION,
      description = "Adds l1 times the sum of absolute weights to the loss; biases are free.")
  public double getL1() {
    return settings.l1.value();
  }

  public void setL1(double value) {
    settings.l1.set(value);
  }

  @OptionMetadata(displayName = "clip", commandLineParamName = "clip", displayOrder = 12,
      category = OptionGroup.REGULARISATION,
      description = "Longest gradient: a longer one is shortened to this Euclidean norm; 0 means no limit.")
  public double getClip() {
    return settings.clip.value();
  }

  public void setClip(double value) {
    settings.clip.set(value);
  }

  @OptionMetadata(displayName = "classWeights", commandLineParamName = "class-weights", displayOrder = 13,
      category = OptionGroup.TRAINING,
      description = "Weights of the classes: none, balanced (every class counts the same), or one number per class as "
          + "in '1,5'.")
  public String getClassWeights() {
    return settings.classWeights.text();
  }

  public void setClassWeights(String text) {
    settings.classWeights.set(text);
  }

  @OptionMetadata(displayName = "scaling", commandLineParamName = "scaling", displayOrder = 14,
      category = OptionGroup.ADVANCED,
      description = "What is done to numeric attributes and a numeric class: standardise (mean 0, deviation 1), range "
          + "(to [-1, 1]) or none.")
  public Scaling getScaling() {
    return settings.scaling.value();
  }

  public void setScaling(Scaling value) {
    settings.scaling.set(value);
  }

  @OptionMetadata(displayName = "bins", commandLineParamName = "bins", displayOrder = 15,
      category = OptionGroup.ADVANCED,
      description = "Give each number besides as its place in at most so many bins between quantiles (piecewise "
          + "linear encoding), from 2 to 1,000, so that the network can bend its answer there; 0 for none. "
          + "'auto' does where layers and optimizer are left to the data.")
  public String getBins() {
    return settings.bins.text();
  }

  public void setBins(String text) {
    settings.bins.set(text);
  }

  @OptionMetadata(displayName = "keepOrder", commandLineParamName = "keep-order", commandLineParamIsFlag = true,
      displayOrder = 16, category = OptionGroup.TRAINING,
      description = "Take the rows in their order in every epoch instead of shuffling them.")
  public boolean getKeepOrder() {
    return settings.keepOrder.value();
  }

  public void setKeepOrder(boolean value) {
    settings.keepOrder.set(value);
  }

  @OptionMetadata(displayName = "members", commandLineParamName = "members", displayOrder = 17,
      category = OptionGroup.TRAINING,
      description = "Networks that are trained from different random weights and whose predictions are averaged. "
          + "'auto' takes several where layers and optimizer are left to the data, else one.")
  public String getMembers() {
    return settings.members.text();
  }

  public void setMembers(String text) {
    settings.members.set(text);
  }

  @OptionMetadata(displayName = "intervals", commandLineParamName = "intervals", displayOrder = 28,
      category = OptionGroup.OUTPUT,
      description = "How to measure the errors from which intervals around a predicted number are made: on the rows "
          + "held out for validation or, if there are none, by a cross-validation of tables below 1,000 rows ('auto'); "
          + "by a cross-validation with this number of folds; or not at all ('none').")
  public String getIntervals() {
    return settings.intervals.text();
  }

  public void setIntervals(String text) {
    settings.intervals.set(text);
  }

  @OptionMetadata(displayName = "threads", commandLineParamName = "threads", displayOrder = 18,
      category = OptionGroup.ADVANCED,
      description = "Threads at most; 'auto' uses all cores. Changes the time, never the result.")
  public String getThreads() {
    return settings.threads.text();
  }

  public void setThreads(String text) {
    settings.threads.set(text);
  }

  @OptionMetadata(displayName = "shards", commandLineParamName = "shards", displayOrder = 19,
      category = OptionGroup.ADVANCED,
      description = "Parts into which a batch is cut for the threads; 'auto' looks at the network and the batch. "
          + "Changes the last digits of the result.")
  public String getShards() {
    return settings.shards.text();
  }

  public void setShards(String text) {
    settings.shards.set(text);
  }

  @OptionMetadata(displayName = "resume", commandLineParamName = "resume", commandLineParamIsFlag = true,
      displayOrder = 20,
      category = OptionGroup.ADVANCED,
      description = "Keep what is needed to train the model further later, the optimizer's state included.")
  public boolean getResume() {
    return resume;
  }

  public void setResume(boolean value) {
    resume = value;
  }

  @OptionMetadata(displayName = "trace", commandLineParamName = "trace", displayOrder = 21,
      category = OptionGroup.OUTPUT,
      description = "Print so many of the first updates with inputs, weighted sums, outputs, targets and new weights.")
  public int getTrace() {
    return trace;
  }

  public void setTrace(int value) {
    trace = Checked.requireAtLeast("trace", 0, "updates", value);
  }

  @OptionMetadata(displayName = "printWeights", commandLineParamName = "print-weights", commandLineParamIsFlag = true,
      displayOrder = 22, category = OptionGroup.OUTPUT,
      description = "Print all weights, with the scaling of the inputs.")
  public boolean getPrintWeights() {
    return printWeights;
  }

  public void setPrintWeights(boolean value) {
    printWeights = value;
  }

  @OptionMetadata(displayName = "input", commandLineParamName = "input", displayOrder = 23,
      category = OptionGroup.IMAGES,
      description = "Take the rows as images of height x width x channels, as in '28x28x1'. Without image files, the "
          + "numeric attributes are the pixels, row by row, the channels of a pixel together; 'order=chw' behind the "
          + "size says that they come channel by channel. 'steps x channels' as in '96x1' takes them as series. "
          + "'none' takes them as a table. 'auto' lets image files choose their size (at most 32 pixels a side) and "
          + "takes numeric attributes as a table.")
  public String getInput() {
    return settings.images().input.text();
  }

  public void setInput(String text) {
    settings.images().input.set(text);
  }

  @OptionMetadata(displayName = "images", commandLineParamName = "images", displayOrder = 24,
      category = OptionGroup.IMAGES,
      description = "Folder from which the names of image files count that a string attribute holds. Images are "
          + "brought to the size that -input gives, and decoded as they are needed. 'auto': the names are whole paths, "
          + "as ImageFolderLoader writes them, or count from the folder that Weka was started in. 'none': there are no "
          + "image files.")
  public String getImages() {
    return settings.images().images.text();
  }

  public void setImages(String folder) {
    settings.images().images.set(folder);
  }

  @OptionMetadata(displayName = "imageCache", commandLineParamName = "image-cache", displayOrder = 25,
      category = OptionGroup.IMAGES,
      description = "Megabytes for decoded images at most; images that do not fit are decoded again each time.")
  public int getImageCache() {
    return settings.images().cacheMegabytes.value();
  }

  public void setImageCache(int megabytes) {
    settings.images().cacheMegabytes.set(megabytes);
  }

  @OptionMetadata(displayName = "augment", commandLineParamName = "augment", displayOrder = 26,
      category = OptionGroup.IMAGES,
      description = "Random changes to training images, as in 'flip, shift 2, rotate 10', or 'none'. Others are 'zoom "
          + "0.1', 'cutout 8', 'mixup 0.2' and 'crop 4'.")
  public String getAugment() {
    return settings.images().augment.text();
  }

  public void setAugment(String text) {
    settings.images().augment.set(text);
  }

  @OptionMetadata(displayName = "drawFilters", commandLineParamName = "draw-filters", displayOrder = 27,
      category = OptionGroup.IMAGES,
      description = "PNG file into which the first convolution's filters are drawn after training, with the maps that "
          + "they make of some training images. 'none' draws nothing. Each training writes the file anew; with a "
          + "cross-validation the last fold's stays.")
  public String getDrawFilters() {
    return drawFilters;
  }

  public void setDrawFilters(String file) {
    drawFilters = file.isBlank() ? Auto.NONE : file.trim();
  }
}
