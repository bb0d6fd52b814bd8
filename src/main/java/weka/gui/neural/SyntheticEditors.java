package weka.gui.neural;

import weka.filters.supervised.instance.NeuralSMOTE;

/** Editors of the options of {@link NeuralSMOTE}; each is named after its property. */
public final class SyntheticEditors {
  private SyntheticEditors() {}

  public static final class Percentage extends TextEditor {
    public Percentage() {
      super(number(NeuralSMOTE::new, NeuralSMOTE::setPercentage), "100", "200", "400");
    }
  }

  public static final class NearestNeighbors extends TextEditor {
    public NearestNeighbors() {
      super(whole(NeuralSMOTE::new, NeuralSMOTE::setNearestNeighbors), "5", "10", "20");
    }
  }

  // The property has the name that it has in SMOTE.
  @SuppressWarnings("JavaLangClash")
  public static final class ClassValue extends TextEditor {
    public ClassValue() {
      super(text(NeuralSMOTE::new, NeuralSMOTE::setClassValue), "0", "1", "2", "all");
    }
  }
}
