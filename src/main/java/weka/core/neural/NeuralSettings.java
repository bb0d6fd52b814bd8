package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Optimizer;
import ruru.nn.Schedule;
import ruru.nn.layers.Output;
import ruru.nn.layers.Softmax;
import ruru.nn.text.Catalog;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NetworkText;
import ruru.nn.text.NumberSlip;
import weka.core.SerializedObject;
import weka.core.neural.options.Auto;
import weka.core.neural.options.Checked;
import weka.core.neural.options.ClassWeights;
import weka.core.neural.options.StoredTexts;
import weka.core.neural.options.TargetList;
import weka.core.neural.report.Numbers;
import weka.core.neural.training.Recipe;

/**
 * What a user can set about a network and its training; many settings can be left to the data by "auto". A wrong value
 * is refused where it is set. Some settings cannot be combined, which {@link Recipe} checks.
 */
public final class NeuralSettings implements Serializable {
  private static final long serialVersionUID = 1;
  /** Java takes minutes, or no end of its stack, to read some of a megabyte. */
  private static final int LONGEST_EXPRESSION = 1000;
  private static final String PERCENTAGE = "0 or a percentage from 1 to 90";
  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(new NeuralSettings());

  /** The hidden layers, or all layers. */
  public final Auto<List<NamedLayer>> layers =
      Auto.of(NeuralSettings::readLayers, (typed, steps) -> typed.trim().isBlank() ? "output" : typed.trim());
  public final Auto<Loss> loss = Auto.member(Catalog.LOSSES);
  public final Auto<Optimizer> optimizer = Auto.member(Catalog.OPTIMIZERS);
  public final Auto<Double> rate =
      Auto.number("rate", Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");
  public final Auto<Schedule> schedule = Auto.member(Catalog.SCHEDULES);
  /** With 0 a network stays as initialised, which {@link #setEpochs} refuses. */
  public final Auto<Integer> epochs = Auto.whole("epochs", 0, Integer.MAX_VALUE);
  /** Rows per update; 0 for all. */
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
  public final Auto<Integer> intervals = Auto.whole("intervals", 2, 1000, ", 'none' or 'auto'").with(Auto.NONE, 0);
  /** A regular expression of the attributes that are of the same kind as the class; empty for "none". */
  public final Auto<String> relative =
      Auto.of(NeuralSettings::readExpression, (String typed, String read) -> read).with(Auto.NONE, "");
  /** The attributes that are predicted beside the class. */
  public final Auto<TargetList> targets =
      Auto.orNone(TargetList::parse, (String typed, TargetList read) -> typed.trim());
  public final Auto<Integer> threads = Auto.whole("threads", 1, 1024);
  public final Auto<Integer> shards = Auto.whole("shards", 1, 1024);
  public final Checked<Double> l1 = Checked.notNegative("l1", 0);
  public final Checked<Double> clip = Checked.notNegative("clip", 0);
  public final Auto<ClassWeights> classWeights = Auto.orNone(ClassWeights::parse, (typed, read) -> read.toString());
  public final Checked<Scaling> scaling = Checked.of(Scaling.STANDARDISE);
  public final Checked<Effort> effort = Checked.of(Effort.NORMAL);
  public final Checked<Pretrain> pretrain = Checked.of(Pretrain.NONE);
  public final Checked<Boolean> keepOrder = Checked.of(false);
  public final Checked<Boolean> diagnose = Checked.of(false);
  private ImageSettings images = new ImageSettings();
  private SequenceSettings sequences = new SequenceSettings();
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable NeuralSettings read;

  /** What concerns images. */
  public ImageSettings images() {
    return images;
  }

  /** What concerns sequences. */
  public SequenceSettings sequences() {
    return sequences;
  }

  /** Equal settings, which can be changed without affecting these. */
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
    // Weka drops empty texts where it writes options as one line, so "no hidden layer" needs a word.
    List<NamedLayer> steps = NetworkText.parse(text.trim().isBlank() ? "output" : text);
    requireNoSoftmaxForOutput(text, steps);
    return steps;
  }

  private static void requireNoSoftmaxForOutput(String text, List<NamedLayer> steps) {
    if (!steps.isEmpty() && steps.get(steps.size() - 1).layer() instanceof Softmax
        && steps.stream().noneMatch(step -> step.layer() instanceof Output)) {
      throw new IllegalArgumentException("layers: the output layer is added automatically, with its softmax, so remove "
          + "it from the end of '" + Excerpt.of(text.trim())
          + "'; for a hidden layer with softmax, write 'output' after it");
    }
  }

  /** The given layers, with an output layer if they have none. */
  public static List<NamedLayer> withOutput(List<NamedLayer> layers) {
    return layers.stream().anyMatch(step -> step.layer() instanceof Output) ? layers
        : Stream.concat(layers.stream(), Stream.of(new NamedLayer(new Output()))).toList();
  }

  private static String readExpression(String typed) {
    if (typed.length() > LONGEST_EXPRESSION) {
      throw new IllegalArgumentException("relative: expected 'auto', 'none' or a regular expression of at most "
          + LONGEST_EXPRESSION + " characters, got " + typed.length());
    }
    try {
      if (!typed.isBlank()) {
        return Pattern.compile(typed.trim()).pattern();
      }
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "relative: expected 'auto', 'none' or a regular expression of attributes, got '"
              + Excerpt.of(typed) + "': " + e.getDescription(),
          e);
    }
    throw new IllegalArgumentException(
        "relative: expected 'auto', 'none' or a regular expression of attributes such as 'Lag_.*', got ''");
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
          + "% of the rows, write " + Numbers.plain(100 * value));
    }
  }

  private static void requireNotOne(int bins) {
    if (bins == 1) {
      throw new IllegalArgumentException("bins: expected 0 for none, a whole number from 2 to 1000, or 'auto', got 1: "
          + "a single bin contains every row and tells nothing");
    }
  }

  /** The maximum number of threads; 0 for all cores. */
  public int mostThreads() {
    return threads.orElse(0);
  }

  /** Threads to train with. */
  public int trainingThreads() {
    return threads.orElse(Runtime.getRuntime().availableProcessors());
  }

  /** The fraction of the rows that is held out, from 0 to below 1. */
  public double heldOut(double decided) {
    return validation.isAuto() ? decided : validation.value() / 100;
  }

  /** Rows per update for a method that does not use all rows at once: as set, or more if there are more rows. */
  public int batchFor(int rows) {
    return batch.orElse(rows < 1500 ? 32 : rows < 10_000 ? 64 : 128);
  }

  /** The number of rows to predict at once, checked. */
  public static String batchSize(String text) {
    try {
      if (Integer.parseInt(text.trim()) >= 1) {
        return text.trim();
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("batch size: expected a whole number, got '" + Excerpt.of(text) + "'"
          + NumberSlip.hintOnWhole(text), e);
    }
    throw new IllegalArgumentException("batch size: expected at least 1 row, got " + Excerpt.of(text));
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
