package weka.datagenerators.classifiers.classification;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.tokenizers.CharacterNGramTokenizer;
import weka.datagenerators.DataGenerator;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.StringToWordVector;

public class MarkovTextTest extends AbstractSequenceGeneratorTest {

  public MarkovTextTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new MarkovText();
  }

  @Override
  protected String changedOptions() {
    return "-classes 3 -min-length 10 -max-length 15 -letters 9 -order 2 -randomness 0.25 -chain-seed 4";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-classes 1|classes must be from 2 to 13, got 1", "-classes x|-classes",
        "-classes 5|classes must be at most 4 with 7 letters and the space, got 5; use more letters, or fewer classes",
        "-min-length 0|-min-length", "-max-length 10001|-max-length",
        "-min-length 61|minLength (-min-length) must be at most maxLength (-max-length), got 61 and 60",
        "-min-length 3 -order 3|minLength (-min-length) must be above the order", "-letters 2|letters",
        "-letters 27|letters", "-letters x|-letters", "-order 0|order", "-order 6|order", "-order x|-order",
        "-randomness -0.1|randomness", "-randomness 1.1|randomness", "-randomness NaN|randomness",
        "-randomness x|-randomness", "-chain-seed x|-chain-seed"};
  }

  @Override
  protected int length(Instance row) {
    return row.stringValue(0).length();
  }

  /** How often each group of letters stands in the texts of a class, and how many there are in all. */
  private static Map<String, Integer> groups(Instances data, int label, int length) {
    Map<String, Integer> result = new TreeMap<>();
    for (Instance row : data) {
      String text = row.stringValue(0);
      for (int t = 0; row.classValue() == label && t + length <= text.length(); t++) {
        result.merge(text.substring(t, t + length), 1, Integer::sum);
        result.merge("all", 1, Integer::sum);
      }
    }
    return result;
  }

  /** Up to the order, groups of letters are uniform in each class; one letter more, and they are not. */
  public void testGroupsOfAsManyLettersAsTheOrderAreEquallyFrequent() throws Exception {
    for (int order = 1; order <= 3; order++) {
      Instances data = generate("-letters 4 -n 6000 -randomness 0.3 -order " + order);
      for (int label = 0; label < 2; label++) {
        for (int length = 1; length <= order; length++) {
          Map<String, Integer> counts = groups(data, label, length);
          int all = counts.remove("all");
          double expected = all / Math.pow(5, length);
          assertEquals(Math.pow(5, length), counts.size(), 0);
          counts.forEach((group, count) -> assertEquals(group, 1, count / expected, 0.25));
        }
        Map<String, Integer> counts = groups(data, label, order + 1);
        double expected = counts.remove("all") / Math.pow(5, order + 1);
        // Two in five with (1 - 0.3) / 2 + 0.3 / 5 = 0.41, three in five with 0.06.
        counts.forEach((group, count) -> assertTrue(group + ": " + count / expected,
            count / expected < 0.5 || count / expected > 1.7));
      }
    }
  }

  public void testWithoutRandomnessNoTwoClassesShareAPair() throws Exception {
    Instances data = generate("-classes 4 -randomness 0 -n 400");
    Set<String> all = new HashSet<>();
    for (int label = 0; label < 4; label++) {
      Map<String, Integer> pairs = groups(data, label, 2);
      pairs.remove("all");
      assertEquals("2 successors of each of 8 letters", 16, pairs.size());
      all.addAll(pairs.keySet());
    }
    assertEquals("4 x 16 pairs are all 8 x 8", 64, all.size());
  }

  public void testLettersAreThoseOfTheAlphabet() throws Exception {
    StringBuilder all = new StringBuilder();
    generate("-letters 26 -n 500").forEach(row -> all.append(row.stringValue(0)));
    assertEquals(27, all.chars().distinct().count());
    assertEquals("", all.toString().replaceAll("[a-z ]", ""));
  }

  public void testAnotherSeedGivesOtherTextsOfTheSameChains() throws Exception {
    Set<String> first = groups(generate("-randomness 0 -n 200 -S 1"), 0, 2).keySet();
    assertEquals(first, groups(generate("-randomness 0 -n 200 -S 2"), 0, 2).keySet());
    assertFalse(first.equals(groups(generate("-randomness 0 -n 200 -chain-seed 2"), 0, 2).keySet()));
  }

  public void testWithRandomnessOneThePairsAreUniform() throws Exception {
    Map<String, Integer> pairs = groups(generate("-randomness 1 -n 4000"), 0, 2);
    int all = pairs.remove("all");
    pairs.forEach((pair, count) -> assertEquals(pair, all / 64.0, count, 0.15 * all / 64));
  }

  public void testPairsTellAndLettersDoNot() throws Exception {
    Instances data = generate("-n 600");
    double letters = accuracy(counted(data, 1));
    double pairs = accuracy(counted(data, 2));
    System.out.println("texts: " + letters + " % by letters, " + pairs + " % by pairs");
    assertEquals("chance is 50 %", 50, letters, 8);
    assertTrue("pairs: " + pairs, pairs > 90);
    Instances second = generate("-n 600 -order 2 -letters 4 -randomness 0.2");
    assertEquals("chance is 50 %", 50, accuracy(counted(second, 2)), 8);
    double triples = accuracy(counted(second, 3));
    assertTrue("triples: " + triples, triples > 90);
  }

  /** Weka's own counts of groups of letters. */
  private static Instances counted(Instances data, int group) throws Exception {
    CharacterNGramTokenizer tokenizer = new CharacterNGramTokenizer();
    tokenizer.setNGramMinSize(group);
    tokenizer.setNGramMaxSize(group);
    StringToWordVector filter = new StringToWordVector();
    filter.setTokenizer(tokenizer);
    filter.setOutputWordCounts(true);
    filter.setInputFormat(data);
    return Filter.useFilter(data, filter);
  }

  public void testClassesThatDoNotFitTheLettersAreRefusedInThePropertySheetToo() throws Exception {
    MarkovText generator = new MarkovText();
    generator.setClasses(5);
    try {
      generator.defineDataFormat();
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage(), e.getMessage().contains("use more letters"));
      return;
    }
    fail("two classes share a chain");
  }
}
