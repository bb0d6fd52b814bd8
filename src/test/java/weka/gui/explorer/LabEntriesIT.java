package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.PluginManager;
import weka.core.Utils;
import weka.core.neural.lab.LabRun;
import weka.gui.GUIChooserApp;
import weka.gui.GenericObjectEditor;
import weka.gui.neural.lab.LabPanel;

/** The ways into the lab that the package registers: beside Start, and in the menu Tools. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class LabEntriesIT {
  private static final String LAB = "Neural lab";

  private ExplorerWindow window;
  private LabPanel lab;

  @BeforeAll
  static void registerAsThePackageDoes() throws Exception {
    PluginManager.addFromProperties(new File("weka-package/PluginManager.props"));
  }

  private void openExplorer() throws Exception {
    window = ExplorerWindow.withIris();
    lab = window.addTab(new LabPanel());
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private <T extends JComponent> T find(String name, Class<T> type) {
    return window.robot().finder().findByName(lab, name, type, false);
  }

  private String status() {
    return find("status", JLabel.class).getText();
  }

  private String layers() {
    return new JTextComponentFixture(window.robot(), "layers").target().getText();
  }

  private boolean isOpen() {
    return lab.equals(window.explorer().getTabbedPane().getSelectedComponent());
  }

  @Test
  void theChosenNetworkIsTakenOverFromClassify() throws Exception {
    openExplorer();
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    NeuralNet net = new NeuralNet();
    net.setLayers("dense 7 tanh");
    net.setSeed(42);
    GuiActionRunner.execute(() -> {
      classify.m_ClassifierEditor.setValue(net);
      classify.m_ClassCombo.setSelectedIndex(1);
    });
    window.screenshot("classify-entry");
    JButtonFixture entry = window.button(classify, LAB);
    assertThat(entry.target().getWidth()).as("a button that is not cut off")
        .isGreaterThanOrEqualTo(entry.target().getPreferredSize().width);
    assertThat(entry.target().getX() + entry.target().getWidth()).as("within its row")
        .isLessThanOrEqualTo(entry.target().getParent().getWidth());
    entry.click();
    waitFor("the lab", this::isOpen);
    waitFor("the sentence", () -> status().startsWith("Taken over: the settings of NeuralNet"));
    assertThat(layers()).isEqualTo("dense 7 tanh");
    assertThat(find("class", JComboBox.class).getSelectedIndex()).isEqualTo(1);
    assertThat(find("seed", JSpinner.class).getValue()).isEqualTo(42);
    window.screenshot("lab-taken-over");

    window.open(ClassifierPanel.class);
    FilteredClassifier filtered = new FilteredClassifier();
    net.setLayers("dense 5 tanh");
    filtered.setClassifier(net);
    GuiActionRunner.execute(() -> classify.m_ClassifierEditor.setValue(filtered));
    window.button(classify, LAB).click();
    waitFor("the sentence", () -> status().contains("within FilteredClassifier"));
    assertThat(layers()).isEqualTo("dense 5 tanh");

    window.open(ClassifierPanel.class);
    GuiActionRunner.execute(() -> classify.m_ClassifierEditor.setValue(new NaiveBayes()));
    window.button(classify, LAB).click();
    waitFor("the sentence", () -> status().startsWith("NaiveBayes is no NeuralNet"));
    assertThat(layers()).as("the lab's own settings stay").isEqualTo("dense 5 tanh");
  }

  @Test
  void clusterLeadsThereToo() throws Exception {
    openExplorer();
    ClustererPanel cluster = window.open(ClustererPanel.class);
    window.screenshot("cluster-entry");
    window.button(cluster, LAB).click();
    waitFor("the lab", this::isOpen);
    waitFor("the sentence", () -> status().startsWith("A NeuralClusterer that is started in Cluster"));
    window.button(lab, "Run").click();
    waitFor("the training", () -> status().matches("(Training|Ending|Ended).*"));
  }

  @Test
  void theMenuToolsOpensTheLabInAWindow() throws Exception {
    Utils.setDontShowDialog("weka.gui.GUIChooser.HowToFindPackageManager");
    FailOnThreadViolationRepaintManager.uninstall();
    GenericObjectEditor.determineClasses();
    Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().idleTimeout(500);
    GUIChooserApp chooser = GuiActionRunner.execute(() -> {
      GUIChooserApp made = new GUIChooserApp();
      made.setVisible(true);
      return made;
    });
    try {
      choose(chooser);
      FrameFixture frame = WindowFinder.findFrame(frame()).using(robot);
      JLabel status = robot.finder().findByName(frame.target(), "status", JLabel.class);
      button(frame, "Run").click();
      ExplorerWindow.screenshot("lab-window-empty", frame.target());
      waitFor("the sentence", () -> status.getText().equals("open a file or generate data first"));
      button(frame, "Generate...").click();
      ExplorerWindow.confirm(JOptionPaneFinder.findOptionPane().using(robot).okButton());
      JLabel loaded = robot.finder().findByName(frame.target(), "loaded", JLabel.class);
      waitFor("the data", () -> loaded.getText().startsWith("TwoSpirals: "));
      // It waits then, and so cannot be over too soon.
      button(frame, "One epoch").click();
      waitFor("the training", () -> status.getText().startsWith("Paused"));
      ExplorerWindow.screenshot("lab-window", frame.target());
      choose(chooser);
      waitFor("a second window", () -> frames().size() == 2);
      assertThat(status.isShowing()).as("the first window keeps its lab").isTrue();
      assertThat(labThreads()).isEqualTo(1);
      while (!frames().isEmpty()) {
        JFrame shown = frames().get(0);
        SwingUtilities.invokeLater(() -> shown.dispatchEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSING)));
        ExplorerWindow.confirm(JOptionPaneFinder.findOptionPane().using(robot).yesButton());
        waitFor("the end", () -> !shown.isDisplayable());
      }
      waitFor("the end of the training", () -> labThreads() == 0);
    } finally {
      GuiActionRunner.execute(chooser::dispose);
      robot.cleanUp();
    }
  }

  private static void choose(GUIChooserApp chooser) {
    GuiActionRunner.execute(() -> {
      for (int i = 0; i < chooser.getJMenuBar().getMenuCount(); i++) {
        for (Component item : chooser.getJMenuBar().getMenu(i).getMenuComponents()) {
          if (item instanceof JMenuItem entry && LAB.equals(entry.getText())) {
            assertThat(chooser.getJMenuBar().getMenu(i).getText()).isEqualTo("Tools");
            entry.doClick();
            return;
          }
        }
      }
      throw new IllegalStateException("there is no entry");
    });
  }

  private static JButtonFixture button(FrameFixture frame, String text) {
    return frame.button(ExplorerWindow.button(text));
  }

  private static GenericTypeMatcher<JFrame> frame() {
    return new GenericTypeMatcher<>(JFrame.class) {
      @Override
      protected boolean isMatching(JFrame frame) {
        return frame.getTitle().contains(LAB) && frame.isShowing();
      }
    };
  }

  private static List<JFrame> frames() {
    return Arrays.stream(Window.getWindows()).filter(w -> w instanceof JFrame f && f.getTitle().contains(LAB)
        && f.isShowing()).map(JFrame.class::cast).toList();
  }

  private static long labThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals(LabRun.THREAD)).count();
  }
}
