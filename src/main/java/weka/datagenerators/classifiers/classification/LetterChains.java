package weka.datagenerators.classifiers.classification;

import java.io.Serializable;
import java.util.Random;

/**
 * Markov chains over n letters, numbered from 0, one for each class. After r letters whose numbers add up to u, the
 * chain of class k goes on with one of two letters, each with probability (1 - randomness) / 2, or with any letter,
 * each with probability randomness / n:
 *
 * <pre>successor j of class k = a[(b[u mod n] + d[2 k + j]) mod n], j = 0, 1</pre>
 *
 * <p>for random permutations a, b and d of 0 .. n - 1. No two classes share a successor. Because the successor is
 * uniform if one of the r letters is, r letters in a row are uniform over all n^r if the first r of the text are: up to
 * groups of r letters all classes have the same distribution, exactly.
 */
final class LetterChains implements Serializable {
  private static final long serialVersionUID = 1;

  /** Successors of a group of letters. */
  static final int SUCCESSORS = 2;

  private final int order;
  private final double randomness;
  private final int[] after;
  private final int[] before;
  private final int[] shifts;

  /** Draws the permutations with a seed. */
  LetterChains(int letters, int order, double randomness, int seed) {
    this.order = order;
    this.randomness = randomness;
    Random random = new Random(seed);
    after = permutation(letters, random);
    before = permutation(letters, random);
    shifts = permutation(letters, random);
  }

  private static int[] permutation(int n, Random random) {
    int[] result = new int[n];
    for (int i = 1; i < n; i++) {
      int j = random.nextInt(i + 1);
      result[i] = result[j];
      result[j] = i;
    }
    return result;
  }

  /** The numbers of the letters of a text. */
  int[] draw(int label, int length, Random random) {
    int n = after.length;
    int[] text = new int[length];
    int sum = 0;
    for (int t = 0; t < length; t++) {
      boolean free = random.nextDouble() < randomness;
      text[t] = t < order || free ? random.nextInt(n)
          : after[(before[sum % n] + shifts[SUCCESSORS * label + random.nextInt(SUCCESSORS)]) % n];
      sum += text[t] - (t < order ? 0 : text[t - order]);
    }
    return text;
  }
}
