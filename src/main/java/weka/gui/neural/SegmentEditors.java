package weka.gui.neural;

import weka.core.neural.NeuralSettings;
import weka.core.neural.SegmentationSettings;
import weka.filters.unsupervised.instance.NeuralSegmenter;
import weka.filters.unsupervised.instance.PixelPatches;

/** Editors of the options of dense prediction; each is named after its property. */
public final class SegmentEditors {
  private SegmentEditors() {}

  public static final class Layers extends TextEditor {
    public Layers() {
      super(auto(() -> new NeuralSettings().layers), "auto", "unet-small", "fcn-small", "segnet-small",
          "conv 16 3x3 relu, conv 16 3x3 dilation=2 relu, conv 16 3x3 dilation=4 relu");
    }

    @Override
    int lines() {
      return 2;
    }
  }

  public static final class Labels extends TextEditor {
    public Labels() {
      super(auto(() -> new SegmentationSettings().labels), "auto", "0, 255", "background=0, cell=255");
    }
  }

  public static final class Ignore extends TextEditor {
    public Ignore() {
      super(auto(() -> new SegmentationSettings().ignore), "none", "128", "#ff0000");
    }
  }

  public static final class Crop extends TextEditor {
    public Crop() {
      super(auto(() -> new SegmentationSettings().crop), "auto", "64x64", "128x128");
    }
  }

  public static final class Patch extends TextEditor {
    public Patch() {
      super(whole(PixelPatches::new, PixelPatches::setPatch), "5", "9", "15");
    }
  }

  public static final class Pixels extends TextEditor {
    public Pixels() {
      super(whole(PixelPatches::new, PixelPatches::setPixels), "0", "500", "2000");
    }
  }

  public static final class Masks extends PathEditor {
    public Masks() {
      super(text(NeuralSegmenter::new, NeuralSegmenter::setMasks), true, "none");
    }
  }
}
