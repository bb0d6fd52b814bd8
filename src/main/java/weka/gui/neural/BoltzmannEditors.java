package weka.gui.neural;

import weka.core.neural.ImageSettings;
import weka.filters.unsupervised.attribute.BoltzmannFeatures;
import weka.filters.unsupervised.attribute.HopfieldMemory;

/** Editors of the options of Boltzmann machines; each is named after its property. */
public final class BoltzmannEditors {
  private BoltzmannEditors() {}

  public static final class Units extends TextEditor {
    public Units() {
      super(whole(BoltzmannFeatures::new, BoltzmannFeatures::setUnits), "20", "100", "500");
    }
  }

  public static final class Rate extends TextEditor {
    public Rate() {
      super(text(BoltzmannFeatures::new, BoltzmannFeatures::setRate), "auto", "0.06", "0.01", "0.001");
    }
  }

  public static final class Epochs extends TextEditor {
    public Epochs() {
      super(whole(BoltzmannFeatures::new, BoltzmannFeatures::setEpochs), "5", "20", "100");
    }
  }

  public static final class Batch extends TextEditor {
    public Batch() {
      super(whole(BoltzmannFeatures::new, BoltzmannFeatures::setBatch), "10", "100");
    }
  }

  public static final class Cd extends TextEditor {
    public Cd() {
      super(whole(BoltzmannFeatures::new, BoltzmannFeatures::setCd), "1", "5", "10");
    }
  }

  public static final class Generate extends TextEditor {
    public Generate() {
      super(whole(BoltzmannFeatures::new, BoltzmannFeatures::setGenerate), "0", "100", "1000");
    }
  }

  public static final class Input extends TextEditor {
    public Input() {
      super(auto(() -> new ImageSettings().input), "auto", "8x8x1", "28x28x1", "32x32x3");
    }
  }

  public static final class Store extends TextEditor {
    public Store() {
      super(whole(HopfieldMemory::new, HopfieldMemory::setStore), "0", "5", "30");
    }
  }

  public static final class Flip extends TextEditor {
    public Flip() {
      super(number(HopfieldMemory::new, HopfieldMemory::setFlip), "0.0", "0.1", "0.3");
    }
  }

  public static final class Draw extends PathEditor {
    public Draw() {
      super(text(BoltzmannFeatures::new, BoltzmannFeatures::setDraw), false, "none");
    }
  }
}
