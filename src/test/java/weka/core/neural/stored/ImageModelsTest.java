package weka.core.neural.stored;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SerializationHelper;
import weka.core.neural.ImageSchemes;
import weka.core.neural.Samples;

/** Models of image files that were stored when rows could name any file predict what they did, wherever files lie. */
class ImageModelsTest {
  private static final List<String> NAMES = List.of("datasets/shapes/circle/00001.png",
      "datasets/shapes/circle/00005.png", "datasets/shapes/circle/00009.png");

  @ParameterizedTest
  @EnumSource
  void predictsAsBefore(ImageSchemes.Kind kind, @TempDir Path folder) throws Exception {
    String name = kind.name().toLowerCase(Locale.ROOT);
    ImageSchemes scheme;
    try (InputStream in = stored(name + ".model")) {
      scheme = new ImageSchemes((OptionHandler) SerializationHelper.read(in));
    }
    double[][] expected;
    try (InputStream in = stored("predictions.txt")) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(name))
          .map(line -> Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
    Path elsewhere = folder.resolve("copy.png");
    Files.copy(Path.of(NAMES.get(1)), elsewhere);
    String copy = elsewhere.toString().replace('\\', '/');
    for (List<String> names : List.of(NAMES, List.of(NAMES.get(0), copy, NAMES.get(2)))) {
      double[][] answers = scheme.predict(data(names));
      for (int r = 0; r < expected.length; r++) {
        assertArrayEquals(expected[r], answers[r], 1e-4, kind + ", row " + r);
      }
    }
  }

  private static Instances data(List<String> names) throws Exception {
    Instances data = Samples.arff("@attribute image string", "@attribute class {circle,square}", "@data",
        "'" + String.join("',circle\n'", names) + "',circle");
    data.setRelationName("shapes");
    return data;
  }

  private static InputStream stored(String name) {
    return ImageModelsTest.class.getResourceAsStream("images/" + name);
  }
}
