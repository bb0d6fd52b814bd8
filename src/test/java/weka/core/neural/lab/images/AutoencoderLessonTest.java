package weka.core.neural.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** The numbers of docs/lessons/autoencoder.md. */
@Timeout(300)
class AutoencoderLessonTest {
  /** On another processor the last digits differ. */
  private static final double CLOSE = 6;

  @ParameterizedTest
  @CsvSource({"none, 1, 0.678", "none, 2, 0.629", "none, 8, 0.393", "none, 32, 0.150", "dense 128 relu, 1, 0.640",
      "dense 128 relu, 2, 0.508", "dense 128 relu, 8, 0.206", "dense 128 relu, 32, 0.102"})
  void theErrorOfACode(String layers, int code, double error) throws Exception {
    Instances digits = Samples.file(Path.of("datasets/digits.arff"));
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-input 16x16x1 -epochs 100 -layers \"" + layers + "\" -code " + code
        + " -output error"));
    encoder.setInputFormat(digits);
    Instances errors = Filter.useFilter(digits, encoder);
    assertThat(errors.meanOrMode(0)).isCloseTo(error, withinPercentage(CLOSE));
  }
}
