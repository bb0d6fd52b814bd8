package ruru.nn.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link BodyWriter} wrote. Nothing is allocated before its bytes are known to be there. */
final class BodyReader {
  private final ByteBuffer bytes;

  BodyReader(byte[] body) {
    bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
  }

  int remaining() {
    return bytes.remaining();
  }

  byte readByte(String what) throws ModelFileException {
    require(what, 1, Byte.BYTES);
    return bytes.get();
  }

  int readInt(String what) throws ModelFileException {
    require(what, 1, Integer.BYTES);
    return bytes.getInt();
  }

  long readLong(String what) throws ModelFileException {
    require(what, 1, Long.BYTES);
    return bytes.getLong();
  }

  double readDouble(String what) throws ModelFileException {
    require(what, 1, Double.BYTES);
    return bytes.getDouble();
  }

  /** A count of items, each of at least the given number of bytes. */
  int readCount(String what, int bytesEach) throws ModelFileException {
    int count = readInt("the number of " + what);
    require(what, count, bytesEach);
    return count;
  }

  String readText(String what) throws ModelFileException {
    int length = readInt("the length of " + what);
    require(what, length, 1);
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  /** Fills values[from .. to). */
  void readFloats(String what, float[] values, int from, int to) throws ModelFileException {
    require(what, to - from, Float.BYTES);
    bytes.asFloatBuffer().get(values, from, to - from);
    bytes.position(bytes.position() + (to - from) * Float.BYTES);
  }

  float[] readFloats(String what, int count) throws ModelFileException {
    require(what, count, Float.BYTES);
    float[] values = new float[count];
    readFloats(what, values, 0, count);
    return values;
  }

  double[] readDoubles(String what, int count) throws ModelFileException {
    require(what, count, Double.BYTES);
    double[] values = new double[count];
    bytes.asDoubleBuffer().get(values);
    bytes.position(bytes.position() + count * Double.BYTES);
    return values;
  }

  private void require(String what, long count, int bytesEach) throws ModelFileException {
    if (count < 0 || count * bytesEach > bytes.remaining()) {
      throw new ModelFileException("the model file is damaged: " + what + " should take " + count * bytesEach
          + " bytes, but " + bytes.remaining() + " are left");
    }
  }
}
