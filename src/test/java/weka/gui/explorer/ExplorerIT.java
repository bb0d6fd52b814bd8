package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.util.concurrent.TimeUnit;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.functions.NeuralNet;
import weka.gui.PropertyDialog;

/**
 * A user at the Explorer: chooses NeuralNet in the tree of schemes, looks at its options, starts, reads the result,
 * stops a long run. It needs a display (Xvfb will do) and is skipped without.
 */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class ExplorerIT {
  private static final int STOP_WITHIN_MILLISECONDS = 1000;

  private ExplorerWindow window;
  private ClassifierPanel classify;

  @BeforeEach
  void openIris() throws Exception {
    window = ExplorerWindow.withIris();
    classify = window.open(ClassifierPanel.class);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void trainsShowsTheResultAndStopsAtOnce() {
    choose();
    lookAtOptions();
    window.button(classify, "Start").click();
    waitFor("the cross-validation", () -> classify.m_StartBut.isEnabled()
        && output().contains("=== Stratified cross-validation ==="));
    assertThat(output()).contains("weka.classifiers.functions.NeuralNet").contains("=== Confusion Matrix ===");
    window.screenshot("result");

    // The second run, not the first: Java forgets an interrupt when it must read a letter's shape from the font's file,
    // and then Weka ends the run without saying so. By now all letters have been shown.
    ExplorerWindow.awaitAnotherNameOfARun();
    window.configure(classify.m_CEPanel, NeuralNet.class.getName() + " -epochs 1000000 -validation 0");
    window.button(classify, "Start").click();
    waitFor("the run", () -> classify.m_StopBut.isEnabled());
    Pause.pause(2, TimeUnit.SECONDS);
    assertThat(classify.m_StopBut.isEnabled()).as("still training").isTrue();
    window.screenshot("running");
    long start = System.nanoTime();
    window.button(classify, "Stop").click();
    waitFor("the status 'Interrupted'", () -> window.statusIs("Interrupted") && classify.m_StartBut.isEnabled());
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    window.screenshot("stopped");
    System.out.println("Explorer: stopped " + milliseconds + " ms after the click");
    assertThat(milliseconds).isLessThan(STOP_WITHIN_MILLISECONDS);
    assertThat(output()).doesNotContain("Stratified cross-validation");
  }

  private void choose() {
    window.choose(classify, "weka/classifiers/functions/NeuralNet");
    waitFor("the chosen scheme", () -> classify.m_ClassifierEditor.getValue() instanceof NeuralNet);
  }

  /** A click on the scheme's field opens the sheet of its options. */
  private void lookAtOptions() {
    window.robot().click(classify.m_CEPanel);
    DialogFixture sheet = WindowFinder.findDialog(PropertyDialog.class).using(window.robot());
    ExplorerWindow.screenshot("options", sheet.target());
    assertThat(window.robot().finder().findAll(sheet.target(), ExplorerWindow.labelled("layers"))).hasSize(1);
    assertThat(window.robot().finder().findAll(sheet.target(), ExplorerWindow.labelled("epochs"))).hasSize(1);
    ExplorerWindow.confirm(sheet.button(ExplorerWindow.button("OK")));
  }

  private String output() {
    return GuiActionRunner.execute(() -> classify.m_OutText.getText());
  }
}
