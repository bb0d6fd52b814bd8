package weka.core.neural.segmentation;

import ruru.data.masks.Mask;

/**
 * The connected parts of each class in a mask. Pixels that share a side are connected.
 *
 * @param pixels of each class
 * @param counts of the regions of each class
 */
public record Regions(long[] pixels, int[] counts) {
  /** Counts the regions, by joining each pixel with those above and to the left of it (union and find). */
  public static Regions of(Mask mask, int classes) {
    byte[] c = mask.classes();
    int[] parent = new int[c.length];
    long[] pixels = new long[classes];
    int[] counts = new int[classes];
    for (int i = 0; i < c.length; i++) {
      parent[i] = i;
      if (c[i] == Mask.IGNORED) {
        continue;
      }
      pixels[c[i]]++;
      counts[c[i]]++;
      if (i % mask.width() > 0 && c[i - 1] == c[i]) {
        counts[c[i]] -= join(parent, i - 1, i);
      }
      if (i >= mask.width() && c[i - mask.width()] == c[i]) {
        counts[c[i]] -= join(parent, i - mask.width(), i);
      }
    }
    return new Regions(pixels, counts);
  }

  /** 1 if these were two regions, 0 if one. */
  private static int join(int[] parent, int a, int b) {
    int x = root(parent, a);
    int y = root(parent, b);
    parent[Math.max(x, y)] = Math.min(x, y);
    return x == y ? 0 : 1;
  }

  private static int root(int[] parent, int place) {
    int at = place;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The fraction of all pixels that a class has. */
  public double share(int c) {
    long all = 0;
    for (long n : pixels) {
      all += n;
    }
    return (double) pixels[c] / all;
  }

  /** The mean number of pixels of a class's regions; 0 if there are none. */
  public double meanSize(int c) {
    return counts[c] == 0 ? 0 : (double) pixels[c] / counts[c];
  }
}
