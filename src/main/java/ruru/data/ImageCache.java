package ruru.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import ruru.nn.Cancellation;
import ruru.nn.Shape;

/**
 * The pixels of a list of image files, decoded on request and kept within a memory limit; thread-safe. What is kept or
 * decoded ahead affects the time, never a result.
 *
 * <p>The first images that fit stay, the others are decoded each time. Training asks for all images in a new random
 * order every epoch; a cache of half the images then has a hit rate of 50 %, while evicting the least recently used
 * would give 15 % (1 - (1 - f)(1 - ln(1 - f)) for a fraction f that fits).
 *
 * <p>{@link #ahead} lets other threads decode what will be requested next. Part of the limit is reserved for it if not
 * all images fit. An image requested before a decoder has started on it is decoded by the requesting thread.
 */
public final class ImageCache {
  /** The most images decoded ahead: two large batches. */
  private static final int MOST_AHEAD = 512;
  /** The reciprocal of the fraction of the limit reserved for decoding ahead. */
  private static final int AHEAD_SHARE = 4;
  /** Memory per image besides the pixels: the array's header, references, the task. */
  private static final int OVERHEAD = 64;

  private final List<Path> files;
  private final FileAccess access;
  private final Shape shape;
  private final int mostKept;
  private final int mostAhead;
  private final AtomicReferenceArray<byte[]> kept;
  private final AtomicInteger keptCount = new AtomicInteger();
  private final ConcurrentHashMap<Integer, DecodingAhead> pending = new ConcurrentHashMap<>();
  private final AtomicInteger pendingCount = new AtomicInteger();

  /**
   * @param files the images; not copied, not to be changed
   * @param shape the shape to scale them to
   * @param bytes the memory limit for pixels; with 0 nothing is kept or decoded ahead
   */
  public ImageCache(List<Path> files, Shape shape, long bytes) {
    this(files, FileAccess.ANYWHERE, shape, bytes);
  }

  /** @param access how the files are read */
  public ImageCache(List<Path> files, FileAccess access, Shape shape, long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("the memory for images must be at least 0, got " + bytes);
    }
    this.files = files;
    this.access = access;
    this.shape = ImageDecoder.requireImage(shape);
    long fit = bytes / (shape.size() + OVERHEAD);
    if (fit >= files.size()) {
      mostKept = files.size();
      mostAhead = MOST_AHEAD;
    } else {
      mostAhead = (int) Math.min(MOST_AHEAD, fit / AHEAD_SHARE);
      mostKept = (int) fit - mostAhead;
    }
    kept = new AtomicReferenceArray<>(files.size());
  }

  public int size() {
    return files.size();
  }

  public Shape shape() {
    return shape;
  }

  public Path file(int index) {
    return files.get(index);
  }

  /**
   * The pixels of an image, [height][width][channels]. Not to be changed.
   *
   * @throws UncheckedIOException naming the row (from 1), the file and what is wrong with it
   */
  public byte[] pixels(int index) {
    return pixels(index, Cancellation.NEVER);
  }

  /** As {@link #pixels(int)}, for as long as they are wanted. */
  public <E extends Exception> byte[] pixels(int index, Cancellation<E> cancellation) throws E {
    byte[] pixels = kept.get(index);
    if (pixels != null) {
      return pixels;
    }
    DecodingAhead task = pending.get(index);
    try {
      pixels = task == null ? decoded(index, cancellation) : finish(task, index, cancellation);
      keep(index, pixels);
      return pixels;
    } finally {
      if (task != null && pending.remove(index, task)) {
        pendingCount.decrementAndGet();
      }
    }
  }

  /**
   * Lets other threads decode images that will be requested, indices[from ..) in that order, as far as there is room.
   */
  public void ahead(int[] indices, int from) {
    int to = Math.min(from + mostAhead, indices.length);
    for (int i = from; i < to && pendingCount.get() < mostAhead; i++) {
      int index = indices[i];
      if (kept.get(index) == null && !pending.containsKey(index)) {
        DecodingAhead task = new DecodingAhead(() -> decode(index, Cancellation.NEVER));
        if (pending.putIfAbsent(index, task) == null) {
          pendingCount.incrementAndGet();
          Decoders.submit(task);
        }
      }
    }
  }

  /** Decodes it unless another thread does or has. */
  private <E extends Exception> byte[] finish(DecodingAhead task, int index, Cancellation<E> cancellation) throws E {
    task.begin(() -> decode(index, cancellation));
    try {
      return task.await(cancellation);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancelledDecoding) {
        // By whoever wanted it first, who may be another.
        return decoded(index, cancellation);
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  private void keep(int index, byte[] pixels) {
    if (keptCount.incrementAndGet() > mostKept || !kept.compareAndSet(index, null, pixels)) {
      keptCount.decrementAndGet();
    }
  }

  private <E extends Exception> byte[] decoded(int index, Cancellation<E> cancellation) throws E {
    try {
      return decode(index, cancellation);
    } catch (CancelledDecoding e) {
      cancellation.check();
      throw new IllegalStateException("what was cancelled is wanted all the same", e);
    }
  }

  private byte[] decode(int index, Cancellation<?> cancellation) throws CancelledDecoding {
    try {
      return ImageDecoder.decode(files.get(index), access, shape, cancellation);
    } catch (CancelledDecoding e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("row " + (index + 1) + ": " + e.getMessage(), e);
    }
  }

  boolean isDecodedAhead(int index) {
    DecodingAhead task = pending.get(index);
    return task != null && task.isDone();
  }

  /** Images in memory: kept, decoded ahead or about to be. */
  int inMemory() {
    return keptCount.get() + pendingCount.get();
  }
}
