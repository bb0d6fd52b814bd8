package ruru.nn.ops;

import ruru.nn.Tensor;

/** Copies and sums of whole tensors of one shape, plane by plane. */
public final class Sums {
  private Sums() {}

  /** to = from; nothing to do if they are the same tensor. */
  public static void copy(Tensor from, Tensor to) {
    if (from == to) {
      return;
    }
    for (int i = 0; i < from.positions(); i++) {
      System.arraycopy(from.plane(i), 0, to.plane(i), 0, from.planeSize());
    }
  }

  /** to = to + from. */
  public static void add(Tensor from, Tensor to) {
    int n = from.planeSize();
    for (int i = 0; i < from.positions(); i++) {
      add(from.plane(i), to.plane(i), n);
    }
  }

  /** to = to + from over n elements. */
  public static void add(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] += from[i];
    }
  }

  /** Puts a tensor into another: overwrites it if it is fresh, otherwise adds. */
  public static void put(Tensor from, Tensor to, boolean fresh) {
    if (fresh) {
      copy(from, to);
    } else {
      add(from, to);
    }
  }

  /** Puts n elements from a place in one array to a place in another. */
  public static void put(float[] from, int start, float[] to, int at, int n, boolean fresh) {
    if (fresh) {
      System.arraycopy(from, start, to, at, n);
    } else {
      for (int i = 0; i < n; i++) {
        to[at + i] += from[start + i];
      }
    }
  }
}
