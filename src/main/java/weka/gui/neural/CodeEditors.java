package weka.gui.neural;

import weka.core.neural.AutoencoderSettings;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Editors of an autoencoder's options other than training; each is named after its property. */
public final class CodeEditors {
  private CodeEditors() {}

  /** Layers before the code. */
  public static final class Layers extends TextEditor {
    public Layers() {
      super(auto(() -> new AutoencoderSettings().layers), "auto", "none", "dense 64 relu",
          "dense 256 relu, dense 128 relu", "conv 16 3x3 relu, maxpool 2, conv 8 3x3 relu, maxpool 2");
    }

    @Override
    String note(String text) {
      AutoencoderSettings settings = new AutoencoderSettings();
      settings.layers.set(text);
      return settings.isWithoutLayers() ? "no layers before the code"
          : settings.layers.isAuto() ? "sized from the data" : LayersNote.ofCoder(settings.layers.value());
    }

    @Override
    int lines() {
      return 2;
    }
  }

  public static final class Decoder extends TextEditor {
    public Decoder() {
      super(auto(() -> new AutoencoderSettings().decoder), "auto", "dense 64 relu",
          "dense 128 relu, dense 256 relu");
    }

    @Override
    String note(String text) {
      AutoencoderSettings settings = new AutoencoderSettings();
      settings.decoder.set(text);
      return settings.decoder.isAuto() ? "the encoder's mirror image" : LayersNote.plain(settings.decoder.value());
    }
  }

  public static final class Code extends TextEditor {
    public Code() {
      super(auto(() -> new AutoencoderSettings().code), "auto", "2", "8", "16");
    }
  }

  public static final class Noise extends TextEditor {
    public Noise() {
      super(auto(() -> new AutoencoderSettings().noise), "none", "gaussian 0.3", "mask 0.2",
          "salt 0.1", "hole 8");
    }
  }

  public static final class Sparse extends TextEditor {
    public Sparse() {
      super(auto(() -> new AutoencoderSettings().sparse), "none", "0.05", "0.05 2");
    }
  }

  public static final class ActivityL1 extends TextEditor {
    public ActivityL1() {
      super(number(NeuralEncoder::new, NeuralEncoder::setActivityL1), "0.0", "1.0E-4", "0.01");
    }
  }

  public static final class Contractive extends TextEditor {
    public Contractive() {
      super(number(NeuralEncoder::new, NeuralEncoder::setContractive), "0.0", "0.1", "1.0");
    }
  }

  public static final class Beta extends TextEditor {
    public Beta() {
      super(number(NeuralEncoder::new, NeuralEncoder::setBeta), "0.5", "1.0", "2.0");
    }
  }

  public static final class Output extends TextEditor {
    public Output() {
      super(text(NeuralEncoder::new, NeuralEncoder::setOutput), "code", "reconstruction", "filled", "error",
          "original", "original,error", "code,error");
    }
  }

  public static final class Generate extends TextEditor {
    public Generate() {
      super(whole(NeuralEncoder::new, NeuralEncoder::setGenerate), "0", "100", "1000");
    }
  }
}
