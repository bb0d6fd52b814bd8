package weka.filters.unsupervised.attribute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Help;
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
import weka.core.neural.CommonOptions;
import weka.core.neural.ImageSettings;
import weka.core.neural.NeuralEncoderOptions;
import weka.core.neural.NeuralSettings;
import weka.core.neural.SearchedCode;
import weka.core.neural.SearchedGoal;
import weka.core.neural.autoencoder.Autoencoder;
import weka.core.neural.autoencoder.AutoencoderTraining;
import weka.core.neural.encoding.RowEncoders;
import weka.core.neural.encoding.RowFit;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.FileOptions;
import weka.core.neural.run.ExplorerRun;
import weka.core.neural.run.MemoryLimit;
import weka.core.neural.run.TrainingRun;
import weka.core.neural.run.WindowLog;
import weka.core.neural.stored.StoredScheme;
import weka.core.neural.training.Extra;
import weka.filters.UnsupervisedFilter;

/**
 * An autoencoder as a filter: learned features, denoised data, filled-in missing values, an anomaly score, new rows. It
 * is trained on the first batch; later rows are passed through the trained network. The class is not used and is passed
 * on.
 */
public class NeuralEncoder extends NeuralEncoderOptions implements UnsupervisedFilter, WeightedInstancesHandler,
    TechnicalInformationHandler, CommonOptions, SearchedGoal<Double>, SearchedCode<Double> {
  private static final long serialVersionUID = 1;

  private @Nullable Autoencoder trained;
  /** Null in what was stored by versions that did not look. */
  private @Nullable String formatOf;

  @Override
  public String globalInfo() {
    return "An autoencoder: a neural network that learns, from the rows of the first batch, to reconstruct its input "
        + "from a short code. It outputs the code as new attributes, the reconstruction (noise removed, missing "
        + "values filled in), or the reconstruction error as an anomaly score. Plain, denoising, sparse, contractive "
        + "and variational. The class is not used.\n\n" + Help.ofGrammar("The layer of the code")
        + " All layers are in " + Help.PLACE + ".\n\nFor more information see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.ARTICLE);
    t.setValue(TechnicalInformation.Field.AUTHOR, "Pascal Vincent and Hugo Larochelle and Isabelle Lajoie and Yoshua "
        + "Bengio and Pierre-Antoine Manzagol");
    t.setValue(TechnicalInformation.Field.TITLE, "Stacked Denoising Autoencoders");
    t.setValue(TechnicalInformation.Field.JOURNAL, "Journal of Machine Learning Research");
    t.setValue(TechnicalInformation.Field.VOLUME, "11");
    t.setValue(TechnicalInformation.Field.YEAR, "2010");
    TechnicalInformation vae = t.add(TechnicalInformation.Type.INPROCEEDINGS);
    vae.setValue(TechnicalInformation.Field.AUTHOR, "Diederik P. Kingma and Max Welling");
    vae.setValue(TechnicalInformation.Field.TITLE, "Auto-Encoding Variational Bayes");
    vae.setValue(TechnicalInformation.Field.BOOKTITLE, "International Conference on Learning Representations");
    vae.setValue(TechnicalInformation.Field.YEAR, "2014");
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
   * The autoencoder.
   *
   * @throws IllegalStateException before the first batch is finished
   */
  public Autoencoder autoencoder() {
    if (trained == null) {
      throw new IllegalStateException("NeuralEncoder: no model built yet");
    }
    return trained;
  }

  @Override
  protected void reset() {
    super.reset();
    trained = null;
    formatOf = null;
  }

  @Override
  protected Instances determineOutputFormat(Instances data) throws Exception {
    coding().requireGenerator(getGenerate());
    requireOutputOfGenerated();
    requireAttributes(data);
    NeuralSettings decided = RowEncoders.decided(data, settings());
    Path drawing = draws() ? drawing(decided.images()) : null;
    ExplorerRun.train("NeuralEncoder", this, () -> train(data, decided, drawing));
    formatOf = formatOptions();
    if (getGenerate() > 0) {
      return new Instances(data, 0);
    }
    List<Attribute> attributes = new ArrayList<>();
    for (Output output : outputs()) {
      attributes.addAll(attributes(output, data));
    }
    List<Attribute> handedOn = data.classIndex() < 0 ? List.of() : List.of((Attribute) data.classAttribute().copy());
    boolean suffix = Stream.concat(attributes.stream(), handedOn.stream()).map(Attribute::name).distinct()
        .count() < attributes.size() + handedOn.size();
    ArrayList<Attribute> named = new ArrayList<>();
    // The class keeps its name.
    Set<String> taken = new HashSet<>(handedOn.stream().map(Attribute::name).toList());
    for (Attribute attribute : attributes) {
      named.add(suffix ? unique(attribute, taken) : attribute);
    }
    named.addAll(keepsOrder() && !handedOn.isEmpty() ? data.classIndex() : named.size(), handedOn);
    Instances header = new Instances(data.relationName(), named, 0);
    header.setClassIndex(data.classIndex() < 0 ? -1 : keepsOrder() ? data.classIndex() : named.size() - 1);
    return header;
  }

  /** @param drawing null where nothing is to be drawn */
  private void train(Instances data, NeuralSettings decided, @Nullable Path drawing) throws InterruptedException {
    try (TrainingRun run = TrainingRun.begin(WindowLog.find(), getDebug(), "NeuralEncoder", this, false)) {
      Autoencoder made =
          new AutoencoderTraining(decided, coding(), getSeed(), 0, false, run.progress()).train(data);
      trained = made;
      String restoration = made.restoration();
      if (restoration != null) {
        run.progress().message(restoration);
      }
      if (drawing != null) {
        Extra.attempt("drawing the images (-draw)", made.report(), run.progress(),
            () -> made.draw(data, getGenerate() > 0, getSeed(), drawing));
      }
    }
  }

  private boolean draws() {
    return !getDraw().equals(Auto.NONE);
  }

  /** The file to draw to, after checking that it can be written. */
  private Path drawing(ImageSettings images) throws IOException {
    images.requireDrawable();
    return FileOptions.writable("draw", getDraw(), images.getEnvironment());
  }

  private void requireOutputOfGenerated() {
    if (getGenerate() > 0 && !getOutput().equals(new NeuralEncoder().getOutput())) {
      throw new IllegalArgumentException("-output " + getOutput() + " cannot be combined with -generate "
          + getGenerate() + ", which gives new rows with the attributes of the data; leave out one of the two");
    }
  }

  private void requireAttributes(Instances data) {
    boolean pixels = getGenerate() > 0 || outputs().contains(Output.RECONSTRUCTION)
        || outputs().contains(Output.FILLED);
    if (pixels && RowEncoders.areFiles(data, settings())) {
      throw new IllegalArgumentException((getGenerate() > 0 ? "-generate" : "-output " + getOutput())
          + ": image files have no attributes that could hold pixels; let ImageFolderLoader read them as pixels, or "
          + "use the output code or error");
    }
  }

  /** Whether only the attributes are output, so that they and the class can stay where they were. */
  private boolean keepsOrder() {
    return outputs().size() == 1 && !outputs().contains(Output.CODE) && !outputs().contains(Output.ERROR);
  }

  private List<Attribute> attributes(Output output, Instances data) {
    List<Attribute> result = new ArrayList<>();
    switch (output) {
      case CODE -> autoencoder().codeNames().forEach(n -> result.add(new Attribute(n)));
      case ERROR -> result.add(new Attribute("reconstruction error"));
      default -> {
        for (int i = 0; i < data.numAttributes(); i++) {
          if (i != data.classIndex()) {
            Attribute a = data.attribute(i);
            result.add(output == Output.ORIGINAL || outputs().size() == 1 ? (Attribute) a.copy()
                : a.copy(a.name() + (output == Output.FILLED ? " filled" : " reconstructed")));
          }
        }
      }
    }
    return result;
  }

  /** @param taken names in use, to which the new one is added */
  private static Attribute unique(Attribute a, Set<String> taken) {
    String name = a.name();
    while (!taken.add(name)) {
      name += "'";
    }
    return a.name().equals(name) ? a : a.copy(name);
  }

  /** Rows are copied into the data set of the first batch, which hides the data set that they came from. */
  @Override
  protected void bufferInput(Instance row) {
    RowFit.require(row, getInputFormat());
    if (trained != null) {
      trained.lookIn(settings().images());
      try {
        trained.requireClear(row, getInputFormat().numInstances());
      } catch (IllegalArgumentException e) {
        // Nor may the rows before it stay in Weka's queue, where the next batch would find them.
        flushInput();
        throw e;
      }
    }
    super.bufferInput(row);
  }

  @Override
  protected Instances process(Instances rows) throws Exception {
    requireSameOutput();
    if (getGenerate() > 0) {
      return isFirstBatchDone() ? rows : MemoryLimit.within("NeuralEncoder: generating rows (-generate)",
          () -> autoencoder().generate(getInputFormat(), getGenerate(), getSeed()));
    }
    try {
      return MemoryLimit.within("NeuralEncoder: encoding", () -> encoded(rows));
    } catch (RuntimeException | InterruptedException e) {
      // Rows that were rejected or given up must not stay in Weka's queue, where the next batch would find them.
      flushInput();
      throw e;
    }
  }

  private void requireSameOutput() {
    if (formatOf != null && !formatOf.equals(formatOptions())) {
      throw new IllegalStateException("the format of the output was made with " + formatOf + ", but now it is "
          + formatOptions() + "; set options before the input format");
    }
  }

  /** The options that the format of the output depends on. */
  private String formatOptions() {
    return getGenerate() > 0 ? "-generate" : "-output " + getOutput();
  }

  private Instances encoded(Instances rows) throws InterruptedException {
    Instances result = new Instances(getOutputFormat(), rows.numInstances());
    float[] codes = outputs().contains(Output.CODE) ? autoencoder().codes(rows) : new float[0];
    boolean decoded = outputs().contains(Output.RECONSTRUCTION) || outputs().contains(Output.FILLED)
        || outputs().contains(Output.ERROR);
    Autoencoder.Reconstruction[] reconstructions =
        decoded ? autoencoder().reconstruct(rows) : new Autoencoder.Reconstruction[0];
    for (int r = 0; r < rows.numInstances(); r++) {
      Instance row = rows.instance(r);
      double[] values = new double[getOutputFormat().numAttributes()];
      int at = 0;
      for (Output output : outputs()) {
        at = write(output, row, codes, r, reconstructions, values, at);
      }
      if (row.classIndex() >= 0) {
        values[getOutputFormat().classIndex()] = copied(row, row.classIndex(), getOutputFormat().classIndex());
      }
      result.add(new DenseInstance(row.weight(), values));
    }
    return result;
  }

  private int write(Output output, Instance row, float[] codes, int r, Autoencoder.Reconstruction[] reconstructions,
      double[] values, int start) {
    int at = start;
    switch (output) {
      case CODE -> {
        int width = autoencoder().codeWidth();
        for (int i = 0; i < width; i++) {
          values[at++] = codes[r * width + i];
        }
      }
      case ERROR -> values[at++] = reconstructions[r].error();
      default -> {
        for (int i = 0; i < row.numAttributes(); i++) {
          if (i == row.classIndex()) {
            at += keepsOrder() ? 1 : 0;
          } else {
            boolean original = output == Output.ORIGINAL || output == Output.FILLED && !row.isMissing(i);
            values[at] = original ? copied(row, i, at) : reconstructions[r].values()[i];
            at++;
          }
        }
      }
    }
    return at;
  }

  /** A value as it came; a string or a relation gets an index in the output's own table. */
  private double copied(Instance row, int attribute, int place) {
    if (row.isMissing(attribute)) {
      return row.value(attribute);
    }
    Attribute to = getOutputFormat().attribute(place);
    return to.isString() ? to.addStringValue(row.stringValue(attribute))
        : to.isRelationValued() ? to.addRelation(row.relationalValue(attribute)) : row.value(attribute);
  }

  @Override
  public String toString() {
    return trained == null ? "NeuralEncoder: no model built yet"
        : "NeuralEncoder\n=============\n\n" + trained.describe();
  }

  private Object writeReplace() {
    return new StoredScheme(this);
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new NeuralEncoder());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new NeuralEncoder(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new NeuralEncoder());
  }

  /** Runs the filter from the command line. */
  public static void main(String[] args) {
    runFilter(new NeuralEncoder(), args);
  }
}
