package ruru.data;

import ruru.nn.Shape;

/** The order in which the pixels of an image are listed as attributes. */
public enum PixelOrder {
  /** Row by row, within a row pixel by pixel, the channels of a pixel adjacent: TensorFlow, our loaders. */
  HWC,
  /** Channel by channel, each row by row: PyTorch, the binary files of CIFAR-10. */
  CHW;

  /** For every element of an image in the order h, w, c: the place at which this order lists it. */
  public int[] places(Shape shape) {
    int pixels = shape.positions();
    int channels = shape.channels();
    int[] places = new int[pixels * channels];
    for (int i = 0; i < places.length; i++) {
      places[i] = this == HWC ? i : i % channels * pixels + i / channels;
    }
    return places;
  }
}
