package weka.core.neural.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.FilteredClassifier;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.converters.ConverterUtils.DataSink;
import weka.core.converters.ConverterUtils.DataSource;
import weka.core.neural.CommandProcess;
import weka.core.neural.Samples;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Ctrl-C and kill while a command trains. */
class CommandSignalsTest {
  private static final String[] ENDLESS = {"-epochs", "1000000", "-validation", "0", "-layers", "dense 8 tanh",
      "-output-debug-info"};
  private static final String EPOCH = "NeuralNet: epoch \\d{3,} of .*";
  private static final int BY_INTERRUPT = 130;

  @TempDir
  Path folder;
  private Instances data;

  @BeforeEach
  void write() throws Exception {
    data = Samples.mixed(400, 1, true);
    DataSink.write(folder.resolve("data.arff").toString(), data);
  }

  private CommandProcess start(Class<?> main, String options, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.addAll(List.of(more));
    return new CommandProcess(folder, main, arguments.toArray(new String[0]));
  }

  private double accuracy() throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.evaluateModel((Classifier) SerializationHelper.readAll(folder.resolve("m.model").toString())[0], data);
    return evaluation.pctCorrect();
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void theModelIsWrittenAndPredicts(String signal, int status) throws Exception {
    try (CommandProcess command = start(NeuralNet.class, "-t data.arff -no-cv -d m.model", ENDLESS)) {
      command.await(EPOCH);
      command.signal(signal);
      assertEquals(status, command.end());
      assertTrue(
          command.errors().stream().anyMatch(l -> l.startsWith("NeuralNet: SIG" + signal + ": stopping training")),
          command.errors()::toString);
      assertTrue(command.output().contains("ended: stopped by the user") && command.output().contains("Correctly"),
          command.output());
    }
    assertTrue(accuracy() > 60, "accuracy " + accuracy());
  }

  /** What follows would be trained for nothing: its model is not kept. */
  @Test
  void theCrossValidationIsLeftOut() throws Exception {
    try (CommandProcess command = start(NeuralNet.class, "-t data.arff -d m.model", ENDLESS)) {
      command.await(EPOCH);
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertTrue(command.errors().stream().noneMatch(l -> l.matches(".*training no. 2 .*: epoch.*")),
          command.errors()::toString);
    }
    assertTrue(accuracy() > 60, "accuracy " + accuracy());
  }

  @Test
  void inACrossValidationItEndsAtOnceWithTheFinishedModel() throws Exception {
    try (CommandProcess command = start(NeuralNet.class,
        "-t data.arff -d m.model -epochs 9000 -validation 0 -layers output -output-debug-info")) {
      command.await("NeuralNet \\(training no. \\d+ of this command\\): .*");
      assertTrue(Files.exists(folder.resolve("m.model")));
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertFalse(command.output().contains("cross-validation"), command.output());
    }
    assertTrue(accuracy() > 50, "accuracy " + accuracy());
  }

