package weka.filters.supervised.attribute;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
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
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.run.WindowLog;
import weka.core.neural.stored.StoredScheme;
import weka.filters.SimpleBatchFilter;
import weka.filters.SupervisedFilter;

/**
 * The predictions of a NeuralNet as attributes: of the class and, after it, of each of the network's other targets. All
 * attributes of the rows are passed on before them, as they are.
 */
public class NeuralPredictions extends SimpleBatchFilter implements SupervisedFilter, WeightedInstancesHandler {
  private static final long serialVersionUID = 1;

  private Classifier network = new NeuralNet();
  private boolean probabilities;
  private @Nullable NeuralNet trained;

  @Override
  public String globalInfo() {
    return "Trains a NeuralNet on the first batch and adds what it predicts to its rows and to those of later batches: "
        + "the class and each attribute of the network's option -targets, which may be missing there. The network has "
        + "seen the rows of the first batch, so that their predictions are better than those of other rows.";
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

  @OptionMetadata(displayName = "probabilities", displayOrder = 2,
      description = "Also add the probability of each value of what is nominal.")
  public boolean getProbabilities() {
    return probabilities;
  }

  public void setProbabilities(boolean value) {
    probabilities = value;
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
    trained = null;
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    NeuralNet net = (NeuralNet) AbstractClassifier.makeCopy(network);
    net.setLog(WindowLog.find());
    net.buildClassifier(data);
    if (net.fitted() == null) {
      throw new IllegalArgumentException("no attribute except the class varies in the training rows, so there is "
          + "nothing to learn from");
    }
    trained = net;
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < data.numAttributes(); i++) {
      attributes.add((Attribute) data.attribute(i).copy());
    }
    List<String> names = new ArrayList<>(attributes.stream().map(Attribute::name).toList());
    for (Attribute target : targets(net, data)) {
      attributes.add(target.copy(unique("predicted " + target.name(), names)));
      for (int v = 0; probabilities && v < (target.isNominal() ? target.numValues() : 0); v++) {
        attributes.add(new Attribute(unique("probability of " + target.name() + " = " + target.value(v), names)));
      }
    }
    Instances header = new Instances(data.relationName(), attributes, 0);
    header.setClassIndex(data.classIndex());
    return header;
  }

  private static List<Attribute> targets(NeuralNet net, Instances data) {
    return Stream.concat(Stream.of(data.classAttribute()), net.targets().stream()).toList();
  }

  private static String unique(String name, List<String> taken) {
    String free = name;
    while (taken.contains(free)) {
      free += "'";
    }
    taken.add(free);
    return free;
  }

  /** Rows are copied into the data set of the first batch, which hides the data set that they came from. */
  @Override
  protected void bufferInput(Instance row) {
    try {
      RowFit.require(row, getInputFormat());
    } catch (IllegalArgumentException e) {
      // Nor may the rows before it stay in Weka's queue, where the next batch would find them.
      flushInput();
      throw e;
    }
    super.bufferInput(row);
  }

  @Override
  protected Instances process(Instances rows) throws Exception {
    NeuralNet net = trained;
    if (net == null) {
      throw new IllegalStateException("NeuralPredictions: no model built yet");
    }
    Instances header = getOutputFormat();
    Instances result = new Instances(header, rows.numInstances());
    double[][][] predictions = predictions(net, rows);
    List<Attribute> targets = targets(net, rows);
    for (int r = 0; r < rows.numInstances(); r++) {
      double[] values = new double[header.numAttributes()];
      for (int i = 0; i < rows.numAttributes(); i++) {
        values[i] = value(rows.instance(r), i, header.attribute(i));
      }
      int at = rows.numAttributes();
      for (int t = 0; t < targets.size(); t++) {
        double[] p = predictions[r][t];
        boolean nominal = targets.get(t).isNominal();
        // Where a row's numbers are too extreme to be predicted from, all probabilities are 0.
        values[at++] = !nominal ? p[0] : Utils.sum(p) > 0 ? Utils.maxIndex(p) : Utils.missingValue();
        for (int v = 0; nominal && probabilities && v < p.length; v++) {
          values[at++] = p[v];
        }
      }
      result.add(new DenseInstance(rows.instance(r).weight(), values));
    }
    return result;
  }

  /** Texts and series are kept with the attribute. */
  private static double value(Instance row, int index, Attribute wanted) {
    return row.isMissing(index) ? Utils.missingValue()
        : wanted.isString() ? wanted.addStringValue(row.stringValue(index))
        : wanted.isRelationValued() ? wanted.addRelation(row.relationalValue(index)) : row.value(index);
  }

  private double[][][] predictions(NeuralNet net, Instances rows) throws Exception {
    try {
      return net.predictTargets(rows);
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
    return BeanOptions.list(new NeuralPredictions());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralPredictions(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralPredictions());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new NeuralPredictions(), args);
  }
}
