package ruru.data.masks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import ruru.data.FileAccess;
import ruru.data.ImageColours;
import ruru.data.ImageDecoder;
import ruru.data.UnscaledImage;
import ruru.nn.Cancellation;

/**
 * Image files of any sizes with their masks, decoded when needed. The first ones that fit into a limit stay in memory,
 * the others are decoded each time. Thread-safe.
 */
public final class MaskedImages {
  /** Memory of an image besides its pixels. */
  private static final int OVERHEAD = 128;

  private final List<File> files;
  private final FileAccess access;
  private final int channels;
  private final @Nullable MaskClasses classes;
  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final AtomicReferenceArray<MaskedImage> kept;

  /**
   * Where an image is.
   *
   * @param row  of the data set, from 1, for messages
   * @param mask null if there is none
   */
  public record File(int row, Path image, @Nullable Path mask) {}

  /**
   * @param access   how the files are read
   * @param channels 1 for grey or 3 for colour
   * @param classes  null if masks are not to be read
   * @param bytes    the memory limit for decoded images
   */
  public MaskedImages(List<File> files, FileAccess access, int channels, @Nullable MaskClasses classes, long bytes) {
    this.files = List.copyOf(files);
    this.access = access;
    this.channels = channels;
    this.classes = classes;
    limit = bytes;
    kept = new AtomicReferenceArray<>(files.size());
  }

  public int size() {
    return files.size();
  }

  public int channels() {
    return channels;
  }

  /** The row of the data set that an image is from, from 1. */
  public int row(int index) {
    return files.get(index).row;
  }

  /**
   * An image with its mask. Not to be changed.
   *
   * @throws UncheckedIOException naming the row, the file and what is wrong with it
   */
  public MaskedImage get(int index) {
    MaskedImage found = kept.get(index);
    if (found == null) {
      found = read(files.get(index));
      long bytes = (long) (channels + 1) * found.image().height() * found.image().width() + OVERHEAD;
      if (held.addAndGet(bytes) > limit || !kept.compareAndSet(index, null, found)) {
        held.addAndGet(-bytes);
      }
    }
    return found;
  }

  private MaskedImage read(File file) {
    try {
      UnscaledImage image = ImageDecoder.unscaled(file.image, access, channels);
      Path mask = file.mask;
      if (mask == null || classes == null) {
        return new MaskedImage(image, null);
      }
      ImageColours colours = ImageDecoder.colours(mask, access);
      if (colours.height() != image.height() || colours.width() != image.width()) {
        throw new IOException("mask " + mask + ": it is " + colours.width() + " x " + colours.height()
            + " pixels, but its image " + file.image + " is " + image.width() + " x " + image.height()
            + "; a mask has the size of its image");
      }
      try {
        return new MaskedImage(image, classes.read(colours));
      } catch (IOException e) {
        throw new IOException("mask " + mask + ": " + e.getMessage(), e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("row " + file.row + ": " + e.getMessage(), e);
    }
  }

  /**
   * The colours of all masks.
   *
   * @param files  those without a mask are passed over
   * @param access how they are read
   */
  public static <E extends Exception> Set<Integer> colours(List<File> files, FileAccess access,
      Cancellation<E> cancellation) throws E {
    Set<Integer> found = new TreeSet<>();
    for (File file : files) {
      cancellation.check();
      try {
        if (file.mask != null) {
          MaskClasses.collect(ImageDecoder.colours(file.mask, access), found);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("row " + file.row + ": " + e.getMessage(), e);
      }
    }
    return found;
  }

  /**
   * 3 if one of the images has colour, otherwise 1.
   *
   * @param access how the files are read
   */
  public static <E extends Exception> int channels(List<File> files, FileAccess access, Cancellation<E> cancellation)
      throws E {
    for (File file : files) {
      cancellation.check();
      try {
        byte[] pixels = ImageDecoder.unscaled(file.image, access, 3).pixels();
        for (int i = 0; i < pixels.length; i += 3) {
          if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) {
            return 3;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("row " + file.row + ": " + e.getMessage(), e);
      }
    }
    return 1;
  }
}
