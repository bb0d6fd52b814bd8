package weka.core.neural;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ruru.nn.text.Excerpt;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.neural.options.Auto;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.ImageInput;
import weka.core.neural.options.OptionGroup;

/** The options of {@link weka.filters.unsupervised.attribute.NeuralEncoder} as bean properties, with their texts. */
public abstract class NeuralEncoderOptions extends FilterOptions implements Randomizable, CommonOptions {
  private static final long serialVersionUID = 1;

  /** What the filter can give for a row. */
  public enum Output {
    /** The attributes as they came. */
    ORIGINAL,
    /** The attributes as they came, missing values filled in from the reconstruction. */
    FILLED,
    /** The numbers of the code. */
    CODE,
    /** The attributes as the decoder reconstructs them. */
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
  @Override
  public NeuralSettings settings() {
    return settings;
  }

  public AutoencoderSettings coding() {
    return coding;
  }

  protected Set<Output> outputs() {
    return outputs;
  }

  @OptionMetadata(displayName = "layers", displayOrder = 1,
      description = "The encoder's layers before the code, separated by commas, as in 'dense 64 relu, dense 32 relu'. "
          + "'none' gives a linear code. 'auto' is one relu layer with four times as many units as inputs, at least "
          + "16; above 64 inputs it is 'dense 256 relu, dense 128 relu'. A step named 'code' is the code, and the "
          + "steps after it are the decoder, as in 'autoencoder-conv'.")
  public String getLayers() {
    return coding.layers.text();
  }

  public void setLayers(String text) {
    coding.layers.set(text);
  }

  @OptionMetadata(displayName = "code", displayOrder = 2,
      description = "Number of units of the code. 'auto' is half the number of inputs, at most 16.")
  public String getCode() {
    return coding.code.text();
  }

  public void setCode(String text) {
    coding.code.set(text);
  }

  @OptionMetadata(displayName = "decoder", displayOrder = 3, category = OptionGroup.ADVANCED,
      description = "The decoder's layers after the code; 'auto' mirrors the encoder, 'none' means no hidden layer. A "
          + "final dense layer is added if they do not give the number of outputs that is needed.")
  public String getDecoder() {
    return coding.decoder.text();
  }

  public void setDecoder(String text) {
    coding.decoder.set(text);
  }

