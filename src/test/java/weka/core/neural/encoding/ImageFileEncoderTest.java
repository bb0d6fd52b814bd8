package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.Samples;
import weka.core.neural.Scaling;

/** Two images of two pixels each, 0 and 100, and 50 and 250. */
class ImageFileEncoderTest {
  private static final Shape SHAPE = Shape.of(1, 2, 1);

  @TempDir
  Path folder;

  @BeforeEach
  void draw() throws IOException {
    Files.createDirectories(folder.resolve("there"));
    write("a.png", 0, 100);
    write("b.png", 50, 250);
    write("there/a.png", 255, 0);
  }

  private void write(String name, int... pixels) throws IOException {
    BufferedImage image = new BufferedImage(pixels.length, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, pixels.length, 1, pixels);
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  private static Instances named(String relation, String... names) throws IOException {
    Instances data = Samples.arff("@attribute x numeric", "@attribute file string", "@attribute class {p,q}", "@data",
        "1," + String.join(",p\n1,", names) + ",p");
    data.setRelationName(relation);
    return data;
  }

  private static ImageSettings in(Path place) {
    ImageSettings settings = new ImageSettings();
    settings.images.set(place.toString());
    return settings;
  }

  private ImageFileEncoder encoder(Instances data, Shape shape, Scaling scaling) throws InterruptedException {
    ImageAttribute names = ImageAttribute.find(data, in(folder));
    return new ImageFileEncoder(data, names, in(folder), ImageReach.learn(data, names, in(folder)), shape, scaling);
  }

  private static float[] pixels(ImageFileEncoder encoder, Instances data) {
    Dataset rows = encoder.dataset(data, Targets.none(data.size()));
    Tensor x = new Tensor(rows.inputShape(), data.size());
    int[] all = new int[data.size()];
    Arrays.setAll(all, i -> i);
    rows.read(all, 0, all.length, x, null);
    float[] result = new float[2 * all.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = x.get(i / 2, i % 2);
    }
    return result;
  }

  @Test
  void pixelsAreScaledAsNumbersAre() throws Exception {
    Instances data = named("train", "a.png", "b.png");
    assertArrayEquals(new float[] {0, 100, 50, 250}, pixels(encoder(data, SHAPE, Scaling.NONE), data));
    assertArrayEquals(new float[] {-1, (float) (-27.5 / 127.5), (float) (-77.5 / 127.5), (float) (122.5 / 127.5)},
        pixels(encoder(data, SHAPE, Scaling.RANGE), data), 1e-6f);
    // Mean 100, variance (100^2 + 0 + 50^2 + 150^2) / 4 = 8750.
    float s = (float) Math.sqrt(8750);
    assertArrayEquals(new float[] {-100 / s, 0, -50 / s, 150 / s},
        pixels(encoder(data, SHAPE, Scaling.STANDARDISE), data), 1e-6f);
    data.instance(1).setWeight(0);
    assertArrayEquals(new float[] {-1, 1, 0, 4}, pixels(encoder(data, SHAPE, Scaling.STANDARDISE), data), 1e-6f,
        "a row of weight 0 teaches nothing");
  }

  @Test
  void theEncoderSaysWhatItIs() throws Exception {
    ImageFileEncoder encoder = encoder(named("train", "a.png"), SHAPE, Scaling.RANGE);
    assertEquals(SHAPE, encoder.shape());
    assertEquals(Scaling.RANGE, encoder.scaling());
    assertEquals(folder.toString(), encoder.images());
    String said = encoder.describe();
    assertTrue(said.contains("'file'") && said.contains(folder.toString()) && said.contains("1x2x1")
        && said.contains("(v - 127.5) / 127.5"), said);
    assertTrue(encoder.inputs(3).get(0).contains("(v - 127.5) / 127.5"));
    Samples.message(() -> encoder(named("train", "a.png"), Shape.of(2, 1), Scaling.RANGE), "-input", "2x1");
  }

  @Test
  void aRowWithoutANameIsTold() throws Exception {
    Instances data = named("train", "a.png", "?");
    Samples.message(() -> encoder(data, SHAPE, Scaling.NONE), "row 2", "'file'");
  }

  /** In the folder where training was, the name of another data set may mean an image that was learned by heart. */
  @Test
  void theSameNameInOtherDataIsRefusedWhereItMayBeAnotherImage() throws Exception {
    ImageFileEncoder encoder = encoder(named("train", "a.png"), SHAPE, Scaling.NONE);
    Instance other = named("test", "a.png").instance(0);
    Samples.message(() -> encoder.requireClear(other, 4), "row 5", "'test'", "'a.png'", "'train'", folder.toString());
    Samples.message(() -> encoder.dataset(named("test", "b.png", "./a.png"), Targets.none(2)), "row 2");
    encoder.requireClear(named("train", "a.png").instance(0), 0);
    encoder.requireClear(named("train-weka.filters.AllFilter", "a.png").instance(0), 0);
    encoder.requireClear(named("test", "b.png").instance(0), 0);
    encoder.requireClear(named("test", "?").instance(0), 0);
    encoder.requireClear(named("test", folder.resolve("a.png").toString()).instance(0), 0);
    encoder.lookIn(in(folder.resolve("there")));
    encoder.requireClear(other, 0);
    assertArrayEquals(new float[] {255, 0}, pixels(encoder, named("test", "a.png")));
  }

  @Test
  void trainingGoesOnWhereItsImagesAre() throws Exception {
    ImageFileEncoder counted = encoder(named("train", "a.png"), SHAPE, Scaling.NONE);
    assertTrue(counted.isTrainedIn(in(folder)));
    assertTrue(counted.isTrainedIn(in(folder.resolve("there/.."))));
    assertFalse(counted.isTrainedIn(in(folder.resolve("there"))));
    ImageFileEncoder whole = encoder(named("train", folder.resolve("a.png").toString()), SHAPE, Scaling.NONE);
    assertTrue(whole.isTrainedIn(in(folder.resolve("there"))), "whole paths are the same everywhere");
    ImageSettings none = new ImageSettings();
    none.images.set("none");
    assertFalse(whole.isTrainedIn(none));
  }

  @Test
  void theAttributeIsTheFirstWhoseTextIsAFile() throws IOException {
    ImageSettings auto = new ImageSettings();
    String file = folder.resolve("a.png").toString();
    String[] head = {"@attribute note string", "@attribute file string", "@attribute class {p,q}", "@data"};
    Instances data = Samples.arff(String.join("\n", head), "hello,?,p", "hello," + file + ",q");
    assertEquals(new ImageAttribute(1, "file"), ImageAttribute.find(data, auto));
    assertEquals(new ImageAttribute(0, "note"), ImageAttribute.find(data, in(folder)),
        "the first, where a folder is set");
    Instances numbers = Samples.arff("@attribute x numeric", "@attribute class {p,q}", "@data", "1,p");
    assertNull(ImageAttribute.find(numbers, auto));
    assertNull(ImageAttribute.find(new Instances(data, 0), auto));
    Samples.message(() -> ImageAttribute.find(numbers, in(folder)), "images", "ImageFolderLoader");
    ImageSettings none = new ImageSettings();
    none.images.set("none");
    Samples.message(() -> ImageAttribute.find(data, none), "'note'", "'none'");
  }

  @Test
  void textThatIsNoFileIsTold() throws IOException {
    ImageSettings auto = new ImageSettings();
    String[] head = {"@attribute note string", "@attribute file string", "@attribute class {p,q}", "@data"};
    Instances gone = Samples.arff(String.join("\n", head), "hello,gone.PNG,p");
    Samples.message(() -> ImageAttribute.find(gone, auto), "'file'", Path.of("gone.PNG").toAbsolutePath().toString());
    for (int length : new int[] {3, 40, 41}) {
      Instances words = Samples.arff(String.join("\n", head), "w".repeat(length) + ",?,p");
      Samples.message(() -> ImageAttribute.find(words, auto), "'note'", "StringToWordVector",
          "'" + (length > 40 ? "w".repeat(39) + "\u2026'" : "w".repeat(length) + "'"));
    }
    Samples.message(() -> ImageAttribute.find(Samples.arff(String.join("\n", head), "?,?,p"), auto), "'note'",
        "no value");
  }
}
