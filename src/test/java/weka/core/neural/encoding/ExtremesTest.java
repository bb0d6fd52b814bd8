package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.neural.Samples;

class ExtremesTest {
  private static Instances data() throws IOException {
    return Samples.arff("@attribute n {p,q}", "@attribute a numeric", "@attribute b numeric", "@attribute c numeric",
        "@attribute class numeric", "@data", "q,1,2,3,1e300", "q,4,-1e30,1e29,1e300", "q,?,?,?,1e300");
  }

  @Test
  void anInputThatCannotBeSquaredIsToldWithTheRowsLargestNumber() throws IOException {
    Instances data = data();
    float largest = (float) Math.sqrt(Float.MAX_VALUE);
    Extremes.requireMeasurable(data, new float[] {largest, -largest, 0, 1, 2, 3}, 2);
    for (float wrong : new float[] {Math.nextUp(largest), -Math.nextUp(largest), Float.NaN}) {
      Samples.message(() -> Extremes.requireMeasurable(data, new float[] {0, 1, wrong, 0, 0, 0}, 2), "'b'", "-1.0E30");
      Samples.message(() -> Extremes.requireMeasurable(data, new float[] {0, wrong, 0, 0, 0, 0}, 2), "'c'", "3.0");
    }
  }

  @Test
  void anOutputThatIsNoNumberIsToldWithTheRowsLargestNumber() throws IOException {
    Instances data = data();
    Extremes.requireFinite(data, new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, 0}, 1);
    for (float wrong : new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN}) {
      Samples.message(() -> Extremes.requireFinite(data, new float[] {0, wrong, 0}, 1), "'b'", "-1.0E30");
    }
  }

  /** Neither the class, nor a nominal attribute, nor a missing value is the cause. */
  @Test
  void whereNoNumberIsKnownNoneIsNamed() throws IOException {
    Instances data = data();
    String message = Samples.message(() -> Extremes.requireFinite(data, new float[] {0, 0, Float.NaN}, 1), "row");
    assertFalse(message.contains("'"), message);
  }
}
