package ruru.data;

import java.io.IOException;

/** An image is no longer wanted; its decoding was broken off. */
final class CancelledDecoding extends IOException {
  private static final long serialVersionUID = 1;

  CancelledDecoding() {
    super("the image is no longer wanted");
  }
}
