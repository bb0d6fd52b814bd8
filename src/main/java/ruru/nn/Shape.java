package ruru.nn;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The shape of one example, without the batch: [features] for a table's row, [height, width, channels] for an image,
 * [steps, channels] for a series. The last axis is the channels; the axes before it span the positions.
 */
public final class Shape {
  /** Characters of a text that can be a shape. */
  private static final int LONGEST = 100;

  private final int[] dims;

  private Shape(int[] dims) {
    this.dims = dims;
  }

  /** @throws IllegalArgumentException if there is no axis, an axis is below 1, or the size exceeds an int */
  public static Shape of(int... dims) {
    if (dims.length == 0) {
      throw new IllegalArgumentException("a shape needs at least one axis");
    }
    long size = 1;
    for (int d : dims) {
      if (d < 1) {
        throw new IllegalArgumentException("every axis of a shape must be at least 1, got " + Arrays.toString(dims));
      }
      size *= d;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("shape " + Arrays.toString(dims) + " has more than 2^31 - 1 elements");
      }
    }
    return new Shape(dims.clone());
  }

  /** Reads "28x28x1", the form that {@link #toText} writes. */
  public static Shape parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a shape is written like 28x28x1, got " + text.length() + " characters");
    }
    try {
      return of(Arrays.stream(text.trim().split("x", -1)).mapToInt(s -> Integer.parseInt(s.trim())).toArray());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a shape is written like 28x28x1, got '"
          + Shown.of(text) + "'", e);
    }
  }

  public int rank() {
    return dims.length;
  }

  public int dim(int axis) {
    return dims[axis];
  }

  /** Numbers in one example. */
  public int size() {
    int size = 1;
    for (int d : dims) {
      size *= d;
    }
    return size;
  }

  /** The last axis. */
  public int channels() {
    return dims[dims.length - 1];
  }

  /** The product of all axes but the last: the pixels of an image, the steps of a series, 1 for a row of features. */
  public int positions() {
    return size() / channels();
  }

  /** "28x28x1" */
  public String toText() {
    return Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining("x"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape s && Arrays.equals(dims, s.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** "[28, 28, 1]" */
  @Override
  public String toString() {
    return Arrays.toString(dims);
  }
}
