package weka.core.neural.chains;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Chains as they are stored: small, and with the same counts to the last bit. */
class StoredContextsTest {
  private static final int LETTERS = 30;

  private static byte[] stored(ContextTree tree) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(tree);
    }
    return bytes.toByteArray();
  }

  private static ContextTree read(byte[] stored) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
      return (ContextTree) in.readObject();
    }
  }

  /** Words of a vocabulary, the early ones often and the late ones seldom, as in a language. */
  private static int[] text(int length, Random random) {
    int[][] words = new int[100_000][];
    for (int w = 0; w < words.length; w++) {
      words[w] = random.ints(2 + random.nextInt(7), 1, LETTERS).toArray();
    }
    int[] text = new int[length];
    int at = 0;
    while (at < length) {
      int[] word = words[(int) Math.pow(words.length, random.nextDouble()) - 1];
      for (int i = 0; i < word.length && at < length; i++) {
        text[at++] = word[i];
      }
      at++;
    }
    return text;
  }

  private static void assertSame(ContextTree tree, int[] sequence) throws Exception {
    ContextTree copy = read(stored(tree));
    assertArrayEquals(tree.frequencies(), copy.frequencies(), 0);
    for (double smoothing : new double[] {0, 0.01, 1}) {
      assertArrayEquals(tree.logProbabilities(sequence, smoothing), copy.logProbabilities(sequence, smoothing), 0);
      for (int t = 0; t < Math.min(5, sequence.length); t++) {
        int[] before = Arrays.copyOf(sequence, t);
        assertArrayEquals(tree.next(t, before, smoothing), copy.next(t, before, smoothing), 0);
      }
    }
  }

  @Test
  void aLongTextTakesLittleRoom() throws Exception {
    Random random = new Random(1);
    ContextTree tree = new ContextTree(5, LETTERS, true, true, null);
    int[] text = text(400_000, random);
    tree.add(text, 1);
    byte[] stored = stored(tree);
    assertTrue(stored.length < 5_000_000, stored.length + " bytes");
    assertSame(tree, text);
    assertSame(tree, random.ints(1000, 0, LETTERS).toArray());
  }

  @Test
  void countsOfAnyWeightAreExact() throws Exception {
    Random random = new Random(2);
    for (double weight : new double[] {0.1, 1e-300, 1e300, 3}) {
      ContextTree tree = new ContextTree(3, 400, false, true, null);
      for (int i = 0; i < 50; i++) {
        tree.add(random.ints(30, -1, 400).toArray(), weight * (1 + random.nextInt(3)) / 3);
      }
      assertSame(tree, random.ints(50, 0, 400).toArray());
    }
    ContextTree odd = new ContextTree(2, 3, true, false, null);
    assertSame(odd, new int[] {0, 1, 2});
    for (int i = 0; i < 50; i++) {
      odd.add(random.ints(20, 0, 3).toArray(), random.nextDouble());
    }
    assertSame(odd, new int[] {0, 1, 2, 0, 0, 1, 2});
  }

  @Test
  void placesAreKept() throws Exception {
    boolean[][] places = {{true, true, false}, {false, true, true}, {true, true, true}, {true, false, false}};
    ContextTree tree = new ContextTree(2, 3, false, false, places);
    tree.add(new int[] {0, 1, 2, 0}, 1);
    tree.add(new int[] {1, SequenceReader.MISSING, 2, 0}, 2.5);
    tree.add(new int[] {1, 2, 0, 0}, 1);
    assertSame(tree, new int[] {1, 2, 2, 0});
  }

  @Test
  void damagedCountsAreRefused() throws Exception {
    ContextTree tree = new ContextTree(2, 3, true, true, null);
    tree.add(new int[] {0, 1, 2, 0, 1}, 1);
    byte[] nodes = tree.stored().nodes();
    for (int length = 0; length < nodes.length; length++) {
      ContextTree.Stored cut = tree.stored().with(Arrays.copyOf(nodes, length));
      assertThrows(InvalidObjectException.class, cut::tree, length + " of " + nodes.length + " bytes");
    }
    byte[] endless = new byte[1000];
    Arrays.fill(endless, (byte) 0xff);
    assertThrows(InvalidObjectException.class, tree.stored().with(endless)::tree);
  }
}
