package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.layers.Dense;

class NetworkNamesTest {
  @Test
  void theNumberedNameOfALayerIsNeverOneThatTheUserGave() {
    Network network = new Network(Shape.of(3), 1,
        List.of(new NamedLayer(new Dense(4), "dense2"), new NamedLayer(new Dense(5)), new NamedLayer(new Dense(6)),
            new NamedLayer(new Dense(7), "dense3")));
    assertEquals(List.of("dense2/weight", "dense2/bias", "dense1/weight", "dense1/bias", "dense4/weight", "dense4/bias",
        "dense3/weight", "dense3/bias"), List.copyOf(network.parametersByName().keySet()));
  }
}
