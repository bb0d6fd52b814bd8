package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.distance;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.predictions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.converters.ArffLoader;
import weka.core.neural.TextUnits;

/** Texts, as the values of string attributes. */
class NeuralNetTextTest {
  private static final String MEAN = "-layers \"embedding 8, globalavgpool\" -epochs 30 -rate 0.02 ";
  private static final String[] FILLERS = {"the", "a", "Film", "was", "it", "seen", "plot", "of", "and", "cast"};

  /** What the class is told by. */
  private interface Kind {
    void add(List<String> words, boolean positive, Random random);
  }

  /** A word somewhere. */
  private static void aWord(List<String> words, boolean positive, Random random) {
    words.add(random.nextInt(words.size() + 1), positive ? "good" : "bad");
  }

  /** The order of two words, which are in every text. */
  private static void anOrder(List<String> words, boolean positive, Random random) {
    words.addAll(random.nextInt(words.size() + 1), positive ? List.of("not", "bad") : List.of("bad", "not"));
  }

  private static Instances texts(int rows, int seed, Kind kind) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("@attribute review string", "@attribute class {neg,pos}", "@data"));
    for (int r = 0; r < rows; r++) {
      List<String> words = new ArrayList<>();
      for (int i = 2 + random.nextInt(10); i > 0; i--) {
        words.add(FILLERS[random.nextInt(FILLERS.length)]);
      }
      boolean positive = random.nextBoolean();
      kind.add(words, positive, random);
      lines.add("'" + String.join(random.nextBoolean() ? " " : ", ", words) + ".'," + (positive ? "pos" : "neg"));
    }
    return arff(lines.toArray(String[]::new));
  }

  private static double right(NeuralNet net, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(net, data);
    return e.pctCorrect();
  }

  private static Instance row(Instances like, String text) {
    Instance row = new DenseInstance(like.numAttributes());
    row.setDataset(like);
    row.setValue(0, like.attribute(0).addStringValue(text));
    return row;
  }

  private static double[] prediction(NeuralNet net, Instances like, String text) throws Exception {
    return net.distributionForInstance(row(new Instances(like, 0), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", MEAN, "-layers \"embedding 8, globalmaxpool\" -epochs 30 -rate 0.02",
      "-layers \"embedding 8, gru 8\" -epochs 30", "-text chars -epochs 20"})
  void aWordTellsTheClass(String options) throws Exception {
    double right = right(built(options, texts(400, 1, NeuralNetTextTest::aWord)),
        texts(200, 2, NeuralNetTextTest::aWord));
    assertTrue(right > 95, options + ": " + right);
  }

  /** The words are the same in both classes. */
  @Test
  void theOrderOfWordsTellsTheClass() throws Exception {
    Instances train = texts(600, 1, NeuralNetTextTest::anOrder);
    Instances test = texts(300, 2, NeuralNetTextTest::anOrder);
    double windows = right(built("-layers \"embedding 8, conv1d 16 2 relu, globalmaxpool\" -epochs 30 -rate 0.01",
        train), test);
    double states = right(built("-layers \"embedding 8, lstm 16\" -epochs 30", train), test);
    double mean = right(built(MEAN, train), test);
    assertTrue(windows > 95 && states > 95 && mean < 65, windows + ", " + states + ", " + mean);
  }

  @Test
  void theDataDescribeThemselves() throws Exception {
    Instances data = arff("@attribute review string", "@attribute x numeric", "@attribute y {p,q}", "@data",
        "'One two, TWO: three',1,p", "'one four',2,q", "'two two',3,p", "'five',?,q");
    String text = built(MEAN + "-print-weights", data).toString();
    assertTrue(text.contains("attribute 'review' becomes words: 2 of 5 different ones have a number, those of two rows "
        + "or more; all others share one\n  texts of 1 to 4 words\nat every word also what stands beside the text: "
        + "1 attribute becomes 2 inputs"), text);
    assertTrue(text.contains("Layers: embedding 8 words=3, globalavgpool, output\n"), text);
    assertTrue(text.contains("1  at each step, the number of a word of the text: 0 of any that is not known, 1 'one', "
        + "2 'two'\n  2  at each step, (x - "), text);
    String few = built(MEAN + "-words 1 -longest 2", data).toString();
    assertTrue(few.contains("becomes words: 1 of 4 different ones have a number, those of two rows or more, of 2 the "
        + "most frequent; all others share one\n  texts of 1 to 2 words; 1 is longer, of which the first 2 are read "
        + "(-longest)\n"), few);
    String chars = built("-text chars -epochs 1", data).toString();
    assertTrue(chars.contains("attribute 'review' becomes characters: 8 of 17 different ones"), chars);
  }

  @Test
  void whatIsNotKnownIsOneWord() throws Exception {
    Instances train = texts(200, 1, NeuralNetTextTest::aWord);
    NeuralNet net = built(MEAN, train);
    double[] unknown = prediction(net, train, "quux");
    for (String text : new String[] {"", " .,;", "\u0434\u0430", "\ud83d\ude00", "\ud83d", "\u65e5\u672c\u8a9e"}) {
      assertArrayEquals(unknown, prediction(net, train, text), text);
    }
    Instance missing = row(train, "x");
    missing.setMissing(0);
    assertArrayEquals(unknown, net.distributionForInstance(missing));
    assertArrayEquals(prediction(net, train, "GOOD film"), prediction(net, train, "good (Film)"));
  }

  /** A code point is a character, be it two of Java's or one. */
  @Test
  void charactersAreCodePoints() throws Exception {
    Instances data = arff("@attribute s string", "@attribute y {p,q}", "@data", "'\ud83d\ude00a',p",
        "'\ud83d\ude01b',q", "'a\ud83d\ude00',p", "'b\ud83d\ude01',q");
    String options = "-text chars -layers \"embedding 4, globalmaxpool\" -epochs 60 -rate 0.05 ";
    NeuralNet net = built(options, data);
    assertTrue(net.toString().contains("becomes characters: 4 of 4 different ones"), net.toString());
    assertTrue(net.toString().contains("texts of 2 characters"), net.toString());
    assertEquals(100, right(net, data));
    assertTrue(distance(new double[][] {prediction(net, data, "\ud83d\ude00")},
        new double[][] {prediction(net, data, "\ud83d\ude01")}) > 0.1);
  }

  /** A loader that reads row by row keeps one string at a time, at index 0. */
  @Test
  void rowsMayComeOneByOne() throws Exception {
    Instances train = texts(200, 1, NeuralNetTextTest::aWord);
    Instances test = texts(50, 2, NeuralNetTextTest::aWord);
    NeuralNet net = built(MEAN, train);
    double[][] expected = predictions(net, test);
    ArffLoader loader = new ArffLoader();
    loader.setSource(new ByteArrayInputStream(test.toString().getBytes(StandardCharsets.UTF_8)));
    Instances structure = loader.getStructure();
    structure.setClassIndex(1);
    int r = 0;
    for (Instance row = loader.getNextInstance(structure); row != null; row = loader.getNextInstance(structure)) {
      assertArrayEquals(expected[r++], net.distributionForInstance(row), 1e-6);
    }
    assertEquals(50, r);
    assertTrue(distance(expected, new double[50][2]) > 0.5);
  }

  @Test
  void aStoredModelPredictsTheSame() throws Exception {
    Instances train = texts(150, 1, NeuralNetTextTest::aWord);
    Instances test = texts(50, 2, NeuralNetTextTest::aWord);
    NeuralNet net = built(MEAN + "-resume", train);
    NeuralNet read = (NeuralNet) new SerializedObject(net).getObject();
    assertSame(predictions(net, test), predictions(read, test), "stored and read");
    assertEquals(net.toString(), read.toString());
    read.setEpochs("32");
    read.setText(TextUnits.CHARS);
    message(() -> read.initializeClassifier(train), "text: the model was trained with 'words'", "got 'chars'");
    read.setText(TextUnits.WORDS);
    read.initializeClassifier(train);
    while (read.next()) {
      // one epoch per call
    }
    read.done();
    assertTrue(read.toString().contains("62 epochs in"), read.toString());
    assertTrue(distance(predictions(net, test), predictions(read, test)) > 0, "two epochs more");
  }

  @Test
  void theNumberOfThreadsChangesNoBit() throws Exception {
    Instances train = texts(300, 1, NeuralNetTextTest::aWord);
    String options = "-layers \"embedding 16, conv1d 16 3 relu, globalmaxpool\" -epochs 3 -shards 4 -threads ";
    assertSame(predictions(built(options + 1, train), train), predictions(built(options + 3, train), train), "threads");
  }

  @Test
  void whatStandsBesideTheTextCounts() throws Exception {
    Instances texts = texts(300, 1, NeuralNetTextTest::aWord);
    List<String> lines = new ArrayList<>(List.of("@attribute x numeric", "@attribute s string", "@attribute y {p,q}",
        "@data"));
    Random random = new Random(3);
    for (Instance row : texts) {
      double x = random.nextGaussian();
      lines.add(String.format(Locale.ROOT, "%.3f,'%s',%s", x, row.stringValue(0), x > 0 ? "p" : "q"));
    }
    Instances data = arff(lines.toArray(String[]::new));
    assertTrue(right(built(MEAN, data), data) > 95);
  }

  @Test
  void severalTextsAreReadOneAfterTheOther() throws Exception {
    Instances two = arff("@attribute title string", "@attribute y {p,q}", "@attribute body string", "@data",
        "'a b',p,'c d'", "'a c',q,'b d'", "'d',p,?");
    two.setClassIndex(1);
    Instances one = arff("@attribute text string", "@attribute y {p,q}", "@data", "'a b c d',p", "'a c b d',q", "d,p");
    String options = "-layers \"embedding 4, gru 4\" -epochs 5";
    NeuralNet net = built(options, two);
    assertTrue(net.toString().startsWith("NeuralNet\n=========\n\nattributes 'title' and 'body' become words: 4 of 4"),
        net.toString());
    assertSame(predictions(built(options, one), one), predictions(net, two), "joined");
  }

  @Test
  void aNameOfARowIsNoText() throws Exception {
    List<String> lines = new ArrayList<>(List.of("@attribute name string", "@attribute x numeric",
        "@attribute y {p,q}", "@data"));
    for (int i = 0; i < 60; i++) {
      lines.add("name" + i + "," + i + "," + (i < 30 ? "p" : "q"));
    }
    NeuralNet net = built("-layers \"dense 4\" -epochs 50", arff(lines.toArray(String[]::new)));
    assertTrue(net.toString().contains("so that nothing can be learnt from it, left out: name\n"), net.toString());
    assertTrue(net.toString().contains("[9]") || net.toString().contains("[1]"), net.toString());
    NeuralNet none = built("", arff("@attribute s string", "@attribute y {p,q}", "@data", "'one text',p"));
    assertTrue(none.toString().contains("no attribute varies"), none.toString());
  }

  @Test
  void aTextMayBeVeryLong() throws Exception {
    Instances train = texts(60, 1, NeuralNetTextTest::aWord);
    NeuralNet net = built(MEAN, train);
    String text = "good " + "the ".repeat(100_000);
    assertEquals(100, 100 * (prediction(net, train, text)[0] + prediction(net, train, text)[1]), 1e-6);
    assertArrayEquals(prediction(net, train, "good " + "the ".repeat(499)), prediction(net, train, text));
    train.add(row(train, text));
    train.instance(60).setClassValue(1);
    assertTrue(built(MEAN.replace("30", "1"), new Instances(train)).toString().contains("texts of 3 to 500 words; 1 is "
        + "longer"));
    double[] all = prediction(built(MEAN.replace("30", "1") + "-longest 100000 -batch 4", train), train, text);
    assertEquals(1, all[0] + all[1], 1e-6);
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() throws Exception {
    Instances data = texts(20, 1, NeuralNetTextTest::aWord);
    message(() -> built("-layers \"gru 4\"", data), "layers: the string attributes are texts",
        "'embedding 64, globalmaxpool'",
        "remove these attributes");
    message(() -> built("-layers \"embedding 4, dense 4\"", data), "step 2 'dense 4'", "cannot tell their end");
    message(() -> built("-input 5x1", data), "input: expected 'auto' where attribute 'review' is a text");
    message(() -> built("-augment flip", data), "augment: expected 'auto' where attribute 'review' is a text");
    message(() -> built("-bins 4", data), "bins: expected 'auto' or 0 where attribute 'review' is a text");
    message(() -> built("-text words -images .", data),
        "text: expected 'auto' or 'none' where images (-images) is set");
    message(() -> built("-text none", data), "'review' is a string attribute", "StringToWordVector");
    Instances numbers = arff("@attribute a numeric", "@attribute b numeric", "@attribute y {p,q}", "@data", "0,1,p",
        "1,1,q", "1,0,p");
    message(() -> built("-layers \"reshape 2x1, embedding 4 words=2, globalavgpool\"", numbers),
        "an embedding takes the numbers of words, but there is no text", "scaling");
    message(() -> built("-scaling none -layers \"reshape 2x1, embedding 4, globalavgpool\"", numbers),
        "step 2 'embedding 4': the number of words is not known here", "'embedding 4 words=10000'");
    NeuralNet net =
        built("-scaling none -epochs 5 -bins 0 -layers \"reshape 2x1, embedding 4 words=2, gru 4\"", numbers);
    assertEquals(2, net.distributionForInstance(numbers.get(0)).length);
    NeuralNet trained = built(MEAN, data);
    Instance lost = row(data, "good");
    lost.setDataset(null);
    message(() -> trained.distributionForInstance(lost), "row 1", "is no text, or the row belongs to no data set");
  }

  /** The word is in all rows and the number in one: a name tells nothing and is no reason for a network for texts. */
  @Test
  void aNameWithAWordThatAllRowsHaveIsLeftOut() throws Exception {
    StringBuilder rows = new StringBuilder("@attribute name string\n@attribute x numeric\n@attribute y numeric\n"
        + "@data\n");
    for (int r = 0; r < 40; r++) {
      rows.append("'customer ").append(1000 + r).append("',").append(r % 7).append(',').append(3 * (r % 7))
          .append('\n');
    }
    String text = built("-epochs 1 -layers output", arff(rows.toString())).toString();
    assertTrue(text.contains("left out: name") && !text.contains("embedding"), text);
  }

  /** One that ends like the name of an image may do so by chance. */
  @Test
  void aTextMayEndLikeAnImage() throws Exception {
    Instances data = arff("@attribute t string", "@attribute c {a,b}", "@data", "'look at photo.png',a",
        "'look at nothing',b", "'the photo here',a", "'nothing here',b");
    assertTrue(built("-epochs 1", data).toString().contains("attribute 't' becomes words"));
  }
}
