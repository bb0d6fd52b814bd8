package weka.gui.neural;

import weka.datagenerators.classifiers.classification.MarkovText;
import weka.datagenerators.classifiers.classification.SineMixtures;

/** Editors of the numbers of generators of sequences; each is named after its property. */
public final class SequenceEditors {
  private SequenceEditors() {}

  public static final class Classes extends TextEditor {
    public Classes() {
      super(whole(SineMixtures::new, SineMixtures::setClasses), "2", "3", "4");
    }
  }

  public static final class MinLength extends TextEditor {
    public MinLength() {
      super(whole(SineMixtures::new, SineMixtures::setMinLength), "10", "20", "30");
    }
  }

  public static final class MaxLength extends TextEditor {
    public MaxLength() {
      super(whole(SineMixtures::new, SineMixtures::setMaxLength), "30", "60", "100");
    }
  }

  public static final class Channels extends TextEditor {
    public Channels() {
      super(whole(SineMixtures::new, SineMixtures::setChannels), "1", "2", "3");
    }
  }

  public static final class Sines extends TextEditor {
    public Sines() {
      super(whole(SineMixtures::new, SineMixtures::setSines), "1", "2", "3");
    }
  }

  public static final class Letters extends TextEditor {
    public Letters() {
      super(whole(MarkovText::new, MarkovText::setLetters), "3", "7", "26");
    }
  }

  public static final class Order extends TextEditor {
    public Order() {
      super(whole(MarkovText::new, MarkovText::setOrder), "1", "2", "3");
    }
  }

  public static final class Randomness extends TextEditor {
    public Randomness() {
      super(number(MarkovText::new, MarkovText::setRandomness), "0.0", "0.5", "0.8");
    }
  }

  public static final class ChainSeed extends TextEditor {
    public ChainSeed() {
      super(whole(MarkovText::new, MarkovText::setChainSeed), "1", "2");
    }
  }
}
