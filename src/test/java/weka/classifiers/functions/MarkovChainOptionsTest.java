package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.datagenerators.classifiers.classification.MarkovText;

/** What a user does with it: texts, relations, columns, options, and what is refused. */
class MarkovChainOptionsTest {
  private static MarkovChain built(Instances data, String options) throws Exception {
    MarkovChain chain = new MarkovChain();
    chain.setOptions(Utils.splitOptions(options));
    chain.buildClassifier(data);
    return chain;
  }

  private static Instances texts(String... rows) {
    Instances data = new Instances("texts", new ArrayList<>(List.of(new Attribute("text", (List<String>) null),
        new Attribute("class", List.of("x", "y")))), 0);
    data.setClassIndex(1);
    for (int i = 0; i < rows.length; i++) {
      DenseInstance row = new DenseInstance(2);
      row.setDataset(data);
      row.setValue(0, rows[i]);
      row.setClassValue(i % 2);
      data.add(row);
    }
    return data;
  }

  private static Instances generated(String options) throws Exception {
    MarkovText generator = new MarkovText();
    generator.setOptions(Utils.splitOptions(options));
    generator.defineDataFormat();
    return generator.generateExamples();
  }

  @Test
  void everyOptionChangesWhatComesOut() throws Exception {
    Instances data = texts("ab ab abba", "ba ba baab", "ab abab", "ba baba", "abba ab", "baab ba", "ab", "ba", "ab ab",
        "ba ba", "abab ab", "baba ba");
    String plain = built(data, "-order 1 -smoothing 1").toString();
    for (String options : List.of("-order 2 -smoothing 1", "-order 1 -smoothing 0.5",
        "-order 1 -smoothing 1 -unit words",
        "-order 1 -smoothing 1 -generate 3", "-order 1 -smoothing 1 -num-decimal-places 6")) {
      assertNotEquals(plain, built(data, options).toString(), options);
    }
    assertNotEquals(built(data, "-order 1 -smoothing 1 -generate 3 -S 1").toString(),
        built(data, "-order 1 -smoothing 1 -generate 3 -S 2").toString());
    assertEquals(built(data, "-generate 3").toString(), built(data, "-generate 3").toString());
    assertTrue(built(data, "").toString().contains("Order ") && built(data, "").toString().contains("(chosen)"));
  }

  /** Letters that depend on the two before them: each order up to two tells classes of unseen texts apart better. */
  @Test
  void accuracyGrowsUpToTheOrderOfTheText() throws Exception {
    Instances data = generated("-n 600 -classes 2 -order 2 -randomness 0.3 -letters 4 -S 3");
    Instances training = new Instances(data, 0, 400);
    Instances test = new Instances(data, 400, 200);
    double before = 0;
    for (int order = 0; order <= 2; order++) {
      Evaluation evaluation = new Evaluation(training);
      evaluation.evaluateModel(built(training, "-smoothing 0.1 -order " + order), test);
      assertTrue(order == 0 || evaluation.pctCorrect() >= before, "order " + order + ": " + evaluation.pctCorrect());
      before = evaluation.pctCorrect();
    }
    assertTrue(before > 95, "correct: " + before);
    assertTrue(built(training, "").toString().matches("(?s).*Order [2-5] \\(chosen\\).*"));
  }

  @Test
  void relationsColumnsAndTextsOfTheSameSymbolsAgree() throws Exception {
    Random random = new Random(1);
    Attribute symbol = new Attribute("symbol", List.of("a", "b"));
    Instances inner = new Instances("steps", new ArrayList<>(List.of(symbol)), 0);
    Instances relational = new Instances("r", new ArrayList<>(List.of(new Attribute("steps", inner),
        new Attribute("class", List.of("x", "y")))), 0);
    relational.setClassIndex(1);
    List<String> rows = new ArrayList<>();
    for (int r = 0; r < 40; r++) {
      Instances steps = new Instances(inner, 5);
      StringBuilder text = new StringBuilder();
      for (int t = 0; t < 3 + random.nextInt(4); t++) {
        int s = random.nextInt(2);
        steps.add(new DenseInstance(1, new double[] {s}));
        text.append("ab".charAt(s));
      }
      DenseInstance row = new DenseInstance(2);
      row.setDataset(relational);
      row.setValue(0, relational.attribute(0).addRelation(steps));
      row.setClassValue(r % 2);
      relational.add(row);
      rows.add(text.toString());
    }
    Instances texts = texts(rows.toArray(new String[0]));
    MarkovChain ofRelations = built(relational, "-order 2 -smoothing 0");
    MarkovChain ofTexts = built(texts, "-order 2 -smoothing 0");
    for (int r = 0; r < 40; r++) {
      assertArrayEquals(ofRelations.distributionForInstance(relational.get(r)),
          ofTexts.distributionForInstance(texts.get(r)), 1e-12);
    }
    assertTrue(ofRelations.toString().contains("the rows of attribute 'steps'"), ofRelations.toString());
  }

