package weka.clusterers;

import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.text.Help;
import weka.core.BatchPredictor;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.CommonOptions;
import weka.core.neural.NeuralClustererOptions;
import weka.core.neural.NeuralSettings;
import weka.core.neural.SearchedClusters;
import weka.core.neural.SearchedCode;
import weka.core.neural.SearchedTraining;
import weka.core.neural.clustering.ClusterTraining;
import weka.core.neural.clustering.Clustering;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.OptionGroup;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.TrainingRun;
import weka.core.neural.run.WindowLog;
import weka.core.neural.stored.StoredScheme;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/**
 * Clusters in the code space of an autoencoder, refined together with it; or plain K-means. This class answers Weka's
 * calls; {@link NeuralClustererOptions} holds the options, {@link ClusterTraining} does the work.
 */
public class NeuralClusterer extends NeuralClustererOptions
    implements WeightedInstancesHandler, BatchPredictor, LogHandler, TechnicalInformationHandler,
    CommonOptions, SearchedTraining<Double>, SearchedCode<Double>, SearchedClusters<Double> {
  private static final long serialVersionUID = 1;

  private @Nullable Clustering found;
  private String batchSize = "4096";
  private transient @Nullable Logger log;

  public String globalInfo() {
    return "Clusters rows in the code space of an autoencoder: K-means (k-means++, several starts) on the codes, then "
        + "encoder, decoder and centroids are trained jointly so that clusters become sharper and rows can still be "
        + "reconstructed. With 'none' as layers it is K-means on the scaled attributes; with 'auto' the autoencoder "
        + "is used only where its clusters are more stable. Cluster membership is soft (Student's t).\n\n"
        + Help.ofGrammar("The layer of the code") + " All layers are in " + Help.PLACE + ".\n\nFor more information "
        + "see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.INPROCEEDINGS);
    t.setValue(TechnicalInformation.Field.AUTHOR, "Junyuan Xie and Ross Girshick and Ali Farhadi");
    t.setValue(TechnicalInformation.Field.TITLE, "Unsupervised Deep Embedding for Clustering Analysis");
    t.setValue(TechnicalInformation.Field.BOOKTITLE, "International Conference on Machine Learning");
    t.setValue(TechnicalInformation.Field.YEAR, "2016");
    TechnicalInformation improved = t.add(TechnicalInformation.Type.INPROCEEDINGS);
    improved.setValue(TechnicalInformation.Field.AUTHOR, "Xifeng Guo and Long Gao and Xinwang Liu and Jianping Yin");
    improved.setValue(TechnicalInformation.Field.TITLE,
        "Improved Deep Embedded Clustering with Local Structure Preservation");
    improved.setValue(TechnicalInformation.Field.BOOKTITLE,
        "International Joint Conference on Artificial Intelligence");
    improved.setValue(TechnicalInformation.Field.YEAR, "2017");
    return t;
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities c = super.getCapabilities();
    c.disableAll();
    c.enable(Capability.NO_CLASS);
    c.enable(Capability.NOMINAL_ATTRIBUTES);
    c.enable(Capability.NUMERIC_ATTRIBUTES);
    c.enable(Capability.DATE_ATTRIBUTES);
    c.enable(Capability.MISSING_VALUES);
    c.enable(Capability.STRING_ATTRIBUTES);
    return c;
  }

  @Override
  public void buildClusterer(Instances data) throws Exception {
    ExplorerRun.train("NeuralClusterer", this, () -> build(data));
  }

  private void build(Instances data) throws Exception {
    found = null;
    getCapabilities().testWithFail(data);
    Logger target = log == null ? WindowLog.find() : log;
    try (TrainingRun run = TrainingRun.begin(target, getDebug(), "NeuralClusterer", this, false)) {
      found = new ClusterTraining(clusters(), settings(), coding(), getSeed(), run.progress()).run(data);
    }
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    return built().memberships(List.of(instance), Cancellation.NEVER)[0];
  }

  @Override
  public double[][] distributionsForInstances(Instances rows) throws InterruptedException {
    return MemoryLimit.within("NeuralClusterer: clustering",
        () -> built().memberships(rows, Cancellation.ofCallingThread()));
  }

  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return true;
  }

  @OptionMetadata(displayName = "batchSize", displayOrder = BeanOptions.AFTER_OWN, category = OptionGroup.ADVANCED,
      description = "Number of rows that a caller should pass at once; the clusterer itself does not use it.")
  @Override
  public String getBatchSize() {
    return batchSize;
  }

  @Override
  public void setBatchSize(String text) {
    batchSize = NeuralSettings.batchSize(text);
  }

  @Override
  public int numberOfClusters() {
    return built().clusters();
  }

  private Clustering built() {
    if (found == null) {
      throw new IllegalStateException("NeuralClusterer: no clusterer built yet");
    }
    found.lookIn(settings().images());
    return found;
  }

  @Override
  public String toString() {
    return found == null ? "NeuralClusterer: no clusterer built yet" : "NeuralClusterer\n===============\n\n" + found;
  }

  @Override
  public void setLog(@Nullable Logger log) {
    this.log = log;
  }

  @ProgrammaticProperty
  @Override
  public @Nullable Logger getLog() {
    return log;
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new NeuralClusterer());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralClusterer(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralClusterer());
  }

  /** Runs the clusterer from the command line. */
  public static void main(String[] args) {
    runClusterer(new NeuralClusterer(), args);
  }
}
