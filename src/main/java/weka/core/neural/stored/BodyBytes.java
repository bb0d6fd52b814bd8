package weka.core.neural.stored;

import java.io.ByteArrayOutputStream;

/** Bytes that are written, up to the size of the largest array. */
final class BodyBytes extends ByteArrayOutputStream {
  private static final int MOST = Integer.MAX_VALUE - 8;

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    if (length > MOST - count) {
      throw new IllegalArgumentException("the model takes more than " + MOST + " bytes, the most that can be stored; "
          + "train fewer or smaller networks, or without -resume");
    }
    super.write(bytes, from, length);
  }
}
