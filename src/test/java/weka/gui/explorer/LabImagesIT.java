package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Point;
import java.nio.file.Path;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.gui.PropertyPanel;
import weka.gui.neural.lab.LabPanel;

/** The page "Images" of the tab "Neural lab". */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class LabImagesIT {
  private static final String SMALL = "conv 8 5x5 relu, maxpool 2, conv 16 3x3 relu, maxpool 2, dense 32 relu";

  private ExplorerWindow window;
  private LabPanel lab;

  @BeforeEach
  void openTab() throws Exception {
    window = ExplorerWindow.withIris();
    lab = window.addTab(new LabPanel());
    window.open(lab);
    JTabbedPane pages = window.robot().finder().findByType(lab, JTabbedPane.class);
    new JTabbedPaneFixture(window.robot(), pages).selectTab("Images");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private <T extends JComponent> T find(String name, Class<T> type) {
    return window.robot().finder().findByName(lab, name, type, false);
  }

  private void digits(String layers) throws Exception {
    Instances digits = Samples.file(Path.of("datasets/digits.arff"));
    GuiActionRunner.execute(() -> window.preprocess().setInstances(digits));
    PropertyPanel scheme = window.robot().finder().findByName(lab, "scheme", PropertyPanel.class, true);
    window.configure(scheme, "weka.classifiers.functions.NeuralNet -input 16x16x1 -members 1 -epochs 1000 -patience 0 "
        + "-layers \"" + layers + "\"");
  }

  private void view(String title) {
    JComboBox<?> box = find("image view", JComboBox.class);
    GuiActionRunner.execute(() -> {
      for (int i = 0; i < box.getItemCount(); i++) {
        if (box.getItemAt(i).toString().equals(title)) {
          box.setSelectedIndex(i);
        }
      }
    });
  }

  private String description() {
    return String.valueOf(GuiActionRunner.execute(() -> find("pictures", JComponent.class).getAccessibleContext()
        .getAccessibleDescription()));
  }

  private void pressInPictures(int x, int y) {
    JComponent pictures = find("pictures", JComponent.class);
    waitFor("the pictures", pictures::isShowing);
    window.robot().click(pictures, new Point(x, y));
  }

  /** Says the first picture's range again. */
  private String firstPicture() {
    JComponent pictures = find("pictures", JComponent.class);
    window.robot().moveMouse(pictures, new Point(12, 40));
    window.robot().moveMouse(pictures, new Point(14, 42));
    return description();
  }

  @Test
  void aSmallNetworkLearnsDigits() throws Exception {
    digits(SMALL);
    window.button(lab, "Run").click();
    JComponent pictures = find("pictures", JComponent.class);
    waitFor("the filters", pictures::isShowing);
    waitFor("what is under the mouse", () -> firstPicture().startsWith("conv1, filter 1 of 8, weights from"));
    String before = firstPicture();
    window.screenshot("images-filters");
    waitFor("other weights", () -> !firstPicture().equals(before));
    view("Feature maps");
    waitFor("the maps", () -> firstPicture().startsWith("test row 1 of"));
    window.screenshot("images-maps");
    view("Worst rows");
    waitFor("the gallery", () -> firstPicture().startsWith("row "));
    window.screenshot("images-worst");
    pressInPictures(20, 40);
    waitFor("the chosen row", () -> find("pointed", JLabel.class).getText().contains("chosen for"));
    String chosen = find("pointed", JLabel.class).getText();
    view("Saliency");
    JSpinner number = find("image number", JSpinner.class);
    assertThat(chosen).startsWith("row " + number.getValue() + ":");
    waitFor("the saliency of the chosen row",
        () -> firstPicture().startsWith("test row " + number.getValue() + " of"));
    window.screenshot("images-saliency");
    window.button(lab, "Stop").click();
    waitFor("the end", () -> find("status", JLabel.class).getText().startsWith("Ended"));
    window.screenshot("images-ended");
  }

  @Test
  void rowsOfATableAreListedByTheirLoss() {
    waitFor("the first sentence", () -> find("images sentence", JTextArea.class).getText().startsWith("Start"));
    window.button(lab, "Run").click();
    waitFor("why there are no filters",
        () -> find("images sentence", JTextArea.class).getText().contains("is no image"));
    window.screenshot("images-none");
    view("Worst rows");
    JTable table = find("worst rows", JTable.class);
    waitFor("the rows", () -> table.isShowing() && table.getRowCount() > 10);
    GuiActionRunner.execute(() -> table.setRowSelectionInterval(0, 0));
    assertThat(GuiActionRunner.execute(() -> find("row detail", JTable.class).getRowCount())).isEqualTo(5);
    window.screenshot("images-table");
    window.button(lab, "Stop").click();
  }
}
