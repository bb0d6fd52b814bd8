package weka.gui.neural;

import weka.filters.supervised.attribute.NeuralFeatures;

/** Editors of the properties of {@link NeuralFeatures}; each is named after its property. */
public final class FeatureEditors {
  private FeatureEditors() {}

  public static final class Layer extends TextEditor {
    public Layer() {
      super(text(NeuralFeatures::new, NeuralFeatures::setLayer), "auto");
    }
  }
}
