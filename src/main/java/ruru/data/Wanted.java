package ruru.data;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import ruru.nn.Cancellation;

/** Ends the decoding of an image that is no longer wanted: a decoder tells its progress every few rows. */
final class Wanted implements IIOReadProgressListener {
  private final Cancellation<?> cancellation;
  private boolean cancelled;

  Wanted(Cancellation<?> cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * After decoding, which ends early without saying so.
   *
   * @throws CancelledDecoding if it was not to be finished
   */
  void require() throws CancelledDecoding {
    if (cancelled) {
      throw new CancelledDecoding();
    }
  }

  /**
   * Between two rows that are decoded already.
   *
   * @throws CancelledDecoding if they are no longer wanted
   */
  void ask() throws CancelledDecoding {
    try {
      cancellation.check();
    } catch (Exception e) {
      cancelled = true;
    }
    require();
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    try {
      ask();
    } catch (CancelledDecoding e) {
      source.abort();
    }
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}
}
