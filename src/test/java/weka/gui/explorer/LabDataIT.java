package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.lab.LabRun;
import weka.gui.neural.lab.LabPanel;

/** The tab "Neural lab" with data that a network cannot learn, or that change: it says so, and prints nothing. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class LabDataIT {
  private static final String TRAINING = "Training";

  private final PrintStream usual = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private ExplorerWindow window;
  private LabPanel lab;

  @BeforeEach
  void openTab() throws Exception {
    window = ExplorerWindow.withIris();
    lab = window.addTab(new LabPanel());
    window.open(lab);
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(usual);
    if (window != null) {
      window.close();
    }
  }

  private void nothingWasPrinted() {
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private String status() {
    return window.robot().finder().findByName(lab, "status", JLabel.class, false).getText();
  }

  private void load(Instances data, String predicted) {
    GuiActionRunner.execute(() -> {
      window.preprocess().setInstances(data);
      window.robot().finder().findByName(lab, "class", JComboBox.class, false)
          .setSelectedIndex(data.attribute(predicted).index());
    });
  }

  private void press(String button) {
    GuiActionRunner.execute(() -> window.robot().finder().findByName(lab, button, JButton.class, false).doClick());
  }

  private JTabbedPane pages() {
    return window.robot().finder().findByType(lab, JTabbedPane.class);
  }

  /** Shows every page for a moment. */
  private void leafThrough() {
    int count = pages().getTabCount();
    for (int page = 0; page < count; page++) {
      int shown = page;
      GuiActionRunner.execute(() -> pages().setSelectedIndex(shown));
      window.robot().waitForIdle();
    }
  }

  /** Few rows are learnt in no time: the training may be over, or about to be, when it is looked at. */
  private static boolean hasBegun(String status) {
    return Stream.of(TRAINING, "Ending", "Ended").anyMatch(status::startsWith);
  }

  private void trainingEnds() {
    waitFor("the end", () -> labThreads() == 0);
  }

  private static long labThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith(LabRun.THREAD)).count();
  }

  /**
   * @param predicted the attribute to predict
   * @param said      how the sentence begins
   */
  record Case(String name, Instances data, String predicted, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws Exception {
    String two = "@attribute a numeric\n@attribute c {x,y}\n@data\n";
    Instances unknown = Samples.arff(two, "1,?", "2,?", "3,?");
    return List.of(
        new Case("text to predict", Samples.arff("@attribute a numeric\n@attribute t string\n@data", "1,one", "2,two"),
            "t", "'t' is a text, which cannot be predicted"),
        new Case("text among the inputs",
            Samples.arff("@attribute t string\n@attribute c {x,y}\n@data", "one,x", "two,y", "three,x"), "c", ""),
        new Case("dates",
            Samples.arff("@attribute d date yyyy-MM-dd\n@attribute c {x,y}\n@data", "2020-01-01,x", "2021-01-01,y",
                "2022-01-01,x", "2023-01-01,y"),
            "c", TRAINING),
        new Case("a date to predict",
            Samples.arff("@attribute a numeric\n@attribute d date yyyy-MM-dd\n@data", "1,2020-01-01", "2,2021-01-01",
                "3,2021-01-01"),
            "d", ""),
        new Case("tables in rows",
            Samples.arff("@attribute r relational\n@attribute a numeric\n@end r\n@attribute c {x,y}\n@data",
                "'1\\n2',x", "'3',y"),
            "c", ""),
        new Case("one row", Samples.arff(two, "1,x"), "c", ""),
        new Case("no row", Samples.arff(two), "c", "the data have no rows"),
        new Case("all classes missing", unknown, "c", "no row has a known class"),
        new Case("nothing but a class", Samples.arff("@attribute c {x,y}\n@data", "x", "y", "x"), "c", ""),
        new Case("5,000 attributes", wide(5000, 60), "c", TRAINING));
  }

  private static Instances wide(int attributes, int rows) {
    ArrayList<Attribute> all = new ArrayList<>();
    IntStream.range(0, attributes).forEach(a -> all.add(new Attribute("a" + a)));
    all.add(new Attribute("c", List.of("x", "y")));
    Instances data = new Instances("wide", all, rows);
    Random random = new Random(1);
    for (int r = 0; r < rows; r++) {
      double[] values = random.doubles(attributes + 1).toArray();
      values[attributes] = r % 2;
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aSentenceSaysWhatIsWrong(Case of) {
    load(of.data(), of.predicted());
    leafThrough();
    press("start");
    waitFor("what is said of " + of.name(), () -> !status().isBlank() && !status().startsWith("Preparing"));
    usual.println("Neural lab, " + of.name() + ": " + status());
    assertThat(status()).matches(said -> of.said().equals(TRAINING) ? hasBegun(said) : said.startsWith(of.said()),
        "begins with " + of.said());
    leafThrough();
    press("stop");
    press("find-rate");
    press("curve-start");
    leafThrough();
    press("stop-rate");
    press("curve-stop");
    trainingEnds();
    nothingWasPrinted();
  }

  @Test
  void otherDataEndTheTrainingOfThoseBefore() throws Exception {
    load(wide(500, 2000), "c");
    press("start");
    waitFor("the training", () -> hasBegun(status()));
    load(Samples.mixed(100, 1, true), "class");
    waitFor("the sentence", () -> status().startsWith("The data were replaced, so the training was ended"));
    trainingEnds();
    leafThrough();
    waitFor("the end", () -> status().startsWith("Ended"));
    press("start");
    waitFor("the training of the new ones", () -> hasBegun(status()) && status().contains("epoch"));
    press("reset");
    waitFor("the pause", () -> status().startsWith("Paused: epoch 0"));
    press("stop");
    trainingEnds();
    nothingWasPrinted();
  }

  @Test
  void closingTheWindowEndsEverything() {
    load(wide(500, 2000), "c");
    press("start");
    press("curve-start");
    waitFor("the training", () -> hasBegun(status()));
    window.close();
    window = null;
    trainingEnds();
    waitFor("the end of the curves", () -> Thread.getAllStackTraces().keySet().stream()
        .noneMatch(t -> t.getName().startsWith("Bias and variance")));
    nothingWasPrinted();
  }

  @Test
  void tenRunsLeaveNoThreadAndNoRows() throws Exception {
    List<WeakReference<Instances>> loaded = new ArrayList<>();
    List<Long> heap = new ArrayList<>();
    Map<String, Long> before = null;
    for (int run = 0; run < 10; run++) {
      // As many numbers as 8 MB hold.
      Instances data = wide(500, 2000);
      loaded.add(new WeakReference<>(data));
      load(data, "c");
      data = null;
      press("start");
      waitFor("the training", () -> hasBegun(status()) && !status().contains("epoch 0,"));
      leafThrough();
      press("stop");
      trainingEnds();
      waitFor("the sentence", () -> status().startsWith("Ended"));
      press("clear");
      if (run == 1) {
        before = threads();
      }
      heap.add(usedMegabytes());
    }
    usual.println("Neural lab: heap after each of ten runs, MB: " + heap);
    assertThat(threads()).isEqualTo(before);
    waitFor("the rows of earlier runs to be forgotten", () -> {
      System.gc();
      // The last is loaded, and Preprocess can undo to some before.
      return loaded.stream().filter(r -> r.get() != null).count() <= 2;
    });
    nothingWasPrinted();
  }

  private static long usedMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }

  /** Names without numbers, and how many threads have them. */
  private static Map<String, Long> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(n -> n.toLowerCase(Locale.ROOT).matches(".*(neural|ruru|train|bias|rate).*"))
        .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()));
  }
}
