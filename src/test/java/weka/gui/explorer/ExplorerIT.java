package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTree;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.assertj.swing.fixture.JTabbedPaneFixture;
import org.assertj.swing.fixture.JTreeFixture;
import org.assertj.swing.image.ScreenshotTaker;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertyDialog;

/**
 * A user at the Explorer: chooses NeuralNet in the tree of schemes, looks at its options, starts, reads the result,
 * stops a long run. It needs a display (Xvfb will do) and is skipped without. It stands in the Explorer's own package
 * to read the panel's text and buttons.
 */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class ExplorerIT {
  private static final String IRIS = "/weka/gui/knowledgeflow/templates/iris.arff";
  private static final File SCREENSHOTS = new File("target/screenshots");
  private static final int LONGEST_WAIT = 60_000;
  private static final int STOP_WITHIN_MILLISECONDS = 1000;

  private Robot robot;
  private FrameFixture frame;
  private Explorer explorer;
  private ClassifierPanel classify;

  @BeforeAll
  static void findSchemes() {
    // Weka changes components from its own threads.
    FailOnThreadViolationRepaintManager.uninstall();
    GenericObjectEditor.determineClasses();
  }

  @BeforeEach
  void openIris() throws Exception {
    Instances iris = DataSource.read(Instances.class.getResourceAsStream(IRIS));
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
    GuiActionRunner.execute(() -> explorer.getPreprocessPanel().setInstances(iris));
    new JTabbedPaneFixture(robot, explorer.getTabbedPane()).selectTab("Classify");
    classify = (ClassifierPanel) explorer.getPanels().get(0);
  }

  @AfterEach
  void close() {
    GuiActionRunner.execute(() -> explorer.terminate());
    frame.cleanUp();
  }

  @Test
  void trainsShowsTheResultAndStopsAtOnce() {
    choose();
    lookAtOptions();
    button("Start").click();
    waitFor("the cross-validation", () -> classify.m_StartBut.isEnabled()
        && output().contains("=== Stratified cross-validation ==="));
    assertThat(output()).contains("weka.classifiers.functions.NeuralNet").contains("=== Confusion Matrix ===");
    screenshot("result");

    // The second run, not the first: Java forgets an interrupt when it must read a letter's shape from the font's file,
    // and then Weka ends the run without saying so. By now all letters have been shown.
    configure("-epochs 1000000 -validation 0");
    button("Start").click();
    waitFor("the run", () -> classify.m_StopBut.isEnabled());
    Pause.pause(2, TimeUnit.SECONDS);
    assertThat(classify.m_StopBut.isEnabled()).as("still training").isTrue();
    screenshot("running");
    long start = System.nanoTime();
    button("Stop").click();
    waitFor("the status 'Interrupted'", () -> statusIs("Interrupted") && classify.m_StartBut.isEnabled());
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    screenshot("stopped");
    System.out.println("Explorer: stopped " + milliseconds + " ms after the click");
    assertThat(milliseconds).isLessThan(STOP_WITHIN_MILLISECONDS);
    assertThat(output()).contains("=== Run cancelled by user ===").doesNotContain("Stratified cross-validation");
  }

  /** Through the tree that the button Choose opens. */
  private void choose() {
    button("Choose").click();
    JTreeFixture tree = new JTreeFixture(robot, robot.finder().findByType(JTree.class, true));
    // A click on a folder's name would close the popup.
    GuiActionRunner.execute(() -> {
      int functions = 0;
      while (!tree.target().getPathForRow(functions).getLastPathComponent().toString().equals("functions")) {
        functions++;
      }
      tree.target().expandRow(functions);
    });
    screenshot("choose");
    tree.clickPath("weka/classifiers/functions/NeuralNet");
    waitFor("the chosen scheme", () -> classify.m_ClassifierEditor.getValue() instanceof NeuralNet);
  }

  /** A click on the scheme's field opens the sheet of its options. */
  private void lookAtOptions() {
    robot.click(classify.m_CEPanel);
    DialogFixture sheet = WindowFinder.findDialog(PropertyDialog.class).using(robot);
    screenshot("options", sheet.target());
    assertThat(robot.finder().findAll(sheet.target(), labelled("layers"))).hasSize(1);
    assertThat(robot.finder().findAll(sheet.target(), labelled("epochs"))).hasSize(1);
    confirm(sheet.button(matcher("OK")));
  }

  /** Through the menu of the scheme's field: "Edit configuration...". */
  private void configure(String options) {
    robot.click(classify.m_CEPanel, MouseButton.RIGHT_BUTTON);
    new JPopupMenuFixture(robot, robot.findActivePopupMenu()).menuItemWithPath("Edit configuration...").click();
    JOptionPaneFixture dialog = JOptionPaneFinder.findOptionPane().using(robot);
    dialog.textBox().setText(NeuralNet.class.getName() + " " + options);
    confirm(dialog.okButton());
  }

  /** Not with the mouse: without a window manager a new dialog may still move, and the click miss. */
  private static void confirm(JButtonFixture ok) {
    GuiActionRunner.execute(() -> ok.target().doClick());
    waitFor("the dialog's end", () -> !ok.target().isShowing());
  }

  private JButtonFixture button(String text) {
    return new JButtonFixture(robot, robot.finder().find(classify, matcher(text)));
  }

  private static GenericTypeMatcher<JButton> matcher(String text) {
    return new GenericTypeMatcher<>(JButton.class) {
      @Override
      protected boolean isMatching(JButton button) {
        return text.equals(button.getText()) && button.isShowing();
      }
    };
  }

  private static GenericTypeMatcher<JLabel> labelled(String text) {
    return new GenericTypeMatcher<>(JLabel.class) {
      @Override
      protected boolean isMatching(JLabel label) {
        return text.equals(label.getText());
      }
    };
  }

  private boolean statusIs(String text) {
    return !robot.finder().findAll(explorer, labelled(text)).isEmpty();
  }

  private String output() {
    return GuiActionRunner.execute(() -> classify.m_OutText.getText());
  }

  private static void waitFor(String what, BooleanSupplier condition) {
    Pause.pause(new Condition(what) {
      @Override
      public boolean test() {
        return condition.getAsBoolean();
      }
    }, LONGEST_WAIT);
  }

  private void screenshot(String name) {
    screenshot(name, frame.target());
  }

  private static void screenshot(String name, Component component) {
    SCREENSHOTS.mkdirs();
    File file = new File(SCREENSHOTS, "explorer-" + name + ".png");
    // The taker never overwrites.
    file.delete();
    new ScreenshotTaker().saveComponentAsPng(component, file.getPath());
  }
}
