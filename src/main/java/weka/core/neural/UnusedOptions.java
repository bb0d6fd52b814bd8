package weka.core.neural;

import java.util.ArrayList;
import java.util.List;

/** Options of a clustering that were set and have nothing to act on, since another option took it away. */
final class UnusedOptions {
  private final List<String> unused = new ArrayList<>();

  private UnusedOptions() {}

  /** A line for the user that names them and says why; empty if there are none. */
  static String line(ClusterSettings clusters, NeuralSettings settings, AutoencoderSettings coding) {
    UnusedOptions found = new UnusedOptions();
    if (coding.isWithoutLayers()) {
      found.add("code", coding.getCode(), NeuralSettings.AUTO);
      found.add("decoder", coding.getDecoder(), NeuralSettings.AUTO);
      found.add("noise", coding.getNoise(), NeuralSettings.NONE);
      found.add("rate", settings.getRate(), NeuralSettings.AUTO);
      found.add("epochs", settings.getEpochs(), NeuralSettings.AUTO);
      found.add("batch", settings.getBatch(), NeuralSettings.AUTO);
      found.add("runs", clusters.getRuns(), NeuralSettings.AUTO);
      if (!clusters.getRefine().equals("0")) {
        found.add("refine", clusters.getRefine(), NeuralSettings.AUTO);
      }
    }
    boolean refined = !coding.isWithoutLayers() && !clusters.getRefine().equals("0");
    if (!refined) {
      found.add("refine-weight", clusters.getRefineWeight(), NeuralSettings.AUTO);
      found.add("refine-from", clusters.getRefineFrom(), NeuralSettings.AUTO);
    }
    return found.unused.isEmpty() ? "" : "Not used, as there is no "
        + (coding.isWithoutLayers() ? "autoencoder" : "refining") + ": " + String.join(", ", found.unused) + "\n\n";
  }

  private void add(String name, String value, String unset) {
    if (!value.equals(unset)) {
      unused.add("-" + name + " " + value);
    }
  }
}
