package ruru.nn.health;

import java.util.List;

/**
 * How the layers of a network are doing after an update.
 *
 * @param update the number of the update, from 1; 0 for initial parameters
 * @param rows   rows of the sample that it was measured on
 * @param layers in the order in which they run
 */
public record Health(long update, int rows, List<LayerHealth> layers) {
  public Health {
    layers = List.copyOf(layers);
  }
}
