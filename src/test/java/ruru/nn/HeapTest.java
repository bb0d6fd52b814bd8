package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that do not fit are refused in words, before they are asked for. */
class HeapTest {
  @Test
  void whatFitsIsMade() {
    assertEquals(12, Heap.floats(3, 4, "images", "pixels", "Use fewer").length);
    assertEquals(0, Heap.floats(0, Long.MAX_VALUE, "images", "pixels", "Use fewer").length);
  }

  @ParameterizedTest
  @CsvSource({"2147483647, 2", "65536, 32768", "2, 9223372036854775807", "1, 2147483640"})
  void whatNoArrayHoldsIsRefused(int rows, long width) {
    String message = assertThrows(NotEnoughMemoryException.class,
        () -> Heap.floats(rows, width, "images", "pixels", "Use fewer")).getMessage();
    assertEquals(rows + " images of " + width + " pixels are more numbers than an array of Java holds, 2^31. Use fewer",
        message);
  }

  @Test
  void whatDoesNotFitIsRefusedWithARemedy() {
    String message = assertThrows(NotEnoughMemoryException.class,
        () -> Heap.require(1L << 60, "training", "Use fewer rows")).getMessage();
    assertTrue(message.startsWith("training takes 1,099,511,627,776 megabytes"), message);
    assertTrue(message.contains(". Use fewer rows, or give Java more memory, as in java -Xmx"), message);
  }
}
