package weka.core.neural;

import weka.classifiers.RandomizableClassifier;
import weka.core.OptionMetadata;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.ImageInput;
import weka.core.neural.options.OptionGroup;

/**
 * The options of {@link weka.classifiers.functions.NeuralNet} as bean properties, with their texts for the GUI and the
 * help.
 */
public abstract class NeuralNetOptions extends RandomizableClassifier implements CommonOptions {
  private static final long serialVersionUID = 1;

  private final NeuralSettings settings = new NeuralSettings();
  private boolean resume;
  private int trace;
  private boolean printWeights;
  private String drawFilters = Auto.NONE;

  /** All that concerns the network and its training. */
  @Override
  public NeuralSettings settings() {
    return settings;
  }

  @Override
  public void setBatchSize(String rows) {
    super.setBatchSize(NeuralSettings.batchSize(rows));
  }

  @OptionMetadata(displayName = "batchSize", displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Number of rows that are encoded and predicted at once; fewer need less memory.")
  @Override
  public String getBatchSize() {
    return super.getBatchSize();
  }

  @Override
  public void setNumDecimalPlaces(int decimals) {
    super.setNumDecimalPlaces(Checked.requireAtLeast("num decimal places", 0, "decimal places", decimals));
  }

  @OptionMetadata(displayName = "numDecimalPlaces", displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.OUTPUT,
      description = "Number of decimal places of the numbers that are printed with the model.")
  @Override
  public int getNumDecimalPlaces() {
    return super.getNumDecimalPlaces();
  }

  @OptionMetadata(displayName = "debug", commandLineParamName = "output-debug-info",
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Whether the classifier may print additional information to the console.")
  @Override
  public boolean getDebug() {
    return super.getDebug();
  }

  @OptionMetadata(displayName = "doNotCheckCapabilities", displayOrder = BeanOptions.AFTER_OWN,
      category = OptionGroup.ADVANCED, description = "Do not check whether the classifier can handle the data.")
  @Override
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  @OptionMetadata(displayName = "effort", displayOrder = 0,
      description = "How much time may be spent on what is left at 'auto': fast, normal or best, each with more "
          + "networks, folds and patience than the one before. Fast takes about a third of the time of normal, best "
          + "about four times as long.")
  public Effort getEffort() {
    return settings.effort.value();
  }

  public void setEffort(Effort value) {
    settings.effort.set(value);
  }

  @OptionMetadata(displayName = "layers", displayOrder = 1,
      description = "The hidden layers, separated by commas, as in 'dense 64 relu, dense 32 relu'; 'auto' sizes them "
          + "to suit the data. There are many kinds of layers, as in 'dense 64 relu, dropout 0.2, dense 32 relu'. "
          + "'output' alone, or an empty text, gives a network without hidden layers. The output layer follows from "
          + "the class; to give it an activation, end with 'output sigmoid'.")
  public String getLayers() {
    return settings.layers.text();
  }

  public void setLayers(String text) {
    settings.layers.set(text);
  }

  @OptionMetadata(displayName = "loss", displayOrder = 2, category = OptionGroup.TRAINING,
      description = "What training minimises: crossentropy, binarycrossentropy, hinge, perceptron or squared for a "
          + "nominal class; squared, absolute, percentage or huber for a numeric one. 'auto' is squared for a numeric "
          + "class and crossentropy for a nominal one, or binarycrossentropy after 'output sigmoid'.")
  public String getLoss() {
    return settings.loss.text();
  }

  public void setLoss(String text) {
    settings.loss.set(text);
  }

  @OptionMetadata(displayName = "optimizer", displayOrder = 3, category = OptionGroup.TRAINING,
      description = "How weights are updated: sgd, momentum, nesterov, rmsprop, adam, adamw, or lbfgs on all rows at "
          + "once. Settings follow the name, as in 'adam beta2=0.95'. 'auto' is adam.")
  public String getOptimizer() {
    return settings.optimizer.text();
  }

  public void setOptimizer(String text) {
    settings.optimizer.set(text);
  }

  @OptionMetadata(displayName = "rate", displayOrder = 4,
      description = "The learning rate, above 0. 'auto' depends on the network and the class, or is the optimizer's "
          + "default if an optimizer is set.")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "schedule", displayOrder = 5, category = OptionGroup.TRAINING,
      description = "How the learning rate changes: constant, step, exponential, cosine, onecycle or plateau. "
          + "Settings follow the name, as in 'step 10 0.5'. 'auto' is constant if an optimizer is set, if rows are "
          + "held out, or if the number of epochs for a nominal class is found by a search; otherwise the rate falls "
          + "to 0.")
  public String getSchedule() {
    return settings.schedule.text();
  }

  public void setSchedule(String text) {
    settings.schedule.set(text);
  }

  @OptionMetadata(displayName = "epochs", displayOrder = 6,
      description = "Maximum number of passes over the training rows, or of iterations for lbfgs. 'auto' depends on "
          + "the data and the network.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.setEpochs(text);
  }

  @OptionMetadata(displayName = "batch", displayOrder = 7, category = OptionGroup.TRAINING,
      description = "Number of rows per update; 'all' with sgd is plain gradient descent, 1 is online learning. "
          + "'auto' depends on the number of rows, and is 'all' for lbfgs.")
  public String getBatch() {
    return settings.batch.text();
  }

  public void setBatch(String text) {
    settings.batch.set(text);
  }

  @OptionMetadata(displayName = "validation", displayOrder = 8, category = OptionGroup.TRAINING,
      description = "Percentage of the rows to hold out in order to find the best epoch, stratified by class: 0, or 1 "
          + "to 90. 'auto' holds rows out only if there are many.")
  public String getValidation() {
    return settings.validation.text();
  }

  public void setValidation(String text) {
    settings.validation.set(text);
  }

  @OptionMetadata(displayName = "patience", displayOrder = 9, category = OptionGroup.TRAINING,
      description = "Stop after this many epochs without a lower loss on the held-out rows, or on the training rows "
          + "if none are held out; 0 means never. 'auto' means never if none are held out.")
  public String getPatience() {
    return settings.patience.text();
  }

  public void setPatience(String text) {
    settings.patience.set(text);
  }

  @OptionMetadata(displayName = "decay", displayOrder = 10, category = OptionGroup.REGULARISATION,
      description = "Weight decay (L2, ridge): adds decay / 2 times the sum of squared weights to the loss; biases are "
          + "exempt. 'auto' is 0, or the default of adamw.")
  public String getDecay() {
    return settings.decay.text();
  }

  public void setDecay(String text) {
    settings.decay.set(text);
  }

  @OptionMetadata(displayName = "l1", displayOrder = 11, category = OptionGroup.REGULARISATION,
      description = "Adds l1 times the sum of absolute weights to the loss; biases are exempt.")
  public double getL1() {
    return settings.l1.value();
  }

  public void setL1(double value) {
    settings.l1.set(value);
  }

  @OptionMetadata(displayName = "clip", displayOrder = 12, category = OptionGroup.REGULARISATION,
      description = "Maximum Euclidean norm of the gradient, to which a longer gradient is scaled down; 0 means no "
          + "limit, but 1 where there are recurrent layers, whose gradients may explode (for no limit there, write "
          + "1e9).")
  public double getClip() {
    return settings.clip.value();
  }

  public void setClip(double value) {
    settings.clip.set(value);
  }

  @OptionMetadata(displayName = "classWeights", displayOrder = 13, category = OptionGroup.TRAINING,
      description = "Weights of the classes: none, balanced (all classes count the same), or one number per class, as "
          + "in '1,5'.")
  public String getClassWeights() {
    return settings.classWeights.text();
  }

  public void setClassWeights(String text) {
    settings.classWeights.set(text);
  }

  @OptionMetadata(displayName = "bins", displayOrder = 21, category = OptionGroup.ADVANCED,
      description = "Also encode each number by where it lies among at most this many quantile bins (piecewise linear "
          + "encoding), from 2 to 1,000, so that the network's response can bend at their borders; 0 for no bins. "
          + "'auto' uses bins if layers and optimizer are left at 'auto', and then adds to numbers that others nearly "
          + "determine what is left of them.")
  public String getBins() {
    return settings.bins.text();
  }

  public void setBins(String text) {
    settings.bins.set(text);
  }

  @OptionMetadata(displayName = "keepOrder", displayOrder = 22, category = OptionGroup.TRAINING,
      description = "Present the rows in their original order in every epoch instead of shuffling them.")
  public boolean getKeepOrder() {
    return settings.keepOrder.value();
  }

  public void setKeepOrder(boolean value) {
    settings.keepOrder.set(value);
  }

  @OptionMetadata(displayName = "members", displayOrder = 23, category = OptionGroup.TRAINING,
      description = "Number of networks that are trained from different random weights and whose predictions are "
          + "averaged. 'auto' is several if layers and optimizer are left at 'auto', otherwise one.")
  public String getMembers() {
    return settings.members.text();
  }

  public void setMembers(String text) {
    settings.members.set(text);
  }

  @OptionMetadata(displayName = "relative", displayOrder = 24, category = OptionGroup.ADVANCED,
      description = "Which attributes are relative to each other in each row, together with a numeric class, as suits "
          + "earlier values of a time series: a regular expression of their names. 'auto' takes the class's own lags "
          + "(Lag_X-1, Lag_X-2 ... for a class X, as Weka's package timeseriesForecasting names them) if there are "
          + "three or more and the rows follow each other, and decides by forecasts of the later rows what they are "
          + "relative to: the mean of the row's lags, as a difference or as a fraction, or nothing. 'none' takes all "
          + "attributes as they are.")
  public String getRelative() {
    return settings.relative.text();
  }

  public void setRelative(String text) {
    settings.relative.set(text);
  }

  @OptionMetadata(displayName = "targets", displayOrder = 25, category = OptionGroup.TRAINING,
      description = "Further attributes, numeric or nominal, that the network predicts beside the class and takes no "
          + "input from: names or numbers, separated by commas, as in 'height,4-6' or '2,last'. A name that contains "
          + "commas stands in quotes. 'meka' means the labels of a data set of MEKA, whose relation ends in ': -C 6'. "
          + "The class may be among them. 'none' predicts the class alone.")
  public String getTargets() {
    return settings.targets.text();
  }

  public void setTargets(String text) {
    settings.targets.set(text);
  }

  @OptionMetadata(displayName = "pretrain", displayOrder = 26, category = OptionGroup.REGULARISATION,
      description = "Train the hidden layers one after the other without a class, before all of them are trained "
          + "together, on all rows: those without a class, which are otherwise left out, take part. By a restricted "
          + "Boltzmann machine for each layer (rbm, for layers such as 'dense 100 sigmoid'), by a denoising "
          + "autoencoder (autoencoder, for any dense layers), or not at all (none).")
  public Pretrain getPretrain() {
    return settings.pretrain.value();
  }

  public void setPretrain(Pretrain value) {
    settings.pretrain.set(value);
  }

  @OptionMetadata(displayName = "shards", displayOrder = 51, category = OptionGroup.ADVANCED,
      description = "Number of parts into which a batch is split for the threads; 'auto' depends on the network and "
          + "the batch. It affects the last digits of the result.")
  public String getShards() {
    return settings.shards.text();
  }

  public void setShards(String text) {
    settings.shards.set(text);
  }

  @OptionMetadata(displayName = "resume", displayOrder = 52, category = OptionGroup.ADVANCED,
      description = "Keep what is needed to continue the training later, including the optimizer's state.")
  public boolean getResume() {
    return resume;
  }

  public void setResume(boolean value) {
    resume = value;
  }

  @OptionMetadata(displayName = "trace", displayOrder = 53, category = OptionGroup.OUTPUT,
      description = "Print this many of the first updates with inputs, weighted sums, outputs, targets and new "
          + "weights.")
  public int getTrace() {
    return trace;
  }

  public void setTrace(int value) {
    trace = Checked.requireAtLeast("trace", 0, "updates", value);
  }

  @OptionMetadata(displayName = "printWeights", displayOrder = 54, category = OptionGroup.OUTPUT,
      description = "Print all weights, and how the inputs are scaled.")
  public boolean getPrintWeights() {
    return printWeights;
  }

  public void setPrintWeights(boolean value) {
    printWeights = value;
  }

  @OptionMetadata(displayName = "input", displayOrder = 55, category = OptionGroup.IMAGES,
      description = ImageInput.HELP)
  public String getInput() {
    return settings.images().input.text();
  }

  public void setInput(String text) {
    settings.images().input.set(text);
  }

  @OptionMetadata(displayName = "series", displayOrder = 57, category = OptionGroup.ADVANCED,
      description = "How the value of a relational attribute, a row's series, is read: each of its rows is a step and "
          + "each attribute a channel (steps), or each row a channel and each attribute a step, as in the files of the "
          + "UEA archive (channels), or as the data suggest (auto). Series may differ in length.")
  public SeriesLayout getSeries() {
    return settings.sequences().series.value();
  }

  public void setSeries(SeriesLayout value) {
    settings.sequences().series.set(value);
  }

  @OptionMetadata(displayName = "text", displayOrder = 58, category = OptionGroup.TEXT,
      description = "What a string attribute is read as, one step for each: words in lower case (words), characters as "
          + "they are (chars), or nothing, since it names image files (none). 'auto' is words, unless strings name "
          + "image files. Networks for texts begin with a layer such as 'embedding 64'.")
  public TextUnits getText() {
    return settings.sequences().text.value();
  }

  public void setText(TextUnits value) {
    settings.sequences().text.set(value);
  }

  @OptionMetadata(displayName = "words", displayOrder = 59, category = OptionGroup.TEXT,
      description = "How many different words, or characters, of texts have a number of their own, at most: those in "
          + "most rows, and only those in two rows or more. All others share one number.")
  public int getWords() {
    return settings.sequences().words.value();
  }

  public void setWords(int value) {
    settings.sequences().words.set(value);
  }

  @OptionMetadata(displayName = "longest", displayOrder = 60, category = OptionGroup.TEXT,
      description = "How many words, or characters, of a text are read, at most: the first ones. 'auto' is 500 words "
          + "or 1,000 characters.")
  public String getLongest() {
    return settings.sequences().longest.text();
  }

  public void setLongest(String text) {
    settings.sequences().longest.set(text);
  }

  @OptionMetadata(displayName = "augment", displayOrder = 72, category = OptionGroup.IMAGES,
      description = "Random changes to training images, as in 'flip, shift 2, rotate 10', or 'none'. Others are 'zoom "
          + "0.1', 'cutout 8', 'mixup 0.2' and 'crop 4'.")
  public String getAugment() {
    return settings.images().augment.text();
  }

  public void setAugment(String text) {
    settings.images().augment.set(text);
  }

  @OptionMetadata(displayName = "drawFilters", displayOrder = 73, category = OptionGroup.IMAGES,
      description = "PNG file for a picture, after training, of the first convolution's filters and of the feature "
          + "maps that they make of some training images. Not drawn in the folds of a cross-validation. 'none' draws "
          + "nothing.")
  public String getDrawFilters() {
    return drawFilters;
  }

  public void setDrawFilters(String file) {
    drawFilters = file.trim().isBlank() ? Auto.NONE : FileOptions.typed("draw filters", file);
  }

  @OptionMetadata(displayName = "intervals", displayOrder = 74, category = OptionGroup.OUTPUT,
      description = "How to measure the errors that prediction intervals for a numeric class are based on: on the rows "
          + "held out for validation or, if there are none, by cross-validation of tables below 1,000 rows ('auto'); "
          + "by cross-validation with this number of folds; or not at all ('none').")
  public String getIntervals() {
    return settings.intervals.text();
  }

  public void setIntervals(String text) {
    settings.intervals.set(text);
  }
}
