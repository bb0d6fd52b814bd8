package weka.core.neural.training;

import java.util.ArrayList;
import java.util.List;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.ClusterSettings;
import weka.core.neural.ImageSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.SequenceSettings;
import weka.core.neural.SeriesLayout;
import weka.core.neural.TextUnits;
import weka.core.neural.encoding.ImageFileEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.SeriesEncoder;
import weka.core.neural.options.Auto;
import weka.core.neural.options.StrictOptions;

/** Options that were set but have no effect, because of the data or another option. */
public final class UnusedOptions {
  private final String reason;
  private final List<String> unused = new ArrayList<>();

  private UnusedOptions(String reason) {
    this.reason = reason;
  }

  /** Unused options of a clustering, as a line that names them and the reason; empty if there are none. */
  public static String line(ClusterSettings clusters, NeuralSettings settings, AutoencoderSettings autoencoder) {
    boolean refined = !autoencoder.isWithoutLayers() && !clusters.refine.text().equals("0");
    UnusedOptions found = new UnusedOptions(autoencoder.isWithoutLayers() ? "there is no autoencoder"
        : "there is no refinement");
    if (autoencoder.isWithoutLayers()) {
      found.add("code", autoencoder.code);
      found.add("decoder", autoencoder.decoder);
      found.add("noise", autoencoder.noise);
      if (!clusters.augment.text().equals(Auto.NONE)) {
        found.add("augment", clusters.augment);
      }
      found.add("rate", settings.rate);
      found.add("epochs", settings.epochs);
      found.add("batch", settings.batch);
      found.add("runs", clusters.runs);
      if (settings.diagnose.value()) {
        found.unused.add("-diagnose");
      }
      if (!clusters.refine.text().equals("0")) {
        found.add("refine", clusters.refine);
      }
    }
    if (!refined) {
      found.add("refine-weight", clusters.refineWeight);
      found.add("refine-from", clusters.refineFrom);
    }
    return found.line();
  }

  /** The option for intervals if the class has none, as a line; otherwise empty. */
  static String intervals(NeuralSettings settings, boolean nominal) {
    UnusedOptions found = new UnusedOptions("the class is nominal");
    if (nominal && !settings.intervals.text().equals(Auto.NONE)) {
      found.add("intervals", settings.intervals);
    }
    return found.line();
  }

  /** What concerns image files if rows do not name any, as a line; otherwise empty. */
  public static String imageFiles(NeuralSettings settings, RowEncoder inputs) {
    UnusedOptions found = new UnusedOptions("there are no image files");
    if (!(inputs instanceof ImageFileEncoder)) {
      if (settings.images().anywhere.value()) {
        found.unused.add("-images-anywhere");
      }
      int megabytes = settings.images().cacheMegabytes.value();
      found.add("image-cache", megabytes, new ImageSettings().cacheMegabytes.value());
    }
    return found.line();
  }

  /** What concerns series if rows have none, as a line; otherwise empty. */
  static String series(NeuralSettings settings, RowEncoder inputs) {
    UnusedOptions found = new UnusedOptions("there is no relational attribute");
    SeriesLayout layout = settings.sequences().series.value();
    if (layout != SeriesLayout.AUTO && !(inputs instanceof SeriesEncoder)) {
      found.unused.add("-series " + StrictOptions.lowerCase(layout));
    }
    return found.line();
  }

  /** What concerns texts if rows have none, as a line; otherwise empty. */
  static String texts(NeuralSettings settings, RowEncoder inputs) {
    UnusedOptions found = new UnusedOptions("there is no text attribute");
    SequenceSettings set = settings.sequences();
    SequenceSettings usual = new SequenceSettings();
    if (inputs.text() == TextUnits.NONE) {
      if (set.text.value() != usual.text.value() && set.text.value() != TextUnits.NONE) {
        found.unused.add("-text " + StrictOptions.lowerCase(set.text.value()));
      }
      found.add("words", set.words.value(), usual.words.value());
      found.add("longest", set.longest);
    }
    return found.line();
  }

  private void add(String name, int value, int usual) {
    if (value != usual) {
      unused.add("-" + name + " " + value);
    }
  }

  private void add(String name, Auto<?> option) {
    if (!option.isAuto()) {
      unused.add("-" + name + " " + option);
    }
  }

  private String line() {
    return unused.isEmpty() ? "" : "Not used, as " + reason + ": " + String.join(", ", unused) + "\n";
  }
}
