package weka.core.neural.letters;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.TextUnits;
import weka.core.neural.run.CommandResult;
import weka.core.neural.run.Program;

/**
 * The command {@code weka.Run .TextModel}: a network learns to continue a text letter by letter, and writes one. {@link
 * TextModelSettings#HELP} is its manual.
 */
public final class TextModel extends Program {
  /** Letters of the end of the text on which the network is measured, at most. */
  private static final int MOST_TESTED = 5000;
  private static final double LEAST_PROBABILITY = 1e-9;

  @Override
  protected String manual() {
    return TextModelSettings.HELP;
  }

  @Override
  protected void run(String[] arguments) throws Exception {
    CommandResult.print(learn(TextModelSettings.parse(arguments)));
  }

  private static String learn(TextModelSettings settings) throws Exception {
    Letters text = Letters.of(read(settings), settings.window());
    Instances train = text.rows(0, text.first(), settings.rows());
    Instances test = text.rows(text.first(), text.size(), MOST_TESTED);
    NeuralNet net = new NeuralNet();
    net.setOptions(settings.network().clone());
    // The last letters of a window tell most; a text's first ones are read.
    net.setLongest(Integer.toString(settings.window()));
    net.setText(TextUnits.CHARS);
    net.setSeed(settings.seed());
    net.buildClassifier(train);
    LetterStatistics statistics = new LetterStatistics(text);
    String result = String.format(Locale.ROOT, """
        %,d letters, %d different ones; learnt from %,d places of the first %,d

        bits for a letter of the rest, %,d letters:
          all letters alike     %.3f
          their frequencies     %.3f
          pairs of letters      %.3f
          the network           %.3f
        """, text.size(), text.alphabet().size(), train.numInstances(), text.first(), test.numInstances(),
        Utils.log2(text.alphabet().size()), statistics.bitsOfLetters(test), statistics.bitsOfPairs(test, text),
        bits(net, test));
    return settings.generate() == 0 ? result : result + "\n" + written(net, text, settings) + "\n";
  }

  private static String read(TextModelSettings settings) throws IOException {
    if (!Files.isReadable(settings.file())) {
      throw new IOException("option -t: cannot read '" + settings.file() + "': there is no such file");
    }
    try {
      return Files.readString(settings.file());
    } catch (CharacterCodingException e) {
      throw new IOException("option -t: cannot read '" + settings.file() + "': it is no text in UTF-8", e);
    }
  }

  private static double bits(NeuralNet net, Instances rows) throws Exception {
    double[][] predictions = net.distributionsForInstances(rows);
    double sum = 0;
    for (int r = 0; r < predictions.length; r++) {
      sum -= Utils.log2(Math.max(LEAST_PROBABILITY, predictions[r][(int) rows.get(r).classValue()]));
    }
    return sum / predictions.length;
  }

  /** What the network writes after the part of the text that it learnt from. */
  private static String written(NeuralNet net, Letters text, TextModelSettings settings) throws Exception {
    Random random = new Random(settings.seed());
    StringBuilder all = new StringBuilder(text.before(text.first()));
    int begin = all.length();
    for (int i = 0; i < settings.generate(); i++) {
      String before = all.substring(all.offsetByCodePoints(all.length(), -settings.window()));
      double[] p = net.distributionForInstance(Letters.row(text.header(), before));
      all.append(text.alphabet().get(drawn(p, settings.temperature(), random)));
    }
    return all.substring(begin);
  }

  /** A letter at random, with probabilities to the power of 1 / temperature. */
  private static int drawn(double[] probabilities, double temperature, Random random) {
    double most = Arrays.stream(probabilities).max().orElse(1);
    double[] shares = Arrays.stream(probabilities).map(p -> Math.pow(p / most, 1 / temperature)).toArray();
    double left = random.nextDouble() * Utils.sum(shares);
    int letter = 0;
    while (letter < shares.length - 1 && left >= shares[letter]) {
      left -= shares[letter++];
    }
    return letter;
  }
}
