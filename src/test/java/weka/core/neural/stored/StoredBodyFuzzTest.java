package weka.core.neural.stored;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.fuzz.Fuzz;

/** Any body of a stored scheme is a scheme, or refused in words within seconds. */
class StoredBodyFuzzTest {
  @Test
  void anyBodyIsReadOrRefusedInWords() throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    for (SampleModel sample : SampleModel.values()) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      try (BodyOutput out = new BodyOutput(body)) {
        out.writeObject(sample.trained(4));
      }
      bodies.add(body.toByteArray());
    }
    Fuzz.run("bodies of stored schemes", random -> {
      byte[] body = changed(bodies.get(random.nextInt(bodies.size())), random);
      long start = System.nanoTime();
      try {
        BodyInput.scheme(body);
      } catch (InvalidObjectException e) {
        assertTrue(e.getMessage().startsWith("the model"), e.getMessage());
      }
      assertTrue(System.nanoTime() - start < 5_000_000_000L, "took more than 5 seconds");
    });
  }

  private static byte[] changed(byte[] body, Random random) {
    byte[] changed = body.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(changed.length);
      if (random.nextBoolean()) {
        changed[at] ^= (byte) (1 << random.nextInt(8));
      } else {
        int length = Math.min(changed.length - at, 1 + random.nextInt(12));
        System.arraycopy(body, random.nextInt(body.length - length + 1), changed, at, length);
      }
    }
    return changed;
  }
}
