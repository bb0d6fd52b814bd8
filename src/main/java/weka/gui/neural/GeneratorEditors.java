package weka.gui.neural;

import weka.datagenerators.classifiers.classification.Circles;
import weka.datagenerators.classifiers.classification.GaussianRing;
import weka.datagenerators.classifiers.classification.Moons;
import weka.datagenerators.classifiers.classification.RecallProblem;
import weka.datagenerators.classifiers.classification.ShapeScenes;
import weka.datagenerators.classifiers.classification.Shapes;
import weka.datagenerators.classifiers.classification.StrokeDigits;
import weka.datagenerators.classifiers.classification.TwoSpirals;
import weka.datagenerators.classifiers.regression.AddingProblem;
import weka.datagenerators.classifiers.regression.NoisySine;

/** Editors of the data generators' numbers; each is named after its property. */
public final class GeneratorEditors {
  private GeneratorEditors() {}

  public static final class NumExamples extends TextEditor {
    public NumExamples() {
      super(whole(Moons::new, Moons::setNumExamples), "100", "200", "1000");
    }
  }

  public static final class Noise extends TextEditor {
    public Noise() {
      super(number(Moons::new, Moons::setNoise), "0.0", "0.05", "0.1");
    }
  }

  public static final class Size extends TextEditor {
    public Size() {
      super(whole(Shapes::new, Shapes::setSize), "16", "24", "28", "32");
    }
  }

  public static final class Channels extends TextEditor {
    public Channels() {
      super(whole(Shapes::new, Shapes::setChannels), "1", "3");
    }
  }

  public static final class Distortion extends TextEditor {
    public Distortion() {
      super(number(StrokeDigits::new, StrokeDigits::setDistortion), "0.0", "0.5", "1.0");
    }
  }

  public static final class Objects extends TextEditor {
    public Objects() {
      super(whole(ShapeScenes::new, ShapeScenes::setObjects), "1", "3", "6");
    }
  }

  public static final class Turns extends TextEditor {
    public Turns() {
      super(number(TwoSpirals::new, TwoSpirals::setTurns), "1.0", "2.0", "3.0");
    }
  }

  public static final class Factor extends TextEditor {
    public Factor() {
      super(number(Circles::new, Circles::setFactor), "0.3", "0.5", "0.8");
    }
  }

  public static final class Modes extends TextEditor {
    public Modes() {
      super(whole(GaussianRing::new, GaussianRing::setModes), "2", "8", "25");
    }
  }

  public static final class Steps extends TextEditor {
    public Steps() {
      super(whole(AddingProblem::new, AddingProblem::setSteps), "10", "20", "100");
    }
  }

  public static final class Symbols extends TextEditor {
    public Symbols() {
      super(whole(RecallProblem::new, RecallProblem::setSymbols), "3", "4", "8");
    }
  }

  public static final class Distractors extends TextEditor {
    public Distractors() {
      super(number(RecallProblem::new, RecallProblem::setDistractors), "0.1", "0.3", "1.0");
    }
  }

  public static final class Frequency extends TextEditor {
    public Frequency() {
      super(number(NoisySine::new, NoisySine::setFrequency), "0.5", "1.0", "2.0");
    }
  }

  public static final class Min extends TextEditor {
    public Min() {
      super(number(NoisySine::new, NoisySine::setMin), "-1.0", "0.0");
    }
  }

  public static final class Max extends TextEditor {
    public Max() {
      super(number(NoisySine::new, NoisySine::setMax), "1.0", "2.0");
    }
  }
}
