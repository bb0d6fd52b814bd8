package weka.core.neural;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.Checked;
import weka.core.neural.options.OptionGroup;
import weka.filters.SimpleBatchFilter;

/** The options of {@link weka.filters.unsupervised.attribute.NeuralEncoder} as bean properties, with their texts. */
public abstract class NeuralEncoderOptions extends SimpleBatchFilter implements Randomizable, EnvironmentHandler {
  private static final long serialVersionUID = 1;

  /** What the filter can give for a row. */
  public enum Output {
    /** The attributes as they came. */
    ORIGINAL,
    /** The attributes as they came, missing values filled in from the reconstruction. */
    FILLED,
    /** The numbers of the code. */
    CODE,
    /** The attributes as the decoder gives them back. */
    RECONSTRUCTION,
    /** How badly the row was reconstructed. */
    ERROR
  }

  private final NeuralSettings settings = new NeuralSettings();
  private final AutoencoderSettings coding = new AutoencoderSettings();
  private Set<Output> outputs = EnumSet.of(Output.CODE);
  private int generate;
  private String draw = Auto.NONE;
  private int seed = 1;

  /** All that concerns layers and training. */
  public NeuralSettings settings() {
    return settings;
  }

  public AutoencoderSettings coding() {
    return coding;
  }

  protected Set<Output> outputs() {
    return outputs;
  }

