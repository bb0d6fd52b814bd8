package ruru.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small network in which a layer is tested.
 *
 * @param layer  the class under test
 * @param except laws that do not hold for the layer, each with the reason
 */
public record Sample(Class<? extends Layer> layer, Shape input, List<NamedLayer> steps, Map<Law, String> except) {
  /** Outputs that the loss is assumed to need. */
  public static final int OUTPUTS = 3;

  /** Laws that some layer is free from. */
  public enum Law {
    /** Backward gives the derivative of forward. */
    GRADIENT,
    /** Every parameter has an effect. */
    USED,
    /** A row of weight 2 is the row twice. */
    TWICE,
    /** Results are as close to the exact ones as float32 sums are. */
    ROUNDING
  }

  /** The steps may be layers, or {@link NamedLayer}s where they need a name. */
  public static Sample of(Class<? extends Layer> layer, String input, Object... steps) {
    List<NamedLayer> all =
        Arrays.stream(steps).map(s -> s instanceof NamedLayer t ? t : new NamedLayer((Layer) s)).toList();
    return new Sample(layer, Shape.parse(input), all, Map.of());
  }

  public Sample without(Law law, String reason) {
    Map<Law, String> all = new LinkedHashMap<>(except);
    all.put(law, reason);
    return new Sample(layer, input, steps, all);
  }

  public boolean obeys(Law law) {
    return !except.containsKey(law);
  }

  /** The network, with parameters that are neither zero nor equal, as after some training. */
  public Network network() {
    Network network = new Network(input, OUTPUTS, steps);
    network.initialise(20240607);
    for (int i = 0; i < network.parameters().size(); i++) {
      Parameter p = network.parameters().get(i);
      Rng rng = new Rng(5, RandomStream.PARAMETERS, 1, i);
      for (int j = p.offset(); j < p.end() && p.role() != Parameter.Role.WEIGHT; j++) {
        network.values()[j] += (float) (0.8 * rng.nextDouble() - 0.4);
      }
    }
    return network;
  }

  /** Indices of the nodes that the layer under test became, without the flattening in front of it. */
  public List<Integer> nodes(Network network) {
    List<Integer> found = new ArrayList<>();
    for (int k = 1; k < network.nodes().size(); k++) {
      boolean last = k + 1 == network.nodes().size()
          || network.nodes().get(k + 1).step() != network.nodes().get(k).step();
      if (last && steps.get(network.nodes().get(k).step()).layer().getClass() == layer) {
        found.add(k);
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return input.toText() + ": " + steps.stream()
        .map(s -> s.layer() + (s.name() == null ? "" : " as " + s.name())).collect(Collectors.joining(", "));
  }
}
