package weka.core.neural;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import weka.core.Environment;
import weka.core.WekaException;
import weka.gui.Logger;
import weka.knowledgeflow.BaseExecutionEnvironment;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.StepManagerImpl;
import weka.knowledgeflow.steps.TextViewer;

/** A flow that was run without a window, and what its log and its status table were told. */
public final class FlowRun implements Logger {
  private static final int LONGEST_MINUTES = 5;

  private final Flow flow;
  private final List<String> log = new ArrayList<>();
  /** Messages by the row's key, which stands before the first '|'. */
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  /** @param home a folder with what is installed in Weka's */
  public FlowRun(Flow flow, String home) throws WekaException, InterruptedException {
    this.flow = flow;
    FlowRunner runner = new FlowRunner();
    BaseExecutionEnvironment environment = runner.getExecutionEnvironment();
    Environment variables = new Environment();
    variables.addVariable("WEKA_HOME", home);
    environment.setEnvironmentVariables(variables);
    runner.setLogger(this);
    runner.setFlow(flow);
    CountDownLatch end = new CountDownLatch(1);
    runner.addExecutionFinishedCallback(end::countDown);
    runner.run();
    if (!end.await(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      runner.stopProcessing();
      throw new AssertionError("the flow does not end: " + log);
    }
  }

  @Override
  public synchronized void logMessage(String message) {
    log.add(message);
  }

  @Override
  public synchronized void statusMessage(String message) {
    int bar = message.indexOf('|');
    // As Weka's table does.
    String key = bar <= 0 ? "Unknown" : message.substring(0, bar);
    rows.computeIfAbsent(key, k -> new ArrayList<>()).add(message.substring(message.lastIndexOf('|') + 1));
  }

  synchronized List<String> log() {
    return List.copyOf(log);
  }

  public synchronized Map<String, List<String>> rows() {
    return new LinkedHashMap<>(rows);
  }

  /** The messages of the row with a name. */
  public List<String> row(String name) {
    return rows().entrySet().stream().filter(e -> e.getKey().startsWith(name + "$")).map(Map.Entry::getValue)
        .reduce((a, b) -> {
          throw new AssertionError("two rows " + name + ": " + rows());
        }).orElseThrow(() -> new AssertionError("no row " + name + ": " + rows()));
  }

  /** What the flow's text viewer shows. */
  String results() {
    StringBuilder all = new StringBuilder();
    for (StepManagerImpl step : flow.getSteps()) {
      if (step.getManagedStep() instanceof TextViewer viewer) {
        viewer.getResults().values().forEach(all::append);
      }
    }
    return all.toString();
  }
}
