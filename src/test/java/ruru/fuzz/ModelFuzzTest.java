package ruru.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.io.Model;
import ruru.nn.io.ModelFile;
import ruru.nn.io.ModelFileException;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.text.NetworkText;

/** Any model file with a right checksum is a model, or refused in words within seconds. */
class ModelFuzzTest {
  private static final int HEADER = 20;
  private static final int TAIL = Integer.BYTES;

  @Test
  void anyBodyIsReadOrRefusedInWords() throws Exception {
    Network network = new Network(Shape.of(4, 4, 1), 3, NetworkText.parse("conv 2 3x3 relu, dense 3 tanh, output"));
    network.initialise(1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ModelFile.write(new Model(network, new CrossEntropy()), written);
    byte[] file = written.toByteArray();
    Fuzz.run("model files", random -> {
      byte[] changed = changed(file, random);
      long start = System.nanoTime();
      try {
        ModelFile.read(new ByteArrayInputStream(changed));
      } catch (ModelFileException e) {
        assertTrue(e.getMessage() != null && e.getMessage().length() < 2000, () -> "" + e.getMessage());
      }
      assertTrue(System.nanoTime() - start < 5_000_000_000L, "took more than 5 seconds");
    });
  }

  /** Some bytes of the body changed, taken out or put in; length and checksum as they should be. */
  private static byte[] changed(byte[] file, Random random) {
    byte[] body = Arrays.copyOfRange(file, HEADER, file.length - TAIL);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(body.length);
      switch (random.nextInt(3)) {
        case 0 -> body[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> body[at] = (byte) random.nextInt(256);
        default -> {
          int length = Math.min(body.length - at, random.nextInt(8));
          System.arraycopy(body, random.nextInt(body.length - length + 1), body, at, length);
        }
      }
    }
    body = Arrays.copyOf(body, random.nextInt(10) == 0 ? random.nextInt(body.length + 20) : body.length);
    ByteBuffer changed = ByteBuffer.allocate(HEADER + body.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
    changed.put(file, 0, HEADER - Long.BYTES).putLong(body.length).put(body);
    CRC32 crc = new CRC32();
    crc.update(changed.array(), 0, HEADER + body.length);
    return changed.putInt((int) crc.getValue()).array();
  }
}
