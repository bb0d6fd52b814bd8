package weka.datagenerators.classifiers.classification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import weka.core.Environment;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.datagenerators.DataGenerator;

public class ShapeScenesTest extends AbstractImageGeneratorTest {
  private static final int STAR = 180;

  public ShapeScenesTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new ShapeScenes();
  }

  @Override
  protected String ownOptions() {
    return "-objects 2";
  }

  @Override
  protected int channels() {
    return 1;
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-size 7|size", "-objects 0|objects", "-objects 21|objects", "-objects few|-objects"};
  }

  @Override
  public void testTheFolderHoldsWhatTheRowsSay() throws Exception {
    Path folder = Files.createTempDirectory("scenes");
    try {
      int size = 40;
      Instances data = generate("-n 30 -size " + size + " -objects 4 -folder "
          + Utils.quote(Utils.backQuoteChars(folder.toString())));
      TreeSet<Integer> greys = new TreeSet<>();
      int most = 0;
      for (int i = 0; i < data.size(); i++) {
        String name = String.format(java.util.Locale.ROOT, "%05d.png", i + 1);
        int[] image = pixels(folder.resolve("images").resolve(name), size);
        int[] mask = pixels(folder.resolve("masks").resolve(name), size);
        Instance row = data.get(i);
        boolean star = false;
        for (int p = 0; p < size * size; p++) {
          assertEquals(row.value(p), image[p], 0);
          greys.add(mask[p]);
          star |= mask[p] == STAR;
        }
        assertEquals(row.stringValue(row.classIndex()).equals("star"), star);
        int components = components(mask, size);
        assertTrue("shapes: " + components, components >= 1);
        most = Math.max(most, components);
      }
      assertEquals("[0, 60, 120, 180, 240]", greys.toString());
      assertEquals(4, most);
    } finally {
      delete(folder);
    }
  }

  /** A pixel inside a shape differs from the ground around the shape, or nobody could find it. */
  public void testShapesStandOut() throws Exception {
    Path folder = Files.createTempDirectory("scenes");
    try {
      int size = 64;
      generate("-n 20 -noise 0 -size 64 -folder " + Utils.quote(Utils.backQuoteChars(folder.toString())));
      for (int i = 1; i <= 20; i++) {
        String name = String.format(java.util.Locale.ROOT, "%05d.png", i);
        int[] image = pixels(folder.resolve("images").resolve(name), size);
        int[] mask = pixels(folder.resolve("masks").resolve(name), size);
        for (int p = 2; p < size * size - 2; p++) {
          // Two pixels to the left and to the right of an edge, both fully inside and fully outside.
          if (p % size > 2 && p % size < size - 2 && mask[p - 2] == 0 && mask[p - 1] == 0 && mask[p + 1] != 0
              && mask[p + 2] != 0) {
            assertTrue(name + " at " + p, Math.abs(image[p + 2] - image[p - 2]) > 0.1 * 255);
          }
        }
      }
    } finally {
      delete(folder);
    }
  }

  @Override
  public void testVariablesInTheFoldersNameAreFilledIn() throws Exception {
    Path folder = Files.createTempDirectory("scenes");
    Environment.getSystemWide().addVariable("SCENES_GO_TO", folder.toString());
    try {
      generate("-n 1 -size 10 -folder ${SCENES_GO_TO}");
      assertTrue(Files.exists(folder.resolve("masks").resolve("00001.png")));
    } finally {
      Environment.getSystemWide().removeVariable("SCENES_GO_TO");
      delete(folder);
    }
  }

  private static int[] pixels(Path file, int size) throws Exception {
    return ImageIO.read(file.toFile()).getRaster().getPixels(0, 0, size, size, (int[]) null);
  }

  /** Areas of the mask that are not ground, each of one colour. */
  private static int components(int[] mask, int size) {
    BitSet seen = new BitSet();
    int count = 0;
    for (int start = 0; start < mask.length; start++) {
      if (mask[start] == 0 || seen.get(start)) {
        continue;
      }
      count++;
      int colour = mask[start];
      Deque<Integer> open = new ArrayDeque<>();
      open.push(start);
      seen.set(start);
      while (!open.isEmpty()) {
        int p = open.pop();
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            int x = p % size + dx;
            int y = p / size + dy;
            if (x >= 0 && x < size && y >= 0 && y < size && mask[y * size + x] != 0 && !seen.get(y * size + x)) {
              assertEquals("two shapes touch", colour, mask[y * size + x]);
              seen.set(y * size + x);
              open.push(y * size + x);
            }
          }
        }
      }
    }
    return count;
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> assertTrue(f.toFile().delete()));
    }
  }
}
