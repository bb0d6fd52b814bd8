package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.assertj.swing.edt.GuiActionRunner;
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
}