  @OptionMetadata(displayName = "output", displayOrder = 4,
      description = "The new attributes, one kind or several separated by commas: code, reconstruction (the attributes "
          + "as the decoder reconstructs them, without noise), filled (the attributes with missing values filled in "
          + "from the reconstruction), error (how badly the row is reconstructed: an anomaly score, which is higher "
          + "where an attribute that was constant in training has another value), original. Image files give code and "
          + "error only.")
  public String getOutput() {
    return outputs.stream().map(o -> o.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
  }

  public void setOutput(String text) {
    Set<Output> chosen = EnumSet.noneOf(Output.class);
    for (String word : text.trim().toUpperCase(Locale.ROOT).split("[,\\s]+")) {
      chosen.add(Arrays.stream(Output.values()).filter(o -> o.name().equals(word)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException(
              "output: expected code, reconstruction, filled, error or original, got '" + Excerpt.of(text) + "'")));
    }
    outputs = chosen;
  }

  @OptionMetadata(displayName = "noise", displayOrder = 5, category = OptionGroup.REGULARISATION,
      description = "Noise added to the inputs in training, for a denoising autoencoder: gaussian, mask, salt, hole or "
          + "none. "
          + "A number says how strong it is: 'gaussian 0.3' (standard deviation), 'mask 0.2' (fraction set to 0), "
          + "'salt 0.1' (fraction set to an end of the range), 'hole 8' (a square of 8 x 8 pixels of each image, "
          + "which the autoencoder learns to fill).")
  public String getNoise() {
    return coding.noise.text();
  }

  public void setNoise(String text) {
    coding.noise.set(text);
  }

  @OptionMetadata(displayName = "sparse", displayOrder = 6, category = OptionGroup.REGULARISATION,
      description = "Target mean activation of a sigmoid code, optionally followed by the weight of the penalty, or "
          + "none. Examples are '0.05', and '0.05 2' with twice the weight.")
  public String getSparse() {
    return coding.sparse.text();
  }

  public void setSparse(String text) {
    coding.sparse.set(text);
  }

  @OptionMetadata(displayName = "activityL1", displayOrder = 7, category = OptionGroup.REGULARISATION,
      description = "Adds this number times the sum of the code's absolute values to the loss.")
  public double getActivityL1() {
    return coding.activityL1.value();
  }

  public void setActivityL1(double value) {
    coding.activityL1.set(value);
  }

  @OptionMetadata(displayName = "contractive", displayOrder = 8, category = OptionGroup.REGULARISATION,
      description = "Weight of a penalty on how sensitive a sigmoid code is to the inputs of its layer: the outputs of "
          + "the layer before it, or the attributes with 'none' as layers; 0 means no penalty.")
  public double getContractive() {
    return coding.contractive.value();
  }

  public void setContractive(double value) {
    coding.contractive.set(value);
  }

  @OptionMetadata(displayName = "variational", displayOrder = 9, category = OptionGroup.GENERATION,
      description = "A variational autoencoder: codes are sampled around a mean and kept close to the standard normal "
          + "distribution, so that new rows can be generated.")
  public boolean getVariational() {
    return coding.variational.value();
  }

  public void setVariational(boolean value) {
    coding.variational.set(value);
  }

  @OptionMetadata(displayName = "beta", displayOrder = 10, category = OptionGroup.GENERATION,
      description = "Weight of the divergence from the standard normal distribution, for a variational autoencoder.")
  public double getBeta() {
    return coding.beta.value();
  }

  public void setBeta(double value) {
    coding.beta.set(value);
  }

  @OptionMetadata(displayName = "tied", displayOrder = 11, category = OptionGroup.REGULARISATION,
      description = "The decoder uses the encoder's dense weights, transposed; if there are not as many outputs as "
          + "inputs, as with nominal attributes, its last layer has weights of its own. Not with -variational.")
  public boolean getTied() {
    return coding.tied.value();
  }

  public void setTied(boolean value) {
    coding.tied.set(value);
  }

  @OptionMetadata(displayName = "generate", displayOrder = 12, category = OptionGroup.GENERATION,
      description = "Replace the rows of the first batch by this many new ones, sampled from a variational "
          + "autoencoder; their class is missing. Later batches pass unchanged. Not with -output. 0 generates none.")
  public int getGenerate() {
    return generate;
  }

  public void setGenerate(int value) {
    generate = Checked.requireAtLeast("generate", 0, "rows", value);
  }

  @OptionMetadata(displayName = "input", displayOrder = 13, category = OptionGroup.IMAGES,
      description = ImageInput.HELP)
  public String getInput() {
    return settings.images().input.text();
  }

  public void setInput(String text) {
    settings.images().input.set(text);
  }

  @OptionMetadata(displayName = "optimizer", displayOrder = 21, category = OptionGroup.TRAINING,
      description = "How weights are updated: adam, adamw, sgd, momentum, nesterov, rmsprop, or lbfgs on all rows at "
          + "once. Settings follow the name, as in 'adam beta2=0.95'. 'auto' is adam.")
  public String getOptimizer() {
    return settings.optimizer.text();
  }

  public void setOptimizer(String text) {
    settings.optimizer.set(text);
  }

  @OptionMetadata(displayName = "rate", displayOrder = 22, category = OptionGroup.TRAINING,
      description = "The learning rate, above 0, which falls to 0 during training. 'auto' is 0.002, or the optimizer's "
          + "default if an optimizer is set.")
  public String getRate() {
    return settings.rate.text();
  }

  public void setRate(String text) {
    settings.rate.set(text);
  }

  @OptionMetadata(displayName = "epochs", displayOrder = 23,
      description = "Maximum number of passes over the training rows, or of iterations for lbfgs. 'auto' is enough for "
          + "10,000 updates, from 30 to 1,000; 500 for lbfgs.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.setEpochs(text);
  }

  @OptionMetadata(displayName = "batch", displayOrder = 24, category = OptionGroup.TRAINING,
      description = "Number of rows per update, or 'all'. 'auto' is 32 below 1,500 rows, 64 below 10,000, otherwise "
          + "128, and 'all' for lbfgs.")
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

  @OptionMetadata(displayName = "validation", displayOrder = 26, category = OptionGroup.TRAINING,
      description = "Percentage of the rows to hold out in order to find the best epoch: 0, or 1 to 90. 'auto' is 0.")
  public String getValidation() {
    return settings.validation.text();
  }

  public void setValidation(String text) {
    settings.validation.set(text);
  }

  @OptionMetadata(displayName = "patience", displayOrder = 27, category = OptionGroup.TRAINING,
      description = "Stop after this many epochs without a lower loss on the held-out rows, or on the training rows "
          + "if none are held out; 0 means never. 'auto' is 20 if rows are held out, otherwise never.")
  public String getPatience() {
    return settings.patience.text();
  }

  public void setPatience(String text) {
    settings.patience.set(text);
  }

  @OptionMetadata(displayName = "augment", displayOrder = 51, category = OptionGroup.IMAGES,
      description = "Random changes to images in training, new in every epoch, as in 'flip, shift 2, rotate 10', or "
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

  @OptionMetadata(displayName = "draw", displayOrder = 72, category = OptionGroup.IMAGES,
      description = "PNG file for a picture, after training on images, of the first rows: as they are, with noise if "
          + "there is any, and as reconstructed; with -generate, of new images. 'none' draws nothing.")
  public String getDraw() {
    return draw;
  }

  public void setDraw(String file) {
    draw = file.trim().isBlank() ? Auto.NONE : FileOptions.typed("draw", file);
  }
}
