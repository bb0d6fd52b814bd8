package weka.core.neural;

import ruru.boltzmann.ContrastiveDivergence;
import weka.core.Environment;
import weka.core.EnvironmentHandler;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.neural.options.Auto;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.OptionGroup;

/** The options of {@link weka.filters.unsupervised.attribute.BoltzmannFeatures} as bean properties, with texts. */
public abstract class BoltzmannOptions extends FilterOptions implements Randomizable, EnvironmentHandler {
  private static final long serialVersionUID = 1;
  private static final double BINARY_RATE = 0.06;
  /** Gaussian units have no bounds, so that a step too far is not caught by them. Hinton 2012, section 13.2. */
  private static final double GAUSSIAN_RATE = BINARY_RATE / 10;

  /** What numbers are as visible units. */
  public enum Visible { BINARY, GAUSSIAN }

  /** What rows become. */
  public enum Output { FEATURES, RECONSTRUCTION, ENERGY }

  private final ImageSettings images = new ImageSettings();
  private int units = 100;
  private Visible visible = Visible.BINARY;
  private Output output = Output.FEATURES;
  private String rate = Auto.AUTO;
  private int epochs = 20;
  private int batch = 10;
  private int cd = 1;
  private boolean persistent;
  private int generate;
  private String threads = Auto.AUTO;
  private String draw = Auto.NONE;
  private int seed = 1;

  /** The shape of images. */
  public ImageSettings images() {
    return images;
  }

  private static Auto<Double> rateOption() {
    return Auto.number("rate", Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");
  }

  private static Auto<Integer> threadsOption() {
    return Auto.whole("threads", 1, 1024);
  }

  /** How the machine is trained. */
  public ContrastiveDivergence.Settings divergence() {
    Auto<Double> ofUnits = rateOption();
    ofUnits.set(rate);
    Auto<Integer> most = threadsOption();
    most.set(threads);
    return new ContrastiveDivergence.Settings(
        ofUnits.orElse(visible == Visible.GAUSSIAN ? GAUSSIAN_RATE : BINARY_RATE), batch, cd, persistent, seed,
        most.orElse(0));
  }

  @OptionMetadata(displayName = "units", displayOrder = 1, description = "Number of hidden units.")
  public int getUnits() {
    return units;
  }

  public void setUnits(int value) {
    units = Checked.requireAtLeast("units", 1, "hidden units", value);
  }

  @OptionMetadata(displayName = "visible", displayOrder = 2,
      description = "What numbers are as visible units: binary (scaled to [0, 1] by their range in the training rows) "
          + "or gaussian (scaled to mean 0 and standard deviation 1). A nominal attribute is a group of units, one for "
          + "each value, of which one is on. What is missing has the mean of the training rows.")
  public Visible getVisible() {
    return visible;
  }

  public void setVisible(Visible value) {
    visible = value;
  }

  @OptionMetadata(displayName = "output", displayOrder = 3,
      description = "What each row becomes: features (the probabilities of the hidden units), reconstruction (the "
          + "attributes as the machine makes them anew from these, with missing values filled in) or energy (the free "
          + "energy, an anomaly score: the higher, the less probable is the row).")
  public Output getOutput() {
    return output;
  }

  public void setOutput(Output value) {
    output = value;
  }

  @OptionMetadata(displayName = "rate", displayOrder = 4,
      description = "The learning rate, above 0. 'auto' is " + BINARY_RATE
          + " with binary units and a tenth of it with "
          + "gaussian ones.")
  public String getRate() {
    return rate;
  }

  public void setRate(String text) {
    Auto<Double> read = rateOption();
    read.set(text);
    rate = read.text();
  }

  @OptionMetadata(displayName = "epochs", displayOrder = 5, description = "Number of passes over the training rows.")
  public int getEpochs() {
    return epochs;
  }

  public void setEpochs(int value) {
    epochs = Checked.requireAtLeast("epochs", 1, "epochs", value);
  }

  @OptionMetadata(displayName = "batch", displayOrder = 6, category = OptionGroup.TRAINING,
      description = "Number of rows per update.")
  public int getBatch() {
    return batch;
  }

  public void setBatch(int value) {
    batch = Checked.requireAtLeast("batch", 1, "rows", value);
  }

  @OptionMetadata(displayName = "cd", displayOrder = 7, category = OptionGroup.TRAINING,
      description = "Steps of Gibbs sampling per update, the k of contrastive divergence (CD-k).")
  public int getCd() {
    return cd;
  }

  public void setCd(int value) {
    cd = Checked.requireAtLeast("cd", 1, "steps", value);
  }

  @OptionMetadata(displayName = "persistent", displayOrder = 8, category = OptionGroup.TRAINING,
      description = "Go on sampling at each update where the one before ended (persistent contrastive divergence) "
          + "instead of at the rows: slower to learn features, but closer to the likelihood, for -generate and energy.")
  public boolean getPersistent() {
    return persistent;
  }

  public void setPersistent(boolean value) {
    persistent = value;
  }

  @OptionMetadata(displayName = "generate", displayOrder = 9, category = OptionGroup.GENERATION,
      description = "Replace the rows of the first batch by this many new ones, by 200 steps of Gibbs sampling from "
          + "rows drawn at random; their class is missing. Later batches pass unchanged. Not with -output. 0 generates "
          + "none.")
  public int getGenerate() {
    return generate;
  }

  public void setGenerate(int value) {
    generate = Checked.requireAtLeast("generate", 0, "rows", value);
  }

  @OptionMetadata(displayName = "input", displayOrder = 10, category = OptionGroup.IMAGES,
      description = "The shape of images for -draw, height x width x channels as in '28x28x1', whose pixels are the "
          + "numeric attributes, row by row. 'auto' takes a square number of attributes as a grey image.")
  public String getInput() {
    return images.input.text();
  }

  public void setInput(String text) {
    images.input.set(text);
  }

  @OptionMetadata(displayName = "draw", displayOrder = 11, category = OptionGroup.IMAGES,
      description = "PNG file for the weights of each hidden unit as an image; 0 is grey, and positive weights are "
          + "lighter. Not drawn in the folds of a cross-validation. 'none' draws nothing.")
  public String getDraw() {
    return draw;
  }

  public void setDraw(String text) {
    draw = text.isBlank() ? Auto.NONE : FileOptions.typed("draw", text);
  }

  @OptionMetadata(displayName = "threads", displayOrder = 50, category = OptionGroup.ADVANCED,
      description = "Maximum number of threads; 'auto' uses all cores. It affects the time, never the result.")
  public String getThreads() {
    return threads;
  }

  public void setThreads(String text) {
    Auto<Integer> read = threadsOption();
    read.set(text);
    threads = read.text();
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

  /** Where variables such as ${HOME} in the names of files come from. */
  @Override
  public void setEnvironment(Environment variables) {
    images.setEnvironment(variables);
  }
}
