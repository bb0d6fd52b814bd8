package weka.classifiers.functions;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.text.Catalog;
import ruru.nn.text.Excerpt;
import ruru.nn.text.Help;
import weka.classifiers.ConditionalDensityEstimator;
import weka.classifiers.IntervalEstimator;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.AdditionalMeasureProducer;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Drawable;
import weka.core.Environment;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Option;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.CommonOptions;
import weka.core.neural.NeuralNetOptions;
import weka.core.neural.SearchedEnsemble;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.report.TrainingCurve;
import weka.core.neural.run.Caller;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.TrainingRun;
import weka.core.neural.stored.StoredScheme;
import weka.core.neural.training.FilterPicture;
import weka.core.neural.training.FittedNetwork;
import weka.core.neural.training.LastPrediction;
import weka.core.neural.training.LearnableInputs;
import weka.core.neural.training.LearnableRows;
import weka.core.neural.training.NetworkMeasures;
import weka.core.neural.training.NetworkReport;
import weka.core.neural.training.PredictionIntervals;
import weka.core.neural.training.SessionResume;
import weka.core.neural.training.SessionStart;
import weka.core.neural.training.TrainingReport;
import weka.core.neural.training.TrainingSession;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/**
 * A neural network trained by backpropagation, for a nominal or numeric class. This class answers Weka's calls; {@link
 * NeuralNetOptions} holds the options, {@link TrainingSession} trains and {@link FittedNetwork} predicts.
 */
