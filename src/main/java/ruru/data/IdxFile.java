package ruru.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import ruru.nn.Shape;

/**
 * An array of bytes in the IDX format of MNIST, plain or compressed by gzip (determined by its bytes, not its name):
 * two zero bytes, the type of the elements (8: unsigned byte; others are rejected), the number of axes, each axis'
 * length in 4 bytes, the highest first, then the elements, the last axis fastest. Source: LeCun, Cortes, Burges, "The
 * MNIST database of handwritten digits".
 *
 * @param dims     the length of each axis; the first counts images or labels
 * @param elements all of them; not a copy
 */
public record IdxFile(int[] dims, byte[] elements) {
  private static final int UNSIGNED_BYTE = 8;
  private static final int MOST_AXES = 4;

  /** Grey images: [images][height][width]. */
  public static IdxFile images(Path file) throws IOException {
    return read(file, 3, true);
  }

  /** Labels: [images]. */
  public static IdxFile labels(Path file) throws IOException {
    return read(file, 1, true);
  }

  /** Grey images without their elements: only the lengths are read. */
  public static IdxFile imagesHeader(Path file) throws IOException {
    return read(file, 3, false);
  }

  /** Images or labels. */
  public int size() {
    return dims[0];
  }

  /** The shape of one grey image. */
  public Shape imageShape() {
    return Shape.of(dims[1], dims[2], 1);
  }

  /** Element i, from 0 to 255. */
  public int value(int i) {
    return elements[i] & 0xFF;
  }

  /** The highest element, or -1 without any. */
  public int highest() {
    int highest = -1;
    for (byte e : elements) {
      highest = Math.max(highest, e & 0xFF);
    }
    return highest;
  }

  private static IdxFile read(Path file, int axes, boolean all) throws IOException {
    try (InputStream raw = new BufferedInputStream(new Reading(Files.newInputStream(file)));
        DataInputStream in = new DataInputStream(decompressed(raw))) {
      int[] dims = readHeader(in, axes);
      return new IdxFile(dims, all ? readElements(in, dims) : new byte[0]);
    } catch (EOFException e) {
      throw new IOException("IDX file " + file + ": the file ends too early", e);
    } catch (IOException e) {
      throw new IOException("IDX file " + file + ": " + Reason.of(e), e);
    } catch (OutOfMemoryError e) {
      throw new IOException("IDX file " + file + ": there is not enough memory to read it; give Java more "
          + "(java -Xmx4g ...)", e);
    }
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private static int[] readHeader(DataInputStream in, int axes) throws IOException {
    int magic = in.readInt();
    int type = magic >>> 8;
    int found = magic & 0xFF;
    if (type >>> 8 != 0 || found < 1 || found > MOST_AXES) {
      throw new IOException(String.format(Locale.ROOT,
          "this is not an IDX file: it begins with the bytes %08X, expected 0000080%d", magic, axes));
    }
    if (type != UNSIGNED_BYTE) {
      throw new IOException("its elements are of type " + type + "; only unsigned bytes (type 8) are read");
    }
    if (found != axes) {
      throw new IOException("this file has " + found + " axes, but " + kind(axes) + " have " + axes
          + (found == 4 - axes ? "; is this the file of " + kind(found) + "?" : ""));
    }
    int[] dims = new int[axes];
    long size = 1;
    for (int i = 0; i < axes; i++) {
      dims[i] = in.readInt();
      size = dims[i] < (i == 0 ? 0 : 1) || size < 0 ? -1 : Math.min(Integer.MAX_VALUE, size * dims[i]);
    }
    if (size < 0 || size > Integer.MAX_VALUE - 8) {
      throw new IOException("the lengths of its axes cannot be right: " + Arrays.toString(dims));
    }
    return dims;
  }

  private static String kind(int axes) {
    return axes == 1 ? "labels" : "images";
  }

  private static byte[] readElements(DataInputStream in, int[] dims) throws IOException {
    int size = 1;
    for (int d : dims) {
      size *= d;
    }
    // What the header promises is not allocated until the bytes are read: it may be wrong.
    byte[] elements = in.readNBytes(size);
    if (elements.length < size) {
      throw new IOException("the file ends too early: its header promises " + size + " elements, but there are "
          + elements.length);
    }
    if (in.read() >= 0) {
      throw new IOException("there are more bytes than the " + size + " elements that the header promises");
    }
    return elements;
  }
}
