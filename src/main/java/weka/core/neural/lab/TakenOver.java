package weka.core.neural.lab;

import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.MultipleClassifiersCombiner;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.NeuralNet;

/**
 * What the lab takes over from a classifier that was chosen elsewhere.
 *
 * @param network a copy, of one member, which is what the lab shows; null if there is no NeuralNet
 * @param told    the same as a sentence for the user
 */
public record TakenOver(@Nullable NeuralNet network, String told) {
  private static final String ONE = "1";

  /** The NeuralNet that a classifier is, or the first that it contains. */
  public static TakenOver from(Classifier chosen) throws Exception {
    String name = chosen.getClass().getSimpleName();
    NeuralNet found = find(chosen);
    if (found == null) {
      return new TakenOver(null, name + " is no NeuralNet, so the settings are those of the lab");
    }
    NeuralNet copy = (NeuralNet) AbstractClassifier.makeCopy(found);
    copy.setLog(null);
    String members = copy.getMembers();
    copy.setMembers(ONE);
    String what = found.equals(chosen) ? "the settings of NeuralNet"
        : "the settings of the NeuralNet within " + name + ", of " + name + " itself nothing";
    return new TakenOver(copy, "Taken over: " + what + (members.equals(ONE) ? ""
        : "; one network learns here, where the setting is members " + members));
  }

  private static @Nullable NeuralNet find(@Nullable Classifier chosen) {
    if (chosen instanceof NeuralNet net) {
      return net;
    }
    if (chosen instanceof SingleClassifierEnhancer outer) {
      return find(outer.getClassifier());
    }
    if (chosen instanceof MultipleClassifiersCombiner outer) {
      for (Classifier inner : outer.getClassifiers()) {
        NeuralNet found = find(inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
