package weka.gui.neural;

import java.io.File;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;

/** Editors of the loaders' properties; each is named after its property. */
public final class LoaderEditors {
  private LoaderEditors() {}

  /** Weka's own file editor shows nothing for a text with a variable, and its "OK" would remove it. */
  public static final class Directory extends PathEditor {
    public Directory() {
      super(text -> {
        if (text.isBlank()) {
          throw new IllegalArgumentException("directory: expected a folder of images");
        }
        return new File(text.trim());
      }, true);
    }
  }

  public static final class Size extends TextEditor {
    public Size() {
      super(text(ImageFolderLoader::new, ImageFolderLoader::setSize), "", "28x28x1", "32x32x3", "64x64x3");
    }
  }

  public static final class NumClasses extends TextEditor {
    public NumClasses() {
      super(whole(IdxLoader::new, IdxLoader::setNumClasses), "0", "10");
    }
  }
}
