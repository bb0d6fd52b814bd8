package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.DefaultListModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.OptionHandler;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.experiment.Experiment;
import weka.experiment.InstancesResultListener;

/** Experiments and schemes that version 0.1.0 stored are read with all that was set. */
class StoredSettingsTest {
  private static final String NET = "-effort best -layers \"conv 4 3x3 relu, maxpool 2, dense 8 tanh "
      + "init=orthogonal(1.5)\" -loss \"huber 2\" -optimizer \"adam beta2=0.95\" -rate 0.005 -schedule \"step 10 0.5\" "
      + "-epochs 30 -batch 16 -validation 20 -patience 5 -decay 0.001 -l1 1.0E-4 -clip 2.5 -class-weights 1,2 "
      + "-scaling range -bins 7 -keep-order -members 2 -threads 1 -shards 2 -resume -trace 3 -print-weights "
      + "-input 8x8x1 -images \"my images\" -image-cache 64 -augment \"flip, shift 2\" -draw-filters filters.png "
      + "-intervals 4 -S 7 -batch-size 50 -num-decimal-places 5";
  private static final String FILTERED = "-F \"weka.filters.unsupervised.attribute.NeuralEncoder -layers \\\"dense 16 "
      + "relu\\\" -code 3 -decoder \\\"dense 9 tanh\\\" -noise \\\"gaussian 0.3\\\" -sparse 0.1 -rate 0.01 -epochs 12 "
      + "-batch all -S 3\" -S 1 -W weka.classifiers.functions.NeuralNet -batch-size 4096 -- -layers \"dense 4 relu\" "
      + "-epochs 5";
  private static final String CLUSTERER = "-N 3 -layers \"dense 16 relu\" -code 4 -refine 10 -refine-weight 0.2 "
      + "-epochs 9 -refine-from 6 -runs 2 -S 5";
  private static final String FEATURES = "-W \"weka.classifiers.functions.NeuralNet -layers \\\"dense 4 relu as f\\\" "
      + "-epochs 5\" -layer f";

  /** The experiment, as the Experimenter saved it: three classifiers on a data set. */
  @ParameterizedTest
  @ValueSource(strings = {"experiment.exp", "experiment.xml"})
  void experimentsAreRead(String name, @TempDir Path folder) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream stored = stored(name)) {
      Files.copy(stored, file);
    }
    Object classifiers = Experiment.read(file.toString()).getPropertyArray();
    assertEquals(List.of(NET, "", FILTERED), IntStream.range(0, Array.getLength(classifiers))
        .mapToObj(i -> options(Array.get(classifiers, i))).toList());
  }

  /** An experiment that goes through values of an option. */
  @ParameterizedTest
  @ValueSource(strings = {"rates.exp", "rates.xml"})
  void valuesOfAnOptionAreTried(String name, @TempDir Path folder) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream stored = stored(name)) {
      Files.copy(stored, file);
    }
    Experiment experiment = Experiment.read(file.toString());
    InstancesResultListener results = new InstancesResultListener();
    results.setOutputFile(folder.resolve("results.arff").toFile());
    experiment.setResultListener(results);
    Path rows = folder.resolve("iris.arff");
    Files.writeString(rows, Samples.iris().toString());
    DefaultListModel<File> datasets = new DefaultListModel<>();
    datasets.addElement(rows.toFile());
    experiment.setDatasets(datasets);
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    String table = Files.readString(folder.resolve("results.arff"));
    assertTrue(table.contains("'-layers \\\"dense 2\\\" -epochs 2'"), table);
    assertTrue(table.contains("'-layers \\\"dense 2\\\" -rate 0.01 -epochs 2'"), table);
  }

  /** As a property sheet's "Save..." writes them. */
  @Test
  void schemesAreRead() throws Exception {
    Object[] schemes;
    try (InputStream stored = stored("schemes.ser")) {
      schemes = SerializationHelper.readAll(stored);
    }
    assertEquals(List.of(NET, "", FILTERED, CLUSTERER, FEATURES),
        Arrays.stream(schemes).map(StoredSettingsTest::options).toList());
  }

  private static String options(Object scheme) {
    return Utils.joinOptions(((OptionHandler) scheme).getOptions());
  }

  private static InputStream stored(String name) {
    return StoredSettingsTest.class.getResourceAsStream("stored/" + name);
  }
}
