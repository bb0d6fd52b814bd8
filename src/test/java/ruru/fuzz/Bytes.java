package ruru.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Files that were valid: bits flipped, parts cut off, taken out or repeated, lengths at their limits. */
public final class Bytes {
  private static final int[] LIMITS =
      {0, 1, -1, 2, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0x7FFFFFF0, 40_000, 20_000};

  private Bytes() {}

  /** @param fixed bytes at the beginning that mostly stay, since they say what kind of file it is */
  public static byte[] mutated(byte[] file, int fixed, Random random) {
    byte[] changed = file.clone();
    for (int changes = random.nextInt(5); changes >= 0 && changed.length > 0; changes--) {
      int from = random.nextInt(20) == 0 || changed.length <= fixed ? 0 : fixed;
      int at = from + random.nextInt(changed.length - from);
      changed = switch (random.nextInt(7)) {
        case 0 -> random.nextInt(4) == 0 ? Arrays.copyOf(changed, at) : changed;
        case 1 -> without(changed, at, Math.min(changed.length - at, 1 + random.nextInt(16)));
        case 2 -> repeated(changed, at, Math.min(changed.length - at, 1 + random.nextInt(64)), random);
        case 3, 4 -> withNumber(changed, at, random);
        default -> {
          changed[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (changed[at]
              ^ 1 << random.nextInt(8));
          yield changed;
        }
      };
    }
    return changed;
  }

  private static byte[] without(byte[] file, int at, int length) {
    byte[] shorter = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, at + length, shorter, at, file.length - at - length);
    return shorter;
  }

  private static byte[] repeated(byte[] file, int from, int length, Random random) {
    int times = 1 + random.nextInt(random.nextInt(10) == 0 ? 500 : 3);
    int at = random.nextInt(file.length + 1);
    ByteBuffer longer = ByteBuffer.allocate(file.length + times * length).put(file, 0, at);
    for (int i = 0; i < times; i++) {
      longer.put(file, from, length);
    }
    return longer.put(file, at, file.length - at).array();
  }

  private static byte[] withNumber(byte[] file, int at, Random random) {
    int number = LIMITS[random.nextInt(LIMITS.length)];
    ByteBuffer bytes = ByteBuffer.wrap(file)
        .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (random.nextBoolean() && at + Integer.BYTES <= file.length) {
      bytes.putInt(at, number);
    } else if (at + Short.BYTES <= file.length) {
      bytes.putShort(at, (short) number);
    }
    return file;
  }
}
