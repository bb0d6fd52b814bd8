package weka.core.neural.letters;

import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * What a network has to beat, counted in the part of the text that is trained on: how often each letter is, and how
 * often after which other one. A letter counts half a time more than it was seen, so that none is impossible
 * (Krichevsky and Trofimov 1981).
 */
final class LetterStatistics {
  private static final double UNSEEN = 0.5;

  private final double[] letters;
  private final double[][] pairs;

  LetterStatistics(Letters text) {
    int n = text.alphabet().size();
    letters = new double[n];
    pairs = new double[n][n];
    for (int i = 0; i < text.first(); i++) {
      letters[text.at(i)]++;
      if (i > 0) {
        pairs[text.at(i - 1)][text.at(i)]++;
      }
    }
  }

  private static double bits(double[] counts, int letter) {
    return -Utils.log2((counts[letter] + UNSEEN) / (Utils.sum(counts) + UNSEEN * counts.length));
  }

  /** The mean number of bits that a letter of the rows costs if only letters' frequencies are known. */
  double bitsOfLetters(Instances rows) {
    return rows.stream().mapToDouble(row -> bits(letters, (int) row.classValue())).average().orElse(0);
  }

  /** The same if the letter before is known, too: a Markov chain. */
  double bitsOfPairs(Instances rows, Letters text) {
    return rows.stream().mapToDouble(row -> bits(pairs[last(row, text)], (int) row.classValue())).average().orElse(0);
  }

  private static int last(Instance row, Letters text) {
    String before = row.stringValue(0);
    return text.alphabet().indexOf(before.substring(before.offsetByCodePoints(before.length(), -1)));
  }
}
