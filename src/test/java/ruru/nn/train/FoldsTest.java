package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Shape;

class FoldsTest {
  /** Rows of three classes: 20, 9 and 2 of them. */
  private static ArrayDataset rows() {
    int[] labels = IntStream.range(0, 31).map(i -> i < 20 ? 0 : i < 29 ? 1 : 2).toArray();
    return new ArrayDataset(Shape.of(1), Shape.of(3), new float[31], ArrayDataset.oneHot(labels, 3), null, labels);
  }

  @Test
  void everyRowIsHeldOutOnceAndTrainedOnElse() {
    int[] held = new int[31];
    for (Split fold : Folds.of(rows(), 5, 1)) {
      assertEquals(31, fold.training().length + fold.validation().length);
      Arrays.stream(fold.validation()).forEach(r -> held[r]++);
      assertTrue(Arrays.stream(fold.training()).noneMatch(r -> Arrays.stream(fold.validation()).anyMatch(v -> v == r)));
    }
    assertTrue(Arrays.stream(held).allMatch(n -> n == 1), Arrays.toString(held));
  }

  @Test
  void classesAreDealtOutEvenly() {
    ArrayDataset rows = rows();
    for (int c = 0; c < 3; c++) {
      int label = c;
      List<Long> counts = Folds.of(rows, 5, 7).stream()
          .map(f -> Arrays.stream(f.validation()).filter(r -> rows.label(r) == label).count()).toList();
      long most = counts.stream().mapToLong(Long::longValue).max().orElseThrow();
      long fewest = counts.stream().mapToLong(Long::longValue).min().orElseThrow();
      assertTrue(most - fewest <= 1, "class " + c + ": " + counts);
    }
  }

  @Test
  void dependOnTheSeedAlone() {
    assertArrayEquals(Folds.of(rows(), 5, 3).get(0).validation(), Folds.of(rows(), 5, 3).get(0).validation());
    assertNotEquals(Arrays.toString(Folds.of(rows(), 5, 3).get(0).validation()),
        Arrays.toString(Folds.of(rows(), 5, 4).get(0).validation()));
  }

  @Test
  void refuseFoldsWithoutRows() {
    assertEquals("folds must be from 2 to the 31 rows, got 32",
        assertThrows(IllegalArgumentException.class, () -> Folds.of(rows(), 32, 1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Folds.of(rows(), 1, 1));
  }

  /** A class that was never seen cannot be known: its loss would say nothing but that training should stop. */
  @Test
  void theOnlyRowOfAClassIsTrainedOnInEveryFold() {
    int[] labels = IntStream.range(0, 25).map(i -> i < 20 ? 0 : i - 19).toArray();
    ArrayDataset rows =
        new ArrayDataset(Shape.of(1), Shape.of(6), new float[25], ArrayDataset.oneHot(labels, 6), null, labels);
    int[] validated = new int[25];
    for (Split fold : Folds.of(rows, 5, 1)) {
      assertTrue(Arrays.stream(fold.training()).filter(r -> r >= 20).count() == 5, Arrays.toString(fold.training()));
      assertEquals(16, Arrays.stream(fold.training()).filter(r -> r < 20).count());
      Arrays.stream(fold.validation()).forEach(r -> validated[r]++);
    }
    assertTrue(Arrays.stream(validated).allMatch(n -> n == 1), Arrays.toString(validated));
  }
}
