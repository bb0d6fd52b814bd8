package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Layer;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.ops.EmbeddingOp;
import ruru.nn.ops.Series;

/**
 * A trained vector for each word. The first channel of a step is the number of a word, and its vector takes the
 * number's place: y = [E[x_1], x_2, ...].
 *
 * <p>Input [steps, channels], output [steps, units + channels - 1]; weight E [words, units]. Backward: the rows of E
 * that were used get dy; a number of a word has no gradient. Numbers are rounded, and what is then none of 0 .. words -
 * 1, NaN among it, is no word: its vector is 0. Source: Bengio et al. 2003, "A neural probabilistic language model".
 *
 * @param words their number, or "auto": whoever knows the data puts the number in its place before the layer is bound
 */
@Description("A trained vector for each word, whose number is a step's first channel; other channels follow it.")
@Usage(kind = Usage.Kind.EMBEDDING, value = @Usage.Example(
    shapes = "[steps, 1 + others] -> [steps, units + others]", input = "200x1",
    layers = "embedding 64 words=10000, globalavgpool"))
public record Embedding(
    @Setting(value = "numbers in the vector of a word", min = 1) int units,
    @Setting(value = "rule for the initial vectors", byDefault = "auto") Initializer init,
    @Setting(value = "number of words, which are numbered from 0; auto: as many as the texts have",
        byDefault = AUTO) String words)
    implements Layer {
  private static final String AUTO = "auto";
  /** Larger whole numbers are not exact in float32. */
  private static final int MOST = 1 << 24;

  /** @throws IllegalArgumentException if words are neither "auto" nor a number */
  public Embedding {
    if (!words.equalsIgnoreCase(AUTO) && !(words.matches("\\d{1,8}") && isNumber(Integer.parseInt(words)))) {
      throw new IllegalArgumentException("words must be auto or a whole number from 1 to " + MOST + ", got '" + words
          + "'");
    }
  }

  public Embedding(int units, int words) {
    this(units, Initializer.AUTO, Integer.toString(words));
  }

  private static boolean isNumber(int words) {
    return words >= 1 && words <= MOST;
  }

  /** The layer with this number of words, if that was left to the data. */
  public Embedding resolved(int number) {
    return words.equalsIgnoreCase(AUTO) ? new Embedding(units, init, Integer.toString(number)) : this;
  }

  @Override
  public Op build(Build b, Shape... in) {
    Series.require(b, in[0]);
    if (words.equalsIgnoreCase(AUTO)) {
      throw b.error("the number of words is not known here, where the input is no text; say it, as in 'embedding "
          + units + " words=10000'");
    }
    return EmbeddingOp.of(b, in[0], Integer.parseInt(words), units, init);
  }

  @Override
  public boolean looksUp() {
    return true;
  }

  @Override
  public boolean hasWeights() {
    return true;
  }
}
