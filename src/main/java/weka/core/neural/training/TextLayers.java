package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Embedding;
import weka.core.neural.Scaling;
import weka.core.neural.TextUnits;
import weka.core.neural.encoding.RowEncoder;

/** The layers of networks for texts. */
final class TextLayers {
  private TextLayers() {}

  /**
   * The network that is chosen for texts, in the notation: which groups of three words there are, as in Kim 2014,
   * arXiv:1408.5882, or of characters.
   */
  static String chosen(RowEncoder inputs) {
    return inputs.text() == TextUnits.CHARS
        ? "embedding 16 words=" + inputs.words() + ", conv1d 128 5 relu, globalmaxpool"
        : "embedding 64 words=" + inputs.words() + ", conv1d 64 3 relu, globalmaxpool";
  }

  /**
   * The layers with the number of words in its place.
   *
   * @throws IllegalArgumentException if the numbers of words would be taken as quantities, or quantities as numbers of
   *                                  words
   */
  static List<NamedLayer> resolved(List<NamedLayer> steps, RowEncoder inputs) {
    boolean embeds = steps.stream().anyMatch(step -> step.layer() instanceof Embedding);
    boolean isText = inputs.text() != TextUnits.NONE;
    if (isText && !embeds) {
      throw new IllegalArgumentException("layers: the string attributes are texts, and the network would take the "
          + "numbers of words as quantities; begin with an embedding, as in 'embedding 64, globalmaxpool' or "
          + "'embedding 64, gru 64', or remove these attributes");
    } else if (!isText && embeds && inputs.scaling() != Scaling.NONE) {
      throw new IllegalArgumentException("layers: an embedding takes the numbers of words, but there is no text "
          + "(a string attribute with a word that is in two rows or more), and other numbers are scaled; leave it out, "
          + "or set scaling (-scaling) to 'none' if they are numbers of words from 0");
    }
    List<NamedLayer> resolved = new ArrayList<>();
    for (NamedLayer step : steps) {
      resolved.add(isText && step.layer() instanceof Embedding e
          ? new NamedLayer(e.resolved(inputs.words()), step.name(), step.where()) : step);
    }
    return resolved;
  }
}
