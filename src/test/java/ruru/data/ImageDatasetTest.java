package ruru.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;

class ImageDatasetTest {
  private static final int IMAGES = 40;
  private static final float[] EQUAL = ones();
  private static final Shape SHAPE = Shape.of(4, 5, 1);
  private static final int BYTES_EACH = SHAPE.size() + 64;

  @TempDir
  static Path folder;
  private List<Path> files;

  private static float[] ones() {
    float[] ones = new float[IMAGES];
    Arrays.fill(ones, 1);
    return ones;
  }

  @BeforeEach
  void write() throws IOException {
    files = TestImages.write(folder, IMAGES, 4, 5);
  }

  private ImageDataset dataset(ImageCache cache, PixelScaling scaling) {
    float[] targets = new float[IMAGES * 2];
    float[] weights = new float[IMAGES];
    int[] labels = new int[IMAGES];
    for (int r = 0; r < IMAGES; r++) {
      targets[2 * r] = r;
      targets[2 * r + 1] = -r;
      weights[r] = r / 2f;
      labels[r] = r % 3;
    }
    return new ImageDataset(cache, scaling, Shape.of(2), targets, weights, labels);
  }

  @Test
  void readsPixelsTargetsWeightsAndLabels() {
    ImageDataset data = dataset(new ImageCache(files, SHAPE, 1 << 20), PixelScaling.unit(1));
    Tensor x = new Tensor(SHAPE, 3);
    Tensor t = new Tensor(Shape.of(2), 3);
    data.read(new int[] {9, 7, 30, 2}, 1, 4, x, t);
    int[] rows = {7, 30, 2};
    for (int i = 0; i < 3; i++) {
      for (int y = 0; y < 4; y++) {
        for (int c = 0; c < 5; c++) {
          assertEquals(TestImages.value(rows[i], c, y) / 255f, x.get(i, y * 5 + c), 1e-7);
        }
      }
      assertEquals(rows[i], t.get(i, 0));
      assertEquals(-rows[i], t.get(i, 1));
      assertEquals(rows[i] / 2f, data.weight(rows[i]));
      assertEquals(rows[i] % 3, data.label(rows[i]));
    }
    assertEquals(IMAGES, data.size());
    assertEquals(SHAPE, data.inputShape());
    assertEquals(Shape.of(2), data.targetShape());
  }

