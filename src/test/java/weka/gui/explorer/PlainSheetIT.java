package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.neural.Effort;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertyPanel;

/** The dialog that Weka opens for any scheme anywhere, in a window with nothing but the scheme's field. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class PlainSheetIT {
  private Robot robot;
  private FrameFixture frame;
  private GenericObjectEditor editor;
  private PropertyPanel field;

  @BeforeEach
  void makeRobot() {
    FailOnThreadViolationRepaintManager.uninstall();
    GenericObjectEditor.determineClasses();
    robot = BasicRobot.robotWithNewAwtHierarchy();
  }

  @AfterEach
  void close() {
    frame.cleanUp();
  }

  static Stream<Supplier<?>> schemes() {
    return Stream.of(NeuralNet::new, NeuralClusterer::new, NeuralEncoder::new);
  }

  /** The second time, too, when Weka shows the dialog that it has already made. */
  @ParameterizedTest
  @MethodSource("schemes")
  void theSheetAndItsGroupsFitTheScreen(Supplier<?> fresh) {
    show(fresh.get());
    for (int i = 0; i < 2; i++) {
      SheetWindow sheet = open();
      sheet.requireFits();
      List<String> groups = sheet.groups();
      assertThat(groups).contains("Training", "Images", "Advanced");
      for (String name : groups) {
        SheetWindow group = sheet.group(name);
        group.requireFits();
        group.click("Cancel");
      }
      sheet.click("OK");
    }
  }

  /** Deleted first, and then typed key by key: no dialog says a word, and what is below the field fits the sheet. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      NeuralNet       | -              | rate      | 0.01
      NeuralNet       | Training       | loss      | huber
      NeuralNet       | Training       | schedule  | cosine
      NeuralNet       | Images         | augment   | flip, shift 2
      NeuralNet       | Images         | input     | 28x28x1
      NeuralClusterer | -              | clusters  | 2-8
      NeuralClusterer | Training       | noise     | mask 0.2
      NeuralEncoder   | Regularisation | noise     | salt 0.1
      NeuralEncoder   | Training       | optimizer | adamw
      """)
  void aTextIsDeletedAndTyped(String scheme, String group, String property, String text) throws Exception {
    Object bean = schemes().map(Supplier::get).filter(s -> s.getClass().getSimpleName().equals(scheme)).findFirst()
        .orElseThrow();
    show(bean);
    SheetWindow sheet = open();
    SheetWindow part = group == null ? sheet : sheet.group(group);
    String before = part.text(property);
    part.select(property);
    part.key(KeyEvent.VK_BACK_SPACE);
    part.expectText(property, "");
    part.typeInto(property, text);
    assertThat(part.remark(property)).startsWith("Accepted");
    part.type(",");
    part.expectText(property, text + ",");
    assertThat(part.remark(property)).startsWith("Not accepted; the value is still '" + before + "': ");
    part.requireFits();
    part.key(KeyEvent.VK_BACK_SPACE);
    part.expectText(property, text);
    if (part != sheet) {
      part.click("OK");
    }
    sheet.click("OK");
    // Not by a descriptor of the property, which finds the number that stands beside some texts.
    String getter = "get" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    assertThat(editor.getValue().getClass().getMethod(getter).invoke(editor.getValue())).isEqualTo(text);
  }

  @Test
  void cancelBringsBackWhatWasThere() {
    show(new NeuralNet());
    SheetWindow sheet = open();
    sheet.select("layers");
    sheet.typeInto("layers", "dense 8 tanh");
    assertThat(((NeuralNet) editor.getValue()).getLayers()).isEqualTo("dense 8 tanh");
    sheet.click("Cancel");
    assertThat(((NeuralNet) editor.getValue()).getLayers()).isEqualTo("auto");
    sheet = open();
    sheet.expectText("layers", "auto");
    sheet.click("Cancel");
  }

  /** Weka's own button has no key; the window's does what "OK" does: a wrong text leaves what stood before it. */
  @Test
  void theWindowsCloseButtonDoesWhatOkDoes() {
    show(new NeuralNet());
    SheetWindow sheet = open();
    sheet.select("layers");
    sheet.typeInto("layers", "dense 8 tanh, dro");
    close(sheet);
    assertThat(((NeuralNet) editor.getValue()).getLayers()).isEqualTo("auto");
    sheet = open();
    sheet.expectText("layers", "auto");
    sheet.select("layers");
    sheet.typeInto("layers", "dense 8 tanh");
    close(sheet);
    assertThat(((NeuralNet) editor.getValue()).getLayers()).isEqualTo("dense 8 tanh");
  }

  private void close(SheetWindow sheet) {
    robot.close(sheet.dialog());
    waitFor("the dialog's end", () -> !sheet.dialog().isShowing());
  }

  @Test
  void aChoiceIsMadeByEnterAndNotByWalkingOrEscape() {
    show(new NeuralNet());
    SheetWindow sheet = open();
    sheet.focusChoice("effort");
    sheet.walkSuggestions("effort", Effort.BEST);
    sheet.key(KeyEvent.VK_ESCAPE);
    sheet.expectClosed("effort");
    assertThat(((NeuralNet) editor.getValue()).getEffort()).isEqualTo(Effort.NORMAL);
    sheet.walkSuggestions("effort", Effort.BEST);
    sheet.key(KeyEvent.VK_ENTER);
    sheet.expectClosed("effort");
    sheet.click("OK");
    assertThat(((NeuralNet) editor.getValue()).getEffort()).isEqualTo(Effort.BEST);
  }

  private void show(Object scheme) {
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    JFrame window = GuiActionRunner.execute(() -> {
      editor = new GenericObjectEditor(true);
      editor.setClassType(Object.class);
      editor.setValue(scheme);
      field = new PropertyPanel(editor);
      JFrame made = new JFrame("A scheme");
      made.getContentPane().add(field);
      made.setLocation(screen.width / 4, screen.height / 3);
      return made;
    });
    frame = new FrameFixture(robot, window);
    frame.show(new Dimension(screen.width / 2, 100));
  }

  /** As a click does, which could miss the field while a new window still moves. */
  private SheetWindow open() {
    SwingUtilities.invokeLater(field::showPropertyDialog);
    return SheetWindow.find(robot);
  }
}
