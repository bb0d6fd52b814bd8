package weka.core.neural.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.neural.Effort;

/** A setting that always has a value. */
class CheckedTest {
  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void aNumberThatIsRefusedChangesNothing(double wrong) {
    Checked<Double> beta = Checked.notNegative("beta", 1);
    beta.set(0.0);
    assertEquals("beta: expected a number of at least 0, got " + wrong,
        assertThrows(IllegalArgumentException.class, () -> beta.set(wrong)).getMessage());
    assertEquals(0.0, beta.value());
  }

  @Test
  void aWholeNumberHasASmallest() {
    Checked<Integer> cache = Checked.whole("image cache", 0, "megabytes", 256);
    assertEquals(256, cache.value());
    assertEquals("image cache: expected at least 0 megabytes, got -1",
        assertThrows(IllegalArgumentException.class, () -> cache.set(-1)).getMessage());
    assertEquals(256, cache.value());
  }

  @Test
  void anEnumIsNeverNull() {
    Checked<Effort> effort = Checked.of(Effort.NORMAL);
    assertThrows(NullPointerException.class, () -> effort.set(null));
    assertEquals(Effort.NORMAL, effort.value());
  }
}
