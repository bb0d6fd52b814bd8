package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

class BlockTest {
  /** Weights longer than a block, biases shorter, running statistics in between. */
  @Test
  void everyElementIsInOneBlockAndTreatedByItsRole() {
    Network network = new Network(Shape.of(200), 10, NetworkText.parse("dense 100, batchnorm, dense 70, output"));
    Parameter.Role[] roles = new Parameter.Role[network.values().length];
    for (Parameter p : network.parameters()) {
      java.util.Arrays.fill(roles, p.offset(), p.end(), p.role());
    }
    int end = 0;
    for (Block b : Block.of(network.parameters())) {
      assertEquals(end, b.from());
      assertTrue(b.to() > b.from() && b.to() <= b.from() + Block.LENGTH, b.toString());
      for (int i = b.from(); i < b.to(); i++) {
        int place = i;
        assertEquals(roles[i] == Parameter.Role.STATE, b.states(), b.toString());
        assertEquals(roles[i] == Parameter.Role.WEIGHT ? 1 : 0,
            b.weights().stream().filter(r -> r.from() <= place && place < r.to()).count(), b + " at " + i);
      }
      end = b.to();
    }
    assertEquals(roles.length, end);
  }

  @Test
  void aSmallNetworkIsOneBlock() {
    Network network = new Network(Shape.of(4), 3, NetworkText.parse("dense 3 sigmoid, output"));
    assertEquals(1, Block.of(network.parameters()).length);
  }
}
