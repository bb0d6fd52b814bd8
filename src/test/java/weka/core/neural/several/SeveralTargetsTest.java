package weka.core.neural.several;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.core.neural.Samples.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralTargetsTest {
  private static final String NETWORK = ";--;-layers;dense 6 tanh;-epochs;30";

  @TempDir
  private Path folder;

  /** Labels 1 and 2 depend on a and b, y is a number; in MEKA's form the labels are the first two attributes. */
  private String file() throws Exception {
    StringBuilder text = new StringBuilder("@relation 'sample: -C 2'\n@attribute l1 {0,1}\n@attribute l2 {0,1}\n"
        + "@attribute a numeric\n@attribute b numeric\n@attribute y numeric\n@data\n");
    Random random = new Random(1);
    for (int r = 0; r < 90; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append(a > 0 ? 1 : 0).append(',').append(b > 0 ? 1 : 0).append(',').append(a).append(',').append(b)
          .append(',').append(r % 9 == 0 ? "?" : 5 * a + b).append('\n');
    }
    return Files.writeString(folder.resolve("sample.arff"), text).toString();
  }

  private static String run(String line) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new SeveralTargets().run(null, line.split(";"));
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void labelsOfMekaAreMeasured() throws Exception {
    String printed = run("-t;" + file() + ";-c;first;-targets;meka;-folds;3" + NETWORK);
    assertThat(printed).contains("sample: -C 2, 90 rows, 3-fold cross-validation");
    assertThat(printed).containsPattern("l1 +correct +(100|[89]\\d)\\.\\d\\d %")
        .containsPattern("l2 +correct +(100|[89]\\d)\\.");
    assertThat(printed).containsPattern("Hamming loss +0\\.[01]").containsPattern("exact match +0\\.[789]")
        .containsPattern("micro F1 +0\\.[89]").containsPattern("macro F1 +0\\.[89]");
  }

  @Test
  void aNumberStandsBesideAClassAndEachAlone() throws Exception {
    String printed = run("-t;" + file() + ";-c;l1;-targets;y;-folds;2;-single" + NETWORK);
    assertThat(printed).containsPattern("target +measure +all at once +each alone")
        .containsPattern("y +root mean squared error +\\d\\.\\d+ +\\d\\.\\d+").doesNotContain("Hamming");
  }

  /** Of a target's training rows one may be left, of which nothing can be learnt, or none. */
  @Test
  void aTargetThatIsHardlyKnownIsMeasuredWhereItCanBe() throws Exception {
    for (int known : new int[] {1, 2}) {
      StringBuilder text = new StringBuilder(
          "@relation few\n@attribute a numeric\n@attribute y numeric\n@attribute class {no,yes}\n@data\n");
      for (int r = 0; r < 40; r++) {
        text.append(r % 7).append(',').append(r < known ? "3" : "?").append(r % 2 == 0 ? ",no\n" : ",yes\n");
      }
      Path file = Files.writeString(folder.resolve("few" + known + ".arff"), text);
      String printed = run("-t;" + file + ";-targets;y;-folds;4;-seed;3;-single" + NETWORK);
      String[] tables = printed.split("target +measure");
      assertThat(tables).hasSize(3);
      assertThat(tables[1]).contains("all at once").doesNotContain("each alone").containsPattern("class +correct +\\d");
      assertThat(tables[2]).containsPattern(known == 1 ? "y +root mean squared error +- +-"
          : "y +root mean squared error +0\\.?0* +0\\.?0*");
    }
  }

  @Test
  void aFoldThatCannotBeLearntIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("none.arff"), "@relation none\n@attribute a numeric\n"
        + "@attribute z {x,w}\n@attribute y numeric\n@data\n1,x,3\n2,w,?\n3,x,?\n4,w,?\n");
    message(() -> run("-t;" + file + ";-targets;z;-folds;2" + NETWORK), "fold", "of 2", "'y'", "-folds");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    String file = file();
    message(() -> run("-targets;y"), "-t is missing");
    message(() -> run("-t;" + file), "-targets is missing");
    message(() -> run("-t;nowhere.arff;-targets;y"), "no such file");
    message(() -> run("-t;" + file + ";-targets;y;-c;9"), "option -c", "from 1 to 5", "'9'");
    message(() -> run("-t;" + file + ";-targets;z"), "no attribute 'z'");
    message(() -> run("-t;" + file + ";-targets;l1;-folds;91"), "option -folds", "90 rows");
    message(() -> run("-t;" + file + ";-targets;l1;-folds;1"), "option -folds", "at least 2");
    message(() -> run("-t;" + file + ";-targets;l1;-single;--;-targets;y"), "-targets", "before '--'");
    message(() -> run("-t;" + file + ";-targets;l1;--;-S;3"), "-S", "write -seed before '--'");
    assertThat(run("-h")).contains("weka.Run .SeveralTargets");
  }
}
