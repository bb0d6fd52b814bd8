package weka.gui.neural;

import weka.classifiers.functions.MarkovChain;

/** Editors of the options of {@link MarkovChain}; each is named after its property. */
public final class ChainEditors {
  private ChainEditors() {}

  public static final class Order extends TextEditor {
    public Order() {
      super(text(MarkovChain::new, MarkovChain::setOrder), "auto", "0", "1", "2", "3");
    }
  }

  public static final class Smoothing extends TextEditor {
    public Smoothing() {
      super(text(MarkovChain::new, MarkovChain::setSmoothing), "auto", "0", "0.1", "1");
    }
  }

  public static final class Generate extends TextEditor {
    public Generate() {
      super(whole(MarkovChain::new, MarkovChain::setGenerate), "0", "10", "100");
    }
  }

  public static final class Draw extends PathEditor {
    public Draw() {
      super(text(MarkovChain::new, MarkovChain::setDraw), false, "none");
    }
  }

  public static final class BatchSize extends TextEditor {
    public BatchSize() {
      super(text(MarkovChain::new, MarkovChain::setBatchSize), "100");
    }
  }

  public static final class NumDecimalPlaces extends TextEditor {
    public NumDecimalPlaces() {
      super(whole(MarkovChain::new, MarkovChain::setNumDecimalPlaces), "2", "4", "6");
    }
  }
}
