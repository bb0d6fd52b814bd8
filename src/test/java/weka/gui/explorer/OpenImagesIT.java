package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.io.File;
import javax.swing.filechooser.FileFilter;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.gui.ExtensionFileFilterWithClass;

/** A user of the Explorer opens images by the button "Open file...": a folder of pictures, the files of MNIST. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class OpenImagesIT {
  private ExplorerWindow window;

  @BeforeEach
  void open() {
    window = new ExplorerWindow();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anyPictureOpensItsFolder() {
    Instances data = openFile(new File("datasets/shapes/star/00003.png"), ImageFolderLoader.class, ".png");
    assertThat(data.numInstances()).isEqualTo(100);
    assertThat(data.get(0).stringValue(0)).endsWith("/datasets/shapes/circle/00001.png");
    assertThat(data.classAttribute()).hasToString("@attribute class {circle,square,star,triangle}");
  }

  /** Nothing is told about the folder or the size: schemes are offered, Start is there, and images are read. */
  @Test
  void aFolderIsAllThatSchemesNeed() {
    openFile(new File("datasets/shapes/star/00003.png"), ImageFolderLoader.class, ".png");
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    window.choose(classify, "weka/classifiers/functions/NeuralNet");
    waitFor("the chosen classifier", () -> classify.m_ClassifierEditor.getValue() instanceof NeuralNet);
    assertThat(classify.m_StartBut.isEnabled()).as("Start in Classify").isTrue();
    window.robot().click(classify.m_PercentBut);
    window.button(classify, "Start").click();
    waitFor("the test split", () -> classify.m_StartBut.isEnabled()
        && text(classify.m_OutText).contains("=== Confusion Matrix ==="));
    assertThat(text(classify.m_OutText)).contains("'image' names image files, scaled to 24x24x1")
        .contains("conv 32 3x3 relu");
    window.screenshot("image-folder-classified");

    ClustererPanel cluster = window.open(ClustererPanel.class);
    window.choose(cluster, "weka/clusterers/NeuralClusterer");
    waitFor("the chosen clusterer", () -> cluster.m_ClustererEditor.getValue() instanceof NeuralClusterer);
    assertThat(cluster.m_StartBut.isEnabled()).as("Start in Cluster").isTrue();
    window.configure(cluster.m_CLPanel, NeuralClusterer.class.getName() + " -N 4 -epochs 3 -refine 3");
    window.robot().click(cluster.m_ClassesToClustersBut);
    window.button(cluster, "Start").click();
    waitFor("the clusters", () -> cluster.m_StartBut.isEnabled()
        && text(cluster.m_OutText).contains("Incorrectly clustered instances"));
    assertThat(text(cluster.m_OutText)).contains("scaled to 24x24x1");
    window.screenshot("image-folder-clustered");

    PreprocessPanel preprocess = window.openPreprocess();
    window.choose(preprocess, "weka/filters/unsupervised/attribute/NeuralEncoder");
    waitFor("the chosen filter", () -> preprocess.m_FilterEditor.getValue() instanceof NeuralEncoder);
    window.configure(preprocess.m_FilterPanel, NeuralEncoder.class.getName() + " -code 2 -epochs 3");
    window.button(preprocess, "Apply").click();
    waitFor("the code", () -> preprocess.getInstances().attribute("code2") != null);
    window.screenshot("image-folder-encoded");
  }

  private static String text(JTextComponent component) {
    return GuiActionRunner.execute(() -> component.getText());
  }

  @Test
  void imagesInIdxFormatOpenWithTheirLabels() {
    File images = new File("src/test/resources/weka/core/converters/three-images-idx3-ubyte");
    Instances data = openFile(images, IdxLoader.class, "-idx3-ubyte");
    assertThat(data.numInstances()).isEqualTo(3);
    assertThat(data.classAttribute()).hasToString("@attribute class {0,1,2}");
  }

  /** Button, type of files, file, Open. */
  private Instances openFile(File file, Class<?> loader, String ending) {
    window.button(window.preprocess(), "Open file...").click();
    JFileChooserFixture chooser = JFileChooserFinder.findFileChooser().using(window.robot());
    GuiActionRunner.execute(() -> {
      for (FileFilter filter : chooser.target().getChoosableFileFilters()) {
        if (filter instanceof ExtensionFileFilterWithClass f && f.getFilterClass() == loader
            && f.getExtensions()[0].equals(ending)) {
          chooser.target().setFileFilter(filter);
        }
      }
      chooser.target().setSelectedFile(file.getAbsoluteFile());
    });
    ExplorerWindow.screenshot("open-" + loader.getSimpleName(), chooser.target());
    GuiActionRunner.execute(() -> chooser.target().approveSelection());
    waitFor("the data set", () -> window.preprocess().getInstances() != null);
    window.screenshot("opened-" + loader.getSimpleName());
    return window.preprocess().getInstances();
  }
}
