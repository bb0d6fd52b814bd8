package weka.core.neural.curves.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.Run;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

class LearningCurvesTest {
  @TempDir
  private Path folder;

  private Path data() throws Exception {
    StringBuilder text = new StringBuilder("@relation r\n@attribute c {a,b}\n@attribute x numeric\n@data\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 2 == 0 ? "a," : "b,").append(i % 2 + i / 50.0).append('\n');
    }
    return Files.writeString(folder.resolve("r.arff"), text);
  }

  private static String run(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new LearningCurves().run(null, arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tableSentenceFilesAndPictures() throws Exception {
    Path numbers = folder.resolve("o.arff");
    Path png = folder.resolve("o.png");
    Path svg = folder.resolve("o.svg");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    String text;
    try {
      text = run("-t", data().toString(), "-c", "first", "-W", "weka.classifiers.lazy.IBk", "-folds", "5", "-option",
          "K", "-values", "1,3", "-o", numbers.toString(), "-png", png.toString(), "-svg", svg.toString(), "--", "-I");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(text).contains("IBk -K 1").contains(" -I ").contains("5-fold").contains("100.0 (0.0)")
        .contains("Held-out rows are predicted best with -K 1");
    Instances rows = DataSource.read(numbers.toString());
    assertEquals(10, rows.size());
    assertEquals("-K", rows.attribute(0).name());
    assertEquals(3, rows.get(9).value(0));
    assertEquals(100, rows.attributeStats(rows.attribute("heldout-correct").index()).numericStats.max);
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1440);
    assertThat(Files.readString(svg)).contains("<svg").contains("held out");
  }

  @Test
  void wekaFindsItByTheEndOfItsName() {
    assertThat(Run.findSchemeMatch(".LearningCurves", false)).containsExactly(LearningCurves.class.getName());
  }

  @Test
  void theHelpNamesEveryOption() throws Exception {
    assertThat(run("-h")).contains("-t ", "-c ", "-W ", "-folds ", "-sizes ", "-option ", "-values ", "-s ",
        "-threads ", "-o ", "-png ", "-svg ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      -W weka.classifiers.rules.ZeroR                     | option -t is missing
      -t DATA                                             | option -W is missing
      -t DATA -W no.Such                                  | option -W: there is no class 'no.Such'
      -t DATA -W weka.classifiers.rules.ZeroR -c 3        | option -c: expected first, last, a number from 1 to 2
      -t DATA -W weka.classifiers.rules.ZeroR -option K   | options -option and -values belong together
      -t DATA -W weka.classifiers.rules.ZeroR -bar        | unknown option: -bar
      -t DATA -W weka.classifiers.rules.ZeroR -o a.txt    | option -o: the file's name must end in .arff or .csv
      -t nowhere.arff -W weka.classifiers.rules.ZeroR     | option -t: cannot read 'nowhere.arff'
      -t DATA -W weka.classifiers.rules.ZeroR -threads 0  | threads: expected a whole number from 1, got 0
      -t DATA -W weka.classifiers.rules.ZeroR -folds ten  | option -folds: expected a whole number, got 'ten'
      """)
  void wrongArgumentsAreNamed(String arguments, String message) throws Exception {
    String[] words = arguments.replace("DATA", data().toString()).split(" ");
    assertThat(assertThrows(Exception.class, () -> run(words))).hasMessageStartingWith(message);
  }
}