  @OptionMetadata(displayName = "debug", commandLineParamName = "output-debug-info", commandLineParamIsFlag = true,
      displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Whether the filter may print more to the console.")
  @Override
  public boolean getDebug() {
    return super.getDebug();
  }

  @OptionMetadata(displayName = "doNotCheckCapabilities", commandLineParamName = "do-not-check-capabilities",
      commandLineParamIsFlag = true, displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Do not check whether the filter can handle the data.")
  @Override
  public boolean getDoNotCheckCapabilities() {
    return super.getDoNotCheckCapabilities();
  }

  /** Where variables such as ${HOME} in the names of files and folders come from. */
  @Override
  public void setEnvironment(Environment variables) {
    settings.images().setEnvironment(variables);
  }

  @OptionMetadata(displayName = "layers", commandLineParamName = "layers", displayOrder = 1,
      description = "The encoder's layers in front of the code, separated by commas: 'dense 64 relu, dense 32 relu'. "
          + "'none' gives a linear code. 'auto' is one relu layer of four times as many units as inputs, at least 16; "
          + "above 64 inputs it is 'dense 256 relu, dense 128 relu'. A step named 'code' is the code, and what follows "
          + "it the decoder, as in 'autoencoder-conv'.")
  public String getLayers() {
    return coding.layers.text();
  }

  public void setLayers(String text) {
    coding.layers.set(text);
  }

  @OptionMetadata(displayName = "code", commandLineParamName = "code", displayOrder = 2,
      description = "Numbers in the code. 'auto' is half of the inputs, at most 16.")
  public String getCode() {
    return coding.code.text();
  }

  public void setCode(String text) {
    coding.code.set(text);
  }

  @OptionMetadata(displayName = "decoder", commandLineParamName = "decoder", displayOrder = 3,
      category = OptionGroup.ADVANCED,
      description = "The decoder's layers behind the code; 'auto' mirrors the encoder, 'none' has no hidden one. A "
          + "last dense layer is added where the outputs are not as many as needed.")
  public String getDecoder() {
    return coding.decoder.text();
  }

  public void setDecoder(String text) {
    coding.decoder.set(text);
  }

  @OptionMetadata(displayName = "output", commandLineParamName = "output", displayOrder = 4,
      description = "What comes out, one or several separated by commas: code, reconstruction (the attributes as the "
          + "decoder gives them back, without noise), filled (the attributes with missing values filled in from the "
          + "reconstruction), error (how badly the row is reconstructed: an anomaly score, to which a value adds that "
          + "differs from the only one in training), original.")
  public String getOutput() {
    return outputs.stream().map(o -> o.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
  }

  public void setOutput(String text) {
    Set<Output> chosen = EnumSet.noneOf(Output.class);
    for (String word : text.trim().toUpperCase(Locale.ROOT).split("[,\\s]+")) {
      chosen.add(Arrays.stream(Output.values()).filter(o -> o.name().equals(word)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException(
              "output: expected code, reconstruction, filled, error or original, got '"
                  + text + "'")));
    }
    outputs = chosen;
  }

  @OptionMetadata(displayName = "noise", commandLineParamName = "noise", displayOrder = 5,
      category = OptionGroup.REGULARISATION,
      description = "Noise put on the inputs in training, for a denoising autoencoder: gaussian, mask, salt or none. A "
          + "number says how strong it is: 'gaussian 0.3' (deviation), 'mask 0.2' (share set to 0), 'salt 0.1' (share "
          + "set to an end of the range).")
  public String getNoise() {
    return coding.noise.text();
  }

  public void setNoise(String text) {
    coding.noise.set(text);
  }

  @OptionMetadata(displayName = "sparse", commandLineParamName = "sparse", displayOrder = 6,
      category = OptionGroup.REGULARISATION,
      description = "Wanted mean activation of a sigmoid code, perhaps followed by the weight of its penalty, or none. "
          + "An "
          + "example is '0.05', or '0.05 2' with twice the weight.")
  public String getSparse() {
    return coding.sparse.text();
  }

  public void setSparse(String text) {
    coding.sparse.set(text);
  }

  @OptionMetadata(displayName = "activityL1", commandLineParamName = "activity-l1", displayOrder = 7,
      category = OptionGroup.REGULARISATION,
      description = "Adds this number times the sum of the code's absolute values to the loss.")
  public double getActivityL1() {
    return coding.activityL1.value();
  }

  public void setActivityL1(double value) {
    coding.activityL1.set(value);
  }

  @OptionMetadata(displayName = "contractive", commandLineParamName = "contractive", displayOrder = 8,
      category = OptionGroup.REGULARISATION,
      description = "Weight of a penalty on how strongly a sigmoid code answers to what its layer takes: the last of "
          + "the other layers, or the attributes with 'none' as layers; 0 means none.")
  public double getContractive() {
    return coding.contractive.value();
  }

  public void setContractive(double value) {
    coding.contractive.set(value);
  }

  @OptionMetadata(displayName = "variational", commandLineParamName = "variational", commandLineParamIsFlag = true,
      displayOrder = 9, category = OptionGroup.GENERATION,
      description = "A variational autoencoder: codes are drawn around a mean and kept near the "
          + "standard normal distribution, so that new rows can be generated.")
  public boolean getVariational() {
    return coding.variational.value();
  }

  public void setVariational(boolean value) {
    coding.variational.set(value);
  }

  @OptionMetadata(displayName = "beta", commandLineParamName = "beta", displayOrder = 10,
      category = OptionGroup.GENERATION,
      description = "Weight of the divergence from the standard normal distribution, if variational.")
  public double getBeta() {
    return coding.beta.value();
  }

  public void setBeta(double value) {
    coding.beta.set(value);
  }

  @OptionMetadata(displayName = "tied", commandLineParamName = "tied", commandLineParamIsFlag = true, displayOrder = 11,
      category = OptionGroup.REGULARISATION,
      description = "The decoder uses the encoder's dense weights, transposed; where the outputs are not as many as "
          + "the inputs, as with nominal attributes, its last layer has its own. Not with variational.")
  public boolean getTied() {
    return coding.tied.value();
  }

  public void setTied(boolean value) {
    coding.tied.set(value);
  }

  @OptionMetadata(displayName = "generate", commandLineParamName = "generate", displayOrder = 12,
      category = OptionGroup.GENERATION,
      description = "Replace the rows of the first batch by so many new ones, drawn from a variational autoencoder; "
          + "their class is missing. Later batches pass unchanged. Does not go with output. 0 means no.")
  public int getGenerate() {
    return generate;
  }

  public void setGenerate(int value) {
    generate = Checked.requireAtLeast("generate", 0, "rows", value);
  }

  @OptionMetadata(displayName = "input", commandLineParamName = "input", displayOrder = 13,
      category = OptionGroup.IMAGES,
      description = "For images: their shape, as in 28x28x1; the numeric attributes are their pixels, and all of a "
          + "channel are scaled alike, as scaling says. Or none. 'auto' lets image files choose their size (at most 32 "
          + "pixels a side) and takes numeric attributes as a table.")
  public String getInput() {
    return settings.images().input.text();
  }

  public void setInput(String text) {
    settings.images().input.set(text);
  }

  @OptionMetadata(displayName = "scaling", commandLineParamName = "scaling", displayOrder = 14,
      category = OptionGroup.ADVANCED,
      description = "What is done to numeric attributes: standardise (mean 0, deviation 1), range (to [-1, 1]) or "
          + "none.")
  public Scaling getScaling() {
    return settings.scaling.value();
  }

  public void setScaling(Scaling value) {
    settings.scaling.set(value);
  }

  @OptionMetadata(displayName = "optimizer", commandLineParamName = "optimizer", displayOrder = 15,
      category = OptionGroup.TRAINING,
      description = "How weights are changed: adam, adamw, sgd, momentum, nesterov, rmsprop, or lbfgs on all rows at "
          + "once. Settings stand after the name, as in 'adam beta2=0.95'. 'auto' is adam.")
  public String getOptimizer() {
    return settings.optimizer.text();
  }

  public void setOptimizer(String text) {
    settings.optimizer.set(text);
  }

  @OptionMetadata(displayName = "rate", commandLineParamName = "rate", displayOrder = 16,
      category = OptionGroup.TRAINING,
      description = "The learning rate, above 0, which falls to 0 during training. 'auto' is 0.002, or the optimizer's "
          + "own if an optimizer is set.")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "epochs", commandLineParamName = "epochs", displayOrder = 17,
      description = "Passes over the training rows, at most; iterations for lbfgs. 'auto' is as many as make 10,000 "
          + "updates, from 30 to 1,000; 500 for lbfgs.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.setEpochs(text);
  }

  @OptionMetadata(displayName = "batch", commandLineParamName = "batch", displayOrder = 18,
      category = OptionGroup.TRAINING,
      description = "Rows of one update, or 'all'. 'auto' is 32 below 1,500 rows, 64 below 10,000, else 128, and 'all' "
          + "for lbfgs.")
  public String getBatch() {
    return settings.batch.text();
  }

  public void setBatch(String text) {
    settings.batch.set(text);
  }

  @OptionMetadata(displayName = "decay", commandLineParamName = "decay", displayOrder = 19,
      category = OptionGroup.REGULARISATION,
      description = "Weight decay (l2): adds decay / 2 times the sum of squared weights to the loss; biases are "
          + "free. 'auto' is none, or adamw's own.")
  public String getDecay() {
    return settings.decay.text();
  }

  public void setDecay(String text) {
    settings.decay.set(text);
  }

  @OptionMetadata(displayName = "validation", commandLineParamName = "validation", displayOrder = 20,
      category = OptionGroup.TRAINING,
      description = "Percentage of the rows that are held out to find the best epoch: 0 or 1 to 90. 'auto' "
          + "holds out none.")
  public String getValidation() {
    return settings.validation.text();
  }

  public void setValidation(String text) {
    settings.validation.set(text);
  }

  @OptionMetadata(displayName = "patience", commandLineParamName = "patience", displayOrder = 21,
      category = OptionGroup.TRAINING,
      description = "Stop after so many epochs without a lower loss on the held-out rows (on the training rows if none "
          + "are held out); 0 means never. 'auto' is 20 if rows are held out, else never.")
  public String getPatience() {
    return settings.patience.text();
  }

  public void setPatience(String text) {
    settings.patience.set(text);
  }

  @OptionMetadata(displayName = "threads", commandLineParamName = "threads", displayOrder = 22,
      category = OptionGroup.ADVANCED,
      description = "Threads at most; 'auto' uses all cores. Changes the time, never the result.")
  public String getThreads() {
    return settings.threads.text();
  }

  public void setThreads(String text) {
    settings.threads.set(text);
  }

  @OptionMetadata(displayName = "augment", commandLineParamName = "augment", displayOrder = 23,
      category = OptionGroup.IMAGES,
      description = "Random changes of images in training, new in every epoch, as in 'flip, shift 2, rotate 10', or "
          + "none. Others are 'zoom 0.1', 'crop 2' and 'cutout 4'.")
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

  @OptionMetadata(displayName = "images", commandLineParamName = "images", displayOrder = 24,
      category = OptionGroup.IMAGES,
      description = "Folder from which the names of image files count that a string attribute holds. Images are "
          + "brought to the size that -input gives, and come out as code or error alone. 'auto': the names are whole "
          + "paths, as ImageFolderLoader writes them, or count from the folder that Weka was started in. 'none': there "
          + "are no image files.")
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

  @OptionMetadata(displayName = "draw", commandLineParamName = "draw", displayOrder = 26,
      category = OptionGroup.IMAGES,
      description = "PNG file into which, after training on images, the first rows are drawn: as they are, with the "
          + "noise if there is any, and as they are given back; with -generate, new images. 'none' draws nothing.")
  public String getDraw() {
    return draw;
  }

  public void setDraw(String file) {
    draw = file.isBlank() ? Auto.NONE : file.trim();
  }
}
