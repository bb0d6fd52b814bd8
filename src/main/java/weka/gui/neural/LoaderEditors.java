package weka.gui.neural;

import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;

/** Editors of the loaders' properties; each has the name of its property. */
public final class LoaderEditors {
  private LoaderEditors() {}

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
