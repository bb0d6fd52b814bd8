package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.event.KeyEvent;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.core.Instances;
import weka.datagenerators.classifiers.classification.LogicGates;
import weka.gui.neural.lab.LabPanel;

/** The pages "Network" and "Backpropagation" of the tab "Neural lab". */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class LabNetworkIT {
  private ExplorerWindow window;
  private LabPanel lab;

  @BeforeEach
  void openTab() throws Exception {
    window = ExplorerWindow.withIris();
    lab = window.addTab(new LabPanel());
    window.open(lab);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void layers(String text) {
    window.type(lab, "layers", text);
  }

  private void page(String title) {
    JTabbedPane pages = window.robot().finder().findByType(lab, JTabbedPane.class);
    new JTabbedPaneFixture(window.robot(), pages).selectTab(title);
  }

  private <T extends JComponent> T find(String name, Class<T> type) {
    return window.robot().finder().findByName(lab, name, type, false);
  }

  private JTable table() {
    return find("layer table", JTable.class);
  }

  private String caption() {
    return find("network caption", JLabel.class).getText();
  }

  private String cell(JTable table, int row, int column) {
    return GuiActionRunner.execute(() -> row < table.getRowCount() ? table.getValueAt(row, column).toString() : "");
  }

  @Test
  void theTypedNetworkIsDrawnBeforeAnythingTrains() {
    page("Network");
    waitFor("the default layers", () -> table().getRowCount() > 4);
    window.screenshot("network-default");
    layers("dense 6 tanh, dense 4 sigmoid");
    waitFor("the typed layers", () -> cell(table(), 1, 1).equals("[6]"));
    waitFor("the drawing", () -> find("neurons", JComponent.class).isShowing());
    window.screenshot("network-typed");
    layers("dense 64 relu as a, dense 64 relu, dense 64 relu, add a, dense 32 relu as b, dense 32, concat a b");
    waitFor("the layers with skip connections", () -> cell(table(), 1, 1).equals("[64]") && table().getRowCount() > 12);
    waitFor("the boxes", () -> find("boxes", JComponent.class).isShowing());
    window.screenshot("network-boxes");
    layers("conv 3");
    waitFor("the sentence", () -> find("network sentence", JTextArea.class).getText().contains("conv"));
    window.screenshot("network-wrong");
  }

  @Test
  void aTrainingIsDrawnAsItLearns() {
    layers("dense 6 tanh, dense 4 sigmoid");
    page("Network");
    window.button(lab, "One batch").click();
    waitFor("the training", () -> caption().endsWith("in training"));
    waitFor("the drawing", () -> find("neurons", JComponent.class).isShowing());
    window.screenshot("network-paused");
    page("Backpropagation");
    JTable numbers = find("backpropagation table", JTable.class);
    waitFor("the numbers", () -> numbers.getRowCount() > 10);
    window.screenshot("backpropagation-iris");
    String before = cell(numbers, 0, 1);
    waitFor("the pause", () -> window.button(lab, "Go on").target().isEnabled());
    window.button(lab, "Go on").click();
    waitFor("other numbers", () -> !cell(numbers, 0, 1).equals(before));
    page("Network");
    waitFor("the end", () -> caption().endsWith("trained"));
    window.screenshot("network-trained");
  }

  @Test
  void aWeightIsSetByHandInAPause() throws Exception {
    LogicGates gates = new LogicGates();
    gates.setDatasetFormat(gates.defineDataFormat());
    Instances xor = gates.generateExamples();
    GuiActionRunner.execute(() -> window.preprocess().setInstances(xor));
    layers("dense 2 sigmoid, output");
    page("Backpropagation");
    window.button(lab, "One batch").click();
    JTable numbers = find("backpropagation table", JTable.class);
    waitFor("the numbers", () -> numbers.getRowCount() > 5);
    window.screenshot("backpropagation-gates");
    JComponent drawing = find("backpropagation", JComponent.class);
    window.robot().click(drawing);
    waitFor("the focus", drawing::isFocusOwner);
    window.robot().pressAndReleaseKey(KeyEvent.VK_RIGHT);
    window.robot().pressAndReleaseKey(KeyEvent.VK_RIGHT);
    window.robot().pressKey(KeyEvent.VK_SHIFT);
    window.robot().pressAndReleaseKey(KeyEvent.VK_DOWN);
    window.robot().releaseKey(KeyEvent.VK_SHIFT);
    window.screenshot("weight-chosen");
    waitFor("the description", () -> String.valueOf(drawing.getAccessibleContext().getAccessibleDescription())
        .startsWith("Weight from"));
    window.robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
    waitFor("the field", () -> drawing.getComponentCount() == 1);
    window.screenshot("weight-field");
    JTextField field = (JTextField) drawing.getComponent(0);
    GuiActionRunner.execute(() -> {
      field.setText("2.5");
      field.postActionEvent();
    });
    waitFor("the new weight", () -> IntStream.range(0, numbers.getRowCount())
        .anyMatch(r -> cell(numbers, r, 1).equals("2.5000")));
    assertThat(find("status", JLabel.class).getText()).startsWith("Set to 2.5");
    window.screenshot("weight-set");
    window.button(lab, "Stop").click();
  }
}