public class NeuralNet extends NeuralNetOptions implements IterativeClassifier, WeightedInstancesHandler,
    IntervalEstimator, ConditionalDensityEstimator, AdditionalMeasureProducer, Drawable, LogHandler,
    TechnicalInformationHandler, TrainingCurve, CommonOptions, SearchedEnsemble<Double> {
  private static final long serialVersionUID = 1;

  private @Nullable FittedNetwork fitted;
  private @Nullable TrainingReport report;
  private String updates = "";
  private @Nullable ZeroR withoutInputs;
  private @Nullable PredictionIntervals intervals;
  /** The header of the training rows, for training that is resumed later. */
  private @Nullable Instances header;
  private transient boolean forEvaluation;
  private transient @Nullable TrainingSession session;
  private transient @Nullable TrainingRun run;
  private transient @Nullable Logger log;
  /**
   * Whether the log was set and nothing has been trained since: see {@link #implementsMoreEfficientBatchPrediction}.
   */
  private transient boolean awaitsTraining;
  private transient volatile @Nullable LastPrediction last;

  public NeuralNet() {
    setNumDecimalPlaces(6);
    setBatchSize("4096");
  }

  public String globalInfo() {
    return "A neural network trained by backpropagation: perceptron, multi-layer perceptron or deeper. It predicts "
        + "nominal and numeric classes, takes numeric, nominal and date attributes with missing values, texts, series "
        + "and images, and uses instance weights exactly. By default it chooses its layers and its training from the "
        + "data; every choice can be set.\n\n" + Help.ofGrammar("The output layer") + "\n\nFor the theory see:\n\n"
        + getTechnicalInformation() + "\n\nLayers\n\n" + Help.ofLayers() + "Optimizers\n\n"
        + Help.of(Catalog.OPTIMIZERS) + "\nLosses\n\n" + Help.of(Catalog.LOSSES)
        + "\nSchedules\n\n" + Help.of(Catalog.SCHEDULES) + "\nInitialisers\n\n" + Help.of(Catalog.INITIALIZERS)
        + "\nPresets\n\n" + Help.ofPresets();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.BOOK);
    t.setValue(TechnicalInformation.Field.AUTHOR, "Ian Goodfellow and Yoshua Bengio and Aaron Courville");
    t.setValue(TechnicalInformation.Field.TITLE, "Deep Learning");
    t.setValue(TechnicalInformation.Field.PUBLISHER, "MIT Press");
    t.setValue(TechnicalInformation.Field.YEAR, "2016");
    t.setValue(TechnicalInformation.Field.URL, "https://www.deeplearningbook.org");
    TechnicalInformation adam = t.add(TechnicalInformation.Type.INPROCEEDINGS);
    adam.setValue(TechnicalInformation.Field.AUTHOR, "Diederik P. Kingma and Jimmy Ba");
    adam.setValue(TechnicalInformation.Field.TITLE, "Adam: A Method for Stochastic Optimization");
    adam.setValue(TechnicalInformation.Field.BOOKTITLE, "International Conference on Learning Representations");
    adam.setValue(TechnicalInformation.Field.YEAR, "2015");
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
    c.enable(Capability.STRING_ATTRIBUTES);
    c.enable(Capability.RELATIONAL_ATTRIBUTES);
    c.enable(Capability.NOMINAL_CLASS);
    c.enable(Capability.NUMERIC_CLASS);
    c.enable(Capability.DATE_CLASS);
    c.enable(Capability.MISSING_CLASS_VALUES);
    return c;
  }

  // ---- training

  @Override
  public void buildClassifier(Instances data) throws Exception {
    // To be asked here, as training may run in a thread of its own.
    forEvaluation = ExplorerRun.isForEvaluation();
    try {
      ExplorerRun.train("NeuralNet", this, () -> build(data));
    } finally {
      forEvaluation = false;
    }
  }

  private void build(Instances data) throws Exception {
    forget();
    boolean complete = false;
    try {
      initializeClassifier(data);
      while (next()) {
        // one epoch per call
      }
      done();
      complete = true;
    } finally {
      closeRun();
      if (!complete) {
        forget();
      }
    }
  }

  private void closeRun() {
    if (run != null) {
      run.close();
      run = null;
    }
  }

  private void forget() {
    fitted = null;
    report = null;
    withoutInputs = null;
    intervals = null;
    updates = "";
    header = null;
    session = null;
    last = null;
  }

  /**
   * Resumes an earlier training if possible, that is, if resume was set when it ended; otherwise starts afresh. Whether
   * resume is set now is irrelevant: the command line clears it first, to continue one last time and clean up.
   */
  @Override
  public void initializeClassifier(Instances data) throws Exception {
    awaitsTraining = false;
    last = null;
    closeRun();
    run = TrainingRun.begin(log, getDebug(), "NeuralNet", this, true);
    FittedNetwork earlier = fitted != null && fitted.models().get(0).training() != null ? fitted : null;
    if (earlier != null) {
      // Before the capabilities, whose test would only complain about string attributes.
      SessionResume.requireSameImages(earlier, settings());
    }
    getCapabilities().testWithFail(data);
    Instances rows = LearnableRows.of(data);
    if (earlier != null) {
      requireSameAttributes(rows);
      requireDrawable(earlier);
      session = SessionResume.of(rows, earlier, Objects.requireNonNull(report), settings(), getSeed(), run.progress());
      return;
    }
    forget();
    header = rows.stringFreeStructure();
    LearnableInputs inputs = LearnableInputs.of(rows, LearnableRows.unlabelled(data, settings()), settings(), getSeed(),
        run.progress());
    if (inputs.encoder().isEmpty()) {
      LearnableRows.prepareWithoutInputs(rows, settings());
      withoutInputs = new ZeroR();
      withoutInputs.buildClassifier(rows);
      intervals = rows.classAttribute().isNominal() ? null : PredictionIntervals.ofMean(rows, settings().intervals);
      return;
    }
    TrainingSession started = SessionStart.of(inputs, settings(), getSeed(), getTrace(), getNumDecimalPlaces(),
        run.progress());
    requireDrawable(started.fitted());
    session = started;
    fitted = session.fitted();
  }

  private void requireDrawable(FittedNetwork network) throws Exception {
    if (!getDrawFilters().equals(Auto.NONE)) {
      FilterPicture.require(network, getDrawFilters(), settings().images().getEnvironment());
    }
  }

  private void requireSameAttributes(Instances rows) {
    Instances first = Objects.requireNonNull(header);
    if (!first.equalHeaders(rows)) {
      throw new IllegalArgumentException("training can be resumed only with the attributes that it started with: "
          + first.equalHeadersMsg(rows));
    }
  }

  @Override
  public boolean next() throws Exception {
    return session != null && session.next();
  }

  @Override
  public void done() throws Exception {
    if (session != null) {
      report = session.finish(getResume());
      intervals = session.intervals(settings().intervals);
      updates += session.trace();
      if (!getDrawFilters().equals(Auto.NONE) && !forEvaluation) {
        FilterPicture.draw(session, report, getDrawFilters(), settings().images().getEnvironment());
      }
      session = null;
    } else if (fitted != null && !getResume()) {
      fitted.models().forEach(m -> m.setTraining(null));
    }
    if (!getResume()) {
      header = null;
    }
    closeRun();
  }

  // ---- prediction

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    if (withoutInputs != null) {
      return withoutInputs.distributionForInstance(instance);
    } else if (intervals == null || session != null) {
      return built().predict(instance);
    }
    LastPrediction known = last;
    if (known == null || !known.isOf(instance)) {
      known = new LastPrediction(instance, built().predict(instance));
      last = known;
    }
    return known.prediction();
  }

  @Override
  public double[][] distributionsForInstances(Instances batch) throws Exception {
    return withoutInputs != null ? super.distributionsForInstances(batch)
        : MemoryLimit.within("NeuralNet: predicting",
            () -> built().predict(batch, Integer.parseInt(getBatchSize()), Cancellation.ofCallingThread()));
  }

  /**
   * Whether to predict many rows at once: not for a numeric class, since Weka then asks for no intervals or densities
   * and reports a coverage of 0. Schemes such as Bagging ask an untrained object, and want speed. But the Explorer,
   * which has set its log, asks such an object on behalf of trained copies; the class that these predict is not known
   * here, so the answer is the one that is always right.
   */
  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return intervals == null && !predictsNumber() && !awaitsTraining && !Caller.isFilteredClassifier();
  }

  private boolean predictsNumber() {
    return fitted != null && fitted.predictsNumber();
  }

  /**
   * One interval around the predicted number, equally wide for every row, or in the row's own units if rows are
   * relative to the mean of their own lags: its coverage is calibrated on held-out rows.
   * Where no errors were measured, which toString reports, or before training has finished, it is the whole real line.
   *
   * @param confidence the expected coverage, above 0 and below 1
   * @return [1][2]: lower and upper bound
   * @throws IllegalStateException if the class is nominal
   */
  @Override
  public double[][] predictIntervals(Instance instance, double confidence) throws Exception {
    PredictionIntervals errors = measuredErrors();
    return errors.around(distributionForInstance(instance)[0], scale(instance), confidence);
  }

  /**
   * The natural logarithm of the density of a class value, estimated from the errors on held-out rows. NaN
   * where no errors were measured.
   *
   * @throws IllegalStateException if the class is nominal
   */
  @Override
  public double logDensity(Instance instance, double value) throws Exception {
    double scale = scale(instance);
    return measuredErrors().logDensity((value - distributionForInstance(instance)[0]) / scale) - Math.log(scale);
  }

  /** What one unit of the measured errors is in the class's own units. */
  private double scale(Instance instance) {
    return fitted == null ? 1 : fitted.scale(instance);
  }

  private PredictionIntervals measuredErrors() {
    if (intervals == null && session != null && predictsNumber()) {
      // IterativeClassifierOptimizer evaluates during training, and Weka's evaluation asks for intervals.
      return PredictionIntervals.untilDone();
    }
    if (intervals == null) {
      throw new IllegalStateException(fitted == null && withoutInputs == null ? "NeuralNet: no model built yet"
          : "NeuralNet: intervals need a numeric class");
    }
    return intervals;
  }

  /** From now on the same row may mean another image. */
  @Override
  public void setImages(String folder) {
    super.setImages(folder);
    last = null;
  }

  /** From now on the same row may mean another image, if the folder's name contains variables. */
  @Override
  public void setEnvironment(Environment variables) {
    super.setEnvironment(variables);
    last = null;
  }

  /**
   * What is predicted of rows, the class first and then each attribute of the option targets, in the order of the data:
   * a probability for each value, or one number in the attribute's own units. The rows' own values of these are not
   * looked at.
   *
   * @return [rows][targets][values]
   */
  public double[][][] predictTargets(Instances rows) throws Exception {
    return MemoryLimit.within("NeuralNet: predicting",
        () -> built().predictTargets(rows, Integer.parseInt(getBatchSize()), Cancellation.ofCallingThread()));
  }

  /** Copies of the attributes that are predicted beside the class, in the order of the data. */
  public List<Attribute> targets() {
    return fitted == null ? List.of() : fitted.otherTargets();
  }

  /** The trained network; null if none was built or no attribute varied. */
  public @Nullable FittedNetwork fitted() {
    return fitted;
  }

  private FittedNetwork built() {
    if (fitted == null) {
      throw new IllegalStateException("NeuralNet: no model built yet");
    }
    fitted.lookIn(settings().images());
    return fitted;
  }

  // ---- output

  @Override
  public String toString() {
    if (withoutInputs != null) {
      return "NeuralNet: no attribute varies in the training data, so there is nothing to learn from; predicting "
          + "without a network.\n\n" + withoutInputs + (intervals == null ? "" : "\n" + intervals.describe());
    }
    TrainingReport r = session != null ? session.report() : report;
    if (fitted == null || r == null) {
      return "NeuralNet: no model built yet";
    }
    return NetworkReport.text(fitted, r, intervals, updates, getPrintWeights(), getNumDecimalPlaces());
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(NetworkMeasures.names(hasTargets()));
  }

  @Override
  public double getMeasure(String name) {
    return NetworkMeasures.get(name, hasTargets(), fitted, report);
  }

  private boolean hasTargets() {
    return !settings().targets.isAuto();
  }

  @Override
  public List<String> curveNames() {
    if (report == null || report.epochs() == 0) {
      return List.of();
    }
    return Double.isNaN(report.validation()[0]) ? List.of("training loss")
        : List.of("training loss", "validation loss");
  }

  @Override
  public double[] curve(String name) {
    if (report == null || !curveNames().contains(name)) {
      throw new IllegalArgumentException("there is no curve '" + Excerpt.of(name) + "'; choose from " + curveNames());
    }
    return name.equals("training loss") ? report.training() : report.validation();
  }

  @Override
  public String architecture() {
    return fitted == null ? "" : NetworkReport.architecture(fitted.models().stream().map(m -> m.network()).toList());
  }

  @Override
  public int graphType() {
    return Drawable.TREE;
  }

  @Override
  public String graph() {
    return withoutInputs != null ? "digraph NeuralNet {\nN0 [label=\"ZeroR\" shape=box]\n}\n"
        : NetworkReport.dot(built().models().get(0).network());
  }

  @Override
  public void setLog(@Nullable Logger log) {
    this.log = log;
    awaitsTraining = log != null;
  }

  @ProgrammaticProperty
  @Override
  public @Nullable Logger getLog() {
    return log;
  }

  /** During training, a copy holds the state reached so far. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    if (session != null) {
      report = session.report();
    }
    out.defaultWriteObject();
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new NeuralNet());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralNet(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralNet());
  }

  /** Runs the scheme from the command line. */
  public static void main(String[] args) {
    runClassifier(new NeuralNet(), args);
  }
}
