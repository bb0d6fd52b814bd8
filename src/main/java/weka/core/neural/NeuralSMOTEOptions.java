package weka.core.neural;

import ruru.nn.text.Excerpt;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.neural.options.Checked;
import weka.core.neural.options.OptionGroup;

/** The options of {@link weka.filters.supervised.instance.NeuralSMOTE} as bean properties, with their texts. */
public abstract class NeuralSMOTEOptions extends FilterOptions implements Randomizable {
  private static final long serialVersionUID = 1;
  /** Less than 1, so that rows are reconstructed well enough for small differences between classes. */
  private static final double BETA = 0.2;

  private final NeuralSettings settings = new NeuralSettings();
  private final AutoencoderSettings coding = new AutoencoderSettings();
  private double percentage = 100;
  private int nearestNeighbors = 10;
  private String classValue = "0";
  private boolean onlyNew;
  private int seed = 1;

  protected NeuralSMOTEOptions() {
    coding.variational.set(true);
    coding.beta.set(BETA);
    coding.code.set("8");
  }

  /** All that concerns training. */
  protected NeuralSettings settings() {
    return settings;
  }

  /** What concerns the code. */
  protected AutoencoderSettings coding() {
    return coding;
  }

  @OptionMetadata(displayName = "percentage", commandLineParamName = "P", displayOrder = 1,
      description = "How many rows of a class are made, in percent of those that it has: 100 doubles it.")
  public double getPercentage() {
    return percentage;
  }

  public void setPercentage(double value) {
    if (!(value >= 0 && value <= 1e6)) {
      throw new IllegalArgumentException("percentage: expected a number from 0 to 1000000, got " + value);
    }
    percentage = value;
  }

  @OptionMetadata(displayName = "nearestNeighbors", commandLineParamName = "K", displayOrder = 2,
      description = "Among how many of the nearest rows of the same class one is chosen, towards which a new row lies. "
          + "More make new rows differ more from the given ones.")
  public int getNearestNeighbors() {
    return nearestNeighbors;
  }

  public void setNearestNeighbors(int value) {
    nearestNeighbors = Checked.requireAtLeast("nearestNeighbors", 1, "row", value);
  }

  @OptionMetadata(displayName = "classValue", commandLineParamName = "C", displayOrder = 3,
      description = "The class of which rows are made: its number from 1, 0 for the one with the fewest rows, or "
          + "'all'.")
  public String getClassValue() {
    return classValue;
  }

  public void setClassValue(String text) {
    String typed = text.trim();
    if (!typed.equals("all") && !typed.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("classValue: expected the number of a class from 1, 0 for the one with the "
          + "fewest rows, or 'all', got '" + Excerpt.of(text) + "'");
    }
    classValue = typed;
  }

  @OptionMetadata(displayName = "onlyNew", displayOrder = 4,
      description = "Give the new rows alone, without those that they were made from.")
  public boolean getOnlyNew() {
    return onlyNew;
  }

  public void setOnlyNew(boolean value) {
    onlyNew = value;
  }

  @OptionMetadata(displayName = "layers", displayOrder = 10, category = OptionGroup.TRAINING,
      description = "The layers of the autoencoder before the code, separated by commas; those after it mirror them. "
          + "'auto' lets the number of attributes decide.")
  public String getLayers() {
    return coding.layers.text();
  }

  public void setLayers(String text) {
    coding.layers.set(text);
  }

  @OptionMetadata(displayName = "code", displayOrder = 11, category = OptionGroup.TRAINING,
      description = "Numbers in the code between which rows are interpolated; 'auto' is half as many as inputs, 16 at "
          + "most.")
  public String getCode() {
    return coding.code.text();
  }

  public void setCode(String text) {
    coding.code.set(text);
  }

  @OptionMetadata(displayName = "beta", displayOrder = 12, category = OptionGroup.TRAINING,
      description = "Weight of the divergence of codes from the standard normal distribution, at least 0. More makes "
          + "new rows differ more from the given ones, and less like them.")
  public double getBeta() {
    return coding.beta.value();
  }

  public void setBeta(double value) {
    coding.beta.set(value);
  }

  @OptionMetadata(displayName = "epochs", displayOrder = 23, category = OptionGroup.TRAINING,
      description = "Passes over the rows in training; 'auto' lets their number decide.")
  public String getEpochs() {
    return settings.epochs.text();
  }

  public void setEpochs(String text) {
    settings.setEpochs(text);
  }

  @OptionMetadata(displayName = "threads", displayOrder = 62, category = OptionGroup.ADVANCED,
      description = "The most threads that compute at once; 'auto' is one for each processor. The result does not "
          + "depend on it.")
  public String getThreads() {
    return settings.threads.text();
  }

  public void setThreads(String text) {
    settings.threads.set(text);
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
    return "The seed of the initial weights, and of all that is drawn for new rows.";
  }
}