  @Test
  void whatIsUnknownMissingOrEmptyGetsAnAnswer() throws Exception {
    Instances data = texts("aab", "abb", "aba", "bba", "", "bb");
    data.get(2).setMissing(0);
    for (String options : List.of("", "-smoothing 0", "-order 5", "-unit words", "-order 0")) {
      MarkovChain chain = built(data, options);
      Instances test = texts("zzz", "", "a", "b");
      test.get(3).setMissing(0);
      for (int r = 0; r < 4; r++) {
        double[] p = chain.distributionForInstance(test.get(r));
        assertEquals(1, Arrays.stream(p).sum(), 1e-9, options + " row " + r + " " + Arrays.toString(p));
      }
    }
  }

  /** What is missing says nothing, not even that it ends. */
  @Test
  void aMissingTextLeavesTheClassOpen() throws Exception {
    Instances data = texts("aab", "abb", "aba", "bba", "bab", "bb", "ab", "ba");
    for (int r = 0; r < 4; r += 2) {
      data.get(r).setMissing(0);
    }
    assertArrayEquals(new double[] {0.5, 0.5},
        built(data, "-order 1 -smoothing 1").distributionForInstance(data.get(0)),
        1e-12);
  }

  @Test
  void generatingHeedsAnInterrupt() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> built(texts("aab", "abb", "aba"), "-order 1 -smoothing 1"));
  }

  /** The drawing is that of all rows, whatever the folds of a cross-validation are. */
  @Test
  void aCrossValidationDrawsNothing(@TempDir Path folder) throws Exception {
    Instances data = generated("-n 60 -classes 2 -S 3");
    Path svg = folder.resolve("chain.svg");
    MarkovChain chain = new MarkovChain();
    chain.setDraw(svg.toString());
    new Evaluation(data).crossValidateModel(chain, data, 2, new Random(1));
    assertTrue(Files.notExists(svg));
  }

  /** Two thousand words: what is drawn are the most frequent ones. */
  @Test
  void manySymbolsAreDrawnAtOnce(@TempDir Path folder) throws Exception {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      all.append("w").append(i).append(' ').append("w").append(i % 5).append(' ');
    }
    Path svg = folder.resolve("words.svg");
    built(texts(all.toString(), all.toString()), "-unit words -order 1 -smoothing 1 -draw "
        + Utils.quote(Utils.backQuoteChars(svg.toString())));
    assertTrue(Files.readString(svg).contains(">w3<"));
  }

  @Test
  void aCopyPredictsTheSame() throws Exception {
    Instances data = generated("-n 60 -classes 2 -S 3");
    MarkovChain chain = built(data, "-generate 2");
    MarkovChain copy = (MarkovChain) new SerializedObject(chain).getObject();
    assertEquals(chain.toString(), copy.toString());
    assertArrayEquals(chain.distributionForInstance(data.get(5)), copy.distributionForInstance(data.get(5)));
  }

  @Test
  void theChainIsDrawn(@TempDir Path folder) throws Exception {
    Instances data = generated("-n 60 -classes 2 -S 3");
    Path png = folder.resolve("chain.png");
    Path svg = folder.resolve("chain.svg");
    built(data, "-draw " + Utils.quote(Utils.backQuoteChars(png.toString())));
    built(data, "-draw " + Utils.quote(Utils.backQuoteChars(svg.toString())));
    assertEquals(2 * 2 * 460, ImageIO.read(png.toFile()).getWidth());
    assertTrue(Files.readString(svg).contains("class 1") && Files.readString(svg).contains(">a<"));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> built(data, "-draw " + Utils.quote(Utils.backQuoteChars(folder.resolve("chain.gif").toString()))));
    assertTrue(e.getMessage().contains("-draw") && e.getMessage().contains(".svg or .png"), e.getMessage());
  }

  @Test
  void badOptionsAreRefusedByName() {
    for (String[] bad : new String[][] {{"-order -1", "-order"}, {"-order 21", "-order"}, {"-order x", "-order"},
        {"-smoothing -1", "-smoothing"}, {"-smoothing NaN", "-smoothing"}, {"-generate -1", "-generate"},
        {"-generate 10001", "-generate"}, {"-unit lines", "-unit"}, {"-positions maybe", "-positions"},
        {"-num-decimal-places 16", "-num-decimal-places"}, {"-alpha 1", "-alpha"}}) {
      Exception e = assertThrows(Exception.class, () -> new MarkovChain().setOptions(Utils.splitOptions(bad[0])));
      assertTrue(e.getMessage().contains(bad[1]), e.getMessage());
    }
  }

  @Test
  void aRelationOfNumbersIsRefusedInWords() throws Exception {
    Instances inner = new Instances("steps", new ArrayList<>(List.of(new Attribute("speed"))), 0);
    Instances data = new Instances("r", new ArrayList<>(List.of(new Attribute("steps", inner),
        new Attribute("class", List.of("x", "y")))), 0);
    data.setClassIndex(1);
    DenseInstance row = new DenseInstance(2);
    row.setDataset(data);
    row.setValue(0, data.attribute(0).addRelation(new Instances(inner, 0)));
    row.setClassValue(0);
    data.add(row);
    Exception e = assertThrows(Exception.class, () -> built(data, ""));
    assertTrue(e.getMessage().contains("'steps' (relational)") && e.getMessage().contains("discretise"),
        e.getMessage());
  }
}
