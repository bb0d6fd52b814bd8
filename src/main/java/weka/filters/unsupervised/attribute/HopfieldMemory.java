package weka.filters.unsupervised.attribute;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.neural.FilterOptions;
import weka.core.neural.boltzmann.HopfieldModel;
import weka.core.neural.boltzmann.HopfieldModel.Rule;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.Checked;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.stored.StoredScheme;
import weka.filters.UnsupervisedFilter;

/**
 * A Hopfield network as a filter: it stores the rows of the first batch, and each row becomes what the network recalls
 * from it, with the energy and the stored row that this is.
 */
public class HopfieldMemory extends FilterOptions
    implements UnsupervisedFilter, Randomizable, TechnicalInformationHandler {
  private static final long serialVersionUID = 1;
  /** Attributes beside the recalled ones. */
  private static final String[] TOLD = {"energy", "sweeps", "pattern", "overlap"};

  private Rule rule = Rule.HEBB;
  private int store;
  private double flip;
  private int seed = 1;

  private @Nullable HopfieldModel stored;

  @Override
  public String globalInfo() {
    return "A Hopfield network, a memory of patterns: a unit for each attribute, -1 or 1, all connected with each "
        + "other. It stores rows of the first batch. From each row it then recalls a pattern: one unit after the other "
        + "takes the sign of its weighted sum until nothing changes, which never raises the energy. A row becomes the "
        + "recalled pattern, with its energy, the number of sweeps through the units, the number of the stored row "
        + "that is most like it, and their overlap, 1 if they are the same. A number is 1 above the middle of its "
        + "range, a nominal attribute at its second of two values; what is missing is recalled. The class is not "
        + "used.\n\nFor more information see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.ARTICLE);
    t.setValue(TechnicalInformation.Field.AUTHOR, "John J. Hopfield");
    t.setValue(TechnicalInformation.Field.TITLE, "Neural networks and physical systems with emergent collective "
        + "computational abilities");
    t.setValue(TechnicalInformation.Field.JOURNAL, "Proceedings of the National Academy of Sciences");
    t.setValue(TechnicalInformation.Field.VOLUME, "79");
    t.setValue(TechnicalInformation.Field.YEAR, "1982");
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

  @OptionMetadata(displayName = "rule", displayOrder = 1,
      description = "How weights follow from the stored rows: hebb (the sum of products of units, which holds random "
          + "patterns for about a seventh of the units) or projection (the pseudo-inverse of the patterns, which "
          + "holds fewer than there are units).")
  public Rule getRule() {
    return rule;
  }

  public void setRule(Rule value) {
    rule = value;
  }

  @OptionMetadata(displayName = "store", displayOrder = 2,
      description = "Number of rows that are stored, the first ones of the first batch; 0 stores all.")
  public int getStore() {
    return store;
  }

  public void setStore(int value) {
    store = Checked.requireAtLeast("store", 0, "rows", value);
  }

  @OptionMetadata(displayName = "flip", displayOrder = 3,
      description = "Fraction of the units of each row that are turned over, drawn at random, before it is recalled: "
          + "how much of a pattern may be wrong? From 0 to 1.")
  public double getFlip() {
    return flip;
  }

  public void setFlip(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("flip: expected a fraction from 0 to 1, got " + value);
    }
    flip = value;
  }

  @Override
  public int getSeed() {
    return seed;
  }

  @Override
  public void setSeed(int value) {
    seed = value;
  }

  public String seedTipText() {
    return "The seed of the order of units and of what is turned over.";
  }

  @Override
  public boolean allowAccessToFullInputFormat() {
    return true;
  }

  @Override
  protected void reset() {
    super.reset();
    stored = null;
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    if (data.isEmpty()) {
      throw new IllegalArgumentException("there are no rows to store");
    }
    int count = store == 0 ? data.numInstances() : Math.min(store, data.numInstances());
    stored = MemoryLimit.within("HopfieldMemory: storing rows",
        () -> HopfieldModel.of(new Instances(data, 0, count), rule));
    ArrayList<Attribute> attributes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < data.numAttributes(); i++) {
      taken.add(data.attribute(i).name());
      if (i != data.classIndex()) {
        attributes.add((Attribute) data.attribute(i).copy());
      }
    }
    for (String name : TOLD) {
      String free = name;
      while (!taken.add(free)) {
        free += "'";
      }
      attributes.add(new Attribute(free));
    }
    if (data.classIndex() >= 0) {
      attributes.add((Attribute) data.classAttribute().copy());
    }
    Instances header = new Instances(data.relationName(), attributes, 0);
    header.setClassIndex(data.classIndex() < 0 ? -1 : attributes.size() - 1);
    return header;
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
    HopfieldModel memory = stored;
    if (memory == null) {
      throw new IllegalStateException("HopfieldMemory: nothing stored yet");
    }
    Instances result = new Instances(getOutputFormat(), rows.numInstances());
    try {
      for (int r = 0; r < rows.numInstances(); r++) {
        result.add(recalled(memory, rows.instance(r), r));
      }
    } catch (RuntimeException | InterruptedException e) {
      // Rows that were given up must not stay in Weka's queue, where the next batch would find them.
      flushInput();
      throw e;
    }
    return result;
  }

  private Instance recalled(HopfieldModel memory, Instance row, int number) throws InterruptedException {
    HopfieldModel.Recalled found = memory.recall(row, flip, seed, number);
    double[] values = new double[getOutputFormat().numAttributes()];
    int at = 0;
    for (int i = 0; i < row.numAttributes(); i++) {
      if (i != row.classIndex()) {
        values[at++] = found.values()[i];
      }
    }
    values[at++] = found.energy();
    values[at++] = found.sweeps();
    values[at++] = found.pattern();
    values[at++] = found.overlap();
    if (row.classIndex() >= 0) {
      Attribute to = getOutputFormat().classAttribute();
      values[at] = row.classIsMissing() ? row.classValue()
          : to.isString() ? to.addStringValue(row.stringValue(row.classIndex()))
          : to.isRelationValued() ? to.addRelation(row.relationalValue(row.classIndex())) : row.classValue();
    }
    return new DenseInstance(row.weight(), values);
  }

  @Override
  public String toString() {
    return stored == null ? "HopfieldMemory: nothing stored yet"
        : String.format(Locale.ROOT, "HopfieldMemory%n==============%n%n%s", stored.describe())
            .replace(System.lineSeparator(), "\n");
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new HopfieldMemory());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new HopfieldMemory(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new HopfieldMemory());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new HopfieldMemory(), args);
  }
}
