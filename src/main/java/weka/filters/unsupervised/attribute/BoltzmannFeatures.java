package weka.filters.unsupervised.attribute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ruru.data.PixelOrder;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.BoltzmannOptions;
import weka.core.neural.boltzmann.BoltzmannModel;
import weka.core.neural.boltzmann.BoltzmannSettings;
import weka.core.neural.boltzmann.BoltzmannTraining;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.ImageInput;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.TrainingRun;
import weka.core.neural.run.WindowLog;
import weka.core.neural.stored.StoredScheme;
import weka.core.neural.training.Extra;
import weka.filters.UnsupervisedFilter;

/**
 * A restricted Boltzmann machine as a filter: learned features, rows made anew, an anomaly score, new rows. It is
 * trained on the first batch; later rows are passed through the trained machine. The class is not used and is passed
 * on.
 */
public class BoltzmannFeatures extends BoltzmannOptions implements UnsupervisedFilter, WeightedInstancesHandler,
    TechnicalInformationHandler {
  private static final long serialVersionUID = 1;

  private @Nullable BoltzmannModel trained;
  /** The options that the format of the output was made with. */
  private String formatOf = "";

  @Override
  public String globalInfo() {
    return "A restricted Boltzmann machine: visible units for the attributes, hidden units connected with all of them, "
        + "and a probability for each state, which is learnt from the rows of the first batch by contrastive "
        + "divergence, without a class. It outputs the probabilities of the hidden units as features, the rows as the "
        + "machine makes them anew, or their free energy as an anomaly score, and it generates rows. The class is "
        + "not used.\n\nFor more information see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.ARTICLE);
    t.setValue(TechnicalInformation.Field.AUTHOR, "Geoffrey E. Hinton");
    t.setValue(TechnicalInformation.Field.TITLE, "Training products of experts by minimizing contrastive divergence");
    t.setValue(TechnicalInformation.Field.JOURNAL, "Neural Computation");
    t.setValue(TechnicalInformation.Field.VOLUME, "14");
    t.setValue(TechnicalInformation.Field.YEAR, "2002");
    TechnicalInformation persistent = t.add(TechnicalInformation.Type.INPROCEEDINGS);
    persistent.setValue(TechnicalInformation.Field.AUTHOR, "Tijmen Tieleman");
    persistent.setValue(TechnicalInformation.Field.TITLE, "Training restricted Boltzmann machines using approximations "
        + "to the likelihood gradient");
    persistent.setValue(TechnicalInformation.Field.BOOKTITLE, "International Conference on Machine Learning");
    persistent.setValue(TechnicalInformation.Field.YEAR, "2008");
    return t;
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities c = super.getCapabilities();
    c.disableAll();
    c.enable(Capability.NOMINAL_ATTRIBUTES);
    c.enable(Capability.NUMERIC_ATTRIBUTES);
    c.enable(Capability.DATE_ATTRIBUTES);
    c.enable(Capability.MISSING_VALUES);
    c.enableAllClasses();
    c.enable(Capability.MISSING_CLASS_VALUES);
    c.enable(Capability.NO_CLASS);
    return c;
  }

  @Override
  public boolean allowAccessToFullInputFormat() {
    return true;
  }

  /**
   * What was learnt.
   *
   * @throws IllegalStateException before the first batch is finished
   */
  public BoltzmannModel model() {
    if (trained == null) {
      throw new IllegalStateException("BoltzmannFeatures: no model built yet");
    }
    return trained;
  }

  @Override
  protected void reset() {
    super.reset();
    trained = null;
    formatOf = "";
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    if (getGenerate() > 0 && getOutput() != Output.FEATURES) {
      throw new IllegalArgumentException("-output " + word() + " cannot be combined with -generate " + getGenerate()
          + ", which gives new rows with the attributes of the data; leave out one of the two");
    }
    Path drawing = null;
    boolean tells = !ExplorerRun.isForEvaluation();
    if (!getDraw().equals(Auto.NONE) && tells) {
      shape(data);
      drawing = FileOptions.writable("draw", getDraw(), images().getEnvironment());
    }
    Path file = drawing;
    ExplorerRun.train("BoltzmannFeatures", this, () -> train(data, file, tells));
    formatOf = formatOptions();
    return getGenerate() > 0 || getOutput() == Output.RECONSTRUCTION ? new Instances(data, 0) : header(data);
  }

  private void train(Instances data, @Nullable Path drawing, boolean tells) throws InterruptedException {
    try (TrainingRun run = TrainingRun.begin(WindowLog.find(), getDebug(), "BoltzmannFeatures", this, false)) {
      BoltzmannModel made = new BoltzmannTraining(
          new BoltzmannSettings(getUnits(), getEpochs(), getVisible() == Visible.GAUSSIAN, divergence()),
          run.progress(), tells).train(data);
      trained = made;
      if (drawing != null) {
        Extra.attempt("drawing the weights (-draw)", "machine", made::warn, run.progress(),
            () -> made.draw(shape(data), drawing));
      }
    }
  }

  /** The shape of the images that rows are. */
  private Shape shape(Instances data) {
    for (int i = 0; i < data.numAttributes(); i++) {
      if (i != data.classIndex() && !data.attribute(i).isNumeric()) {
        throw new IllegalArgumentException("draw: expected images, whose pixels are numbers, got the attribute '"
            + Excerpt.of(data.attribute(i).name()) + "'");
      }
    }
    int pixels = data.numAttributes() - (data.classIndex() < 0 ? 0 : 1);
    ImageInput input = images().input();
    int side = (int) Math.round(Math.sqrt(pixels));
    if (input == null && side * side == pixels) {
      return Shape.of(side, side, 1);
    }
    images().requireDrawable();
    if (input == null || input.order() != PixelOrder.HWC) {
      throw new IllegalArgumentException("input: expected the channels of a pixel together, without order=chw");
    } else if (input.shape().size() != pixels) {
      throw new IllegalArgumentException("input: images of " + input.shape().toText() + " have "
          + input.shape().size() + " values, but there are " + pixels + " attributes beside the class");
    }
    return input.shape();
  }

  private Instances header(Instances data) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    if (data.classIndex() >= 0) {
      // The class keeps its name.
      taken.add(data.classAttribute().name());
    }
    if (getOutput() == Output.ENERGY) {
      attributes.add(new Attribute(unique("free energy", taken)));
    } else {
      for (int j = 1; j <= getUnits(); j++) {
        attributes.add(new Attribute(unique("hidden" + j, taken)));
      }
    }
    if (data.classIndex() >= 0) {
      attributes.add((Attribute) data.classAttribute().copy());
    }
    Instances header = new Instances(data.relationName(), attributes, 0);
    header.setClassIndex(data.classIndex() < 0 ? -1 : attributes.size() - 1);
    return header;
  }

  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "'";
    }
    return name;
  }

  /** Rows are copied into the data set of the first batch, which hides the data set that they came from. */
  @Override
  protected void bufferInput(Instance row) {
    RowFit.require(row, getInputFormat());
    RowFit.requireOrder(row, getInputFormat());
    super.bufferInput(row);
  }

  @Override
  protected Instances process(Instances rows) throws Exception {
    if (!formatOf.equals(formatOptions())) {
      throw new IllegalStateException("the format of the output was made with " + formatOf + ", but now it is "
          + formatOptions() + "; set options before the input format");
    }
    try {
      if (getGenerate() > 0) {
        return isFirstBatchDone() ? rows : MemoryLimit.within("BoltzmannFeatures: generating rows (-generate)",
            () -> model().generate(getInputFormat(), getGenerate(), getSeed()));
      }
      return MemoryLimit.within("BoltzmannFeatures: passing rows through the machine", () -> passed(rows));
    } catch (RuntimeException | InterruptedException e) {
      // Rows that were rejected or given up must not stay in Weka's queue, where the next batch would find them.
      flushInput();
      throw e;
    }
  }

  private String word() {
    return getOutput().name().toLowerCase(Locale.ROOT);
  }

  private String formatOptions() {
    return getGenerate() > 0 ? "-generate"
        : "-output " + word() + (getOutput() == Output.FEATURES ? " -units " + getUnits() : "");
  }

  private Instances passed(Instances rows) throws InterruptedException {
    Instances result = new Instances(getOutputFormat(), rows.numInstances());
    int width = getOutputFormat().numAttributes();
    boolean made = getOutput() == Output.RECONSTRUCTION;
    double[][] reconstructions = made ? model().reconstructions(rows) : new double[0][];
    float[] features = getOutput() == Output.FEATURES ? model().features(rows) : new float[0];
    double[] energies = getOutput() == Output.ENERGY ? model().energies(rows) : new double[0];
    for (int r = 0; r < rows.numInstances(); r++) {
      Instance row = rows.instance(r);
      double[] values = made ? reconstructions[r] : new double[width];
      switch (getOutput()) {
        case FEATURES -> {
          for (int j = 0; j < getUnits(); j++) {
            values[j] = features[r * getUnits() + j];
          }
        }
        case ENERGY -> values[0] = energies[r];
        case RECONSTRUCTION -> {}
      }
      if (row.classIndex() >= 0) {
        values[getOutputFormat().classIndex()] = copiedClass(row);
      }
      result.add(new DenseInstance(row.weight(), values));
    }
    return result;
  }

  /** The class as it came; a string or a relation gets an index in the output's own table. */
  private double copiedClass(Instance row) {
    Attribute to = getOutputFormat().classAttribute();
    return row.classIsMissing() ? row.classValue()
        : to.isString() ? to.addStringValue(row.stringValue(row.classIndex()))
        : to.isRelationValued() ? to.addRelation(row.relationalValue(row.classIndex())) : row.classValue();
  }

  @Override
  public String toString() {
    return trained == null ? "BoltzmannFeatures: no model built yet"
        : "BoltzmannFeatures\n=================\n\n" + trained.describe();
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new BoltzmannFeatures());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new BoltzmannFeatures(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new BoltzmannFeatures());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new BoltzmannFeatures(), args);
  }
}
