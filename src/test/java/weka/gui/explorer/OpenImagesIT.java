package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import javax.swing.filechooser.FileFilter;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.core.Instances;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
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
    assertThat(data.get(0).stringValue(0)).isEqualTo("circle/00001.png");
    assertThat(data.classAttribute()).hasToString("@attribute class {circle,square,star,triangle}");
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
    ExplorerWindow.waitFor("the data set", () -> window.preprocess().getInstances() != null);
    window.screenshot("opened-" + loader.getSimpleName());
    return window.preprocess().getInstances();
  }
}
