package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.List;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** A user of the Explorer sets options in the property sheet: by typing, key by key, and by choosing. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class SheetIT {
  private ExplorerWindow window;

  @BeforeEach
  void openIris() throws Exception {
    window = ExplorerWindow.withIris();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void layersAreTypedAndTrained() {
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    window.choose(classify, "weka/classifiers/functions/NeuralNet");
    waitFor("the chosen scheme", () -> classify.m_ClassifierEditor.getValue() instanceof NeuralNet);

    SheetWindow sheet = open(classify.m_CEPanel);
    ExplorerWindow.screenshot("options", sheet.dialog());
    sheet.requireFits();
    sheet.select("layers");
    StringBuilder typed = new StringBuilder();
    for (char key : "dense 64 relu, dropout 0.2".toCharArray()) {
      sheet.type(String.valueOf(key));
      typed.append(key);
      sheet.expectText("layers", typed.toString());
      assertThat(SheetWindow.errors()).as("dialogs after '%s'", typed).isEmpty();
      if (typed.length() == 1) {
        assertThat(sheet.remark("layers")).startsWith("Not accepted; the value is still 'auto': step 1 'd'");
        ExplorerWindow.screenshot("options-unfinished", sheet.dialog());
      }
    }
    assertThat(sheet.remark("layers")).isEqualTo("Accepted: 2 steps: dense 64 relu, dropout 0.2");
    sheet.type(", maxot 4");
    sheet.expectText("layers", "dense 64 relu, dropout 0.2, maxot 4");
    assertThat(sheet.remark("layers")).contains("step 3 'maxot 4'").contains("did you mean 'maxout'?")
        .startsWith("Not accepted; the value is still 'auto'");
    ExplorerWindow.screenshot("options-wrong", sheet.dialog());
    for (int key = 0; key < ", maxot 4".length(); key++) {
      sheet.key(KeyEvent.VK_BACK_SPACE);
    }
    sheet.expectText("layers", typed.toString());
    sheet.select("epochs");
    sheet.typeInto("epochs", "20");
    sheet.click("OK");
    NeuralNet set = (NeuralNet) classify.m_ClassifierEditor.getValue();
    assertThat(List.of(set.getLayers(), set.getEpochs())).containsExactly("dense 64 relu, dropout 0.2", "20");

    window.button(classify, "Start").click();
    waitFor("the cross-validation", () -> classify.m_StartBut.isEnabled()
        && GuiActionRunner.execute(() -> classify.m_OutText.getText()).contains("=== Confusion Matrix ==="));
    assertThat(GuiActionRunner.execute(() -> classify.m_OutText.getText()))
        .contains("Layers: dense 64 relu, dropout 0.2, output");

    // The second opening has another size in Weka, and must not show the text that did not count.
    SheetWindow again = open(classify.m_CEPanel);
    again.requireFits();
    again.expectText("layers", "dense 64 relu, dropout 0.2");
    again.click("Cancel");
  }

  @Test
  void groupsHaveSuggestionsAndAButtonThatCancels() {
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    window.choose(classify, "weka/classifiers/functions/NeuralNet");
    waitFor("the chosen scheme", () -> classify.m_ClassifierEditor.getValue() instanceof NeuralNet);
    SheetWindow sheet = open(classify.m_CEPanel);

    SheetWindow training = sheet.group("Training");
    assertThat(training.dialog().getTitle()).isEqualTo("Training");
    training.requireFits();
    training.select("optimizer");
    training.typeInto("optimizer", "sgd mom");
    training.walkSuggestions("optimizer", "adam");
    training.key(KeyEvent.VK_ESCAPE);
    training.expectClosed("optimizer");
    training.expectText("optimizer", "sgd mom");
    assertThat(training.remark("optimizer")).startsWith("Not accepted; the value is still 'auto'");
    training.requireFits();
    assertThat(training.dialog().isShowing()).as("Escape closes the list, not the sheet").isTrue();
    training.walkSuggestions("optimizer", "adam");
    ExplorerWindow.screenshot("options-suggestions", training.dialog());
    training.key(KeyEvent.VK_ENTER);
    training.expectClosed("optimizer");
    training.expectText("optimizer", "adam");
    training.key(KeyEvent.VK_END);
    training.type(" beta2=0.95");
    training.expectText("optimizer", "adam beta2=0.95");
    assertThat(training.remark("optimizer")).startsWith("Accepted: Adam");
    training.click("OK");

    // What Weka's own dialog of a group would lose: after an OK, a Cancel, and then another OK.
    training = sheet.group("Training");
    training.select("batch");
    training.typeInto("batch", "all");
    training.click("Cancel");
    training = sheet.group("Training");
    training.expectText("batch", "auto");
    training.select("patience");
    training.typeInto("patience", "7");
    training.click("OK");
    sheet.click("OK");
    NeuralNet set = (NeuralNet) classify.m_ClassifierEditor.getValue();
    assertThat(List.of(set.getOptimizer(), set.getBatch(), set.getPatience()))
        .containsExactly("adam beta2=0.95", "auto", "7");
  }

  @Test
  void theNumberOfClustersIsTypedAnew() {
    ClustererPanel panel = window.open(ClustererPanel.class);
    window.choose(panel, "weka/clusterers/NeuralClusterer");
    waitFor("the chosen scheme", () -> panel.m_ClustererEditor.getValue() instanceof NeuralClusterer);
    SheetWindow sheet = open(panel.m_CLPanel);
    sheet.requireFits();
    sheet.select("clusters");
    sheet.key(KeyEvent.VK_END);
    sheet.key(KeyEvent.VK_BACK_SPACE);
    sheet.expectText("clusters", "");
    assertThat(sheet.remark("clusters")).startsWith("Not accepted; the value is still '2': clusters: expected a "
        + "number");
    assertThat(SheetWindow.errors()).isEmpty();
    ExplorerWindow.screenshot("clusters-options", sheet.dialog());
    sheet.typeInto("clusters", "3");
    sheet.select("layers");
    sheet.typeInto("layers", "none");
    sheet.click("OK");
    window.button(panel, "Start").click();
    waitFor("the clusters", () -> panel.m_StartBut.isEnabled()
        && GuiActionRunner.execute(() -> panel.m_OutText.getText()).contains("Clustered Instances"));
    assertThat(GuiActionRunner.execute(() -> panel.m_OutText.getText())).contains("-N 3 -layers none");
  }

  @Test
  void theFiltersOutputIsTyped() {
    PreprocessPanel panel = window.preprocess();
    window.choose(panel, "weka/filters/unsupervised/attribute/NeuralEncoder");
    waitFor("the chosen filter", () -> panel.m_FilterEditor.getValue() instanceof NeuralEncoder);
    SheetWindow sheet = open(panel.m_FilterPanel);
    sheet.requireFits();
    sheet.select("output");
    sheet.typeInto("output", "code,error");
    assertThat(SheetWindow.errors()).isEmpty();
    sheet.select("code");
    sheet.typeInto("code", "2");
    sheet.select("epochs");
    sheet.typeInto("epochs", "3");
    SheetWindow images = sheet.group("Images");
    images.select("images");
    images.typeInto("images", "${HOME}/no-such-folder");
    assertThat(images.remark("images")).startsWith("Accepted: there is currently no folder " + System.getenv("HOME"));
    images.click("Cancel");
    ExplorerWindow.screenshot("features-options", sheet.dialog());
    sheet.click("OK");
    window.button(panel, "Apply").click();
    waitFor("the code", () -> panel.getInstances().attribute("code2") != null);
    assertThat(panel.getInstances().attribute("reconstruction error")).isNotNull();
  }

  private SheetWindow open(Component field) {
    window.robot().click(field);
    return SheetWindow.find(window.robot());
  }
}
