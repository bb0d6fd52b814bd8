package ruru.data;

import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;

/**
 * Image files to learn from or to predict: decoded when they are read, through a cache, so that a set larger than the
 * memory can be used. While rows are read, those after them in the same list are decoded ahead.
 */
public final class ImageDataset implements Dataset {
  private final ImageCache images;
  private final PixelScaling scaling;
  private final Shape targetShape;
  private final float[] targets;
  private final float @Nullable [] weights;
  private final int @Nullable [] labels;

  /**
   * @param targets [images][targetShape]; null if only inputs will be read
   * @param weights one per image; null means 1 each
   * @param labels  the class of each image; null if the targets are not classes
   */
  public ImageDataset(ImageCache images, PixelScaling scaling, Shape targetShape, float[] targets,
      float @Nullable [] weights, int @Nullable [] labels) {
    this.images = images;
    this.scaling = scaling;
    this.targetShape = targetShape;
    this.targets = targets;
    this.weights = weights;
    this.labels = labels;
    if (scaling.channels() != images.shape().channels()) {
      throw new IllegalArgumentException("images of shape " + images.shape() + " need a scaling for each channel, got "
          + scaling.channels());
    }
    if (targets != null && targets.length != (long) images.size() * targetShape.size()
        || weights != null && weights.length != images.size() || labels != null && labels.length != images.size()) {
      throw new IllegalArgumentException(images.size() + " images need as many targets of shape " + targetShape
          + ", weights and labels");
    }
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public Shape inputShape() {
    return images.shape();
  }

  @Override
  public Shape targetShape() {
    return targetShape;
  }

  @Override
  public float weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  @Override
  public int label(int row) {
    return labels == null ? -1 : labels[row];
  }

  @Override
  public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target) {
    read(rows, from, to, x, target, Cancellation.NEVER);
  }

  @Override
  public <E extends Exception> void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor target,
      Cancellation<E> cancellation) throws E {
    images.ahead(rows, from);
    for (int i = from; i < to; i++) {
      cancellation.check();
      scaling.scale(images.pixels(rows[i], cancellation), x, i - from);
      if (target != null) {
        target.writeRow(i - from, targets, rows[i] * targetShape.size());
      }
    }
  }
}
