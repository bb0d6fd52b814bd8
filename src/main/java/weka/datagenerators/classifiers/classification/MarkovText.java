package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * Texts of differing length, drawn letter by letter from one of several Markov chains, of which the class tells which.
 * All classes have the same letters equally often, for order r also the same groups of r letters; only groups of r + 1
 * tell them apart. After r letters, each chain goes on with one of two letters, which differ from chain to chain, or,
 * with the probability called randomness, with any letter (see {@link LetterChains} for the formula). The chains have a
 * seed of their own, so that another seed of the data gives other texts of the same classes. Source: Shannon 1948, A
 * Mathematical Theory of Communication, sections 2 and 3.
 *
 * <p>A text is a value of a string attribute. Its letters are a, b, c and so on, and the space.
 */
public class MarkovText extends SequenceGenerator {

  private static final long serialVersionUID = -7415233090826649117L;

  private static final int DEFAULT_LETTERS = 7;
  private static final int MOST_LETTERS = 26;
  private static final int DEFAULT_ORDER = 1;
  private static final int HIGHEST_ORDER = 5;
  private static final double DEFAULT_RANDOMNESS = 0.5;
  private static final int DEFAULT_CHAIN_SEED = 1;

  private int letters = DEFAULT_LETTERS;
  private int order = DEFAULT_ORDER;
  private double randomness = DEFAULT_RANDOMNESS;
  private int chainSeed = DEFAULT_CHAIN_SEED;

  /** As of {@link #defineDataFormat}. */
  private LetterChains chains = chains();

  public String globalInfo() {
    return "Generates texts of differing length as values of a string attribute. Each class is a Markov chain: the "
        + "next letter depends on the one before it, or on more of them. All letters, the space among them, are "
        + "equally frequent in all classes, so that counting letters tells nothing; counting pairs of letters does, or "
        + "longer groups where the chains are of higher order. For test data, use another seed (-S) and the same chain "
        + "seed.\n\n"
        + "C. E. Shannon: A Mathematical Theory of Communication. Bell System Technical Journal 27, 1948.";
  }

  @Override
  protected int defaultClasses() {
    return 2;
  }

  @Override
  protected int defaultMinLength() {
    return 20;
  }

  @Override
  protected int defaultMaxLength() {
    return 60;
  }

  @Override
  protected String elements() {
    return "letters of a text";
  }

  @Override
  protected void check() {
    super.check();
    int most = (letters + 1) / LetterChains.SUCCESSORS;
    if (getClasses() > most) {
      throw new IllegalArgumentException("classes must be at most " + most + " with " + letters
          + " letters and the space, got " + getClasses() + "; use more letters, or fewer classes");
    }
    if (getMinLength() <= order) {
      throw new IllegalArgumentException("minLength (-min-length) must be above the order, since shorter texts tell "
          + "nothing; got " + getMinLength() + " and order " + order);
    }
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of different letters beside the space, from 3 to " + MOST_LETTERS
        + ";\n\tat least twice as many as classes, less one\n\t(default " + DEFAULT_LETTERS + ").", "letters", 1,
        "-letters <num>"));
    result.add(new Option("\tThe number of letters that the next one depends on, from 1 to " + HIGHEST_ORDER
        + "\n\t(default " + DEFAULT_ORDER + ").", "order", 1, "-order <num>"));
    result.add(new Option("\tThe probability that a letter is drawn at random, whatever precedes it,\n\tfrom 0 to 1 "
        + "(default " + DEFAULT_RANDOMNESS + ").", "randomness", 1, "-randomness <num>"));
    result.add(new Option("\tThe seed of the chains; texts with the same one have the same classes\n\t(default "
        + DEFAULT_CHAIN_SEED + ").", "chain-seed", 1, "-chain-seed <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setLetters(own.integer("letters", DEFAULT_LETTERS));
    setOrder(own.integer("order", DEFAULT_ORDER));
    setRandomness(own.number("randomness", DEFAULT_RANDOMNESS));
    setChainSeed(own.integer("chain-seed", DEFAULT_CHAIN_SEED));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-letters", "" + letters, "-order", "" + order, "-randomness", "" + randomness,
        "-chain-seed", "" + chainSeed);
    return result.toArray(new String[0]);
  }

  public int getLetters() {
    return letters;
  }

  public void setLetters(int letters) {
    this.letters = within("letters", letters, 3, MOST_LETTERS);
  }

  public String lettersTipText() {
    return "The number of different letters, from a on, beside the space; at least twice as many as classes, less one.";
  }

  public int getOrder() {
    return order;
  }

  public void setOrder(int order) {
    this.order = within("order", order, 1, HIGHEST_ORDER);
  }

  public String orderTipText() {
    return "The number of letters that the next one depends on. Groups of so many letters say nothing about the class, "
        + "groups of one more do.";
  }

  public double getRandomness() {
    return randomness;
  }

  public void setRandomness(double randomness) {
    if (!(randomness >= 0 && randomness <= 1)) {
      throw new IllegalArgumentException("randomness must be from 0 to 1, got " + randomness);
    }
    this.randomness = randomness;
  }

  public String randomnessTipText() {
    return "The probability that a letter is drawn at random, whatever precedes it; with 1 the classes are the same.";
  }

  public int getChainSeed() {
    return chainSeed;
  }

  public void setChainSeed(int chainSeed) {
    this.chainSeed = chainSeed;
  }

  public String chainSeedTipText() {
    return "The seed of the chains; texts with the same one have the same classes, whatever the other seed.";
  }

  @Override
  protected long bytesBesideValues() {
    // A String, its place in the attribute's table, and a byte for each letter.
    return 128L + getMaxLength();
  }

  @Override
  protected Attribute sequences() {
    return new Attribute("text", true);
  }

  @Override
  public Instances defineDataFormat() throws Exception {
    Instances format = super.defineDataFormat();
    chains = chains();
    return format;
  }

  private LetterChains chains() {
    return new LetterChains(letters + 1, order, randomness, chainSeed);
  }

  @Override
  protected int add(Attribute sequences, int length, int label, Random random) {
    StringBuilder text = new StringBuilder(length);
    for (int letter : chains.draw(label, length, random)) {
      text.append(letter == 0 ? ' ' : (char) ('a' + letter - 1));
    }
    return sequences.addStringValue(text.toString());
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new MarkovText(), args);
  }
}
