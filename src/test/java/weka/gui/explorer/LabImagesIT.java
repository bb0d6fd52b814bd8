package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Point;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ImageFolderLoader;
import weka.core.neural.Samples;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;
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
    if (!pictures.isShowing()) {
      return "";
    }
    window.robot().moveMouse(pictures, new Point(12, 68));
    window.robot().moveMouse(pictures, new Point(14, 70));
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
    waitFor("the maps", () -> firstPicture().startsWith("Test row 1 of"));
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
        () -> firstPicture().startsWith("Test row " + number.getValue() + " of"));
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

  /** Runs something that trains in a thread of its own, as other tabs do; to be interrupted. */
  private static Thread elsewhere(Callable<?> work) {
    Thread thread = new Thread(() -> {
      try {
        work.call();
      } catch (Exception e) {
        // It was interrupted.
      }
    });
    thread.start();
    return thread;
  }

  @Test
  void anAutoencoderShowsItsReconstructions() throws Exception {
    Instances digits = Samples.file(Path.of("datasets/digits.arff"));
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-input 16x16x1 -epochs 100000 -layers \"dense 32 tanh\""));
    encoder.setInputFormat(digits);
    view("Reconstruction");
    Thread thread = elsewhere(() -> Filter.useFilter(digits, encoder));
    JComponent pictures = find("pictures", JComponent.class);
    waitFor("the reconstructions", pictures::isShowing);
    waitFor("the original", () -> firstPicture().startsWith("Image 1"));
    window.screenshot("images-reconstruction");
    view("Filters");
    waitFor("the filters", () -> firstPicture().startsWith("dense1, filter 1 of 32"));
    window.screenshot("images-encoder-filters");
    view("Saliency");
    waitFor("why there is none", () -> sentence().startsWith("An autoencoder has no score"));
    thread.interrupt();
    thread.join();
    view("Reconstruction");
    waitFor("those of the trained network", () -> firstPicture().startsWith("Image 1"));
  }

  private String sentence() {
    return find("images sentence", JTextArea.class).getText();
  }

  @Test
  void foldsOfClassifyShowTheirFilters() throws Exception {
    Instances digits = Samples.file(Path.of("datasets/digits.arff"));
    Thread thread = elsewhere(() -> {
      new Evaluation(digits).crossValidateModel(Samples.net("-input 16x16x1 -members 1 -epochs 40 -layers \"" + SMALL
          + "\""), digits, 10, new Random(1));
      return null;
    });
    waitFor("the filters", () -> find("pictures", JComponent.class).isShowing());
    waitFor("the first filter", () -> firstPicture().startsWith("conv1, filter 1 of 8"));
    view("Feature maps");
    waitFor("a held-out row", () -> firstPicture().contains(" row 1 of "));
    window.screenshot("images-folds");
    view("Worst rows");
    waitFor("why there are none", () -> sentence().startsWith("Rows are predicted of networks that are trained"));
    thread.interrupt();
    thread.join();
  }

  @Test
  void imageFilesAreShownInColour() throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(Path.of("datasets/shapes").toFile());
    Instances shapes = loader.getDataSet();
    shapes.setClassIndex(shapes.numAttributes() - 1);
    GuiActionRunner.execute(() -> {
      SwingUtilities.getWindowAncestor(lab).setSize(800, 600);
      window.preprocess().setInstances(shapes);
    });
    PropertyPanel scheme = window.robot().finder().findByName(lab, "scheme", PropertyPanel.class, true);
    window.configure(scheme, "weka.classifiers.functions.NeuralNet -input 24x24x3 -members 1 -epochs 1000 -patience 0 "
        + "-layers \"conv 300 3x3 relu, maxpool 2, conv 16 3x3, batchnorm, relu, maxpool 2, dropout 0.3, "
        + "dense 16 relu\"");
    window.button(lab, "Run").click();
    waitFor("the first of many", () -> firstPicture().startsWith("conv1, filter 1 of 300"));
    window.screenshot("images-colour-filters");
    view("Feature maps");
    waitFor("the maps", () -> firstPicture().startsWith("Test row 1 of"));
    window.screenshot("images-colour-maps");
    view("Worst rows");
    waitFor("the gallery", () -> firstPicture().startsWith("row "));
    window.screenshot("images-colour-worst");
    view("Saliency");
    waitFor("the saliency", () -> firstPicture().startsWith("Test row 1 of"));
    window.screenshot("images-colour-saliency");
    window.button(lab, "Stop").click();
  }
}
