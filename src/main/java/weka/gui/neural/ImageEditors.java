package weka.gui.neural;

import weka.classifiers.functions.NeuralNet;
import weka.core.neural.ImageSettings;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Editors of image options; each is named after its property. */
public final class ImageEditors {
  private ImageEditors() {}

  public static final class Input extends TextEditor {
    public Input() {
      super(auto(() -> new ImageSettings().input), "auto", "none",
          "28x28x1", "32x32x3", "224x224x3", "96x1");
    }
  }

  public static final class Images extends PathEditor {
    public Images() {
      super(auto(() -> new ImageSettings().images), true, "auto", "none");
    }
  }

  public static final class ImageCache extends TextEditor {
    public ImageCache() {
      super(whole(NeuralNet::new, NeuralNet::setImageCache), "256", "1024", "4096");
    }
  }

  public static final class Augment extends TextEditor {
    public Augment() {
      super(auto(() -> new ImageSettings().augment), "none", "flip", "shift 2", "flip, shift 2, rotate 10",
          "shift 2, rotate 10, zoom 0.1");
    }
  }

  public static final class DrawFilters extends PathEditor {
    public DrawFilters() {
      super(text(NeuralNet::new, NeuralNet::setDrawFilters), false, "none");
    }
  }

  public static final class Draw extends PathEditor {
    public Draw() {
      super(text(NeuralEncoder::new, NeuralEncoder::setDraw), false, "none");
    }
  }
}
