package weka.filters.supervised.instance;

import java.util.Enumeration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instances;
import weka.core.Option;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.NeuralSMOTEOptions;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.TrainingRun;
import weka.core.neural.run.WindowLog;
import weka.core.neural.synthetic.RowSynthesis;
import weka.filters.SupervisedFilter;

/** Makes new rows of a class, such as a rare one, with a variational autoencoder. */
public class NeuralSMOTE extends NeuralSMOTEOptions implements SupervisedFilter, WeightedInstancesHandler,
    TechnicalInformationHandler {
  private static final long serialVersionUID = 1;

  private String described = "";

  @Override
  public String globalInfo() {
    return "Makes new rows of a class, such as a rare one. A variational autoencoder learns all attributes and the "
        + "class; a new row is decoded from a place between the codes of a row and of one of its nearest neighbours of "
        + "the same class. SMOTE does the same between the attributes themselves. Nominal values are drawn from their "
        + "probabilities, numbers have the range and the decimals of the data. With the class 'all' and only new rows "
        + "it makes a table that can be shown where the data cannot. Later batches, such as test data, are passed on "
        + "as they are.\n\nFor more information see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.ARTICLE);
    t.setValue(TechnicalInformation.Field.AUTHOR, "Damien Dablain and Bartosz Krawczyk and Nitesh V. Chawla");
    t.setValue(TechnicalInformation.Field.TITLE, "DeepSMOTE: Fusing Deep Learning and SMOTE for Imbalanced Data");
    t.setValue(TechnicalInformation.Field.JOURNAL, "IEEE Transactions on Neural Networks and Learning Systems");
    t.setValue(TechnicalInformation.Field.YEAR, "2023");
    t.setValue(TechnicalInformation.Field.VOLUME, "34");
    t.setValue(TechnicalInformation.Field.PAGES, "6390-6404");
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
    c.enable(Capability.NOMINAL_CLASS);
    c.enable(Capability.MISSING_CLASS_VALUES);
    return c;
  }

  @Override
  protected void reset() {
    super.reset();
    described = "";
  }

  @Override
  protected Instances determineOutputFormat(Instances data) {
    return new Instances(data, 0);
  }

  @Override
  protected Instances process(Instances rows) throws Exception {
    if (isFirstBatchDone()) {
      return rows;
    }
    Instances known = new Instances(rows, 0);
    rows.stream().filter(row -> !row.classIsMissing() && row.weight() > 0).forEach(known::add);
    int[] counts = new int[rows.numClasses()];
    known.forEach(row -> counts[(int) row.classValue()]++);
    int[] wanted = wanted(counts, rows);
    Instances result = new Instances(rows, getOnlyNew() ? 0 : rows.numInstances());
    if (!getOnlyNew()) {
      result.addAll(rows);
    }
    if (IntStream.of(wanted).anyMatch(c -> newRows(counts[c]) > 0)) {
      RowSynthesis[] trained = {null};
      ExplorerRun.train("NeuralSMOTE", this, () -> trained[0] = train(known));
      RowSynthesis synthesis = trained(trained[0]);
      described = synthesis.describe();
      for (int c : wanted) {
        MemoryLimit.within("NeuralSMOTE: making rows", () -> synthesis.make(c, newRows(counts[c])))
            .forEach(result::add);
      }
    }
    return result;
  }

  private static RowSynthesis trained(@Nullable RowSynthesis synthesis) throws InterruptedException {
    if (synthesis == null) {
      throw new InterruptedException("stopped before it was trained");
    }
    return synthesis;
  }

  private int newRows(int count) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(getPercentage() / 100 * count));
  }

  /** The classes of which rows are made. */
  private int[] wanted(int[] counts, Instances rows) {
    int[] present = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
    if (present.length == 0) {
      throw new IllegalArgumentException("no row of weight above 0 has a class, so there is nothing to make rows from");
    } else if (getClassValue().equals("all")) {
      return present;
    }
    int number = Integer.parseInt(getClassValue());
    if (number > counts.length) {
      throw new IllegalArgumentException("classValue: expected 'all' or a number from 0 to " + counts.length + ", as '"
          + Excerpt.of(rows.classAttribute().name()) + "' has so many values, got " + number);
    } else if (number > 0 && counts[number - 1] == 0) {
      throw new IllegalArgumentException("classValue: no row has the class " + number + ", '"
          + Excerpt.of(rows.classAttribute().value(number - 1)) + "', so there is nothing to make rows from");
    }
    return new int[] {number > 0 ? number - 1
        : IntStream.of(present).reduce((a, b) -> counts[b] < counts[a] ? b : a).orElseThrow()};
  }

  private RowSynthesis train(Instances data) throws InterruptedException {
    try (TrainingRun run = TrainingRun.begin(WindowLog.find(), getDebug(), "NeuralSMOTE", this, false)) {
      return new RowSynthesis(data, settings(), coding(), getNearestNeighbors(), getSeed(), run.progress());
    }
  }

  @Override
  public String toString() {
    return described.isEmpty() ? "NeuralSMOTE: no rows made yet"
        : "NeuralSMOTE\n===========\n\n" + described;
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new NeuralSMOTE());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralSMOTE(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralSMOTE());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new NeuralSMOTE(), args);
  }
}
