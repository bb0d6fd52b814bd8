package weka.classifiers.functions;

import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import ruru.nn.NotEnoughMemoryException;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.neural.chains.ChainClassifier;
import weka.core.neural.chains.ChainText;
import weka.core.neural.chains.OrderSearch;
import weka.core.neural.chains.SequenceReader;
import weka.core.neural.chains.TextSymbols;
import weka.core.neural.chains.picture.ChainPicture;
import weka.core.neural.options.Auto;
import weka.core.neural.options.BeanOptions;
import weka.core.neural.options.Checked;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.OptionGroup;
import weka.core.neural.run.ExplorerRun;

/**
 * A Markov chain for each class: the next symbol of a sequence depends on the few before it. It classifies texts,
 * relational attributes of symbols, and nominal attributes in their order, shows its transitions, and generates new
 * sequences.
 */
public class MarkovChain extends RandomizableClassifier implements WeightedInstancesHandler,
    TechnicalInformationHandler {
  private static final long serialVersionUID = 1;
  /** Contexts of more symbols are hardly ever met again. */
  private static final int HIGHEST = 20;
  private static final double MOST_SMOOTHING = 1e6;
  private static final int MOST_GENERATED = 10_000;
  private static final int LEFT_OPEN = -1;
  private static final int DECIMALS = 3;
  private static final int MOST_DECIMALS = 15;

  /** Whether each place in a sequence of columns has a chain of its own. */
  public enum Positions { AUTO, YES, NO }

  private String order = Auto.AUTO;
  private String smoothing = Auto.AUTO;
  private TextSymbols unit = TextSymbols.CHARS;
  private Positions positions = Positions.AUTO;
  private int generate;
  private String draw = Auto.NONE;

  private @Nullable SequenceReader reader;
  private @Nullable ChainClassifier chains;
  private @Nullable ZeroR withoutSequence;
  private String output = "";

  public MarkovChain() {
    setNumDecimalPlaces(DECIMALS);
  }

  private static Auto<Integer> orderOption() {
    return Auto.whole("order", 0, HIGHEST);
  }

  private static Auto<Double> smoothingOption() {
    return Auto.number("smoothing", 0, MOST_SMOOTHING, "a number from 0 to 1,000,000");
  }

  public String globalInfo() {
    return "Markov chains: in each class, the next symbol of a sequence depends on the symbols just before it, as many "
        + "as the order says. A new sequence belongs to the class whose chain gives it with the highest probability. "
        + "A sequence is a text (the characters or words of one string attribute), a relational attribute of one "
        + "nominal attribute, or all nominal attributes in their order. The output shows the transition matrix, the "
        + "stationary distribution and the entropy rate, and new sequences if wanted.\n\nFor more information see:\n\n"
        + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation t = new TechnicalInformation(TechnicalInformation.Type.ARTICLE);
    t.setValue(TechnicalInformation.Field.AUTHOR, "David J. C. MacKay and Linda C. Bauman Peto");
    t.setValue(TechnicalInformation.Field.TITLE, "A hierarchical Dirichlet language model");
    t.setValue(TechnicalInformation.Field.JOURNAL, "Natural Language Engineering");
    t.setValue(TechnicalInformation.Field.VOLUME, "1");
    t.setValue(TechnicalInformation.Field.YEAR, "1995");
    return t;
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities c = super.getCapabilities();
    c.disableAll();
    c.enable(Capability.NOMINAL_ATTRIBUTES);
    c.enable(Capability.STRING_ATTRIBUTES);
    c.enable(Capability.RELATIONAL_ATTRIBUTES);
    c.enable(Capability.MISSING_VALUES);
    c.enable(Capability.NOMINAL_CLASS);
    c.enable(Capability.MISSING_CLASS_VALUES);
    return c;
  }

  @OptionMetadata(displayName = "order", displayOrder = 1,
      description = "Number of symbols that the next one depends on, from 0 (none: only frequencies count) to "
          + HIGHEST + ". 'auto' is the best of 0 to 5 in a cross-validation within the training rows.")
  public String getOrder() {
    return order;
  }

  public void setOrder(String text) {
    Auto<Integer> read = orderOption();
    read.set(text);
    order = read.text();
  }

  @OptionMetadata(displayName = "smoothing", displayOrder = 2,
      description = "How much a transition counts that was never met: every symbol counts this many times more than "
          + "it was met, in proportion to its probability after fewer symbols. 0 takes the frequencies as they are, 1 "
          + "is Laplace's rule. 'auto' is the best of 1, 0.3, 0.1, 0.03 and 0.01 in the same cross-validation.")
  public String getSmoothing() {
    return smoothing;
  }

  public void setSmoothing(String text) {
    Auto<Double> read = smoothingOption();
    read.set(text);
    smoothing = read.text();
  }

  @OptionMetadata(displayName = "unit", displayOrder = 3,
      description = "What the symbols of a text are: chars (characters) or words (what blanks separate).")
  public TextSymbols getUnit() {
    return unit;
  }

  public void setUnit(TextSymbols value) {
    unit = value;
  }

  @OptionMetadata(displayName = "positions", displayOrder = 4,
      description = "Whether each attribute of a sequence of nominal attributes has a chain of its own, so that "
          + "probabilities depend on the place, with order 0 as in naive Bayes. 'auto' is the better one in the same "
          + "cross-validation, and no for texts and relational attributes.")
  public Positions getPositions() {
    return positions;
  }

  public void setPositions(Positions value) {
    positions = value;
  }

  @OptionMetadata(displayName = "generate", displayOrder = 5, category = OptionGroup.GENERATION,
      description = "Print this many new sequences of each class, drawn from its chain; none in the folds of a "
          + "cross-validation.")
  public int getGenerate() {
    return generate;
  }

  public void setGenerate(int value) {
    Checked.requireAtLeast("generate", 0, "sequences", value);
    if (value > MOST_GENERATED) {
      throw new IllegalArgumentException("generate: expected at most " + MOST_GENERATED + " sequences, got " + value);
    }
    generate = value;
  }

  @OptionMetadata(displayName = "draw", displayOrder = 6, category = OptionGroup.OUTPUT,
      description = "SVG or PNG file for a drawing of each class's chain of order 1: its symbols, with arrows as thick "
          + "as the transitions are probable. Not drawn in the folds of a cross-validation. 'none' draws nothing.")
  public String getDraw() {
    return draw;
  }

  public void setDraw(String text) {
    draw = text.isBlank() ? Auto.NONE : FileOptions.typed("draw", text);
  }

  @OptionMetadata(displayName = "numDecimalPlaces", displayOrder = BeanOptions.AFTER_OWN,
      description = "Number of decimal places of the probabilities that are printed, at most " + MOST_DECIMALS + ".")
  @Override
  public int getNumDecimalPlaces() {
    return super.getNumDecimalPlaces();
  }

  @Override
  public void setNumDecimalPlaces(int decimals) {
    Checked.requireAtLeast("num decimal places", 0, "decimal places", decimals);
    if (decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException("num decimal places: expected at most " + MOST_DECIMALS + ", got " + decimals);
    }
    super.setNumDecimalPlaces(decimals);
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    reader = null;
    chains = null;
    withoutSequence = null;
    output = "";
    Instances rows = new Instances(data);
    rows.deleteWithMissingClass();
    if (rows.numAttributes() == 1) {
      withoutSequence = new ZeroR();
      withoutSequence.buildClassifier(rows);
      return;
    }
    Path drawing = draw.equals(Auto.NONE) ? null : ChainPicture.requireKind(FileOptions.writable("draw", draw, null));
    boolean forEvaluation = ExplorerRun.isForEvaluation();
    try {
      train(rows, forEvaluation ? 0 : generate);
    } catch (OutOfMemoryError e) {
      NotEnoughMemoryException told = new NotEnoughMemoryException("MarkovChain: the contexts do not fit into Java's "
          + "memory; use a lower order (-order), fewer or shorter sequences, or give Java more memory (java -Xmx8g)");
      told.initCause(e);
      throw told;
    }
    if (drawing != null && !forEvaluation) {
      ChainPicture.write(Objects.requireNonNull(chains), Objects.requireNonNull(reader), rows.classAttribute(),
          drawing);
    }
  }

  private void train(Instances rows, int sequences) throws InterruptedException {
    Auto<Integer> wantedOrder = orderOption();
    wantedOrder.set(order);
    Auto<Double> wantedSmoothing = smoothingOption();
    wantedSmoothing.set(smoothing);
    SequenceReader read = new SequenceReader(rows, unit);
    OrderSearch chosen = OrderSearch.of(rows, read, wantedOrder.orElse(LEFT_OPEN),
        wantedSmoothing.orElse((double) LEFT_OPEN), positions == Positions.AUTO ? null : positions == Positions.YES,
        getSeed());
    ChainClassifier trained = new ChainClassifier(rows, read, chosen.order(), chosen.smoothing(), chosen.positions());
    output = describe(rows, read, trained, chosen, sequences);
    reader = read;
    chains = trained;
  }

  private String describe(Instances rows, SequenceReader read, ChainClassifier trained, OrderSearch how,
      int sequences) throws InterruptedException {
    StringBuilder s = new StringBuilder(String.format(Locale.ROOT, "Sequences: %s, %,d symbols%nOrder %d%s, smoothing "
        + "%s%s%s%n", read.describe(), read.symbols().size(), how.order(), chosen(order), how.smoothing(),
        chosen(smoothing), how.positions() ? ", a chain of its own for each attribute" : ""));
    Attribute labels = rows.classAttribute();
    Random random = new Random(getSeed());
    for (int c = 0; c < labels.numValues(); c++) {
      if (!trained.knows(c)) {
        s.append(String.format(Locale.ROOT, "%nClass %s has no rows%n", labels.value(c)));
        continue;
      }
      s.append(String.format(Locale.ROOT, "%nClass %s: perplexity of its training rows %.3f%n%n%s", labels.value(c),
          trained.perplexity(rows, c), ChainText.of(trained, read, c, getNumDecimalPlaces())));
      if (sequences > 0) {
        s.append(String.format(Locale.ROOT, "%nNew sequences%n%n"));
      }
      for (int i = 0; i < sequences; i++) {
        s.append(trained.generate(c, random)).append('\n');
      }
    }
    return s.toString().replace(System.lineSeparator(), "\n");
  }

  private static String chosen(String option) {
    return Auto.isAuto(option) ? " (chosen)" : "";
  }

  @Override
  public double[] distributionForInstance(Instance row) throws Exception {
    if (withoutSequence != null) {
      return withoutSequence.distributionForInstance(row);
    } else if (chains == null) {
      throw new IllegalStateException("MarkovChain: no model built yet");
    }
    return chains.distribution(row);
  }

  @Override
  public String toString() {
    return withoutSequence != null ? "MarkovChain: there is no attribute beside the class\n\n" + withoutSequence
        : chains == null ? "MarkovChain: no model built yet" : "MarkovChain\n===========\n\n" + output;
  }

  @Override
  public Enumeration<Option> listOptions() {
    return BeanOptions.list(new MarkovChain());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    BeanOptions.set(this, new MarkovChain(), options);
  }

  @Override
  public String[] getOptions() {
    return BeanOptions.get(this, new MarkovChain());
  }

  /** Runs the classifier from the command line. */
  public static void main(String[] args) {
    runClassifier(new MarkovChain(), args);
  }
}
