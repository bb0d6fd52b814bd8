package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.data.noise.InputNoise;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Sparse;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import weka.core.neural.options.Auto;
import weka.core.neural.options.StoredTexts;
import weka.core.neural.report.Numbers;

/**
 * What a user can set about an autoencoder beside its training, in the form in which it is typed. Every setter checks.
 */
public final class AutoencoderSettings implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String NONE = Auto.NONE;
  private static final Catalog<InputNoise> NOISES = new Catalog<>("noise", InputNoise.class, "ruru.data.noise");

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(AutoencoderSettings.class);

  /** Those in front of the code, of which there may be none. */
  public final Auto<List<NamedLayer>> layers = steps();
  public final Auto<Integer> code = Auto.whole("code", 1, 1_000_000);
  /** Those behind the code; where there are none, the outputs' own layer is alone. */
  public final Auto<List<NamedLayer>> decoder = steps();
  /** Noise put on the inputs in training, if any. */
  public final Auto<InputNoise> noise = Auto.orNone(AutoencoderSettings::readNoise,
      (typed, read) -> RecordText.print(NOISES, read));
  /** What keeps the code sparse, if anything does: the settings of the layer, without its name. */
  public final Auto<Sparse> sparse = Auto.orNone(AutoencoderSettings::readSparse, (typed, read) -> words(typed));
  private double activityL1;
  private double contractive;
  private double beta = 1;
  private boolean variational;
  private boolean tied;
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient @Nullable AutoencoderSettings read;

  /** An empty text is "none": Weka drops empty texts where it writes options as one line. */
  private static Auto<List<NamedLayer>> steps() {
    return Auto.of(text -> isNone(text) ? List.of() : NetworkText.parse(text),
        (text, steps) -> isNone(text) ? NONE : text.trim());
  }

  /** Whether there are no layers in front of the code. */
  public boolean isWithoutLayers() {
    return layers.text().equals(NONE);
  }

  private static boolean isNone(String text) {
    return text.isBlank() || text.trim().equalsIgnoreCase(NONE);
  }

  private static InputNoise readNoise(String text) {
    try {
      return RecordText.parse(NOISES, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("noise: expected 'none', 'gaussian D' with a deviation of at least 0, 'mask "
          + "S' or 'salt S' with a share from 0 to below 1, got '" + text + "': " + e.getMessage(), e);
    }
  }

  private static Sparse readSparse(String text) {
    try {
      return (Sparse) RecordText.parse(Catalog.LAYERS, "sparse " + text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("sparse: expected 'none', or a wanted mean activation above 0 and below 1 and "
          + "perhaps the weight of the penalty, as in '0.05' or '0.05 2', got '" + text + "': " + e.getMessage(), e);
    }
  }

  private static String words(String text) {
    return String.join(" ", text.trim().toLowerCase(Locale.ROOT).split("\\s+"));
  }

  public double getActivityL1() {
    return activityL1;
  }

  public void setActivityL1(double value) {
    activityL1 = NeuralSettings.atLeastZero("activity-l1", value);
  }

  public double getContractive() {
    return contractive;
  }

  public void setContractive(double value) {
    contractive = NeuralSettings.atLeastZero("contractive", value);
  }

  public boolean getVariational() {
    return variational;
  }

  public void setVariational(boolean value) {
    variational = value;
  }

  public double getBeta() {
    return beta;
  }

  public void setBeta(double value) {
    beta = NeuralSettings.atLeastZero("beta", value);
  }

  public boolean getTied() {
    return tied;
  }

  public void setTied(boolean value) {
    tied = value;
  }

  /** Whether the code is free up to a turn, nothing being asked of its single numbers. */
  public boolean isLinear() {
    return !variational && contractive == 0 && activityL1 == 0 && sparse.isAuto();
  }

  /** @throws IllegalArgumentException if rows are to be generated and it cannot */
  public void requireGenerator(int rows) {
    if (rows > 0 && !variational) {
      throw new IllegalArgumentException("-generate " + rows
          + ": only a variational autoencoder can generate rows; set -variational");
    }
  }

  /** The kinds of code that are asked for, as options. */
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (variational) {
      kinds.add("-variational");
    }
    if (contractive > 0) {
      kinds.add("-contractive");
    }
    if (!sparse.isAuto()) {
      kinds.add("-sparse");
    }
    if (activityL1 > 0) {
      kinds.add("-activity-l1");
    }
    return kinds;
  }

  /** @throws IllegalArgumentException if settings do not go together */
  public void requireConsistent() {
    List<String> kinds = kinds();
    if (kinds.size() > 1) {
      throw new IllegalArgumentException("expected one kind of code at most, got " + String.join(" and ", kinds));
    }
    if (beta != 1 && !variational) {
      throw new IllegalArgumentException("-beta " + Numbers.plain(beta) + " weighs how far a variational code is from "
          + "normal; set -variational, or leave -beta at 1");
    }
    if (tied && variational) {
      throw new IllegalArgumentException(
          "-tied does not go with -variational, whose decoder makes new rows without the encoder and its weights");
    }
    if (tied && !decoder.isAuto()) {
      throw new IllegalArgumentException(
          "-tied makes the decoder of the encoder's weights and does not go with -decoder");
    }
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    StoredTexts.write(this, out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    read = StoredTexts.read(in, new AutoencoderSettings());
  }

  private @Nullable Object readResolve() {
    return read;
  }
}
