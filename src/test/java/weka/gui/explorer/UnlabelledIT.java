package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.util.concurrent.TimeUnit;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** A user of the Explorer without labels: clusters in the tab Cluster, features in Preprocess, and Stop in both. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class UnlabelledIT {
  private static final int STOP_WITHIN_MILLISECONDS = 1000;

  private ExplorerWindow window;

  @BeforeEach
  void openIris() throws Exception {
    window = ExplorerWindow.withIris();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void clustersAreComparedWithTheClasses() {
    ClustererPanel panel = window.open(ClustererPanel.class);
    window.choose(panel, "weka/clusterers/NeuralClusterer");
    waitFor("the chosen scheme", () -> panel.m_ClustererEditor.getValue() instanceof NeuralClusterer);
    window.configure(panel.m_CLPanel, NeuralClusterer.class.getName() + " -N 3");
    window.robot().click(panel.m_ClassesToClustersBut);
    window.button(panel, "Start").click();
    waitFor("the clusters", () -> panel.m_StartBut.isEnabled()
        && output(panel).contains("Incorrectly clustered instances"));
    assertThat(output(panel)).contains("Classes to Clusters:").contains("Stability of clusters");
    window.screenshot("clusters");

    ExplorerWindow.awaitAnotherNameOfARun();
    window.configure(panel.m_CLPanel, NeuralClusterer.class.getName()
        + " -N 3 -layers \"dense 8 relu\" -epochs 1000000");
    window.button(panel, "Start").click();
    waitFor("the status of the run", () -> window.statusStartsWith("NeuralClusterer: epoch "));
    window.screenshot("clusters-running");
    long start = System.nanoTime();
    window.button(panel, "Stop").click();
    waitFor("the end of the run", panel.m_StartBut::isEnabled);
    requireSoon("Cluster", start);
    waitFor("the model", () -> output(panel).contains("Classes to Clusters:"));
    assertThat(output(panel)).contains("Trained for ").doesNotContain("Refined");
  }

  @Test
  void attributesAreReplacedByACode() {
    PreprocessPanel panel = window.preprocess();
    window.choose(panel, "weka/filters/unsupervised/attribute/NeuralEncoder");
    waitFor("the chosen filter", () -> panel.m_FilterEditor.getValue() instanceof NeuralEncoder);
    window.configure(panel.m_FilterPanel, NeuralEncoder.class.getName() + " -code 2 -output code,error");
    window.button(panel, "Apply").click();
    waitFor("the code", () -> panel.getInstances().attribute("code2") != null);
    Instances coded = panel.getInstances();
    assertThat(coded.numAttributes()).isEqualTo(4);
    assertThat(coded.attribute(3).name()).isEqualTo("class");
    window.screenshot("features");

    window.configure(panel.m_FilterPanel, NeuralEncoder.class.getName() + " -code 2 -epochs 1000000");
    window.button(panel, "Apply").click();
    waitFor("the status of the run", () -> window.statusStartsWith("NeuralEncoder: epoch "));
    window.screenshot("features-running");
    long start = System.nanoTime();
    window.button(panel, "Stop").click();
    waitFor("the end of the run", () -> !panel.m_StopBut.isEnabled());
    requireSoon("Preprocess", start);
    waitFor("the code of what was learnt", () -> panel.getInstances().numAttributes() == 3);
  }

  private static void requireSoon(String tab, long start) {
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    System.out.println("Explorer: " + tab + " stopped " + milliseconds + " ms after the click");
    assertThat(milliseconds).isLessThan(STOP_WITHIN_MILLISECONDS);
  }

  private static String output(ClustererPanel panel) {
    return GuiActionRunner.execute(() -> panel.m_OutText.getText());
  }
}
