package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.assertj.swing.edt.GuiActionRunner;
import org.jfree.chart.ChartPanel;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.datagenerators.classifiers.classification.TwoSpirals;
import weka.gui.neural.lab.LabPanel;

/** The tab "Neural lab": from data to a model in the result list of Classify. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class LabIT {
  private static final int STOP_WITHIN_MILLISECONDS = 3000;

  private ExplorerWindow window;
  private LabPanel lab;

  @BeforeEach
  void openTab() throws Exception {
    window = ExplorerWindow.withIris();
    lab = window.addTab(new LabPanel());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private String status() {
    return window.robot().finder().findByName(lab, "status", JLabel.class).getText();
  }

  private void click(String button) {
    window.button(lab, button).click();
  }

  private void spirals() throws Exception {
    TwoSpirals generator = new TwoSpirals();
    generator.setDatasetFormat(generator.defineDataFormat());
    Instances spirals = generator.generateExamples();
    GuiActionRunner.execute(() -> window.preprocess().setInstances(spirals));
  }

  @Test
  void twoSpiralsAreLearntWatchedStoppedAndKept() throws Exception {
    spirals();
    window.open(lab);
    long began = System.nanoTime();
    click("Run");
    waitFor("95 % of the test rows", () -> accuracy() >= 95);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(20);
    window.screenshot("lab-spirals");
    long start = System.nanoTime();
    click("Stop");
    waitFor("the end", () -> status().startsWith("Ended"));
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(STOP_WITHIN_MILLISECONDS);
    click("Keep");
    waitFor("the message", () -> status().startsWith("Kept"));
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    List<?> entry = (List<?>) classify.m_History.getNamedObject(classify.m_History.getNameAtIndex(0));
    assertThat(entry.get(0)).isInstanceOf(NeuralNet.class);
    window.screenshot("lab-kept");
  }

  private double accuracy() {
    String text = status();
    int at = text.indexOf("test ");
    return at < 0 ? 0 : Double.parseDouble(text.substring(at + 5, text.indexOf(' ', at + 5)));
  }

  @Test
  void withoutDataASentenceSaysWhatToDo() {
    window.close();
    window = new ExplorerWindow();
    lab = window.addTab(new LabPanel());
    window.open(lab);
    click("Run");
    waitFor("the sentence", () -> status().equals("open data in the tab Preprocess first"));
  }

  @Test
  void aTrainingOfClassifyIsShown() {
    window.open(lab);
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    window.choose(classify, "weka/classifiers/functions/NeuralNet");
    window.configure(classify.m_CEPanel, NeuralNet.class.getName() + " -layers \"dense 8 relu\" -epochs 1000000 "
        + "-validation 0");
    window.button(classify, "Start").click();
    waitFor("the run", () -> classify.m_StopBut.isEnabled());
    window.open(lab);
    JTextArea verdict = window.robot().finder().findByName(lab, "verdict", JTextArea.class);
    waitFor("the layers", (BooleanSupplier) () -> !verdict.getText().startsWith("Start"));
    window.screenshot("lab-watching");
    window.open(ClassifierPanel.class);
    window.button(classify, "Stop").click();
    waitFor("the end", () -> classify.m_StartBut.isEnabled());
  }

  @Test
  void biasAndVarianceAreMeasuredStoppedAndShown() {
    window.open(lab);
    GuiActionRunner.execute(() -> {
      JTabbedPane pages = window.robot().finder().findByType(lab, JTabbedPane.class);
      pages.setSelectedIndex(pages.indexOfTab("Bias and variance"));
    });
    window.type(lab, "curve-points", "20%,100%");
    click("Measure");
    waitFor("the sentence", () -> verdict().contains("rows the held-out score"));
    assertThat(progress().getString()).isEqualTo("10 of 10 trainings");
    assertThat(losses().getSeriesCount()).as("curves of single folds beside those of the lab").isZero();
    window.screenshot("lab-bias-variance");
    GuiActionRunner.execute(() -> window.robot().finder().findByName(lab, "curve-kind", JComboBox.class)
        .setSelectedIndex(1));
    click("Measure");
    waitFor("a point of the curve", () -> progress().getValue() >= 5);
    click("Stop measuring");
    waitFor("the end", () -> progress().getString().startsWith("stopped after"));
    assertThat(verdict()).contains("predicted best with -decay 0.0001");
    window.type(lab, "curve-points", "-1,0");
    click("Measure");
    waitFor("the refusal", () -> verdict().startsWith("option -decay, value '-1'"));
    window.screenshot("lab-validation-curve");
  }

  @Test
  void aRateIsFoundMarkedAndUsed() throws Exception {
    spirals();
    window.open(lab);
    GuiActionRunner.execute(() -> {
      JTabbedPane pages = window.robot().finder().findByType(lab, JTabbedPane.class);
      pages.setSelectedIndex(pages.indexOfTab("Rate"));
    });
    click("Find rate");
    JTextArea told = window.robot().finder().findByName(lab, "rate-verdict", JTextArea.class);
    waitFor("the suggestion", () -> told.getText().startsWith("Suggested rate: "));
    String rate = told.getText().replaceAll("Suggested rate: ([0-9.e-]+),.*", "$1");
    window.screenshot("lab-rate");
    click("Use this rate");
    click("One batch");
    JTextField field = window.robot().finder().findByName(lab, "rate", JTextField.class);
    waitFor("the pause", () -> status().startsWith("Paused"));
    click("Go on");
    waitFor("an epoch at that rate", () -> !field.getText().isEmpty());
    assertThat(Double.parseDouble(field.getText())).isEqualTo(Double.parseDouble(rate), within(1e-3));
    click("Stop");
  }

  private XYDataset losses() {
    return window.robot().finder().findByName(lab, "losses", ChartPanel.class).getChart().getXYPlot().getDataset();
  }

  private String verdict() {
    return window.robot().finder().findByName(lab, "curve-verdict", JTextArea.class).getText();
  }

  private JProgressBar progress() {
    return window.robot().finder().findByName(lab, "curve-progress", JProgressBar.class);
  }
}
