package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Optimizer;
import ruru.nn.Schedule;
import ruru.nn.layers.Output;
import ruru.nn.layers.Softmax;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.NumberSlip;
import weka.core.SerializedObject;
import weka.core.neural.options.Auto;
import weka.core.neural.options.ClassWeights;
import weka.core.neural.options.StoredTexts;
import weka.core.neural.report.Numbers;
import weka.core.neural.training.Recipe;

/**
 * What a user can set about a network and its training; many settings can be left to the data by "auto". What is wrong
 * is refused where it is set; what is let through is legal, except that some settings do not go together, which {@link
 * Recipe} says.
 */
public final class NeuralSettings implements Serializable {
  private static final long serialVersionUID = 1;
  public static final String NONE = Auto.NONE;
  private static final String PERCENTAGE = "0 or a percentage from 1 to 90";
  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(NeuralSettings.class);

  /** The hidden layers, or all. */
  public final Auto<List<NamedLayer>> layers =
      Auto.of(NeuralSettings::readLayers, (typed, steps) -> typed.isBlank() ? "output" : typed.trim());
  public final Auto<Loss> loss = Auto.member(Catalog.LOSSES);
  public final Auto<Optimizer> optimizer = Auto.member(Catalog.OPTIMIZERS);
  public final Auto<Double> rate =
      Auto.number("rate", Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");
  public final Auto<Schedule> schedule = Auto.member(Catalog.SCHEDULES);
  /** With 0 a network stays as it was initialised, which {@link #setEpochs} refuses. */
  public final Auto<Integer> epochs = Auto.whole("epochs", 0, Integer.MAX_VALUE);
  /** Rows of one update; 0 for all. */
  public final Auto<Integer> batch = Auto.whole("batch", 1, Integer.MAX_VALUE).with("all", 0);
  /** A percentage. */
  public final Auto<Double> validation =
      Auto.number("validation", 0, 90, PERCENTAGE, NumberSlip::hintOnPercentage)
          .without(NeuralSettings::requirePercentage);
  public final Auto<Integer> patience = Auto.whole("patience", 0, Integer.MAX_VALUE);
  public final Auto<Double> decay = Auto.number("decay", 0, Double.MAX_VALUE, "a number of at least 0");
  public final Auto<Integer> bins = Auto.whole("bins", 0, 1000).without(NeuralSettings::requireNotOne);
  public final Auto<Integer> members = Auto.whole("members", 1, 1000);
  /** Folds; 0 for "none". */
  public final Auto<Integer> intervals = Auto.whole("intervals", 2, 1000, ", 'none' or 'auto'").with(NONE, 0);
  public final Auto<Integer> threads = Auto.whole("threads", 1, 1024);
  public final Auto<Integer> shards = Auto.whole("shards", 1, 1024);
  private double l1;
  private double clip;
  private String classWeights = NONE;
  private Scaling scaling = Scaling.STANDARDISE;
  private Effort effort = Effort.NORMAL;
  private boolean keepOrder;
  private ImageSettings images = new ImageSettings();
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable NeuralSettings read;

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

  private static List<NamedLayer> readLayers(String text) {
    // Weka drops empty texts where it writes options as one line, so that no hidden layer needs a word.
    List<NamedLayer> steps = NetworkText.parse(text.isBlank() ? "output" : text);
    requireNoSoftmaxForOutput(text, steps);
    return steps;
  }

  private static void requireNoSoftmaxForOutput(String text, List<NamedLayer> steps) {
    if (!steps.isEmpty() && steps.get(steps.size() - 1).layer() instanceof Softmax
        && steps.stream().noneMatch(step -> step.layer() instanceof Output)) {
      throw new IllegalArgumentException("layers: the output layer comes by itself, with its softmax, so leave out "
          + "what is to be it at the end of '" + text.trim() + "'; for a hidden layer with softmax, write 'output' "
          + "after it");
    }
  }

  /** A copy with other layers. */
  public NeuralSettings withLayers(String text) {
    NeuralSettings copy = copy();
    copy.layers.set(text);
    return copy;
  }

  /** Sets the epochs of a network that is to be trained: at least one. */
  public void setEpochs(String text) {
    Auto.whole("epochs", 1, Integer.MAX_VALUE).set(text);
    epochs.set(text);
  }

  private static void requirePercentage(double value) {
    if (value > 0 && value < 1) {
      throw new IllegalArgumentException("validation: expected " + PERCENTAGE + " or 'auto', got "
          + Numbers.plain(value) + ", which is less than one percent; for " + Numbers.plain(100 * value)
          + " % of the rows write " + Numbers.plain(100 * value));
    }
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

  private static void requireNotOne(int bins) {
    if (bins == 1) {
      throw new IllegalArgumentException("bins: expected 0 for none, a whole number from 2 to 1000, or 'auto', got 1: "
          + "a single bin has every row in it and says nothing");
    }
  }

  public boolean getKeepOrder() {
    return keepOrder;
  }

  public void setKeepOrder(boolean value) {
    keepOrder = value;
  }

  /** The most threads; 0 for all cores. */
  public int mostThreads() {
    return threads.orElse(0);
  }

  /** Threads to train with. */
  public int trainingThreads() {
    return threads.orElse(Runtime.getRuntime().availableProcessors());
  }

  /** The share of the rows that is held out, from 0 to below 1. */
  public double heldOut(double decided) {
    return validation.isAuto() ? decided : validation.value() / 100;
  }

  /** Rows of one update where a method goes by steps, not by all rows: as set, or the more, the more there are. */
  public int batchFor(int rows) {
    return batch.orElse(rows < 1500 ? 32 : rows < 10_000 ? 64 : 128);
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

  static double atLeastZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": expected a number of at least 0, got " + value);
    }
    return value;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    StoredTexts.write(this, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    read = StoredTexts.read(in, new NeuralSettings());
  }

  private @Nullable Object readResolve() {
    return read;
  }
}
