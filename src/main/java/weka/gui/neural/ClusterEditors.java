package weka.gui.neural;

import weka.core.neural.ClusterSettings;
import weka.core.neural.NeuralSettings;

/** Editors of cluster options; each is named after its property. */
public final class ClusterEditors {
  private ClusterEditors() {}

  public static final class Clusters extends TextEditor {
    public Clusters() {
      super(auto(() -> new ClusterSettings().clusters), "2", "3", "10", "auto", "2-8");
    }
  }

  public static final class Refine extends TextEditor {
    public Refine() {
      super(auto(() -> new ClusterSettings().refine), "auto", "0", "50");
    }
  }

  public static final class RefineWeight extends TextEditor {
    public RefineWeight() {
      super(auto(() -> new ClusterSettings().refineWeight), "auto", "0.1", "1");
    }
  }

  public static final class RefineFrom extends TextEditor {
    public RefineFrom() {
      super(auto(() -> new ClusterSettings().refineFrom), "auto", "0", "20");
    }
  }

  public static final class Starts extends TextEditor {
    public Starts() {
      super(whole(ClusterSettings::new, (settings, starts) -> settings.starts.set(starts)), "1", "10", "50");
    }
  }

  /** Also accepts 0, which leaves the autoencoder as it was initialised. */
  public static final class Epochs extends TextEditor {
    public Epochs() {
      super(auto(() -> new NeuralSettings().epochs), "auto", "0", "10", "100", "1000");
    }
  }

  public static final class Runs extends TextEditor {
    public Runs() {
      super(auto(() -> new ClusterSettings().runs), "auto", "1", "5");
    }
  }

  public static final class Augment extends TextEditor {
    public Augment() {
      super(auto(() -> new ClusterSettings().augment), "auto", "none", "shift 2",
          "shift 2, rotate 10", "flip, shift 2, rotate 10");
    }
  }
}
