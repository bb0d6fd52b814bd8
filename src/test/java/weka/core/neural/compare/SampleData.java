package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import weka.core.Utils;

/** Small files for the tests of the comparison. */
final class SampleData {

  private SampleData() {}

  /** 31 rows, one attribute that tells two classes apart but for some noise. */
  static Path nominal(Path folder, String file, String relation) throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("@relation " + Utils.quote(relation) + "\n@attribute x numeric\n"
        + "@attribute class {low,high}\n@data\n");
    for (int i = 0; i < 31; i++) {
      double x = i / 31.0;
      text.append(String.format(Locale.ROOT, "%.4f,%s%n", x, x + 0.15 * random.nextGaussian() < 0.5 ? "low" : "high"));
    }
    return Files.writeString(folder.resolve(file), text);
  }

  /** 31 rows, a numeric class that steps up in the middle, with noise. */
  static Path numeric(Path folder, String file, String relation) throws IOException {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder("@relation " + Utils.quote(relation) + "\n@attribute x numeric\n"
        + "@attribute y numeric\n@data\n");
    for (int i = 0; i < 31; i++) {
      double x = i / 31.0;
      text.append(String.format(Locale.ROOT, "%.4f,%.4f%n", x, (x < 0.5 ? 0 : 10) + random.nextGaussian()));
    }
    return Files.writeString(folder.resolve(file), text);
  }
}
