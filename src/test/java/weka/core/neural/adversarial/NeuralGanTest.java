package weka.core.neural.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.datagenerators.classifiers.classification.GaussianRing;

class NeuralGanTest {
  private static final String SMALL = ";-generator;dense 16 relu, output;-discriminator;dense 16 relu, output;"
      + "-epochs;4;-batch;20";

  @TempDir
  private Path folder;

  private static String run(String line) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new NeuralGan().run(null, line.split(";"));
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String ring() throws Exception {
    GaussianRing generator = new GaussianRing();
    generator.setOptions(new String[] {"-n", "200", "-modes", "4"});
    generator.setDatasetFormat(generator.defineDataFormat());
    return Files.writeString(folder.resolve("ring.arff"), generator.generateExamples().toString()).toString();
  }

  private String table(String attribute, String value) throws Exception {
    StringBuilder text = new StringBuilder("@relation t\n@attribute a numeric\n@attribute b " + attribute
        + "\n@attribute kind {p,q}\n@data\n");
    for (int r = 0; r < 30; r++) {
      text.append(r).append(',').append(r == 6 ? value : attribute.equals("numeric") ? "2" : "u").append(',')
          .append(r % 2 == 0 ? "p" : "q").append('\n');
    }
    return Files.writeString(folder.resolve("table.arff"), text).toString();
  }

  @Test
  void pointsAreGeneratedDrawnAndSaved() throws Exception {
    String printed = run("-t;" + ring() + SMALL + ";-conditional;-n;50;-o;" + file("made.arff") + ";-draw;"
        + file("made.png") + ";-d;" + file("gan.model"));
    assertThat(printed).contains("200 rows of 2 numbers, 4 classes to choose from",
        "from 2 random numbers and the class",
        "4 epochs of 10 updates, 20 rows each").containsPattern("\\n +4( +-?\\d+\\.\\d+){2}( +\\d+\\.\\d %){2}\\n")
        .containsPattern("\\n3 +\\d+\\.\\d % +25\\.0 %\\n").contains("it is the class asked for",
            "median distance to the nearest real row");
    Instances made = DataSource.read(file("made.arff"));
    assertEquals(50, made.numInstances());
    assertEquals("3", made.get(7).stringValue(2));
    assertThat(Files.size(Path.of(file("made.png")))).isGreaterThan(500);
    run("-l;" + file("gan.model") + ";-n;50;-o;" + file("again.arff"));
    assertEquals(Files.readString(Path.of(file("made.arff"))), Files.readString(Path.of(file("again.arff"))));
    assertThat(run("-l;" + file("gan.model") + ";-n;2;-S;9")).contains("@relation", "@attribute x1 numeric");
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    String ring = ring();
    run("-t;" + ring + ";-epochs;2;-batch;128;-threads;1;-o;" + file("one.arff"));
    run("-t;" + ring + ";-epochs;2;-batch;128;-threads;4;-o;" + file("four.arff"));
    assertEquals(Files.readString(Path.of(file("one.arff"))), Files.readString(Path.of(file("four.arff"))));
  }

