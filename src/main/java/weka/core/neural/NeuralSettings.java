package weka.core.neural;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import ruru.nn.Step;
import ruru.nn.layers.Output;
import ruru.nn.layers.Softmax;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.NumberSlip;
import ruru.nn.text.RecordText;
import weka.core.SerializedObject;
import weka.core.neural.options.AutoText;
import weka.core.neural.options.ClassWeights;
import weka.core.neural.report.Numbers;
import weka.core.neural.training.Recipe;

/**
 * What a user can set about a network and its training, in the form in which it is typed: many settings can be left to
 * the data by "auto". Every setter checks; what it lets through is legal, except that some settings do not go together,
 * which {@link Recipe} says.
 */
public final class NeuralSettings implements Cloneable, Serializable {
  private static final long serialVersionUID = 1;
  public static final String AUTO = AutoText.AUTO;
  public static final String NONE = "none";
  private static final String PERCENTAGE = "0 or a percentage from 1 to 90";

  private String layers = AUTO;
  private String loss = AUTO;
  private String optimizer = AUTO;
  private String rate = AUTO;
  private String schedule = AUTO;
  private String epochs = AUTO;
  private String batch = AUTO;
  private String validation = AUTO;
  private String patience = AUTO;
  private String decay = AUTO;
  private double l1;
  private double clip;
  private String classWeights = "none";
  private Scaling scaling = Scaling.STANDARDISE;
  private String bins = AUTO;
  private Effort effort = Effort.NORMAL;
  private boolean keepOrder;
  private String members = AUTO;
  private String intervals = AUTO;
  private String threads = AUTO;
  private String shards = AUTO;
  private final ImageSettings images = new ImageSettings();

  /** What concerns images. */
  public ImageSettings images() {
    return images;
  }

  /** Equal settings that can be changed without changing these. */
  public NeuralSettings copy() {
    try {
      NeuralSettings copy = (NeuralSettings) new SerializedObject(this).getObject();
      copy.images.setEnvironment(images.getEnvironment());
      return copy;
    } catch (Exception e) {
      throw new IllegalStateException("settings could not be copied", e);
    }
  }

  public String getLayers() {
    return layers;
  }

  public void setLayers(String text) {
    if (!isAuto(text)) {
      requireNoSoftmaxForOutput(text, NetworkText.parse(text));
    }
    // Weka drops empty texts where it writes options as one line, so that no hidden layer needs a word.
    layers = text.isBlank() ? "output" : text.trim();
  }

  private static void requireNoSoftmaxForOutput(String text, List<Step> steps) {
    if (!steps.isEmpty() && steps.get(steps.size() - 1).layer() instanceof Softmax
        && steps.stream().noneMatch(step -> step.layer() instanceof Output)) {
      throw new IllegalArgumentException("layers: the output layer comes by itself, with its softmax, so leave out "
          + "what is to be it at the end of '" + text.trim() + "'; for a hidden layer with softmax, write 'output' "
          + "after it");
    }
  }

