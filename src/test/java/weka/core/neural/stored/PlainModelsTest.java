package weka.core.neural.stored;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.core.SerializationHelper;

/** Models that were stored before they had a checksum are read, and predict what they did. */
class PlainModelsTest {
  @ParameterizedTest
  @EnumSource(SampleModel.class)
  void predictsAsBefore(SampleModel sample) throws Exception {
    Object scheme;
    try (InputStream in = stored(sample.file())) {
      scheme = SerializationHelper.read(in);
    }
    double[][] expected;
    try (InputStream in = stored("predictions.txt")) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> line.startsWith(sample.file())).map(line -> Arrays.stream(line.split(" ")).skip(1)
              .mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
    double[][] answers = sample.answers(scheme);
    for (int r = 0; r < 5; r++) {
      assertArrayEquals(expected[r], answers[r], 1e-4, sample + ", row " + r);
    }
  }

  private static InputStream stored(String name) {
    return PlainModelsTest.class.getResourceAsStream("plain/" + name);
  }
}
