package ruru.data.masks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.data.Augmentation;
import ruru.data.FileAccess;
import ruru.data.PixelScaling;
import ruru.data.PngFile;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.Conv;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.optimizers.Adam;
import ruru.nn.text.NetworkText;
import ruru.nn.train.Dataset;
import ruru.nn.train.Split;
import ruru.nn.train.Training;
import ruru.nn.train.TrainingSettings;

class CropsTest {
  private static final MaskClasses CLASSES = MaskClasses.parse("0, 100, 200", "255");
  private static final PixelScaling AS_IT_IS = PixelScaling.of(new double[1], new double[] {1});

  @TempDir
  Path folder;
  private MaskedImages images;

  /** Two images whose masks have the same pixels as they. */
  @BeforeEach
  void write() throws IOException {
    List<MaskedImages.File> files = new ArrayList<>();
    int[][] sizes = {{20, 30}, {7, 5}};
    for (int i = 0; i < sizes.length; i++) {
      byte[] pixels = new byte[sizes[i][0] * sizes[i][1]];
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (byte) (100 * ((p / 3 * 7 + p % 5) % 3));
      }
      pixels[2] = (byte) 255;
      Path file = folder.resolve(i + ".png");
      PngFile.write(pixels, Shape.of(sizes[i][0], sizes[i][1], 1), file);
      files.add(new MaskedImages.File(i + 1, file, file));
    }
    images = new MaskedImages(files, FileAccess.ANYWHERE, 1, CLASSES, 1 << 20);
  }

  private Crops crops(String changes) {
    return new Crops(images, AS_IT_IS, Augmentation.parse(changes), Shape.of(8, 8, 1), new long[] {600, 35},
        new float[] {1, 2}, new float[] {1, 1, 3});
  }

  /** Where a pixel is 100 c its target is class c; all of them together weigh as much as their classes do. */
  private static void assertSamePlaces(Dataset rows) {
    Tensor x = new Tensor(rows.inputShape(), rows.size());
    Tensor t = new Tensor(rows.targetShape(), rows.size());
    t.fill(Float.NaN);
    rows.read(IntStream.range(0, rows.size()).toArray(), 0, rows.size(), x, t);
    for (int r = 0; r < rows.size(); r++) {
      int counted = 0;
      for (int p = 0; p < 64; p++) {
        counted += x.get(r, p) == 255 ? 0 : 1;
      }
      for (int p = 0; p < 64; p++) {
        for (int c = 0; c < 3; c++) {
          assertEquals(x.get(r, p) == 100 * c ? (c == 2 ? 3f : 1f) / counted : 0, t.get(r, 3 * p + c), 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flip both", "shift 5", "flip both, shift 3"})
  void imageAndMaskAreMovedByTheSameMap(String changes) {
    Crops rows = crops(changes);
    assertEquals(10 + 1, rows.size());
    assertEquals(2, rows.weight(10));
    assertSamePlaces(rows);
    for (int epoch = 0; epoch < 4; epoch++) {
      assertSamePlaces(rows.forTraining(new int[0], 1, epoch));
    }
  }

  /** A quarter turn hits pixels exactly. */
  @Test
  void maskValuesAreNeverMixed() {
    Dataset rows = crops("rotate 180, zoom 0.3, elastic 4 8").forTraining(new int[0], 1, 0);
    Tensor x = new Tensor(rows.inputShape(), 1);
    Tensor t = new Tensor(rows.targetShape(), 1);
    boolean mixed = false;
    for (int r = 0; r < rows.size(); r++) {
      rows.read(new int[] {r}, 0, 1, x, t);
      for (int p = 0; p < 64; p++) {
        int classes = 0;
        for (int c = 0; c < 3; c++) {
          classes += t.get(0, 3 * p + c) > 0 ? 1 : 0;
        }
        assertTrue(classes <= 1);
        mixed |= x.get(0, p) % 100 != 0;
      }
    }
    assertTrue(mixed, "images are interpolated");
  }

  @Test
  void everyEpochHasOtherCropsAndTheSameSeedTheSame() {
    Crops rows = crops("flip both");
    assertArrayEquals(read(rows.forTraining(new int[0], 1, 0)), read(rows.forTraining(new int[0], 1, 0)));
    assertNotEquals(List.of(read(rows.forTraining(new int[0], 1, 0))),
        List.of(read(rows.forTraining(new int[0], 1, 1))));
  }

  private static float[] read(Dataset rows) {
    Tensor x = new Tensor(rows.inputShape(), rows.size());
    rows.read(IntStream.range(0, rows.size()).toArray(), 0, rows.size(), x, null);
    float[] all = new float[rows.size() * 64];
    for (int r = 0; r < rows.size(); r++) {
      x.readRow(r, all, 64 * r);
    }
    return all;
  }

  private Training training(int threads, int epochs) {
    Crops rows = crops("flip both");
    List<NamedLayer> steps = new ArrayList<>(NetworkText.parse("unet-small"));
    steps.add(new NamedLayer(new Conv(3, 1)));
    Network network = new Network(rows.inputShape(), 3, steps);
    network.initialise(1);
    TrainingSettings how =
        TrainingSettings.of(new Adam(), epochs).withBatch(4).withShards(4).withThreads(threads).withSeed(1);
    return new Training(network, new CrossEntropy(), how, rows,
        new Split(IntStream.range(0, rows.size()).toArray(), new int[] {0, 10}), BlasProvider.get(), line -> {});
  }

  private static float[] trained(Training t) throws InterruptedException {
    while (t.next()) {
      assertTrue(Double.isFinite(t.history().training()[0]));
    }
    return t.network().values().clone();
  }

  @Test
  void theNumberOfThreadsChangesNoBitAndTrainingResumes() throws InterruptedException {
    float[] one = trained(training(1, 4));
    assertArrayEquals(one, trained(training(2, 4)));
    assertArrayEquals(one, trained(training(4, 4)));
    Training half = training(2, 2);
    trained(half);
    Training rest = training(2, 2);
    rest.resume(half.checkpoint());
    assertArrayEquals(one, trained(rest));
  }
}
