package ruru.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Files are read for as long as that is wanted: an interrupt of the thread ends it as an error of reading would. */
final class Reading extends FilterInputStream {
  Reading(InputStream in) {
    super(in);
  }

  /** @throws InterruptedIOException if the thread was interrupted; it stays so */
  static void check() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("reading was stopped");
    }
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    check();
    return super.read(to, from, count);
  }
}
