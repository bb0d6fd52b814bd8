package weka.core.neural.autoencoder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.layers.Contractive;
import ruru.nn.layers.Dense;
import ruru.nn.layers.MaxPool;
import ruru.nn.layers.Penalty;
import ruru.nn.layers.Sigmoid;
import ruru.nn.layers.Variational;
import ruru.nn.text.NetworkText;
import weka.core.neural.AutoencoderSettings;

/**
 * The steps of an autoencoder: noise, the encoder as the user wrote it, the code, and the decoder, which mirrors the
 * encoder unless the user wrote it too. A step that the user named 'code' is the code, and what follows it is the
 * decoder.
 */
public final class AutoencoderLayers {
  /** The name of the step whose output is the code. */
  public static final String CODE = "code";

  private final AutoencoderSettings settings;
  private final Shape input;
  private final int outputs;
  private final List<NamedLayer> steps = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private AutoencoderLayers(AutoencoderSettings settings, Shape input, int outputs) {
    this.settings = settings;
    this.input = input;
    this.outputs = outputs;
  }

  /**
   * @param outputs numbers that the decoder outputs
   * @param low     the lowest usual value of inputs, for noise
   * @param high    the highest
   */
  static List<NamedLayer> of(AutoencoderSettings settings, Shape input, int outputs, double low, double high) {
    settings.requireConsistent();
    AutoencoderLayers made = new AutoencoderLayers(settings, input, outputs);
    if (!settings.noise.isAuto()) {
      made.steps.add(new NamedLayer(settings.noise.value().layer(low, high)));
    }
    List<NamedLayer> written = written(settings, input);
    List<NamedLayer> decoder = settings.decoder.orNull();
    made.reserve(written);
    made.reserve(decoder == null ? List.of() : decoder);
    int codeAt = indexOfCode(written);
    if (codeAt >= 0) {
      requireOwnCode(settings, codeAt + 1 < written.size());
    }
    made.encode(codeAt < 0 ? written : written.subList(0, codeAt + 1));
    if (codeAt < 0) {
      made.code(settings.code.orElse(Math.max(1, Math.min(16, input.size() / 2))));
    }
    if (codeAt >= 0 && codeAt + 1 < written.size()) {
      made.steps.addAll(written.subList(codeAt + 1, written.size()));
    } else if (decoder == null) {
      made.steps.addAll(new DecoderMirror(settings, input, outputs, made.steps).steps());
    } else {
      made.decode(decoder);
    }
    return made.steps;
  }

  private static List<NamedLayer> written(AutoencoderSettings settings, Shape input) {
    return settings.layers.isAuto() ? NetworkText.parse(auto(input.size())) : settings.layers.value();
  }

  /** Whether the layers written by the user include the code. */
  public static boolean haveCode(AutoencoderSettings settings) {
    return indexOfCode(settings.layers.orElse(List.of())) >= 0;
  }

  private static int indexOfCode(List<NamedLayer> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (CODE.equals(steps.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  private static void requireOwnCode(AutoencoderSettings settings, boolean decoder) {
    List<String> others = settings.kinds();
    if (!settings.code.isAuto()) {
      others.add("-code " + settings.code);
    }
    if (decoder && !settings.decoder.isAuto()) {
      others.add("-decoder");
    }
    if (decoder && settings.tied.value()) {
      others.add("-tied");
    }
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("the layers have a step named '" + CODE + "', which is the code"
          + (decoder ? ", and a decoder after it" : "") + "; this cannot be combined with " + String.join(" and "
              + "", others)
          + ": leave that out, or " + (decoder ? "write only the encoder in -layers" : "give the step "
              + "another name"));
    }
  }

  /** Whether a layer is what {@link AutoencoderSettings#noise} adds at the input. */
  public static boolean isNoise(Layer layer) {
    return TrainedNoise.isNoise(layer);
  }

  private void decode(List<NamedLayer> decoder) {
    steps.addAll(decoder);
    if (decoder.isEmpty() || new Network(input, outputs, steps).outputShape().size() != outputs) {
      steps.add(new NamedLayer(new Dense(outputs)));
    }
  }

  private static String auto(int inputs) {
    return inputs > 64 ? "dense 256 relu, dense 128 relu" : "dense " + Math.max(16, 4 * inputs) + " relu";
  }

  private void encode(List<NamedLayer> encoder) {
    for (NamedLayer s : encoder) {
      boolean named = s.name() != null
          || !(s.layer() instanceof MaxPool) && !(settings.tied.value() && s.layer() instanceof Dense);
      steps.add(named ? s : new NamedLayer(s.layer(), free("e" + (steps.size() + 1)), s.where()));
    }
  }

  private void reserve(List<NamedLayer> written) {
    written.stream().map(NamedLayer::name).filter(Objects::nonNull).forEach(taken::add);
  }

  private String free(String wanted) {
    return free(wanted, taken);
  }

  /** A name that is not in use. */
  public static String free(String wanted, Set<String> taken) {
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  private void code(int width) {
    if (settings.variational.value()) {
      steps.add(new NamedLayer(new Dense(2 * width), settings.tied.value() ? free("codes") : null));
      steps.add(new NamedLayer(new Variational(settings.beta.value()), CODE));
    } else if (settings.contractive.value() > 0) {
      steps.add(new NamedLayer(new Contractive(width, settings.contractive.value()), CODE));
    } else if (!settings.sparse.isAuto()) {
      steps.add(new NamedLayer(new Dense(width), free("codes")));
      steps.add(new NamedLayer(new Sigmoid()));
      steps.add(new NamedLayer(settings.sparse.value(), CODE));
    } else if (settings.activityL1.value() > 0) {
      steps.add(new NamedLayer(new Dense(width), free("codes")));
      steps.add(new NamedLayer(new Penalty(settings.activityL1.value(), 0), CODE));
    } else {
      steps.add(new NamedLayer(new Dense(width), CODE));
    }
  }
}
