package weka.core.neural.chains;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.bayes.NaiveBayes;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Statistics;

/** What is known of a chain is found again. */
class ChainLawsTest {
  private static final double[][] FIRST = {{0.7, 0.2, 0.1}, {0.1, 0.6, 0.3}, {0.3, 0.3, 0.4}};
  private static final double[][] SECOND = {{0.6, 0.2, 0.2}, {0.2, 0.5, 0.3}, {0.3, 0.4, 0.3}};

  private static int drawn(double[] p, Random random) {
    double left = random.nextDouble();
    int x = 0;
    while (x < p.length - 1 && left >= p[x]) {
      left -= p[x++];
    }
    return x;
  }

  private static int[] sequence(double[][] chain, int length, Random random) {
    int[] s = new int[length];
    s[0] = random.nextInt(chain.length);
    for (int t = 1; t < length; t++) {
      s[t] = drawn(chain[s[t - 1]], random);
    }
    return s;
  }

  /** In a row each, of nominal attributes. */
  private static Instances data(int length, int classes) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      attributes.add(new Attribute("s" + t, List.of("a", "b", "c")));
    }
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      labels.add("k" + c);
    }
    attributes.add(new Attribute("class", labels));
    Instances data = new Instances("chains", attributes, 0);
    data.setClassIndex(length);
    return data;
  }

  private static void add(Instances data, int[] sequence, int label) {
    double[] values = Arrays.copyOf(Arrays.stream(sequence).asDoubleStream().toArray(), sequence.length + 1);
    values[sequence.length] = label;
    data.add(new DenseInstance(1, values));
  }

  private static ChainClassifier chains(Instances data, int order, double smoothing, boolean positions)
      throws Exception {
    return new ChainClassifier(data, new SequenceReader(data, TextSymbols.CHARS), order, smoothing, positions);
  }

  /** Pearson's test of the estimated matrix against the one that the data were drawn from. */
  @Test
  void aKnownMatrixIsRecovered() throws Exception {
    int good = 0;
    for (int run = 0; run < 100; run++) {
      Random random = new Random(run);
      Instances data = data(2000, 1);
      add(data, sequence(FIRST, 2000, random), 0);
      ChainStatistics s = chains(data, 1, 0, false).statistics(0);
      int[] counts = new int[3];
      for (int t = 0; t < 1999; t++) {
        counts[(int) data.get(0).value(t)]++;
      }
      double chi = 0;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double d = s.transitions()[i][j] - FIRST[i][j];
          chi += counts[i] * d * d / FIRST[i][j];
        }
      }
      good += Statistics.chiSquaredProbability(chi, 6) > 0.01 ? 1 : 0;
    }
    assertTrue(good >= 95, good + " of 100");
  }

  @Test
  void twoKnownChainsAreToldApartAsBayesDoes() throws Exception {
    Random random = new Random(1);
    Instances training = data(50, 2);
    for (int r = 0; r < 2000; r++) {
      add(training, sequence(r % 2 == 0 ? FIRST : SECOND, 50, random), r % 2);
    }
    ChainClassifier learnt = chains(training, 1, 1, false);
    Instances test = data(50, 2);
    int right = 0;
    int bayes = 0;
    int rows = 4000;
    for (int r = 0; r < rows; r++) {
      int[] s = sequence(r % 2 == 0 ? FIRST : SECOND, 50, random);
      add(test, s, r % 2);
      double ratio = 0;
      for (int t = 1; t < 50; t++) {
        ratio += Math.log(SECOND[s[t - 1]][s[t]] / FIRST[s[t - 1]][s[t]]);
      }
      bayes += (ratio > 0 ? 1 : 0) == r % 2 ? 1 : 0;
      right += (learnt.distribution(test.get(r))[1] > 0.5 ? 1 : 0) == r % 2 ? 1 : 0;
    }
    assertTrue(bayes < 0.95 * rows, "too easy: " + bayes);
    assertEquals(bayes, right, 0.01 * rows);
  }

  /** Two states with the rates p and q: stationary (q, p) / (p + q). */
  @Test
  void theStationaryDistributionAndTheEntropyRateAreThoseOfTwoStates() throws Exception {
    Instances data = data(2_000, 1);
    double[][] chain = {{0.9, 0.1, 0}, {0.3, 0.7, 0}, {0, 0, 1}};
    int[] s = sequence(chain, 2000, new Random(3));
    for (int t = 0; t < s.length; t++) {
      s[t] = Math.min(1, s[t]);
    }
    s[0] = 0;
    add(data, s, 0);
    ChainStatistics found = chains(data, 1, 0.001, false).statistics(0);
    double p = found.transitions()[0][1];
    double q = found.transitions()[1][0];
    double[] stationary = found.stationary();
    assertNotNull(stationary);
    assertArrayEquals(new double[] {q / (p + q), p / (p + q), 0}, stationary, 1e-3);
    assertEquals((q * bits(p) + p * bits(q)) / (p + q), found.entropy(), 1e-2);
  }

  private static double bits(double p) {
    return -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  @Test
  void statesThatAreNeverLeftHaveNoUniqueStationaryDistribution() throws Exception {
    Instances data = data(4, 1);
    add(data, new int[] {0, 0, 0, 0}, 0);
    add(data, new int[] {1, 1, 1, 1}, 0);
    add(data, new int[] {2, 2, 2, 2}, 0);
    assertNull(chains(data, 1, 0, false).statistics(0).stationary());
    assertNotNull(chains(data, 1, 1, false).statistics(0).stationary());
  }

  @Test
  void probabilitiesOfAllOutcomesSumToOne() {
    ContextTree tree = new ContextTree(2, 3, true, true, null);
    tree.add(new int[] {0, 1, 2, 0, 1}, 1);
    tree.add(new int[] {1, 1}, 2.5);
    for (double smoothing : new double[] {0.01, 1, 50}) {
      for (int[] before : new int[][] {{0, 1}, {1, 1}, {2, 2}}) {
        double sum = 0;
        double[] joint = new double[5];
        for (int x = 0; x < 4; x++) {
          int[] s = {before[0], before[1], x, SequenceReader.MISSING};
          int[] shorter = {before[0], before[1], SequenceReader.MISSING, SequenceReader.MISSING};
          joint[x] = Math.exp(tree.logProbabilities(s, smoothing)[2] - tree.logProbabilities(shorter, smoothing)[2]);
        }
        // The end after two known symbols; the others have an end after a missing one, which cancels out.
        int[] ends = {before[0], before[1]};
        int[] prefix = {before[0], before[1], SequenceReader.MISSING};
        double atEnd = tree.logProbabilities(ends, smoothing)[2];
        double open = tree.logProbabilities(prefix, smoothing)[2];
        joint[4] = Math.exp(atEnd - open) * endAfterMissing(tree, smoothing);
        for (double p : joint) {
          sum += p;
        }
        assertEquals(1, sum, 1e-9, "after " + Arrays.toString(before) + ", smoothing " + smoothing);
      }
    }
  }

  private static double endAfterMissing(ContextTree tree, double smoothing) {
    return Math.exp(tree.logProbabilities(new int[] {SequenceReader.MISSING}, smoothing)[2]);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwo() throws Exception {
    Instances twice = data(6, 2);
    Instances weighted = data(6, 2);
    Random random = new Random(5);
    for (int r = 0; r < 10; r++) {
      int[] s = sequence(FIRST, 6, random);
      add(twice, s, r % 2);
      add(twice, s, r % 2);
      add(weighted, s, r % 2);
      weighted.get(r).setWeight(2);
    }
    for (boolean positions : new boolean[] {false, true}) {
      double[] expected = chains(twice, 2, 0.3, positions).distribution(twice.get(3));
      assertArrayEquals(expected, chains(weighted, 2, 0.3, positions).distribution(twice.get(3)), 1e-12);
    }
  }

  /** Generated sequences are those of the chain: the matrix estimated from them is that of the training data. */
  @Test
  void newSequencesFollowTheChain() throws Exception {
    Random random = new Random(2);
    Instances data = data(40, 1);
    for (int r = 0; r < 200; r++) {
      add(data, sequence(FIRST, 40, random), 0);
    }
    ChainClassifier learnt = chains(data, 1, 0.01, false);
    Instances generated = data(40, 1);
    for (int r = 0; r < 500; r++) {
      String[] symbols = learnt.generate(0, random).split(",");
      add(generated, Arrays.stream(symbols).mapToInt(s -> s.charAt(0) - 'a').toArray(), 0);
    }
    double[][] back = chains(generated, 1, 0, false).statistics(0).transitions();
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(learnt.statistics(0).transitions()[i], back[i], 0.02);
    }
  }

  @Test
  void aPlaceOfItsOwnIsLearntWhereItMatters() throws Exception {
    Instances data = data(3, 2);
    Random random = new Random(4);
    for (int r = 0; r < 200; r++) {
      int label = r % 2;
      // The same symbols as often in both classes, but in other places.
      add(data, label == 0 ? new int[] {0, random.nextInt(3), 1} : new int[] {1, random.nextInt(3), 0}, label);
    }
    SequenceReader reader = new SequenceReader(data, TextSymbols.CHARS);
    OrderSearch found = OrderSearch.of(data, reader, 0, 1, null, 1);
    assertTrue(found.positions());
    assertEquals(1, chains(data, 0, 1, true).distribution(data.get(0))[0], 0.01);
    assertEquals(0.5, chains(data, 0, 1, false).distribution(data.get(0))[0], 0.05);
  }

  /** Symbols that depend on the two before them: the perplexity of unseen ones falls up to order 2. */
  @Test
  void perplexityFallsUpToTheOrderOfTheText() throws Exception {
    Random random = new Random(6);
    Instances training = data(50, 1);
    Instances test = data(50, 1);
    for (int r = 0; r < 300; r++) {
      int[] s = new int[50];
      for (int t = 0; t < 50; t++) {
        s[t] = t > 1 && random.nextDouble() < 0.7 ? (2 * s[t - 1] + s[t - 2]) % 3 : random.nextInt(3);
      }
      add(r < 200 ? training : test, s, 0);
    }
    double[] perplexity = new double[3];
    for (int order = 0; order < 3; order++) {
      perplexity[order] = chains(training, order, 1, false).perplexity(test, 0);
    }
    assertTrue(perplexity[0] > perplexity[1] - 0.01 && perplexity[1] > perplexity[2] + 0.5,
        Arrays.toString(perplexity));
    // Right with 0.8, each other symbol with 0.1.
    assertEquals(Math.exp(-0.8 * Math.log(0.8) - 0.2 * Math.log(0.1)), perplexity[2], 0.15);
  }

  /** A class without rows has the probability 0, whatever the sequence. */
  @Test
  void aClassWithoutRowsNeverWins() throws Exception {
    Instances data = data(6, 3);
    Random random = new Random(5);
    for (int r = 0; r < 40; r++) {
      add(data, sequence(r % 2 == 0 ? FIRST : SECOND, 6, random), r % 2);
    }
    for (double smoothing : new double[] {0, 1}) {
      assertEquals(0, chains(data, 1, smoothing, false).distribution(data.get(3))[2]);
    }
  }

  /** The more data, the better: the highest order that is tried depends on the contexts, and not on the symbols. */
  @Test
  void theOrderIsFoundInLargeDataToo() throws Exception {
    Random random = new Random(9);
    Instances data = data(100, 2);
    for (int r = 0; r < 4_000; r++) {
      int[] s = new int[100];
      for (int t = 0; t < 100; t++) {
        s[t] = t > 1 && random.nextDouble() < 0.2 ? (s[t - 1] + (r % 2 + 1) * s[t - 2]) % 3 : random.nextInt(3);
      }
      add(data, s, r % 2);
    }
    for (int r = 0; r < 26_000; r++) {
      data.add(data.get(r % 4_000));
    }
    OrderSearch found = OrderSearch.of(data, new SequenceReader(data, TextSymbols.CHARS), -1, 1, false, 1);
    assertTrue(found.order() >= 2, "order " + found.order());
  }

  /** Two sets of states that are never left, with any numbers: no single distribution is stationary. */
  @Test
  void closedSetsOfStatesAreFoundWhateverRoundingDoes() throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int t = 0; t < 400; t++) {
      attributes.add(new Attribute("s" + t, List.of("a", "b", "c", "d", "e")));
    }
    attributes.add(new Attribute("class", List.of("k")));
    for (int run = 0; run < 50; run++) {
      Random random = new Random(run);
      Instances data = new Instances("closed", attributes, 0);
      data.setClassIndex(400);
      int[] first = new int[400];
      int[] second = new int[400];
      for (int t = 0; t < 400; t++) {
        first[t] = random.nextInt(2);
        second[t] = 2 + random.nextInt(3);
      }
      add(data, first, 0);
      add(data, second, 0);
      assertNull(chains(data, 1, 0, false).statistics(0).stationary(), "run " + run);
    }
  }

  /** Attributes with labels of their own: as naive Bayes, and only possible rows are generated. */
  @Test
  void columnsOfDifferentLabelsAreAsInNaiveBayes() throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("colour", List.of("red", "blue")),
        new Attribute("size", List.of("small", "middle", "large")), new Attribute("class", List.of("x", "y"))));
    Instances data = new Instances("things", attributes, 0);
    data.setClassIndex(2);
    Random random = new Random(1);
    for (int r = 0; r < 60; r++) {
      data.add(new DenseInstance(1, new double[] {random.nextInt(2), random.nextInt(3), random.nextInt(2)}));
    }
    NaiveBayes bayes = new NaiveBayes();
    bayes.buildClassifier(data);
    ChainClassifier chains = chains(data, 0, 1, true);
    for (int r = 0; r < 60; r++) {
      assertArrayEquals(bayes.distributionForInstance(data.get(r)), chains.distribution(data.get(r)), 1e-9);
    }
    for (boolean positions : new boolean[] {false, true}) {
      ChainClassifier generator = chains(data, 1, 1, positions);
      for (int i = 0; i < 100; i++) {
        String row = generator.generate(i % 2, random);
        assertTrue(row.matches("(red|blue),(small|middle|large)"), row);
      }
    }
  }

  /** What is left for good has the probability 0; the others are as if it were not there. */
  @Test
  void aStateThatIsNeverEnteredAgainIsRareInTheLongRun() throws Exception {
    Random random = new Random(7);
    Instances data = data(3000, 1);
    int[] s = sequence(new double[][] {{0.5, 0.5, 0}, {0, 0.3, 0.7}, {0, 0.6, 0.4}}, 3000, random);
    s[0] = 0;
    s[1] = 1 + random.nextInt(2);
    for (int t = 2; t < 3000; t++) {
      s[t] = s[t] == 0 ? 1 : s[t];
    }
    add(data, s, 0);
    ChainStatistics found = chains(data, 1, 0, false).statistics(0);
    double[] stationary = found.stationary();
    assertNotNull(stationary);
    double p = found.transitions()[1][2];
    double q = found.transitions()[2][1];
    assertArrayEquals(new double[] {0, q / (p + q), p / (p + q)}, stationary, 1e-12);
  }
}
