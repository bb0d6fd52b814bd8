package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Container;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.gui.ResultHistoryPanel;

/** Stop in the Explorer: what was learnt until then is kept. */
@DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "no display; it runs under Xvfb too")
class StopIT {
  private static final String ENDLESS = " -epochs 1000000 -validation 0";

  private ExplorerWindow window;

  @BeforeEach
  void openIris() throws Exception {
    window = ExplorerWindow.withIris();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private ClassifierPanel classify(String options) {
    ClassifierPanel classify = window.open(ClassifierPanel.class);
    window.choose(classify, "weka/classifiers/functions/NeuralNet");
    window.configure(classify.m_CEPanel, NeuralNet.class.getName() + options);
    return classify;
  }

  private void startAndStop(Container panel, String start) {
    window.button(panel, start).click();
    Pause.pause(3, TimeUnit.SECONDS);
    window.button(panel, "Stop").click();
  }

  private static String text(ClassifierPanel classify) {
    return GuiActionRunner.execute(() -> classify.m_OutText.getText());
  }

  /** The first part of the last entry, which is the model: Weka's menu of the entry uses it. */
  private static Object model(ResultHistoryPanel list) {
    waitFor("the model", () -> object(list) instanceof List<?> parts && !parts.isEmpty() && parts.get(0) != null);
    return ((List<?>) object(list)).get(0);
  }

  private static Object object(ResultHistoryPanel list) {
    return list.getNamedObject(list.getNameAtIndex(list.getList().getModel().getSize() - 1));
  }

  private static double accuracy(Object model) throws Exception {
    Instances iris = ExplorerWindow.iris();
    iris.setClassIndex(iris.numAttributes() - 1);
    Evaluation evaluation = new Evaluation(iris);
    evaluation.evaluateModel((Classifier) new SerializedObject(model).getObject(), iris);
    return evaluation.pctCorrect();
  }

  @Test
  void inACrossValidationTheFoldsAreLeftOut() throws Exception {
    ClassifierPanel classify = classify(ENDLESS);
    startAndStop(classify, "Start");
    waitFor("the run's end", () -> classify.m_StartBut.isEnabled());
    assertThat(accuracy(model(classify.m_History))).isGreaterThan(95);
    assertThat(text(classify)).contains("ended: stopped by the user").doesNotContain("Stratified cross-validation");
    assertThat((List<?>) object(classify.m_History)).anyMatch(part -> part instanceof Instances header
        && header.classIndex() == 4);
    window.screenshot("stopped-model");
  }

  @Test
  void whileFoldsAreTrainedTheFinishedModelIsKept() throws Exception {
    ClassifierPanel classify = classify(" -epochs 3000 -validation 0 -layers \"dense 64 relu\"");
    window.button(classify, "Start").click();
    waitFor("the model", () -> text(classify).contains("Classifier model (full training set)"));
    window.button(classify, "Stop").click();
    waitFor("the run's end", () -> classify.m_StartBut.isEnabled());
    assertThat(accuracy(model(classify.m_History))).isGreaterThan(95);
    assertThat(text(classify)).contains("ended: all epochs done").doesNotContain("Stratified cross-validation");
  }

  /** Up to Java 19 Weka 3.8.6 kills the run wherever it is. */
  @Test
  void aRunThatIsKilledOutsideOfATrainingKeepsItsModel() throws Exception {
    ClassifierPanel classify = classify("");
    window.configure(classify.m_CEPanel, KilledInFolds.class.getName() + " -epochs 30");
    window.button(classify, "Start").click();
    assertThat(accuracy(model(classify.m_History))).isGreaterThan(90);
    assertThat(text(classify)).contains("Classifier model (full training set)")
        .doesNotContain("Stratified cross-validation");
  }

  @Test
  void onTheTrainingSetItIsEvaluatedAsAnyOther() throws Exception {
    ClassifierPanel classify = classify(ENDLESS);
    window.robot().click(classify.m_TrainBut);
    startAndStop(classify, "Start");
    waitFor("the evaluation", () -> classify.m_StartBut.isEnabled()
        && text(classify).contains("=== Confusion Matrix ==="));
    assertThat(accuracy(model(classify.m_History))).isGreaterThan(95);
    window.screenshot("stopped-and-evaluated");
  }

  @Test
  void clusterersToo() throws Exception {
    ClustererPanel cluster = window.open(ClustererPanel.class);
    window.choose(cluster, "weka/clusterers/NeuralClusterer");
    window.configure(cluster.m_CLPanel, NeuralClusterer.class.getName()
        + " -N 3 -layers \"dense 8 relu\" -code 2 -epochs 1000000");
    startAndStop(cluster, "Start");
    waitFor("the clusters", () -> cluster.m_StartBut.isEnabled()
        && GuiActionRunner.execute(() -> cluster.m_OutText.getText()).contains("Clustered Instances"));
    NeuralClusterer model = (NeuralClusterer) model(cluster.m_History);
    assertThat(model.numberOfClusters()).isEqualTo(3);
    assertThat(model.distributionForInstance(ExplorerWindow.iris().get(0))).hasSize(3);
    window.screenshot("stopped-clusterer");
  }

  @Test
  void filtersToo() {
    PreprocessPanel preprocess = window.openPreprocess();
    window.choose(preprocess, "weka/filters/unsupervised/attribute/NeuralEncoder");
    window.configure(preprocess.m_FilterPanel, NeuralEncoder.class.getName() + " -code 2" + ENDLESS);
    startAndStop(preprocess, "Apply");
    waitFor("the code", () -> preprocess.getInstances().attribute("code2") != null);
    window.screenshot("stopped-filter");
  }
}
