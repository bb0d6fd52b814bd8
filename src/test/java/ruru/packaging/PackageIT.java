package ruru.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.Instances;

/**
 * The zip that the build made, installed offline into a Weka like the one that users download, of the version on the
 * class path, on every JDK of this machine that is new enough. Texts and files are checked: Weka's programs exit with 0
 * whatever happens.
 */
class PackageIT {
  private static final Path FOLDER =
      Path.of("target", "package-it", WekaDistribution.version()).toAbsolutePath();
  private static final Path WEKA = FOLDER.resolve("weka.jar");
  private static final Path IRIS = FOLDER.resolve("iris.arff");
  static final Path ZIP = Path.of(System.getProperty("ruru.zip"));
  private static final int OLDEST_JAVA = 17;
  private static final Pattern CORRECT = Pattern.compile("Correctly Classified Instances +(\\d+) ");

  private static final String PREDICTIONS =
      "weka.classifiers.evaluation.output.prediction.CSV -distribution -decimals 9";

  private static final Map<Jdk, InstalledWeka> INSTALLED = new HashMap<>();

  @BeforeAll
  static void putWekaTogether() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> old = Files.walk(FOLDER)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    WekaDistribution.write(WEKA);
    try (InputStream iris = Instances.class.getResourceAsStream("/weka/gui/knowledgeflow/templates/iris.arff")) {
      Files.copy(iris, IRIS);
    }
  }

  static List<Jdk> jdks() throws IOException {
    return Jdk.all();
  }

  @Test
  void zipHoldsNothingThatWekaBrings() throws IOException {
    Set<String> inWeka = WekaDistribution.classes(WEKA);
    List<String> own = entries(ZIP);
    assertThat(own).contains("weka/classifiers/functions/NeuralNet.class", "dev/ludovic/netlib/blas/BLAS.class");
    // The messages and the help of the schemes send their readers there.
    assertThat(own).contains("doc/notation.md");
    // Any jar may describe itself as a module, and Weka and a package are none.
    assertThat(own.stream().filter(inWeka::contains)).allMatch(name -> name.endsWith("module-info.class"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void installs(Jdk jdk) throws Exception {
    InstalledWeka weka = installed(jdk);
    assertThat(weka.run("weka.core.WekaPackageManager", "-offline", "-list-packages", "installed"))
        .containsPattern("(?m)^" + Pattern.quote(version()) + "\\s.*\\sYes\\s+ruru: ");
    assertThat(weka.home().resolve("packages/ruru/doc/LICENSE")).exists();
    assertThat(weka.home().resolve("packages/ruru/doc/third-party.md")).exists();
    assertThat(weka.home().resolve("packages/ruru/doc/licenses/openblas.txt")).exists();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void classifiesIrisOnTheBundledOpenBlas(Jdk jdk) throws Exception {
    String output = installed(jdk).run("weka.Run", ".NeuralNet", "-t", IRIS.toString(), "-x", "3");
    assertThat(output).contains("=== Stratified cross-validation ===")
        .containsPattern("BLAS: OpenBLAS [0-9.]+ \\(bundled\\)\\R");
    assertThat(lastCorrect(output)).as(output).isGreaterThanOrEqualTo(135);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void classifiesIrisInPlainJava(Jdk jdk) throws Exception {
    String output = installed(jdk).run(List.of("-Druru.blas=java"), "weka.Run", ".NeuralNet", "-t", IRIS.toString(),
        "-x", "3");
    assertThat(output).contains("=== Stratified cross-validation ===").contains("BLAS: plain Java");
    assertThat(lastCorrect(output)).as(output).isGreaterThanOrEqualTo(135);
  }

  /** As by a double click on weka.jar: slower, and the log says what to do about it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void saysWhatOpenBlasNeeds(Jdk jdk) throws Exception {
    String output = installed(jdk).runAsGiven(List.of(), "weka.Run", ".NeuralNet", "-t", IRIS.toString());
    assertThat(output).contains("=== Stratified cross-validation ===").containsPattern("BLAS: plain Java; not openblas "
        + "\\(.*--add-opens=java.base/java.lang=ALL-UNNAMED before -jar or -cp.*JDK_JAVA_OPTIONS\\)");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void modelPredictsTheSameInAnotherJvm(Jdk jdk) throws Exception {
    InstalledWeka weka = installed(jdk);
    String model = weka.folder().resolve("iris.model").toString();
    String built = weka.run("weka.Run", ".NeuralNet", "-t", IRIS.toString(), "-T", IRIS.toString(), "-d", model,
        "-layers", "dense 8 tanh", "-classifications", PREDICTIONS);
    String loaded = weka.run("weka.Run", ".NeuralNet", "-l", model, "-T", IRIS.toString(),
        "-classifications", PREDICTIONS);
    assertThat(predictions(loaded)).hasSize(150).isEqualTo(predictions(built));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void clustersIris(Jdk jdk) throws Exception {
    String output = installed(jdk).run("weka.Run", ".NeuralClusterer", "-t", IRIS.toString(), "-c", "last", "-N", "3",
        "-layers", "dense 8 relu");
    Matcher wrong = Pattern.compile("Incorrectly clustered instances :\\s+(\\d+)").matcher(output);
    assertThat(wrong.find()).as(output).isTrue();
    assertThat(Integer.parseInt(wrong.group(1))).as(output).isLessThanOrEqualTo(30);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void encodesIris(Jdk jdk) throws Exception {
    String output = installed(jdk).run("weka.Run", ".NeuralEncoder", "-i", IRIS.toString(), "-c", "last",
        "-code", "2", "-output", "code,error");
    assertThat(output).contains("@attribute code2 numeric")
        .containsPattern("(?m)^-?[0-9.]+,-?[0-9.]+,[0-9.]+,Iris-virginica");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void generatorMakesData(Jdk jdk) throws Exception {
    assertThat(installed(jdk).run("weka.Run", ".TwoSpirals")).contains("@relation").containsPattern("@data\\s+\\S");
  }

  /** What the Explorer does when it starts; one class that cannot be linked would end it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void choosersListTheScheme(Jdk jdk) throws Exception {
    InstalledWeka weka = installed(jdk);
    Path found = weka.folder().resolve("found.props");
    String output = weka.run("weka.gui.GenericPropertiesCreator", found.toString());
    assertThat(output).doesNotContain("Exception").doesNotContain("Error");
    Properties lists = new Properties();
    try (InputStream in = Files.newInputStream(found)) {
      lists.load(in);
    }
    assertThat(lists.getProperty("weka.classifiers.Classifier").split(","))
        .contains("weka.classifiers.functions.NeuralNet", "weka.classifiers.functions.MultilayerPerceptron");
    assertThat(lists.getProperty("weka.clusterers.Clusterer").split(","))
        .contains("weka.clusterers.NeuralClusterer");
    assertThat(lists.getProperty("weka.filters.Filter").split(","))
        .contains("weka.filters.unsupervised.attribute.NeuralEncoder",
            "weka.filters.supervised.attribute.NeuralFeatures", "weka.filters.supervised.attribute.NeuralPredictions");
    assertThat(lists.getProperty("weka.datagenerators.DataGenerator").split(","))
        .contains("weka.datagenerators.classifiers.classification.TwoSpirals");
  }

  private static InstalledWeka installed(Jdk jdk) throws Exception {
    assumeTrue(jdk.version() >= OLDEST_JAVA, () -> jdk + " is older than Java " + OLDEST_JAVA);
    if (!INSTALLED.containsKey(jdk)) {
      InstalledWeka weka = new InstalledWeka(jdk, WEKA, FOLDER.resolve(jdk.toString()));
      String output = weka.run("weka.core.WekaPackageManager", "-offline", "-install-package", ZIP.toString());
      assertThat(weka.home().resolve("packages/ruru/Description.props")).as(output).exists();
      INSTALLED.put(jdk, weka);
    }
    return INSTALLED.get(jdk);
  }

  /** The version in the zip's description, which the build fills in. */
  private static String version() throws IOException {
    Properties description = new Properties();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ZIP))) {
      ZipEntry entry = zip.getNextEntry();
      while (!entry.getName().equals("Description.props")) {
        entry = zip.getNextEntry();
      }
      description.load(zip);
    }
    return description.getProperty("Version");
  }

  /** The names of the files in a zip, and of those in the jars in it. */
  static List<String> entries(Path zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      addEntries(in, names);
    }
    return names;
  }

  private static void addEntries(ZipInputStream zip, List<String> names) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      names.add(entry.getName());
      if (entry.getName().endsWith(".jar")) {
        addEntries(new ZipInputStream(zip), names);
      }
    }
  }

  private static int lastCorrect(String output) {
    Matcher matcher = CORRECT.matcher(output);
    int correct = -1;
    while (matcher.find()) {
      correct = Integer.parseInt(matcher.group(1));
    }
    return correct;
  }

  /** The lines "number,actual,predicted,error,distribution". */
  private static List<String> predictions(String output) {
    return output.lines().filter(line -> line.matches("\\d+,\\d:Iris-.*")).toList();
  }
}
