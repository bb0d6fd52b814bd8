package ruru.nn.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A model as bytes: a magic number, the number of the format, the length of the body, the {@link ModelBody body}, and a
 * CRC32 of everything before it; numbers are little-endian. The magic number holds line ends and a control character,
 * as PNG's does, so that a transfer as text is detected at once.
 *
 * <p>The whole body is read and its checksum verified before anything in it is trusted. It is therefore limited to
 * 2 GB: half a billion parameters, or a hundred million with the state of a training that uses Adam.
 */
public final class ModelFile {
  private static final byte[] MAGIC = {'R', 'u', 'r', 'u', '\r', '\n', 0x1A, '\n'};
  /** The format that is written, which is also the newest that can be read. */
  private static final int FORMAT = 1;
  private static final int OLDEST_FORMAT = 1;
  private static final int HEADER = MAGIC.length + Integer.BYTES + Long.BYTES;
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private ModelFile() {}

  /**
   * Writes a model; the stream stays open.
   *
   * @throws IllegalArgumentException if it could not be read back: a layer, loss or optimizer is not one of the
   *                                  notation's, or it is too large
   */
  public static void write(Model model, OutputStream out) throws IOException {
    ModelBody.requireReadable(model);
    ByteCounter counter = new ByteCounter();
    ModelBody.write(model, new BodyWriter(counter));
    if (counter.bytes > LONGEST) {
      throw new IllegalArgumentException("the model takes " + counter.bytes + " bytes, but a model file holds at most "
          + LONGEST);
    }
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
    checked.write(MAGIC);
    BodyWriter writer = new BodyWriter(checked);
    writer.writeInt(FORMAT);
    writer.writeLong(counter.bytes);
    ModelBody.write(model, writer);
    writer.writeInt((int) checked.getChecksum().getValue());
    checked.flush();
  }

  /**
   * Reads a model; the stream stays open, positioned after the model's last byte.
   *
   * @throws ModelFileException if the bytes are not a model, are damaged, of another version, or inconsistent
   */
  public static Model read(InputStream in) throws IOException {
    byte[] header = in.readNBytes(HEADER);
    requireMagic(header);
    if (header.length < HEADER) {
      throw truncated(HEADER, header.length);
    }
    ByteBuffer numbers = ByteBuffer.wrap(header, MAGIC.length, HEADER - MAGIC.length).order(ByteOrder.LITTLE_ENDIAN);
    int format = numbers.getInt();
    if (format < OLDEST_FORMAT || format > FORMAT) {
      throw new ModelFileException("the model file is format " + format + "; this version of Ruru reads "
          + OLDEST_FORMAT + " to " + FORMAT);
    }
    long length = numbers.getLong();
    if (length < 0 || length > LONGEST) {
      throw new ModelFileException("the model file is damaged: its body should be 0 to " + LONGEST + " bytes long, got "
          + length);
    }
    // Grows with the bytes read, so a damaged length costs nothing.
    byte[] body = in.readNBytes((int) length);
    byte[] checksum = in.readNBytes(Integer.BYTES);
    if (checksum.length < Integer.BYTES) {
      throw truncated(HEADER + length + Integer.BYTES, HEADER + body.length + checksum.length);
    }
    requireChecksum(header, body, ByteBuffer.wrap(checksum).order(ByteOrder.LITTLE_ENDIAN).getInt());
    return ModelBody.read(new BodyReader(body));
  }

  private static void requireMagic(byte[] header) throws ModelFileException {
    int known = Math.min(header.length, MAGIC.length);
    if (!Arrays.equals(header, 0, known, MAGIC, 0, known)) {
      throw new ModelFileException("this is not a model file of Ruru: it should start with the bytes "
          + Arrays.toString(MAGIC) + ", got " + Arrays.toString(Arrays.copyOf(header, known)));
    }
  }

  private static ModelFileException truncated(long expected, long got) {
    return new ModelFileException("the model file is truncated: it should have " + expected + " bytes, got " + got);
  }

  private static void requireChecksum(byte[] header, byte[] body, int expected) throws ModelFileException {
    CRC32 crc = new CRC32();
    crc.update(header);
    crc.update(body);
    if ((int) crc.getValue() != expected) {
      throw new ModelFileException(String.format(Locale.ROOT,
          "the model file is damaged: its checksum is %08x, its bytes give %08x", expected,
          (int) crc.getValue()));
    }
  }

  /** Discards the bytes but counts them. */
  private static final class ByteCounter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      bytes += length;
    }
  }
}
