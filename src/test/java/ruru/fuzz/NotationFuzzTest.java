package ruru.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.nn.text.NetworkText;

/** Any text is a network, or refused in a few words within seconds. */
class NotationFuzzTest {
  private static final List<String> TEXTS = List.of("dense 16 relu, dropout 0.5, output",
      "conv 8 3x3 relu stride=2, maxpool 2, flatten, dense 10 tanh as code init=orthogonal(1.5)",
      "dense 4 relu as a, dense 4 relu, add a, layernorm, output softmax", "deconv 4 3x3, upsample 2, pad 1, crop 1",
      "sparse 0.05 2, contractive 0.1, variational 1, noise 0.3, reshape 4x4x1, batchnorm momentum=0.9, elu 1");
  private static final String SIGNS = " ,=()x.-+*'\"\\0123456789eE\n\t\u00e4\u200f{}[]:;/abcinfNa";
  private static final int LONGEST_MESSAGE = 1000;

  @Test
  void anyTextIsReadOrRefusedInWords() {
    Fuzz.run("notation", random -> {
      String text = text(random);
      long start = System.nanoTime();
      try {
        NetworkText.parse(text);
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage() != null && e.getMessage().length() <= LONGEST_MESSAGE,
            () -> text + ": " + e.getMessage());
      }
      assertTrue(System.nanoTime() - start < 5_000_000_000L, text);
    });
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
    for (int changes = random.nextInt(8); changes >= 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
        case 2 -> {
          String other = TEXTS.get(random.nextInt(TEXTS.size()));
          text.insert(at, other.substring(random.nextInt(other.length())));
        }
        default -> text.insert(at, text.substring(0, Math.min(at, 200)).repeat(random.nextInt(3)));
      }
    }
    return text.toString();
  }
}
