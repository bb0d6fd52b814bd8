package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No two uses share a stream, and the streams are those that they have always been. */
class RandomStreamTest {
  @Test
  void eachBeginsAtAPlaceOfItsOwn() {
    Set<Long> keys = new HashSet<>();
    for (RandomStream stream : RandomStream.values()) {
      keys.add(Rng.key(1, stream, 0, 0));
    }
    assertEquals(RandomStream.values().length, keys.size());
  }

  /** Steps that are counted would run into whatever has the same purpose. */
  @Test
  void aPurposeWhoseStepsAreCountedIsAlone() {
    for (RandomStream counted : EnumSet.of(RandomStream.ORDER, RandomStream.LAYER, RandomStream.AUGMENTATION,
        RandomStream.HIDDEN_UNITS, RandomStream.VISIBLE_UNITS, RandomStream.GIBBS_HIDDEN, RandomStream.GIBBS_VISIBLE,
        RandomStream.PSEUDO_LIKELIHOOD, RandomStream.NOISE, RandomStream.UNITS, RandomStream.SYNTHETIC_ROWS)) {
      for (RandomStream other : RandomStream.values()) {
        if (other != counted) {
          assertNotEquals(counted.purpose(), other.purpose(), counted + " and " + other);
        }
      }
    }
  }

  @Test
  void theNumbersStay() {
    assertEquals(Arrays.asList("PARAMETERS 1 0 0", "CENTRES 1 7 0", "ORDER 2 0 0", "LAYER 3 0 0", "HELD_OUT 4 0 0",
        "FOLDS 4 0 1", "CODES 4 1 0", "GENERATED_ROWS 4 2 0", "SILHOUETTE 4 3 0", "HALVES 4 4 0",
        "REFERENCE_ROWS 4 5 0", "AUGMENTATION 5 0 0", "MEMBERS 6 0 0", "HIDDEN_UNITS 7 0 0", "VISIBLE_UNITS 8 0 0",
        "GIBBS_HIDDEN 9 0 0", "GIBBS_VISIBLE 10 0 0", "PSEUDO_LIKELIHOOD 11 0 0", "CHAIN_STARTS 12 0 0",
        "NOISE 13 0 0", "DIRECTIONS 14 0 0", "UNITS 15 0 0", "FLIPS 16 0 0", "SYNTHETIC_ROWS 20 0 0"),
        Arrays.stream(RandomStream.values())
            .map(s -> s + " " + s.purpose() + " " + s.firstStep() + " " + s.firstIndex()).toList());
    assertEquals(-489975894614767620L, Rng.key(42, RandomStream.HALVES, 3, 5));
  }
}
