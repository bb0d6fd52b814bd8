package weka.core.neural.curves.command;

import static org.assertj.core.api.Assertions.assertThat;
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

class ClusterCurvesTest {
  @TempDir
  private Path folder;

  /** Two groups; the class is noise that would split each of them. */
  private Path data() throws Exception {
    StringBuilder text = new StringBuilder("@relation r\n@attribute x numeric\n@attribute c {a,b}\n@data\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 2 * 9 + i / 50.0).append(i / 2 % 2 == 0 ? ",a\n" : ",b\n");
    }
    return Files.writeString(folder.resolve("r.arff"), text);
  }

  private static String run(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new ClusterCurves().run(null, arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tableChoicesAndPictures() throws Exception {
    Path png = folder.resolve("o.png");
    Path svg = folder.resolve("o.svg");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    String text;
    try {
      text = run("-t", data().toString(), "-c", "c", "-most", "4", "-references", "5", "-png", png.toString(), "-svg",
          svg.toString());
    } finally {
      Locale.setDefault(before);
    }
    assertThat(text).contains("r, weka.clusterers.NeuralClusterer ").contains("-layers none")
        .containsPattern("Gap statistic: +2\n").containsPattern("Largest silhouette: +2\n")
        .containsPattern("\n4 +0\\.");
    assertThat(ImageIO.read(png.toFile()).getHeight()).isEqualTo(1520);
    assertThat(Files.readString(svg)).contains("<svg").contains("height='760.0'");
  }

  @Test
  void anyClustererAndOption() throws Exception {
    assertThat(run("-t", data().toString(), "-W", "weka.clusterers.HierarchicalClusterer", "-option", "-N", "-most",
        "3", "--", "-L", "AVERAGE")).contains("HierarchicalClusterer -N 2 -L AVERAGE");
  }

  @Test
  void wekaFindsItByTheEndOfItsName() {
    assertThat(Run.findSchemeMatch(".ClusterCurves", false)).containsExactly(ClusterCurves.class.getName());
  }

  @Test
  void theHelpNamesEveryOption() throws Exception {
    assertThat(run("-h")).contains("-t ", "-c ", "-W ", "-option ", "-most ", "-references ", "-s ", "-threads ",
        "-png ", "-svg ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      -most 3                     | option -t is missing
      -t DATA -W no.Such          | option -W: there is no class 'no.Such'
      -t DATA -c 3                | option -c: expected first, last, a number from 1 to 2
      -t DATA -bar                | unknown option: -bar
      -t DATA -png a.txt          | option -png: the file's name must end in .png
      -t nowhere.arff             | option -t: cannot read 'nowhere.arff'
      -t DATA -threads 0          | option -threads: expected at least 1 thread
      -t DATA -most 1             | option -most: expected at least 2 clusters
      -t DATA -most 40            | expected more rows with a weight than clusters, 40, got 40
      -t DATA -option foo         | option -foo: NeuralClusterer has no such option
      """)
  void wrongArgumentsAreNamed(String arguments, String message) throws Exception {
    String[] words = arguments.replace("DATA", data().toString()).split(" ");
    assertThat(assertThrows(Exception.class, () -> run(words))).hasMessageStartingWith(message);
  }
}
