package ruru.nn.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the values that make up a model file: little-endian numbers, and texts as a length and UTF-8. */
final class BodyWriter {
  private static final int BLOCK = 2048;

  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  BodyWriter(OutputStream out) {
    this.out = out;
  }

  void writeByte(int value) throws IOException {
    out.write(value);
  }

  void writeInt(int value) throws IOException {
    buffer.putInt(value);
    flush();
  }

  void writeLong(long value) throws IOException {
    buffer.putLong(value);
    flush();
  }

  void writeDouble(double value) throws IOException {
    buffer.putDouble(value);
    flush();
  }

  void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeInt(bytes.length);
    out.write(bytes);
  }

  /** Writes values[from .. to), without their count. */
  void writeFloats(float[] values, int from, int to) throws IOException {
    for (int start = from; start < to; start += BLOCK) {
      int count = Math.min(BLOCK, to - start);
      buffer.asFloatBuffer().put(values, start, count);
      buffer.position(count * Float.BYTES);
      flush();
    }
  }

  void writeFloats(float[] values) throws IOException {
    writeFloats(values, 0, values.length);
  }

  /** Writes all values, without their count. */
  void writeDoubles(double[] values) throws IOException {
    for (double v : values) {
      writeDouble(v);
    }
  }

  private void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
