package ruru.nn.ops;

import ruru.nn.Build;
import ruru.nn.Shape;

/** The input of layers that take a series. */
public final class Series {
  private Series() {}

  /** @throws IllegalArgumentException naming the step, if a shape is no series; it says how to make it one */
  public static void require(Build b, Shape in) {
    if (in.rank() != 2) {
      throw b.error("takes a series [steps, channels], got " + in + "; " + (in.rank() == 1
          ? "add output=all to a recurrent layer before it, or set the input to the series' size, such as 100x3 for "
              + "300 columns, or put 'reshape " + in.size() + "x1' before it"
          : "put 'reshape " + in.positions() + "x" + in.channels() + "' before it to read the positions one after the "
              + "other"));
    }
  }
}
