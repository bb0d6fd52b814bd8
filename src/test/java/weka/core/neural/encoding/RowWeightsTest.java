package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;

class RowWeightsTest {
  private static Instances weighted(double... weights) throws IOException {
    Instances data = Samples.arff("@attribute a numeric", "@attribute class numeric", "@data", "1,2\n".repeat(
        weights.length));
    for (int r = 0; r < weights.length; r++) {
      data.instance(r).setValue(0, r);
      data.instance(r).setWeight(weights[r]);
    }
    return data;
  }

  private static double[] counting(double... weights) throws IOException {
    return RowWeights.counting(weighted(weights), row -> true).stream().mapToDouble(Instance::weight).toArray();
  }

  @Test
  void rowsOfNoWeightAndUnwantedOnesAreLeftOut() throws IOException {
    Instances data = weighted(1, 0, 0.5, 2, 3);
    Instances rows = RowWeights.counting(data, row -> row.value(0) != 3);
    assertArrayEquals(new double[] {0, 2, 4}, rows.attributeToDoubleArray(0));
    assertArrayEquals(new float[] {1, 0.5f, 3}, RowWeights.of(rows));
    assertEquals(5, data.size(), "the data stay as they are");
  }

  @Test
  void aWeightThatIsNoneIsNamed() {
    Samples.message(() -> counting(1, -1, 1), "row 2", "-1.0");
    Samples.message(() -> counting(1, 1, Double.POSITIVE_INFINITY), "row 3", "Infinity");
    Samples.message(() -> counting(Double.NaN), "row 1", "NaN");
    Samples.message(() -> counting(0, 0), "weight 0");
    Samples.message(() -> RowWeights.requireSome(new float[] {0, 0}), "weight 0");
    RowWeights.requireSome(new float[] {0, 1e-30f});
  }

  @Test
  void usualWeightsStayAsTheyAre() throws IOException {
    for (double[] weights : new double[][] {{1, 3, 1e-30}, {0x1p60, 0x1.8p60}, {0x1p-60, 0x1p-61}, {1, 0x1p-126}}) {
      assertArrayEquals(weights, counting(weights));
    }
  }

  @Test
  void weightsBeyondFloatAreMovedByOnePowerOfTwo() throws IOException {
    assertArrayEquals(new double[] {1, 0x1.8p-3}, counting(0x1p61, 0x1.8p58));
    assertArrayEquals(new double[] {1.5, 1}, counting(0x1.8p1000, 0x1p1000));
    assertArrayEquals(new double[] {1.5, 1}, counting(0x1.8p-1000, 0x1p-1000));
    assertArrayEquals(new double[] {0x1p60, 0x1.8p-70}, counting(1, 0x1.8p-130));
    assertArrayEquals(new double[] {0x1p60, 0x1.8p-71}, counting(2, 0x1.8p-130));
  }

  /** A row of weight 0 would not be learned from at all. */
  @Test
  void aWeightThatIsTooSmallBesideTheLargestCountsAsTheSmallest() throws IOException {
    assertArrayEquals(new double[] {0x1p60, Float.MIN_NORMAL}, counting(1, 1e-300));
    assertThrows(IllegalArgumentException.class, () -> counting(1, -1e-300));
  }
}
