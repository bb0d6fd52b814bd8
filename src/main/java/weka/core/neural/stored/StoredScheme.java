package weka.core.neural.stored;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a scheme in Java's serialisation: the number of the format, the length of the body, its
 * CRC32, and the body, which holds the scheme with all that it has of Weka. Length and checksum are compared before
 * anything in the body is believed. Its class is named in each stored file and keeps its name.
 */
public final class StoredScheme implements SchemeHolder, Serializable {
  private static final long serialVersionUID = 1;
  private static final int FORMAT = 1;

  private transient @Nullable Object scheme;

  /** @param scheme of one of our classes, not of a class that extends one */
  public StoredScheme(Serializable scheme) {
    this.scheme = scheme;
  }

  @Override
  public @Nullable Object scheme() {
    return scheme;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    BodyBytes body = new BodyBytes();
    CheckedOutputStream checked = new CheckedOutputStream(body, new CRC32());
    try (BodyOutput objects = new BodyOutput(checked)) {
      objects.writeObject(scheme);
    }
    out.writeInt(FORMAT);
    out.writeInt(body.size());
    out.writeInt((int) checked.getChecksum().getValue());
    body.writeTo(out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    byte[] body;
    try {
      in.defaultReadObject();
      body = checkedBody(in);
    } catch (Refusal e) {
      throw e;
    } catch (IOException e) {
      throw new Refusal("the model is damaged or cut off: " + (e.getMessage() == null ? "it ends too early"
          : e.getMessage()), e);
    }
    scheme = BodyInput.scheme(body);
  }

  private static byte[] checkedBody(ObjectInputStream in) throws IOException {
    int format = in.readInt();
    if (format != FORMAT) {
      throw new Refusal("the model is damaged, or of a newer version of Ruru: its format is " + format
          + ", this version reads " + FORMAT, null);
    }
    int length = in.readInt();
    int checksum = in.readInt();
    // Grows with the bytes that come, so a damaged length costs nothing.
    byte[] body = in.readNBytes(Math.max(0, length));
    if (body.length != length) {
      throw new Refusal("the model is damaged or cut off: it should have " + length + " bytes, got " + body.length,
          null);
    }
    CRC32 crc = new CRC32();
    crc.update(body);
    if ((int) crc.getValue() != checksum) {
      throw new Refusal(String.format(Locale.ROOT, "the model is damaged: its checksum is %08x, its bytes give %08x",
          checksum, (int) crc.getValue()), null);
    }
    return body;
  }

  private @Nullable Object readResolve() {
    return scheme;
  }
}
