package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.io.File;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.filechooser.FileFilter;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.assertj.swing.image.ScreenshotTaker;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.core.Instances;
import weka.core.converters.IdxLoader;
import weka.core.converters.ImageFolderLoader;
import weka.gui.ExtensionFileFilterWithClass;
import weka.gui.GenericObjectEditor;

/** A user of the Explorer opens images by the button "Open file...": a folder of pictures, the files of MNIST. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class OpenImagesIT {
  private static final File SCREENSHOTS = new File("target/screenshots");
  private static final int LONGEST_WAIT = 60_000;

  private Robot robot;
  private FrameFixture frame;
  private Explorer explorer;

  @BeforeAll
  static void findLoaders() {
    // Weka changes components from its own threads.
    FailOnThreadViolationRepaintManager.uninstall();
    GenericObjectEditor.determineClasses();
  }

  @BeforeEach
  void open() {
    robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().idleTimeout(500);
    JFrame window = GuiActionRunner.execute(() -> {
      explorer = new Explorer();
      JFrame made = new JFrame("Weka Explorer");
      made.getContentPane().add(explorer);
      return made;
    });
    frame = new FrameFixture(robot, window);
    frame.show(new Dimension(1000, 700));
  }

  @AfterEach
  void close() {
    GuiActionRunner.execute(() -> explorer.terminate());
    frame.cleanUp();
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
    new JButtonFixture(robot, robot.finder().find(explorer.getPreprocessPanel(), openButton())).click();
    JFileChooserFixture chooser = JFileChooserFinder.findFileChooser().using(robot);
    GuiActionRunner.execute(() -> {
      for (FileFilter filter : chooser.target().getChoosableFileFilters()) {
        if (filter instanceof ExtensionFileFilterWithClass f && f.getFilterClass() == loader
            && f.getExtensions()[0].equals(ending)) {
          chooser.target().setFileFilter(filter);
        }
      }
      chooser.target().setSelectedFile(file.getAbsoluteFile());
    });
    screenshot("open-" + loader.getSimpleName(), chooser.target());
    GuiActionRunner.execute(() -> chooser.target().approveSelection());
    Pause.pause(new Condition("the data set") {
      @Override
      public boolean test() {
        return explorer.getPreprocessPanel().getInstances() != null;
      }
    }, LONGEST_WAIT);
    screenshot("opened-" + loader.getSimpleName(), frame.target());
    return explorer.getPreprocessPanel().getInstances();
  }

  private static GenericTypeMatcher<JButton> openButton() {
    return new GenericTypeMatcher<>(JButton.class) {
      @Override
      protected boolean isMatching(JButton button) {
        return "Open file...".equals(button.getText());
      }
    };
  }

  private static void screenshot(String name, java.awt.Component component) {
    SCREENSHOTS.mkdirs();
    File file = new File(SCREENSHOTS, "explorer-" + name + ".png");
    // The taker never overwrites.
    file.delete();
    new ScreenshotTaker().saveComponentAsPng(component, file.getPath());
  }
}
