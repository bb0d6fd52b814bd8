package weka.gui.explorer;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.assertj.swing.fixture.JTreeFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.gui.GenericObjectEditor;

/**
 * An Explorer in a window, and what a user does there. It stands in the Explorer's own package to read its text and
 * buttons.
 */
final class ExplorerWindow {
  private static final String IRIS = "/weka/gui/knowledgeflow/templates/iris.arff";
  private static final File SCREENSHOTS = new File("target/screenshots");
  private static final int LONGEST_WAIT = 60_000;

  private final Robot robot;
  private final FrameFixture frame;
  private Explorer explorer;

  ExplorerWindow() {
    // Weka changes components from its own threads.
    FailOnThreadViolationRepaintManager.uninstall();
    GenericObjectEditor.determineClasses();
    robot = BasicRobot.robotWithNewAwtHierarchy();
    // The moving bird keeps the event queue busy, so there is no idle moment to wait for.
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

  /** With Weka's iris in Preprocess. */
  static ExplorerWindow withIris() throws Exception {
    Instances iris = iris();
    ExplorerWindow made = new ExplorerWindow();
    GuiActionRunner.execute(() -> made.explorer.getPreprocessPanel().setInstances(iris));
    return made;
  }

  static Instances iris() throws Exception {
    return DataSource.read(Instances.class.getResourceAsStream(IRIS));
  }

  void close() {
    GuiActionRunner.execute(() -> explorer.terminate());
    frame.cleanUp();
  }

  Explorer explorer() {
    return explorer;
  }

  Robot robot() {
    return robot;
  }

  PreprocessPanel preprocess() {
    return explorer.getPreprocessPanel();
  }

  /** Goes back to the first tab. */
  PreprocessPanel openPreprocess() {
    new JTabbedPaneFixture(robot, explorer.getTabbedPane()).selectTab(0);
    return preprocess();
  }

  /** Opens a tab. */
  <T extends Explorer.ExplorerPanel> T open(Class<T> panel) {
    T found = panel.cast(explorer.getPanels().stream().filter(panel::isInstance).findFirst().orElseThrow());
    new JTabbedPaneFixture(robot, explorer.getTabbedPane()).selectTab(found.getTabTitle());
    return found;
  }

  /** Adds a tab, as the Explorer does with those of packages. */
  <T extends Component & Explorer.ExplorerPanel> T addTab(T panel) {
    GuiActionRunner.execute(() -> {
      panel.setExplorer(explorer);
      explorer.getPanels().add(panel);
      explorer.getTabbedPane().addTab(panel.getTabTitle(), panel);
      Instances data = preprocess().getInstances();
      if (data != null) {
        panel.setInstances(data);
      }
      preprocess().addPropertyChangeListener(e -> {
        if (preprocess().getInstances() != null) {
          panel.setInstances(preprocess().getInstances());
        }
      });
    });
    return panel;
  }

  /** Opens the tab of a panel. */
  void open(Explorer.ExplorerPanel panel) {
    new JTabbedPaneFixture(robot, explorer.getTabbedPane()).selectTab(panel.getTabTitle());
  }

  /** Replaces what is in a text field. */
  void type(Container panel, String field, String text) {
    new JTextComponentFixture(robot, robot.finder().findByName(panel, field, JTextComponent.class, true)).setText(text);
  }

  /** Chooses a scheme in the tree that the button Choose of a panel opens: weka/clusterers/NeuralClusterer. */
  void choose(Container panel, String path) {
    button(panel, "Choose").click();
    JTreeFixture tree = new JTreeFixture(robot, robot.finder().findByType(JTree.class, true));
    // A click on a folder's name would close the popup.
    String[] folders = path.split("/");
    GuiActionRunner.execute(() -> {
      int row = 0;
      for (int i = 1; i < folders.length - 1; i++) {
        while (!tree.target().getPathForRow(row).getLastPathComponent().toString().equals(folders[i])) {
          row++;
        }
        tree.target().expandRow(row);
      }
    });
    screenshot("choose-" + folders[folders.length - 1]);
    tree.clickPath(path);
  }

  /** Through the menu of a scheme's field: "Edit configuration...". */
  void configure(Component field, String schemeWithOptions) {
    robot.click(field, MouseButton.RIGHT_BUTTON);
    new JPopupMenuFixture(robot, robot.findActivePopupMenu()).menuItemWithPath("Edit configuration...").click();
    JOptionPaneFixture dialog = JOptionPaneFinder.findOptionPane().using(robot);
    dialog.textBox().setText(schemeWithOptions);
    confirm(dialog.okButton());
  }

  /** Not with the mouse: without a window manager a new dialog may still move, and the click miss. */
  static void confirm(JButtonFixture ok) {
    GuiActionRunner.execute(() -> ok.target().doClick());
    waitFor("the dialog's end", () -> !ok.target().isShowing());
  }

  /** Waits for the button, as its text may follow the state that it is for a moment later. */
  JButtonFixture button(Container panel, String text) {
    waitFor("the button " + text, () -> !robot.finder().findAll(panel, button(text)).isEmpty());
    return new JButtonFixture(robot, robot.finder().find(panel, button(text)));
  }

  static GenericTypeMatcher<JButton> button(String text) {
    return new GenericTypeMatcher<>(JButton.class) {
      @Override
      protected boolean isMatching(JButton button) {
        return text.equals(button.getText()) && button.isShowing();
      }
    };
  }

  static GenericTypeMatcher<JLabel> labelled(String text) {
    return new GenericTypeMatcher<>(JLabel.class) {
      @Override
      protected boolean isMatching(JLabel label) {
        return text.equals(label.getText());
      }
    };
  }

  boolean statusIs(String text) {
    return !robot.finder().findAll(explorer, labelled(text)).isEmpty();
  }

  boolean statusStartsWith(String text) {
    return robot.finder().findAll(explorer, component -> component instanceof JLabel label && label.getText() != null
        && label.getText().startsWith(text)).size() > 0;
  }

  static void waitFor(String what, BooleanSupplier condition) {
    Pause.pause(new Condition(what) {
      @Override
      public boolean test() {
        return condition.getAsBoolean();
      }
    }, LONGEST_WAIT);
  }

  /** Weka names a run by the second it began in, and of two with the same name shows the first. */
  static void awaitAnotherNameOfARun() {
    Pause.pause(1, TimeUnit.SECONDS);
  }

  void screenshot(String name) {
    screenshot(name, frame.target());
  }

  static void screenshot(String name, Component component) {
    SCREENSHOTS.mkdirs();
    Rectangle bounds = GuiActionRunner.execute(() -> new Rectangle(component.getLocationOnScreen(),
        component.getSize()));
    try {
      // AssertJ's own waits until no event comes any more, which lasts ten seconds while something moves.
      ImageIO.write(new java.awt.Robot().createScreenCapture(bounds), "png",
          new File(SCREENSHOTS, "explorer-" + name + ".png"));
    } catch (AWTException | IOException e) {
      throw new IllegalStateException("there is no picture of " + name, e);
    }
  }
}
