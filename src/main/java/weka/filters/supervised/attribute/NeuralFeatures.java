package weka.filters.supervised.attribute;

import java.util.ArrayList;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.WindowLog;
import weka.core.neural.stored.StoredScheme;
import weka.core.neural.training.LayerActivations;
import weka.filters.SimpleBatchFilter;
import weka.filters.SupervisedFilter;

/**
 * Representation learning for other schemes: trains a NeuralNet on the first batch and outputs the activations of one
 * of its hidden layers as attributes. The class is passed on, after them.
 */
public class NeuralFeatures extends SimpleBatchFilter implements SupervisedFilter, WeightedInstancesHandler {
  private static final long serialVersionUID = 1;

  private Classifier network = new NeuralNet();
  private String layer = "auto";
  private @Nullable LayerActivations activations;

  @Override
  public String globalInfo() {
    return "Trains a NeuralNet to predict the class of the first batch's rows and outputs the activations of one of "
        + "its hidden layers as attributes, for other schemes to learn from. Later rows are passed through the "
        + "trained network. Evaluate it inside a FilteredClassifier: the features have seen the class of the rows "
        + "that they were learned from.";
  }

  @OptionMetadata(displayName = "network", commandLineParamName = "W", displayOrder = 1,
      description = "The NeuralNet to train, with its options.")
  public Classifier getNetwork() {
    return network;
  }

  public void setNetwork(Classifier value) {
    if (!(value instanceof NeuralNet)) {
      throw new IllegalArgumentException("network: expected a NeuralNet, got "
          + (value == null ? "nothing" : value.getClass().getName()));
    }
    network = value;
  }

  @OptionMetadata(displayName = "layer", displayOrder = 2,
      description = "The layer whose activations are given: a name set with 'as', or one from the network's table, "
          + "such as relu1; 'auto' is the last one before the output.")
  public String getLayer() {
    return layer;
  }

  public void setLayer(String text) {
    if (text.trim().isBlank()) {
      throw new IllegalArgumentException("layer: expected the name of a layer or 'auto', got nothing");
    }
    layer = text.trim();
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities c = network.getCapabilities();
    c.setOwner(this);
    // Weka's command line asks with only the header.
    c.setMinimumNumberInstances(0);
    return c;
  }

  @Override
  public boolean allowAccessToFullInputFormat() {
    return true;
  }

  @Override
  protected void reset() {
    super.reset();
    activations = null;
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    NeuralNet trained = (NeuralNet) AbstractClassifier.makeCopy(network);
    if (Auto.isAuto(trained.getMembers())) {
      // Only one network's layers are used; more would be trained in vain.
      trained.setMembers("1");
    }
    trained.setLog(WindowLog.find());
    trained.buildClassifier(data);
    if (trained.fitted() == null) {
      throw new IllegalArgumentException("no attribute except the class varies in the training rows, so there is "
          + "nothing to learn from");
    }
    activations = new LayerActivations(trained.fitted(), layer);
    ArrayList<Attribute> attributes = new ArrayList<>();
    String target = data.classAttribute().name();
    activations.names().forEach(name -> attributes.add(new Attribute(name.equals(target) ? name + "'" : name)));
    attributes.add((Attribute) data.classAttribute().copy());
    Instances header = new Instances(data.relationName(), attributes, 0);
    header.setClassIndex(attributes.size() - 1);
    return header;
  }

  /** Rows are copied into the data set of the first batch, which hides the data set that they came from. */
  @Override
  protected void bufferInput(Instance row) {
    if (activations == null) {
      RowFit.require(row, getInputFormat());
    } else {
      try {
        RowFit.require(row, getInputFormat());
        activations.requireClear(row, getInputFormat().numInstances());
      } catch (IllegalArgumentException e) {
        // Nor may the rows before it stay in Weka's queue, where the next batch would find them.
        flushInput();
        throw e;
      }
    }
    super.bufferInput(row);
  }

  @Override
  protected Instances process(Instances rows) throws InterruptedException {
    Instances header = getOutputFormat();
    Instances result = new Instances(header, rows.numInstances());
    if (activations == null) {
      throw new IllegalStateException("NeuralFeatures: no model built yet");
    }
    float[] numbers = numbers(activations, rows);
    int width = header.numAttributes() - 1;
    for (int r = 0; r < rows.numInstances(); r++) {
      Instance row = rows.instance(r);
      double[] values = new double[width + 1];
      for (int i = 0; i < width; i++) {
        values[i] = numbers[r * width + i];
      }
      values[width] = row.classValue();
      result.add(new DenseInstance(row.weight(), values));
    }
    return result;
  }

  private float[] numbers(LayerActivations layers, Instances rows) throws InterruptedException {
    try {
      return MemoryLimit.within("NeuralFeatures: predicting", () -> layers.of(rows));
    } catch (RuntimeException | InterruptedException e) {
      // Rows that were rejected or given up must not stay in Weka's queue, where the next batch would find them.
      flushInput();
      throw e;
    }
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new NeuralFeatures());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralFeatures(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralFeatures());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new NeuralFeatures(), args);
  }
}
