package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JToggleButtonFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.gui.neural.lab.LabPanel;

/** The rooms "Playground" and "Perceptron" of the tab "Neural lab", without any data in Preprocess. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class PlaygroundIT {
  /** With the waits of the robot; LabRunTest asks for a second without. */
  private static final int STOP_WITHIN_MILLISECONDS = 3000;
  private static final Pattern TEST = Pattern.compile("test loss <b>([0-9.]+)</b>, ([0-9.]+) % right");

  private ExplorerWindow window;
  private LabPanel lab;

  @BeforeEach
  void openTab() {
    window = new ExplorerWindow();
    lab = window.addTab(new LabPanel());
    window.open(lab);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void room(String name) {
    new JToggleButtonFixture(window.robot(), find("room " + name, JToggleButton.class)).click();
  }

  private <T extends JComponent> T find(String name, Class<T> type) {
    return window.robot().finder().findByName(lab, name, type, true);
  }

  private String label(String name) {
    return GuiActionRunner.execute(() -> find(name, JLabel.class).getText());
  }

  private void choose(String box, Object item) {
    GuiActionRunner.execute(() -> find(box, JComboBox.class).setSelectedItem(item));
  }

  private void click(String button) {
    window.button(lab, button).click();
  }

  private double accuracy() {
    Matcher found = TEST.matcher(label("playground scores"));
    return found.find() ? Double.parseDouble(found.group(2)) : 0;
  }

  private void awaitNetwork() {
    waitFor("a network that waits", () -> window.button(lab, "One batch").target().isEnabled());
  }

  @Test
  void aSpiralIsLearntStoppedAndKept() {
    room("playground");
    awaitNetwork();
    choose("example", "Spiral");
    choose("speed", "full speed");
    awaitNetwork();
    window.screenshot("playground-spiral-first");
    long began = System.nanoTime();
    click("Run");
    waitFor("95 % of the test rows", () -> accuracy() >= 95);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(20);
    window.screenshot("playground-spiral");
    long stopped = System.nanoTime();
    click("Stop");
    waitFor("the end", () -> !window.button(lab, "Stop").target().isEnabled());
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stopped)).isLessThan(STOP_WITHIN_MILLISECONDS);
    click("Keep");
    waitFor("the message", () -> label("playground status").startsWith("Kept in the result list"));
    click("Table for other schemes");
    waitFor("the data", () -> window.preprocess().getInstances() != null);
    assertThat(window.preprocess().getInstances().numInstances()).isEqualTo(500);
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    List<?> entry = (List<?>) classify.m_History.getNamedObject(classify.m_History.getNameAtIndex(0));
    assertThat(entry.get(0)).isInstanceOf(NeuralNet.class);
  }

  private BufferedImage picture(String name) {
    return GuiActionRunner.execute(() -> {
      JComponent drawn = find(name, JComponent.class);
      BufferedImage image = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D g = image.createGraphics();
      drawn.paint(g);
      g.dispose();
      return image;
    });
  }

  /** Pixels that differ. */
  private static long differences(BufferedImage a, BufferedImage b) {
    return IntStream.range(0, a.getWidth() * a.getHeight())
        .filter(i -> a.getRGB(i % a.getWidth(), i / a.getWidth()) != b.getRGB(i % a.getWidth(), i / a.getWidth()))
        .count();
  }

  private void awaitStatus(String begin) {
    waitFor(begin, () -> label("playground status").startsWith(begin));
  }

  @Test
  void theStatusFollowsWhatHappens() {
    room("playground");
    awaitNetwork();
    click("Reset");
    awaitStatus("The network as it is before");
    awaitNetwork();
    click("One epoch");
    awaitStatus("Up to the end of an epoch");
    waitFor("the scores", () -> accuracy() > 0);
    window.robot().click(find("input x1", JCheckBox.class));
    window.robot().click(find("input x2", JCheckBox.class));
    awaitStatus("switch on one input");
    assertThat(label("playground scores")).isBlank();
    window.robot().click(find("input x1", JCheckBox.class));
    awaitStatus("A new network");
    awaitNetwork();
    click("Run");
    awaitStatus("Training");
    click("Stop");
    awaitStatus("Ended after");
  }

  @Test
  void nothingTrainsWhenTheWindowIsClosedAfterAChange() throws InterruptedException {
    room("playground");
    awaitNetwork();
    GuiActionRunner.execute(() -> {
      find("regenerate", JButton.class).doClick();
      SwingUtilities.getWindowAncestor(lab).dispose();
    });
    // Somebody who types is waited for, so that the change would come now.
    Thread.sleep(500);
    waitFor("no thread", () -> Thread.getAllStackTraces().keySet().stream()
        .noneMatch(t -> t.getName().startsWith("Playground ")));
  }

  @Test
  void exclusiveOrIsLearntFromTheProductAlone() {
    room("playground");
    awaitNetwork();
    window.robot().click(find("data Exclusive or", JToggleButton.class));
    for (String input : List.of("input x1 x2", "input x1", "input x2")) {
      window.robot().click(find(input, JCheckBox.class));
    }
    for (int layer = 0; layer < 2; layer++) {
      window.robot().click(find("fewer hidden layers", JButton.class));
    }
    waitFor("no hidden layer", () -> label("number of hidden layers").equals("0"));
    // The sign of the only weight is wrong at first: no row is right.
    waitFor("one input", () -> label("playground scores").contains(" 0.0 % right"));
    awaitNetwork();
    click("Run");
    waitFor("all test rows", () -> accuracy() >= 99);
    window.screenshot("playground-xor-product");
  }

  @Test
  void mapsAndWeightsChangeAndResetGoesBack() {
    room("playground");
    awaitNetwork();
    waitFor("the maps", () -> picture("playground network").getRGB(2, 2) != 0 && accuracy() > 0);
    String loss = label("playground scores");
    window.screenshot("playground-first");
    BufferedImage[] before = {picture("playground network"), picture("playground surface")};
    click("One epoch");
    waitFor("the epoch", () -> label("playground epochs").equals("Epoch 1"));
    waitFor("other maps", () -> differences(before[0], picture("playground network")) > 500
        && differences(before[1], picture("playground surface")) > 500);
    waitFor("other losses", () -> !label("playground scores").equals(loss));
    String first = label("playground scores");
    click("Reset");
    waitFor("the first loss", () -> label("playground scores").equals(loss));
    awaitNetwork();
    click("One epoch");
    waitFor("the same loss after an epoch", () -> label("playground scores").equals(first));
    click("Run");
    waitFor("a hundred epochs", () -> accuracy() > 95);
    window.screenshot("playground-circle");
    click("Pause");
    awaitNetwork();
  }

  @Test
  void aWeightIsSetInAPauseAndANeuronIsShownLarge() {
    room("playground");
    awaitNetwork();
    waitFor("the maps", () -> accuracy() > 0);
    JComponent drawing = find("playground network", JComponent.class);
    String loss = label("playground scores");
    window.robot().click(drawing);
    waitFor("the focus", drawing::isFocusOwner);
    BufferedImage surface = picture("playground surface");
    window.robot().pressAndReleaseKey(KeyEvent.VK_RIGHT);
    window.robot().pressAndReleaseKey(KeyEvent.VK_RIGHT);
    waitFor("the neuron's map", () -> differences(surface, picture("playground surface")) > 1000);
    window.screenshot("playground-neuron");
    window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
    waitFor("the field", () -> drawing.getComponentCount() == 1);
    GuiActionRunner.execute(() -> {
      ((JTextField) drawing.getComponent(0)).setText("-7.5");
      ((JTextField) drawing.getComponent(0)).postActionEvent();
    });
    waitFor("the bias", () -> String.valueOf(drawing.getAccessibleContext().getAccessibleDescription())
        .contains("bias -7.5"));
    waitFor("another loss", () -> !label("playground scores").equals(loss));
    assertThat(label("playground epochs")).isEqualTo("Epoch 0");
  }

  @Test
  void everythingIsReachedInASmallWindow() {
    GuiActionRunner.execute(() -> SwingUtilities.getWindowAncestor(lab).setSize(800, 600));
    room("playground");
    awaitNetwork();
    waitFor("the maps", () -> accuracy() > 0);
    for (String name : List.of("playground run", "playground stop", "example", "learning rate", "weight seed",
        "more neurons in layer 2", "playground keep", "discretise", "playground surface")) {
      JComponent control = find(name, JComponent.class);
      Rectangle seen = GuiActionRunner.execute(control::getVisibleRect);
      assertThat(seen.getSize()).as(name).isEqualTo(control.getSize());
    }
    assertThat(GuiActionRunner.execute(() -> find("playground network", JComponent.class).getVisibleRect().height))
        .isGreaterThan(100);
    JComponent last = find("input sin x2", JComponent.class);
    assertThat(GuiActionRunner.execute(last::getVisibleRect).isEmpty()).as("below").isTrue();
    GuiActionRunner.execute(() -> {
      find("input sin x1", JComponent.class).requestFocusInWindow();
    });
    waitFor("the focus", () -> find("input sin x1", JComponent.class).isFocusOwner());
    window.robot().pressAndReleaseKey(KeyEvent.VK_TAB);
    waitFor("the last input", () -> GuiActionRunner.execute(last::getVisibleRect).height > 10);
    window.screenshot("playground-small");
    room("perceptron");
    window.screenshot("perceptron-small");
    assertThat(GuiActionRunner.execute(() -> find("perceptron reset", JComponent.class).getVisibleRect().width))
        .isGreaterThan(20);
  }

  @Test
  void layersAreTypedAndDrawnWhateverTheyAre() {
    room("playground");
    awaitNetwork();
    window.robot().click(find("more neurons in layer 1", JButton.class));
    waitFor("five neurons", () -> text("layers").equals("dense 5 tanh, dense 2 tanh"));
    window.type(lab, "layers", "dense 40 relu as a, dropout 0.1, dense 40 relu, add a");
    waitFor("boxes", () -> shown("boxes"));
    waitFor("two layers", () -> label("number of neurons in layer 2").equals("40"));
    awaitNetwork();
    click("Run");
    waitFor("learning", () -> accuracy() > 90);
    window.screenshot("playground-boxes");
    window.type(lab, "layers", "dense 3 relu");
    waitFor("neurons", () -> shown("playground network"));
    window.robot().click(find("input x1", JCheckBox.class));
    window.robot().click(find("input x2", JCheckBox.class));
    waitFor("the sentence", () -> label("playground status").contains("one input at least"));
  }

  private boolean shown(String name) {
    return !window.robot().finder().findAll(lab, c -> name.equals(c.getName()) && c.isShowing()).isEmpty();
  }

  private String text(String field) {
    return GuiActionRunner.execute(() -> window.robot().finder().findByName(lab, field, JTextComponent.class, true)
        .getText());
  }

  @Test
  void twoAttributesOfOwnDataAreThePlane() throws Exception {
    Instances iris = ExplorerWindow.iris();
    GuiActionRunner.execute(() -> window.preprocess().setInstances(iris));
    room("playground");
    awaitNetwork();
    window.robot().click(find("own data", JToggleButton.class));
    choose("attribute x1", "petallength");
    choose("attribute x2", "petalwidth");
    waitFor("the three classes", () -> accuracy() > 0);
    awaitNetwork();
    choose("speed", "full speed");
    click("Run");
    waitFor("learning", () -> accuracy() > 90);
    window.screenshot("playground-iris");
  }

  @Test
  void thePerceptronLearnsOrAndNeverExclusiveOr() {
    room("perceptron");
    JTable table = find("perceptron table", JTable.class);
    click("Next step");
    waitFor("a line", () -> table.getRowCount() == 1);
    assertThat(line(table, 0)).isEqualTo("1 1 1 0 0 0 1 1 -1 -1 0 0 0 0.5 0.5");
    window.screenshot("perceptron-first");
    click("Run");
    waitFor("the end", () -> verdict().startsWith("Done: pass 2 (steps 5 to 8) was without an error"));
    assertThat(line(table, 7)).isEqualTo("8 2 1 1 1 1 1 1 0 0 0 0 0 0.5 0.5");
    window.screenshot("perceptron-or");
    choose("perceptron example", "XOR");
    click("Run");
    waitFor("the proof", () -> verdict().startsWith("It never ends"));
    window.screenshot("perceptron-xor");
    window.robot().click(find("perceptron drawing", JComponent.class));
    waitFor("a row more", () -> text("perceptron rows").split(";").length == 5);
    waitFor("a new start", () -> verdict().startsWith("Press Next step"));
    click("Run");
    waitFor("another end", () -> verdict().startsWith("It never ends"));
  }

  private static String line(JTable table, int line) {
    return GuiActionRunner.execute(() -> IntStream.range(0, table.getColumnCount())
        .mapToObj(c -> table.getValueAt(line, c).toString()).collect(Collectors.joining(" ")));
  }

  private String verdict() {
    return GuiActionRunner.execute(() -> find("perceptron verdict", JTextArea.class).getText());
  }
}
