package ruru.data.masks;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.data.Augmentation;
import ruru.data.PixelScaling;
import ruru.data.augment.Distortion;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;

/**
 * Crops of images with their masks, all of one size, to learn a class for each pixel from. Each image has as many as
 * cover its area. In training their places are random, new in every epoch, and image and mask are changed by the same
 * map; every third is centred on a pixel of a class drawn from those that the image has, so that a rare class is seen.
 * Read directly, as for validation, they are evenly spread and unchanged. Outside, images and masks go on by
 * reflection.
 *
 * <p>A target is [height][width][classes]: where a pixel has class c, column c is the weight of the class divided by
 * the number of pixels that count, and all else is 0. So a row's loss is a mean over its pixels.
 */
public final class Crops implements Dataset {
  /** One crop in so many is centred on a pixel of a random class. */
  private static final int CENTRED = 3;
  /** Pixels of an image among which one of a class is looked for. */
  private static final int LOOKS = 4096;

  private final MaskedImages images;
  private final PixelScaling scaling;
  private final Augmentation augmentation;
  private final Shape input;
  private final Shape target;
  private final float[] classWeights;
  private final float[] weights;
  /** The first crop of each image, and the number of all. */
  private final int[] first;

  /**
   * @param input        height x width x channels of a crop
   * @param areas        pixels of each image
   * @param weights      of the images; one with a weight of 0 is left out
   * @param classWeights one for each class
   */
  public Crops(MaskedImages images, PixelScaling scaling, Augmentation augmentation, Shape input, long[] areas,
      float[] weights, float[] classWeights) {
    this.images = images;
    this.scaling = scaling;
    this.augmentation = augmentation;
    this.input = input;
    this.weights = weights;
    this.classWeights = classWeights;
    target = Shape.of(input.dim(0), input.dim(1), classWeights.length);
    first = new int[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      long area = input.positions();
      first[i + 1] = first[i] + (int) Math.max(1, (areas[i] + area - 1) / area);
    }
  }

  @Override
  public int size() {
    return first[first.length - 1];
  }

  @Override
  public Shape inputShape() {
    return input;
  }

  @Override
  public Shape targetShape() {
    return target;
  }

  @Override
  public float weight(int row) {
    return weights[image(row)];
  }

  @Override
  public int label(int row) {
    return -1;
  }

  private int image(int row) {
    int at = Arrays.binarySearch(first, row);
    return at >= 0 ? at : -at - 2;
  }

  @Override
  public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor t) {
    read(rows, from, to, x, t, Cancellation.NEVER);
  }

  @Override
  public <E extends Exception> void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor t,
      Cancellation<E> cancellation) throws E {
    Distortion none = new Distortion(input);
    for (int i = from; i < to; i++) {
      cancellation.check();
      int image = image(rows[i]);
      MaskedImage read = images.get(image);
      int across = (read.image().width() + input.dim(1) - 1) / input.dim(1);
      int number = rows[i] - first[image];
      write(read, new Place(number % across * input.dim(1), number / across * input.dim(0)), none, x, t, i - from);
    }
  }

  /** Where a crop begins. */
  private record Place(int left, int top) {}

  @Override
  public Dataset forTraining(int[] rows, long seed, int epoch) {
    return new Epoch(seed, epoch);
  }

  private void write(MaskedImage from, Place place, Distortion map, Tensor x, @Nullable Tensor t, int row) {
    int width = input.dim(1);
    float[] pixels = new float[input.size()];
    byte[] classes = new byte[input.positions()];
    Sampler sampler = new Sampler(from, scaling, map.isZeroOutside());
    int counted = 0;
    for (int p = 0; p < classes.length; p++) {
      double left = place.left + map.sourceX(p % width, p / width);
      double top = place.top + map.sourceY(p % width, p / width);
      sampler.pixel(left, top, pixels, p * input.channels());
      classes[p] = sampler.label(left, top);
      counted += classes[p] == Mask.IGNORED ? 0 : 1;
    }
    map.erase(pixels);
    x.writeRow(row, pixels, 0);
    if (t != null) {
      int c = target.channels();
      for (int p = 0; p < classes.length; p++) {
        Arrays.fill(t.plane(p), row * c, (row + 1) * c, 0);
        if (classes[p] != Mask.IGNORED) {
          t.plane(p)[row * c + classes[p]] = classWeights[classes[p]] / counted;
        }
      }
    }
  }

  /** The crops of one epoch. */
  private final class Epoch implements Dataset {
    private final long seed;
    private final int epoch;

    Epoch(long seed, int epoch) {
      this.seed = seed;
      this.epoch = epoch;
    }

    @Override
    public int size() {
      return Crops.this.size();
    }

    @Override
    public Shape inputShape() {
      return input;
    }

    @Override
    public Shape targetShape() {
      return target;
    }

    @Override
    public float weight(int row) {
      return Crops.this.weight(row);
    }

    @Override
    public int label(int row) {
      return Crops.this.label(row);
    }

    @Override
    public void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor t) {
      read(rows, from, to, x, t, Cancellation.NEVER);
    }

    @Override
    public <E extends Exception> void read(int[] rows, int from, int to, Tensor x, @Nullable Tensor t,
        Cancellation<E> cancellation) throws E {
      Distortion map = new Distortion(input);
      for (int i = from; i < to; i++) {
        cancellation.check();
        MaskedImage read = images.get(image(rows[i]));
        Rng random = new Rng(seed, RandomStream.AUGMENTATION, epoch, rows[i]);
        Place place = place(read, rows[i], random);
        augmentation.draw(random, map);
        write(read, place, map, x, t, i - from);
      }
    }

    private Place place(MaskedImage from, int row, Rng random) {
      int height = from.image().height();
      int width = from.image().width();
      int freeX = width - input.dim(1);
      int freeY = height - input.dim(0);
      // A crop that is larger than the image has it somewhere inside.
      int left = freeX >= 0 ? random.nextInt(freeX + 1) : -random.nextInt(1 - freeX);
      int top = freeY >= 0 ? random.nextInt(freeY + 1) : -random.nextInt(1 - freeY);
      Mask mask = from.mask();
      if (mask == null || row % CENTRED != epoch % CENTRED) {
        return new Place(left, top);
      }
      int centre = pixelOfAClass(mask, random);
      return centre < 0 ? new Place(left, top)
          : new Place(freeX < 0 ? left : Math.max(0, Math.min(freeX, centre % width - input.dim(1) / 2)),
              freeY < 0 ? top : Math.max(0, Math.min(freeY, centre / width - input.dim(0) / 2)));
    }

    /** A random pixel of a random class among those found by looking at evenly spread pixels; -1 if none counts. */
    private int pixelOfAClass(Mask mask, Rng random) {
      int n = mask.classes().length;
      int looks = Math.min(n, LOOKS);
      int start = random.nextInt(n);
      int[] found = new int[classWeights.length];
      int[] chosen = new int[classWeights.length];
      for (int i = 0; i < looks; i++) {
        int at = (int) ((start + (long) i * n / looks) % n);
        int c = mask.classes()[at];
        if (c >= 0 && random.nextInt(++found[c]) == 0) {
          chosen[c] = at;
        }
      }
      int[] present = IntStream.range(0, found.length).filter(c -> found[c] > 0).toArray();
      return present.length == 0 ? -1 : chosen[present[random.nextInt(present.length)]];
    }
  }
}