  @Test
  void imagesStayWithinTheirRange() throws Exception {
    StringBuilder text = new StringBuilder("@relation images\n");
    for (int i = 0; i < 16; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    text.append("@data\n");
    Random random = new Random(1);
    for (int r = 0; r < 40; r++) {
      for (int i = 0; i < 16; i++) {
        text.append(i == 0 ? "" : ",").append(random.nextInt(17));
      }
      text.append('\n');
    }
    Path images = Files.writeString(folder.resolve("images.arff"), text);
    run("-t;" + images + ";-input;4x4x1;-epochs;2;-batch;8;-n;20;-o;" + file("made.arff") + ";-draw;" + file("i.png")
        + ";-d;" + file("gan.model"));
    for (Instance row : DataSource.read(file("made.arff"))) {
      for (double v : row.toDoubleArray()) {
        assertThat(v).isBetween(0.0, 16.0);
      }
    }
    run("-l;" + file("gan.model") + ";-n;30;-draw;" + file("again.png"));
    assertThat(Files.size(Path.of(file("again.png")))).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8x8x1", "28x28x1", "16x12x3", "7x5x1", "32x32x3", "1x1x1"})
  void theDefaultLayersFitImagesOfAnySize(String text) throws Exception {
    Shape shape = Shape.parse(text);
    assertEquals(shape, new Network(Shape.of(42), 1, NetworkText.parse(GanLayers.generator(shape))).outputShape());
    assertArrayEquals(new int[] {10}, new int[] {
        new Network(shape, 10, NetworkText.parse(GanLayers.discriminator(shape))).outputShape().size()});
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "numeric|?|attribute 'b', row 7: expected a finite number, got a missing value; fill it",
      "numeric|1e999|attribute 'b', row 7: expected a finite number, got Infinity",
      "{u,v}|v|attribute 'b': expected a numeric one, since noise makes numbers, got a nominal one",
      "string|v|attribute 'b': expected a numeric one, since noise makes numbers, got a string one"})
  void whatCannotBeGeneratedIsNamed(String type, String value, String message) throws Exception {
    String table = table(type, value);
    assertThatThrownBy(() -> run("-t;" + table + SMALL)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "-c;none|attribute 'kind': expected a numeric one",
      "-c;a;-conditional|option -conditional: expected a nominal class to choose from, got 'a'",
      "-c;zzz|option -c: expected first, last, a number from 1 to 3",
      "-input;3x3x1|option -input: 3x3x1 has 9 values, the data have 2 attributes without the class",
      "-input;2x1x2|option -input: expected height x width x channels with 1 channel",
      "-generator;dense 5|makes rows of shape [5], expected [2]",
      "-generator;dens 5|option -generator: ",
      "-discriminator;dense 3|output has the shape [3], expected [1]",
      "-discriminator;conv 3|option -discriminator: ",
      "-batch;31|batch: expected at most the 30 rows of the data, got 31",
      "-batch;-1|option -batch: expected a whole number above 0, got -1",
      "-rate;-0.1|option -rate: expected a number of at least 0",
      "-spectral;NaN|option -spectral: expected a number of at least 0",
      "-averaging;1|option -averaging: expected a number from 0 to below 1",
      "-loss;hing|option -loss: expected one of hinge, nonsaturating, got 'hing'; did you mean 'hinge'?",
      "-n;0|option -n: expected at least 1 row",
      "-o;made.csv|option -o: the file's name must end in .arff",
      "-zzz|unknown option: -zzz"})
  void whatIsWrongWithAnOptionIsSaid(String options, String message) throws Exception {
    String table = table("numeric", "3");
    assertThatThrownBy(() -> run("-t;" + table + ";" + options)).hasMessageContaining(message);
  }

  @Test
  void filesThatAreNotThereOrDamagedAreNamed() throws Exception {
    assertThatThrownBy(() -> run("-n;3")).hasMessageContaining("option -t is missing");
    assertThatThrownBy(() -> run("-t;" + file("no.arff"))).hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> run("-l;" + file("no.gan"))).hasMessageContaining("there is no such file");
    String ring = ring();
    assertThatThrownBy(() -> run("-l;" + ring)).hasMessageContaining("it is no generator that NeuralGan saved");
    assertThatThrownBy(() -> run("-l;" + ring + ";-epochs;3")).hasMessageContaining("option -epochs: not expected");
    assertThatThrownBy(() -> run("-l;a;-t;b")).hasMessageContaining("expected one of them, got both");
    run("-t;" + ring + SMALL + ";-d;" + file("gan.model"));
    byte[] good = Files.readAllBytes(Path.of(file("gan.model")));
    for (int at = 0; at < good.length; at += good.length / 40) {
      byte[] bad = good.clone();
      bad[at] ^= 0x55;
      Files.write(Path.of(file("bad.model")), bad);
      assertThatThrownBy(() -> run("-l;" + file("bad.model")), "byte %d", at)
          .hasMessageContaining("option -l: cannot load");
      Files.write(Path.of(file("bad.model")), Arrays.copyOf(good, at));
      assertThatThrownBy(() -> run("-l;" + file("bad.model")), "%d bytes", at)
          .hasMessageContaining("option -l: cannot load");
    }
  }

  @Test
  void anInterruptEndsTheTrainingAndKeepsWhatWasLearnt() throws Exception {
    String ring = ring();
    Thread caller = Thread.currentThread();
    Thread other = new Thread(() -> {
      while (caller.getStackTrace().length > 0 && !isTraining(caller)) {
        Thread.onSpinWait();
      }
      caller.interrupt();
    });
    other.start();
    String printed = run("-t;" + ring + ";-epochs;100000000;-batch;20;-n;30;-o;" + file("made.arff"));
    other.join();
    assertThat(printed).containsPattern("stopped after \\d+ updates");
    assertEquals(30, DataSource.read(file("made.arff")).numInstances());
  }

  private static boolean isTraining(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals("update")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theCommandsOfTheLessonHaveOptionsThatThereAre() throws Exception {
    String lesson = Files.readString(Path.of("docs/lessons/gan.md")).replaceAll("\\\\\\n *", "");
    List<String> commands = Pattern.compile("(?m)^    java -cp weka.jar weka.Run \\.NeuralGan (.*)$").matcher(lesson)
        .results().map(m -> m.group(1)).toList();
    assertThat(commands).hasSizeGreaterThan(2);
    for (String command : commands) {
      GanSettings.parse(Utils.splitOptions(command));
    }
  }

  @Test
  void aConstantAttributeIsNoObstacle() throws Exception {
    String table = table("numeric", "2");
    run("-t;" + table + SMALL + ";-spectral;0;-loss;nonsaturating;-n;5;-o;" + file("made.arff"));
    assertEquals(5, DataSource.read(file("made.arff")).numInstances());
    assertThat(run("-h")).contains("-conditional");
  }
}
