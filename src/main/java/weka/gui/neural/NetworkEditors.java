package weka.gui.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ruru.nn.Description;
import ruru.nn.losses.Joint;
import ruru.nn.losses.Reconstruction;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;
import weka.classifiers.functions.NeuralNet;
import weka.core.neural.NeuralSettings;
import weka.core.neural.SequenceSettings;
import weka.core.neural.options.Auto;

/** Editors of network and training options; each is named after its property. */
public final class NetworkEditors {
  private NetworkEditors() {}

  /** Layers of a network that ends with an output layer. */
  public static final class Layers extends TextEditor {
    public Layers() {
      super(auto(() -> new NeuralSettings().layers), LayersNote.suggestions());
    }

    @Override
    String note(String text) {
      return Auto.isAuto(text) ? "sized from the data" : LayersNote.ofNetwork(NetworkText.parse(text));
    }

    @Override
    int lines() {
      return 2;
    }
  }

  /** A member of a catalog, or "auto". */
  private abstract static class Member<T> extends TextEditor {
    private final Catalog<T> catalog;

    Member(Function<String, Object> reader, Catalog<T> catalog, List<String> names) {
      super(reader, withAuto(names));
      this.catalog = catalog;
    }

    private static List<String> withAuto(List<String> names) {
      List<String> result = new ArrayList<>(List.of(Auto.AUTO));
      result.addAll(names);
      return result;
    }

    @Override
    String note(String text) {
      return Auto.isAuto(text) ? ""
          : RecordText.parse(catalog, text).getClass().getAnnotation(Description.class).value();
    }
  }

  public static final class Loss extends Member<ruru.nn.Loss> {
    public Loss() {
      super(auto(() -> new NeuralSettings().loss), Catalog.LOSSES, Catalog.LOSSES.names().stream()
          .filter(n -> Catalog.LOSSES.get(n) != Reconstruction.class && Catalog.LOSSES.get(n) != Joint.class).toList());
    }
  }

  public static final class Optimizer extends Member<ruru.nn.Optimizer> {
    public Optimizer() {
      super(auto(() -> new NeuralSettings().optimizer), Catalog.OPTIMIZERS, Catalog.OPTIMIZERS.names());
    }
  }

  public static final class Schedule extends Member<ruru.nn.Schedule> {
    public Schedule() {
      super(auto(() -> new NeuralSettings().schedule), Catalog.SCHEDULES, Catalog.SCHEDULES.names());
    }
  }

  public static final class Rate extends TextEditor {
    public Rate() {
      super(auto(() -> new NeuralSettings().rate), "auto", "0.001", "0.003", "0.01", "0.03", "0.1");
    }
  }

  public static final class Epochs extends TextEditor {
    public Epochs() {
      super(text(NeuralSettings::new, NeuralSettings::setEpochs), "auto", "10", "100", "1000");
    }
  }

  public static final class Batch extends TextEditor {
    public Batch() {
      super(auto(() -> new NeuralSettings().batch), "auto", "all", "1", "32", "64", "128");
    }
  }

  public static final class Validation extends TextEditor {
    public Validation() {
      super(auto(() -> new NeuralSettings().validation), "auto", "0", "15", "20");
    }
  }

  public static final class Patience extends TextEditor {
    public Patience() {
      super(auto(() -> new NeuralSettings().patience), "auto", "0", "10", "20");
    }
  }

  public static final class Decay extends TextEditor {
    public Decay() {
      super(auto(() -> new NeuralSettings().decay), "auto", "0", "0.0001", "0.01");
    }
  }

  public static final class L1 extends TextEditor {
    public L1() {
      super(number(NeuralNet::new, NeuralNet::setL1), "0.0", "1.0E-5", "1.0E-4");
    }
  }

  public static final class Clip extends TextEditor {
    public Clip() {
      super(number(NeuralNet::new, NeuralNet::setClip), "0.0", "1.0", "5.0");
    }
  }

  public static final class ClassWeights extends TextEditor {
    public ClassWeights() {
      super(auto(() -> new NeuralSettings().classWeights), "none", "balanced", "1,5");
    }
  }

  public static final class Bins extends TextEditor {
    public Bins() {
      super(auto(() -> new NeuralSettings().bins), "auto", "0", "8", "16");
    }
  }

  public static final class Relative extends TextEditor {
    public Relative() {
      super(auto(() -> new NeuralSettings().relative), "auto", "none", "Lag_.*");
    }
  }

  public static final class Targets extends TextEditor {
    public Targets() {
      super(auto(() -> new NeuralSettings().targets), "none", "1", "first-3", "meka");
    }
  }

  public static final class Members extends TextEditor {
    public Members() {
      super(auto(() -> new NeuralSettings().members), "auto", "1", "8", "32");
    }
  }

  public static final class Intervals extends TextEditor {
    public Intervals() {
      super(auto(() -> new NeuralSettings().intervals), "auto", "none", "5", "10");
    }
  }

  public static final class Threads extends TextEditor {
    public Threads() {
      super(auto(() -> new NeuralSettings().threads), "auto", "1", "2", "4");
    }
  }

  public static final class Shards extends TextEditor {
    public Shards() {
      super(auto(() -> new NeuralSettings().shards), "auto", "1", "2", "4");
    }
  }

  public static final class BatchSize extends TextEditor {
    public BatchSize() {
      super(NeuralSettings::batchSize, "100", "1024", "4096");
    }
  }

  public static final class Trace extends TextEditor {
    public Trace() {
      super(whole(NeuralNet::new, NeuralNet::setTrace), "0", "16");
    }
  }

  public static final class Words extends TextEditor {
    public Words() {
      super(whole(NeuralNet::new, NeuralNet::setWords), "2000", "10000", "50000");
    }
  }

  public static final class Longest extends TextEditor {
    public Longest() {
      super(auto(() -> new SequenceSettings().longest), "auto", "100", "500", "2000");
    }
  }

  public static final class NumDecimalPlaces extends TextEditor {
    public NumDecimalPlaces() {
      super(whole(NeuralNet::new, NeuralNet::setNumDecimalPlaces), "2", "4", "6");
    }
  }
}
