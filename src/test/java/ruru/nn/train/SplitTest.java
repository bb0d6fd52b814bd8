package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Shape;

class SplitTest {
  /** Rows of classes in turn, so many of each. */
  private static Dataset classes(int... counts) {
    int n = Arrays.stream(counts).sum();
    int[] labels = new int[n];
    int[] left = counts.clone();
    for (int r = 0, c = 0; r < n; c = (c + 1) % counts.length) {
      if (left[c]-- > 0) {
        labels[r++] = c;
      }
    }
    return new ArrayDataset(Shape.of(1), Shape.of(counts.length), new float[n],
        ArrayDataset.oneHot(labels, counts.length), null, labels);
  }

  private static Dataset numbers(int n) {
    return new ArrayDataset(Shape.of(1), Shape.of(1), new float[n], new float[n], null, null);
  }

  private static int[] count(Dataset data, int[] rows, int classes) {
    int[] counts = new int[classes];
    for (int r : rows) {
      counts[data.label(r)]++;
    }
    return counts;
  }

  private static void assertPartition(Dataset data, Split split) {
    int[] all = IntStream.concat(Arrays.stream(split.training()), Arrays.stream(held(split))).sorted().toArray();
    assertArrayEquals(IntStream.range(0, data.size()).toArray(), all);
  }

  /** The rows of the validation that are not trained on. */
  private static int[] held(Split split) {
    return Arrays.stream(split.validation()).filter(r -> Arrays.binarySearch(split.training(), r) < 0).toArray();
  }

  @Test
  void everyClassIsHeldOutInItsShare() {
    Dataset data = classes(100, 40, 60);
    Split split = Split.of(data, 0.25, 1);
    assertPartition(data, split);
    assertArrayEquals(new int[] {25, 10, 15}, count(data, split.validation(), 3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9, 0.999})
  void noClassLosesItsLastTrainingRow(double share) {
    Dataset data = classes(1, 2, 3, 50, 1, 7);
    Split split = Split.of(data, share, 3);
    assertPartition(data, split);
    for (int c : count(data, split.training(), 6)) {
      assertTrue(c >= 1, Arrays.toString(split.training()));
    }
  }

  @Test
  void manySmallClassesTogetherGiveTheirShare() {
    int[] counts = new int[40];
    Arrays.fill(counts, 3);
    assertEquals(24, held(Split.of(classes(counts), 0.2, 1)).length);
  }

  @Test
  void rowsThatSmallClassesMustKeepAreNotTakenFromALargeOne() {
    int[] counts = new int[51];
    Arrays.fill(counts, 1);
    counts[50] = 50;
    Dataset data = classes(counts);
    assertEquals(25, count(data, Split.of(data, 0.5, 1).validation(), 51)[50], 1);
  }

  @Test
  void numbersAreHeldOutAtRandom() {
    Split split = Split.of(numbers(200), 0.3, 1);
    assertPartition(numbers(200), split);
    assertEquals(60, split.validation().length);
    assertEquals(100, Arrays.stream(split.validation()).average().orElseThrow(), 25);
  }

  @Test
  void theSeedDecides() {
    Dataset data = classes(50, 50);
    assertArrayEquals(Split.of(data, 0.3, 7).validation(), Split.of(data, 0.3, 7).validation());
    assertFalse(Arrays.equals(Split.of(data, 0.3, 7).validation(), Split.of(data, 0.3, 8).validation()));
  }

  @Test
  void shareZeroHoldsNothingOut() {
    Split split = Split.of(classes(3, 4), 0, 1);
    assertEquals(0, split.validation().length);
    assertArrayEquals(IntStream.range(0, 7).toArray(), split.training());
  }

  @Test
  void smallSetsKeepARow() {
    assertEquals(1, Split.of(numbers(1), 0.9, 1).training().length);
    assertEquals(1, Split.of(numbers(2), 0.9, 1).training().length);
    assertEquals(0, Split.of(numbers(0), 0.5, 1).training().length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void anyOtherShareIsRefused(double share) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Split.of(numbers(10), share, 1));
    assertEquals("the fraction held out for validation must be at least 0 and below 1, got " + share, e.getMessage());
  }

  /** Otherwise the best epoch would be the one that is best for the other classes. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.15, 0.5})
  void everyClassIsRepresentedInTheValidation(double share) {
    Dataset data = classes(1, 2, 3, 500, 1, 7);
    Split split = Split.of(data, share, 5);
    int[] counts = count(data, split.validation(), 6);
    assertTrue(Arrays.stream(counts).allMatch(c -> c >= 1), Arrays.toString(counts));
    assertEquals(1, counts[0]);
    assertEquals(split.validation().length - held(split).length, split.standIns());
    assertTrue(split.standIns() >= 2 && split.standIns() <= 5, split.standIns() + " rows stand in for others");
  }

  @Test
  void nothingStandsInWhereNothingIsHeldOut() {
    assertEquals(0, Split.of(classes(1, 1, 1), 0.5, 1).validation().length);
    assertEquals(0, Split.of(classes(3, 5), 0, 1).validation().length);
    assertEquals(0, Split.of(classes(30, 50), 0.2, 1).standIns());
  }
}
