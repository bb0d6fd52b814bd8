package weka.core.neural.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.NeuralNet;
import weka.core.Utils;
import weka.core.neural.FlowRun;
import weka.gui.Logger;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.JSONFlowLoader;
import weka.knowledgeflow.steps.Classifier;
import weka.knowledgeflow.steps.CrossValidationFoldMaker;

/** What the Knowledge Flow's table of steps shows while a scheme trains. */
class StatusRowTest {
  /** Some seconds, so that there is something to tell. */
  private static final String SLOW = "-layers \"dense 256 relu, dense 256 relu\" -epochs 300 -validation 0";

  private final List<String> told = new ArrayList<>();
  private final Logger log = new Logger() {
    @Override
    public void logMessage(String message) {
      throw new AssertionError(message);
    }

    @Override
    public void statusMessage(String message) {
      told.add(message);
    }
  };

  private static Flow crossValidation(Path data) throws Exception {
    String text;
    try (var in = NeuralNet.class.getResourceAsStream("/weka/core/neural/templates/cross-validation.kf")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Flow flow = new JSONFlowLoader().readFlow(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    Path installed = data.resolve("packages/ruru/datasets");
    Files.createDirectories(installed);
    Files.copy(Path.of("datasets/circles.arff"), installed.resolve("circles.arff"));
    ((CrossValidationFoldMaker) flow.findStep("CrossValidationFoldMaker").getManagedStep()).setNumFolds("2");
    return flow;
  }

  @Test
  void everyRowHasAStepAndEnds(@TempDir Path home) throws Exception {
    Flow flow = crossValidation(home);
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(SLOW));
    ((Classifier) flow.findStep("NeuralNet").getManagedStep()).setClassifier(net);
    FlowRun run = new FlowRun(flow, home.toString());
    run.rows().forEach((key, messages) -> {
      assertTrue(key.contains("$"), "no step's row: " + key + messages);
      assertTrue(messages.get(messages.size() - 1).startsWith("Finished"), "its clock never ends: " + key + messages);
    });
    List<String> training = run.row("NeuralNet (training)");
    assertTrue(training.get(0).startsWith("epoch "), training::toString);
    run.row("NeuralNet");
  }

  @Test
  void trainingsOfOneStepShareItAndTheLastOneEndsIt() {
    StatusRow first = StatusRow.begin(log, "NeuralNet", "-S 1|2");
    StatusRow second = StatusRow.begin(log, "NeuralNet", "-S 1|2");
    StatusRow other = StatusRow.begin(log, "NeuralNet", "-S 3");
    first.tell("one");
    second.tell("not heard");
    first.end();
    second.tell("two");
    other.end();
    second.end();
    String row = "NeuralNet (training)$" + "-S 1|2".hashCode() + "|-S 1/2|";
    assertEquals(List.of(row + "one", row + "two", row + "Finished."), told);
  }
}
