package weka.core.neural;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ruru.nn.Layer;
import ruru.nn.Step;
import ruru.nn.layers.Corrupt;
import ruru.nn.layers.Noise;
import ruru.nn.layers.Sparse;
import ruru.nn.text.NetworkText;
import ruru.nn.text.NumberSlip;
import weka.core.neural.options.Auto;
import weka.core.neural.options.StoredTexts;
import weka.core.neural.report.Numbers;

/**
 * What a user can set about an autoencoder beside its training, in the form in which it is typed. Every setter checks.
 */
public final class AutoencoderSettings implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String NONE = "none";

  private static final ObjectStreamField[] serialPersistentFields = StoredTexts.fields(AutoencoderSettings.class);

  /** Those in front of the code, of which there may be none. */
  public final Auto<List<Step>> layers = steps();
  public final Auto<Integer> code = Auto.whole("code", 1, 1_000_000);
  /** Those behind the code; where there are none, the outputs' own layer is alone. */
  public final Auto<List<Step>> decoder = steps();
  private String noise = NONE;
  private String sparse = NONE;
  private double activityL1;
  private double contractive;
  private double beta = 1;
  private boolean variational;
  private boolean tied;
  /** What was read from a file, until it takes the place of this object, which is left empty. */
  private transient AutoencoderSettings read;

  /** An empty text is "none": Weka drops empty texts where it writes options as one line. */
  private static Auto<List<Step>> steps() {
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

  public String getNoise() {
    return noise;
  }

  public void setNoise(String text) {
    String words = words(text);
    noiseLayer(words, 0, 0);
    noise = words;
  }

  /** The layer that spoils the inputs, or null; salt is the two ends of the inputs' range. */
  public Layer noiseLayer(double low, double high) {
    return noiseLayer(noise, low, high);
  }

  private static Layer noiseLayer(String noise, double low, double high) {
    String[] words = noise.split(" ");
    if (noise.equals(NONE)) {
      return null;
    }
    try {
      double size = words.length == 2 ? Double.parseDouble(words[1]) : Double.NaN;
      boolean share = size >= 0 && size < 1;
      if (words[0].equals("gaussian") && size >= 0 && size < Double.POSITIVE_INFINITY) {
        return new Noise(size);
      } else if (words[0].equals("mask") && share) {
        return new Corrupt(size, 0, 0);
      } else if (words[0].equals("salt") && share) {
        return new Corrupt(size, low, high);
      }
    } catch (NumberFormatException e) {
      throw noiseError(noise, e);
    }
    throw noiseError(noise, null);
  }

  private static IllegalArgumentException noiseError(String got, Exception cause) {
    return new IllegalArgumentException("noise: expected 'none', 'gaussian D' with a deviation of at least 0, 'mask S' "
        + "or 'salt S' with a share from 0 to below 1, got '" + got + "'" + hint(got), cause);
  }

  private static String hint(String words) {
    return Arrays.stream(words.split(" ")).map(NumberSlip::hint).collect(Collectors.joining());
  }

  private static String words(String text) {
    return String.join(" ", text.trim().toLowerCase(Locale.ROOT).split("\\s+"));
  }

  public String getSparse() {
    return sparse;
  }

  public void setSparse(String text) {
    String words = words(text);
    sparseLayer(words);
    sparse = words;
  }

  /** The layer that keeps codes sparse, or null. */
  public Sparse sparseLayer() {
    return sparseLayer(sparse);
  }

  private static Sparse sparseLayer(String got) {
    if (got.equals(NONE)) {
      return null;
    }
    String[] words = got.split(" ");
    String expected = "sparse: expected 'none', or a wanted mean activation above 0 and below 1 and perhaps the weight "
        + "of the penalty, as in '0.05' or '0.05 2', got '" + got + "'";
    try {
      double share = Double.parseDouble(words[0]);
      double weight = words.length < 2 ? 1 : Double.parseDouble(words[1]);
      if (words.length > 2 || !(share > 0 && share < 1 && weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(expected);
      }
      return new Sparse(share, weight);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(expected + hint(got), e);
    }
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
    return !variational && contractive == 0 && activityL1 == 0 && sparse.equals(NONE);
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
    if (!sparse.equals(NONE)) {
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

  private Object readResolve() {
    return read;
  }
}