  /** A copy with other layers. */
  public NeuralSettings withLayers(String text) {
    try {
      NeuralSettings copy = (NeuralSettings) clone();
      copy.setLayers(text);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  public String getLoss() {
    return loss;
  }

  public void setLoss(String text) {
    loss = member(Catalog.LOSSES, text);
  }

  public String getOptimizer() {
    return optimizer;
  }

  public void setOptimizer(String text) {
    optimizer = member(Catalog.OPTIMIZERS, text);
  }

  public String getRate() {
    return rate;
  }

  public void setRate(String text) {
    rate = number("rate", text, Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0", NumberSlip.hint(text));
  }

  public String getSchedule() {
    return schedule;
  }

  public void setSchedule(String text) {
    schedule = member(Catalog.SCHEDULES, text);
  }

  public String getEpochs() {
    return epochs;
  }

  public void setEpochs(String text) {
    epochs = whole("epochs", text, 1, Integer.MAX_VALUE);
  }

  /** As {@link #setEpochs}, where a network may also stay as it was initialised, with 0. */
  public void setEpochsOrNone(String text) {
    epochs = whole("epochs", text, 0, Integer.MAX_VALUE);
  }

  public String getBatch() {
    return batch;
  }

  public void setBatch(String text) {
    batch = text.trim().equalsIgnoreCase("all") ? "all" : whole("batch", text, 1, Integer.MAX_VALUE);
  }

  public String getValidation() {
    return validation;
  }

  public void setValidation(String text) {
    String percentage = number("validation", text, 0, 90, PERCENTAGE, NumberSlip.hintOnPercentage(text));
    if (!isAuto(percentage)) {
      double value = Double.parseDouble(percentage);
      if (value > 0 && value < 1) {
        throw new IllegalArgumentException("validation: expected " + PERCENTAGE + " or 'auto', got " + percentage
            + ", which is less than one percent; for " + Numbers.plain(100 * value) + " % of the rows write "
            + Numbers.plain(100 * value));
      }
    }
    validation = percentage;
  }

  public String getPatience() {
    return patience;
  }

  public void setPatience(String text) {
    patience = whole("patience", text, 0, Integer.MAX_VALUE);
  }

  public String getDecay() {
    return decay;
  }

  public void setDecay(String text) {
    decay = number("decay", text, 0, Double.MAX_VALUE, "a number of at least 0", NumberSlip.hint(text));
  }

  public double getL1() {
    return l1;
  }

  public void setL1(double value) {
    l1 = atLeastZero("l1", value);
  }

  public double getClip() {
    return clip;
  }

  public void setClip(double value) {
    clip = atLeastZero("clip", value);
  }

  public String getClassWeights() {
    return classWeights;
  }

  public void setClassWeights(String text) {
    classWeights = ClassWeights.check(text);
  }

  public Scaling getScaling() {
    return scaling;
  }

  public void setScaling(Scaling value) {
    scaling = java.util.Objects.requireNonNull(value);
  }

  public Effort getEffort() {
    return effort;
  }

  public void setEffort(Effort value) {
    effort = java.util.Objects.requireNonNull(value);
  }

  public String getBins() {
    return bins;
  }

  public void setBins(String text) {
    String number = whole("bins", text, 0, 1000);
    if (number.equals("1")) {
      throw new IllegalArgumentException("bins: expected 0 for none, a whole number from 2 to 1000, or 'auto', got 1: "
          + "a single bin has every row in it and says nothing");
    }
    bins = number;
  }

  public boolean getKeepOrder() {
    return keepOrder;
  }

  public void setKeepOrder(boolean value) {
    keepOrder = value;
  }

  public String getMembers() {
    return members;
  }

  public void setMembers(String text) {
    members = whole("members", text, 1, 1000);
  }

  public String getIntervals() {
    return intervals;
  }

  public void setIntervals(String text) {
    intervals = text.trim().equalsIgnoreCase(NONE) ? NONE : whole("intervals", text, 2, 1000, ", 'none' or 'auto'");
  }

  /** The most threads; 0 for all cores. */
  public int mostThreads() {
    return isAuto(threads) ? 0 : Integer.parseInt(threads);
  }

  public String getThreads() {
    return threads;
  }

  public void setThreads(String text) {
    threads = whole("threads", text, 1, 1024);
  }

  public String getShards() {
    return shards;
  }

  public void setShards(String text) {
    shards = whole("shards", text, 1, 1024);
  }

  /** Checks how many rows are to be predicted at once. */
  public static String batchSize(String text) {
    try {
      if (Integer.parseInt(text.trim()) >= 1) {
        return text.trim();
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("batch size: expected a whole number, got '" + text + "'"
          + NumberSlip.hintOnWhole(text), e);
    }
    throw new IllegalArgumentException("batch size: expected a number of rows of at least 1, got " + text);
  }

  /** Whether a setting is left to the data. */
  public static boolean isAuto(String text) {
    return AutoText.is(text);
  }

  private static <T> String member(Catalog<T> catalog, String text) {
    return isAuto(text) ? AUTO : RecordText.print(RecordText.parse(catalog, text));
  }

  static String whole(String name, String text, int min, int max) {
    return whole(name, text, min, max, " or 'auto'");
  }

  private static String whole(String name, String text, int min, int max, String others) {
    if (isAuto(text)) {
      return AUTO;
    }
    try {
      int value = Integer.parseInt(text.trim());
      if (value >= min && value <= max) {
        return Integer.toString(value);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": expected a whole number" + others + ", got '" + text + "'"
          + NumberSlip.hintOnWhole(text), e);
    }
    throw new IllegalArgumentException(name + ": expected a whole number "
        + (max == Integer.MAX_VALUE ? "of at least " + min : "from " + min + " to " + max) + others + ", got "
        + text);
  }

  private static String number(String name, String text, double min, double max, String expected, String hint) {
    if (isAuto(text)) {
      return AUTO;
    }
    double value;
    try {
      value = Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": expected " + expected + " or 'auto', got '" + text + "'" + hint, e);
    }
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + ": expected " + expected + " or 'auto', got " + text);
    }
    return text.trim().toLowerCase(Locale.ROOT);
  }

  static double atLeastZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": expected a number of at least 0, got " + value);
    }
    return value;
  }
}