  /** Any bound, several readers, any order: the same values, and never more in memory than allowed. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 20, IMAGES, 1000})
  void theBoundChangesNothingButMemory(int fit) throws Exception {
    ImageCache cache = new ImageCache(files, SHAPE, (long) fit * BYTES_EACH);
    ImageDataset data = dataset(cache, PixelScaling.unit(1));
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try {
      for (int epoch = 0; epoch < 20; epoch++) {
        int[] order = IntStream.range(0, IMAGES).toArray();
        new Rng(1, RandomStream.ORDER, epoch, 0).shuffle(order, IMAGES);
        List<Future<?>> shards = IntStream.range(0, 4).<Future<?>>mapToObj(s -> readers.submit(() -> {
          Tensor x = new Tensor(SHAPE, 10);
          data.read(order, 10 * s, 10 * s + 10, x, null);
          for (int i = 0; i < 10; i++) {
            assertEquals(TestImages.value(order[10 * s + i], 1, 2) / 255f, x.get(i, 2 * 5 + 1), 1e-7);
          }
          assertTrue(cache.inMemory() <= fit + 4, "in memory: " + cache.inMemory());
        })).toList();
        for (Future<?> shard : shards) {
          shard.get();
        }
      }
    } finally {
      readers.shutdownNow();
    }
  }

  @Test
  void whatFitsIsDecodedOnce() throws IOException {
    ImageCache cache = new ImageCache(files, SHAPE, (long) IMAGES * BYTES_EACH);
    byte[] first = cache.pixels(3);
    Files.delete(files.get(3));
    assertSame(first, cache.pixels(3));
    ImageCache none = new ImageCache(files, SHAPE, 0);
    assertNotSame(none.pixels(4), none.pixels(4));
  }

  @Test
  void whatIsKeptLeavesRoomForWhatIsDecodedAhead() {
    ImageCache cache = new ImageCache(files, SHAPE, 8 * BYTES_EACH);
    for (int i = 0; i < IMAGES; i++) {
      cache.pixels(i);
    }
    assertEquals(6, cache.inMemory());
    cache.ahead(new int[] {30, 31, 32, 33}, 0);
    assertEquals(8, cache.inMemory());
  }

  @Test
  void whatIsDecodedAheadIsThereWhenItIsAskedFor() throws Exception {
    ImageCache cache = new ImageCache(files, SHAPE, 8 * BYTES_EACH);
    cache.ahead(new int[] {5, 6, 7}, 0);
    assertEquals(2, cache.inMemory(), "a quarter of the room");
    byte[] five = waitFor(cache, 5);
    assertEquals(TestImages.value(5, 0, 0), five[0] & 0xFF);
  }

  /** Deletes the file as soon as another thread may have decoded it, then asks. */
  private byte[] waitFor(ImageCache cache, int index) throws Exception {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!cache.isDecodedAhead(index)) {
      assertTrue(System.nanoTime() < end, "nobody decoded ahead");
      Thread.sleep(5);
    }
    Files.delete(files.get(index));
    return cache.pixels(index);
  }

  @Test
  void aBrokenFileIsNamedWithItsRowAlsoWhenDecodedAhead() throws IOException {
    Files.writeString(files.get(6), "no image");
    ImageDataset data = dataset(new ImageCache(files, SHAPE, 1 << 20), PixelScaling.unit(1));
    Tensor x = new Tensor(SHAPE, 1);
    data.read(new int[] {0, 6}, 0, 1, x, null);
    for (int i = 0; i < 2; i++) {
      String message = assertThrows(UncheckedIOException.class, () -> data.read(new int[] {0, 6}, 1, 2, x, null))
          .getMessage();
      assertTrue(message.startsWith("row 7: image " + files.get(6) + ": this is not an image"), message);
    }
  }

  @Test
  void learnedScalingGivesMeanZeroAndDeviationOneOverTheTrainingImages() throws Exception {
    ImageCache cache = new ImageCache(files, SHAPE, 1 << 20);
    int[] rows = {1, 4, 17, 20, 39};
    PixelScaling scaling = PixelScaling.learn(cache, rows, EQUAL);
    Tensor x = new Tensor(SHAPE, 5);
    dataset(cache, scaling).read(rows, 0, 5, x, null);
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < 5; r++) {
      for (int i = 0; i < 20; i++) {
        sum += x.get(r, i);
        squares += x.get(r, i) * x.get(r, i);
      }
    }
    assertEquals(0, sum / 100, 1e-6);
    assertEquals(1, squares / 100, 1e-6);
    assertEquals(x.get(0, 0), scaling.scale(0, TestImages.value(1, 0, 0)));
  }

  @Test
  void channelsAreScaledByThemselves() throws Exception {
    ImageCache cache = new ImageCache(List.of(Path.of("src/test/resources/ruru/data/images/rgb.png")),
        Shape.of(14, 20, 3), 0);
    PixelScaling scaling = PixelScaling.learn(cache, new int[] {0}, EQUAL);
    assertEquals(3, scaling.channels());
    assertTrue(scaling.describe().startsWith("(v - 114.0) / 69.2, (v - 144.5) / 68.5, "), scaling.describe());
    Tensor x = new Tensor(Shape.of(14, 20, 3), 1);
    scaling.scale(cache.pixels(0), x, 0);
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int p = 0; p < 280; p++) {
        sum += x.plane(p)[c];
      }
      assertEquals(0, sum / 280, 1e-5, "channel " + c);
    }
  }

  @Test
  void aConstantChannelBecomesZero() {
    PixelScaling scaling = PixelScaling.of(new double[] {7}, new double[] {0});
    assertEquals(0, scaling.scale(0, 7));
    assertEquals(PixelScaling.of(new double[] {7}, new double[] {1}), scaling);
  }

  @Test
  void wrongSizesAreRefused() {
    ImageCache cache = new ImageCache(files, SHAPE, 0);
    Shape one = Shape.of(1);
    assertThrows(IllegalArgumentException.class, () -> new ImageDataset(cache, PixelScaling.unit(3), one, null, null,
        null));
    assertThrows(IllegalArgumentException.class,
        () -> new ImageDataset(cache, PixelScaling.unit(1), one, new float[IMAGES - 1], null, null));
    assertThrows(IllegalArgumentException.class,
        () -> new ImageDataset(cache, PixelScaling.unit(1), one, null, new float[1], null));
    assertThrows(IllegalArgumentException.class, () -> new ImageCache(files, Shape.of(20), 0));
    assertThrows(IllegalArgumentException.class, () -> new ImageCache(files, SHAPE, -1));
    assertThrows(IllegalArgumentException.class, () -> PixelScaling.learn(cache, new int[0], EQUAL));
    assertThrows(IllegalArgumentException.class, () -> PixelScaling.of(new double[2], new double[1]));
    assertThrows(IllegalArgumentException.class, () -> PixelScaling.of(new double[] {Double.NaN}, new double[] {1}));
  }

  @Test
  void anImageOfWeightTwoCountsLikeTwo() throws Exception {
    ImageCache cache = new ImageCache(files, SHAPE, 1 << 20);
    float[] weights = EQUAL.clone();
    weights[8] = 2;
    assertEquals(PixelScaling.learn(cache, new int[] {2, 8, 8}, EQUAL),
        PixelScaling.learn(cache, new int[] {2, 8}, weights));
  }

  @Test
  void learningLooksAtFiveThousandSpreadOverManyRows() throws Exception {
    int[] rows = new int[12_000];
    Arrays.fill(rows, 0, 6000, 2);
    Arrays.fill(rows, 6000, 12_000, 8);
    ImageCache cache = new ImageCache(files, SHAPE, 1 << 20);
    assertEquals(PixelScaling.learn(cache, new int[] {2, 8}, EQUAL), PixelScaling.learn(cache, rows, EQUAL));
  }
}