  /** Takes long to describe itself. */
  public static final class Slow extends NeuralNet {
    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
      System.err.println("describing");
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        System.err.println("interrupted");
      }
      return "";
    }

    public static void main(String[] arguments) {
      runClassifier(new Slow(), arguments);
    }
  }

  @Test
  void theSecondSignalEndsAtOnce() throws Exception {
    try (CommandProcess command = start(Slow.class, "-t data.arff -no-cv", ENDLESS)) {
      command.await(EPOCH);
      command.signal("INT");
      command.await("describing");
      long start = System.nanoTime();
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertTrue(System.nanoTime() - start < 10_000_000_000L);
      assertFalse(command.errors().contains("interrupted"));
    }
  }

  @Test
  void trainingGoesOnLater() throws Exception {
    try (CommandProcess command = start(NeuralNet.class, "-t data.arff -no-cv -d m.model -resume", ENDLESS)) {
      command.await(EPOCH);
      command.signal("TERM");
      command.end();
    }
    NeuralNet net = (NeuralNet) SerializationHelper.readAll(folder.resolve("m.model").toString())[0];
    double before = net.getMeasure("measureEpochs");
    assertTrue(before > 0);
    net.setEpochs("7");
    net.initializeClassifier(data);
    while (net.next()) {
      // one epoch per call
    }
    net.done();
    assertEquals(before + 7, net.getMeasure("measureEpochs"));
  }

  @Test
  void theNetworksOfTheSearchAreKept() throws Exception {
    try (CommandProcess command = start(NeuralNet.class,
        "-t data.arff -no-cv -d m.model -effort best -output-debug-info")) {
      command.await("NeuralNet: finding the number of epochs .*");
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertTrue(command.output().contains("Stopped during the search for the number of epochs"), command.output());
    }
    assertTrue(accuracy() > 50, "accuracy " + accuracy());
  }

  @Test
  void aSchemeAroundItIsEndedToo() throws Exception {
    String scheme = "-t data.arff -no-cv -d m.model -W weka.classifiers.functions.NeuralNet";
    List<String> options = new ArrayList<>(List.of("--"));
    options.addAll(List.of(ENDLESS));
    try (CommandProcess command = start(FilteredClassifier.class, scheme, options.toArray(new String[0]))) {
      command.await(EPOCH);
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertPromisesNothing(command, "NeuralNet");
      assertTrue(command.errors().stream().noneMatch(l -> l.contains("there is no model")), command.errors()::toString);
    }
    assertTrue(accuracy() > 50, "accuracy " + accuracy());
    Files.delete(folder.resolve("m.model"));
    try (CommandProcess command = start(Bagging.class, scheme, options.toArray(new String[0]))) {
      command.await(EPOCH);
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertFalse(Files.exists(folder.resolve("m.model")), "one of ten networks is no model");
      assertPromisesNothing(command, "NeuralNet");
      assertTrue(command.errors().stream().anyMatch(l -> l.contains("there is no model")), command.errors()::toString);
    }
  }

  /** Only the scheme around it knows whether what has been learnt will be of use. */
  private static void assertPromisesNothing(CommandProcess command, String scheme) {
    assertTrue(command.errors().stream().anyMatch(l -> l.startsWith(scheme + ": SIGINT: stopping this training with "
        + "what it has learnt so far; if the enclosing scheme has more to train, the program ends without a model")),
        command.errors()::toString);
  }

  @Test
  void aFilterBeforeItIsNoModel() throws Exception {
    try (CommandProcess command = start(FilteredClassifier.class, "-t data.arff -no-cv -d m.model", "-F",
        NeuralEncoder.class.getName() + " -epochs 1000000 -code 2 -output-debug-info", "-W",
        NeuralNet.class.getName())) {
      command.await("NeuralEncoder: epoch \\d+ of .*");
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertPromisesNothing(command, "NeuralEncoder");
      assertTrue(command.errors().stream().anyMatch(l -> l.contains("there is no model")), command.errors()::toString);
      assertFalse(Files.exists(folder.resolve("m.model")));
    }
  }

  /** K-means is done after that, and nothing refined. */
  @Test
  void clusterersToo() throws Exception {
    data.setClassIndex(-1);
    data.deleteAttributeAt(data.numAttributes() - 1);
    DataSink.write(folder.resolve("data.arff").toString(), data);
    try (CommandProcess command = start(NeuralClusterer.class,
        "-t data.arff -N 3 -d m.model -output-debug-info -code 2 -epochs 1000000", "-layers", "dense 8 relu")) {
      command.await("NeuralClusterer: epoch \\d+ of .*");
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
      assertTrue(command.output().contains("Clusters: 3"), command.output());
      assertFalse(command.output().contains("Refined"), command.output());
    }
    NeuralClusterer read = (NeuralClusterer) SerializationHelper.readAll(folder.resolve("m.model").toString())[0];
    assertEquals(3, read.distributionsForInstances(data)[0].length);
  }

  @Test
  void filtersToo() throws Exception {
    try (CommandProcess command = start(NeuralEncoder.class,
        "-i data.arff -c last -o coded.arff -code 2 -epochs 1000000 -output-debug-info")) {
      command.await("NeuralEncoder: epoch \\d+ of .*");
      command.signal("INT");
      assertEquals(BY_INTERRUPT, command.end());
    }
    Instances coded = DataSource.read(folder.resolve("coded.arff").toString());
    assertEquals(data.numInstances(), coded.numInstances());
    assertEquals(3, coded.numAttributes());
  }
}
