package weka.core.neural.segmentation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.message;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.data.PngFile;
import ruru.nn.Shape;
import weka.Run;
import weka.core.converters.ImageMaskLoader;
import weka.core.neural.run.Progress;
import weka.filters.unsupervised.instance.NeuralSegmenter;

class SegmentationCommandTest {
  private static final String EPOCHS = "-epochs";

  @TempDir
  private Path folder;

  /** Noisy images of two sizes whose bright pixels are class 255. */
  private Path images(String name, int count, boolean masks) throws IOException {
    Random random = new Random(1);
    Path root = folder.resolve(name);
    for (int i = 0; i < count; i++) {
      int height = 14 + i % 2 * 5;
      int width = 17 - i % 2 * 4;
      byte[] image = new byte[height * width];
      byte[] mask = new byte[height * width];
      int edge = 4 + random.nextInt(6);
      for (int p = 0; p < image.length; p++) {
        boolean bright = p % width < edge;
        image[p] = (byte) ((bright ? 190 : 60) + random.nextInt(40));
        mask[p] = (byte) (bright ? 255 : 0);
      }
      PngFile.write(image, Shape.of(height, width, 1), root.resolve("images").resolve(i + ".png"));
      if (masks) {
        PngFile.write(mask, Shape.of(height, width, 1), root.resolve("masks").resolve(i + ".png"));
      }
    }
    return root;
  }

  private static String run(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      new SegmentationTest().run(null, arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void imagesAreTestedOnceAndDrawn() throws Exception {
    Path picture = folder.resolve("sheet.png");
    String text = run("-t", images("a", 6, true).toString(), "-folds", "3", "-png", picture.toString(), "-drawn", "4",
        "--", EPOCHS, "40", "-layers", "conv 4 3x3 relu");
    assertThat(text).contains("3-fold cross-validation by image").contains("over 6 images").contains("mean IoU 0.9")
        .doesNotContain("NaN");
    assertThat(text.lines().filter(l -> l.matches("[0-5]\\.png .*")).count()).isEqualTo(6);
    BufferedImage sheet = ImageIO.read(picture.toFile());
    // The wider images, of 14 x 17, are enlarged seven times.
    assertEquals(3 * (7 * 17 + 4) - 4, sheet.getWidth());
  }

  /** It is a class that cannot be predicted, and no reason to stop. */
  @Test
  void aColourMayBeInTheHeldOutImagesAlone() throws Exception {
    Path root = images("a", 4, true);
    byte[] mask = new byte[14 * 17];
    mask[5] = 77;
    PngFile.write(mask, Shape.of(14, 17, 1), root.resolve("masks").resolve("0.png"));
    String text = run("-t", root.toString(), "-folds", "4", "--", EPOCHS, "60", "-layers", "conv 4 3x3 relu");
    assertThat(text).contains("over 4 images").containsPattern("\n77 +0\\.1 % +0\\.000 ");
  }

  @Test
  void otherImagesAreTested() throws Exception {
    String text = run("-t", images("a", 4, true).toString(), "-T", images("b", 2, true).toString(), "--", EPOCHS, "40",
        "-layers", "conv 4 3x3 relu");
    assertThat(text).contains("tested on ").contains("over 2 images");
  }

  @Test
  void anInterruptEndsItAndIsTold() throws Exception {
    ImageMaskLoader loader = new ImageMaskLoader();
    loader.setDirectory(images("a", 4, true).toFile());
    TestRun run = new TestRun(new NeuralSegmenter(), Progress.silent());
    Thread.currentThread().interrupt();
    run.crossValidate(loader.getDataSet(), 2, 1);
    assertTrue(run.isStopped() && run.tested().isEmpty());
    assertFalse(Thread.interrupted());
  }

  @Test
  void theCommandIsFoundByItsName() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Run.main(new String[] {".SegmentationTest", "-h"});
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("-folds N");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    String a = images("a", 3, true).toString();
    String none = images("none", 2, false).toString();
    message(() -> run(), "-t is missing");
    message(() -> run("-t", folder.resolve("nothing").toString()), "option -t", "no such file or folder");
    message(() -> run("-t", a, "-folds", "1"), "-folds", "at least 2");
    message(() -> run("-t", a, "-folds", "4"), "images with masks, 3, got 4");
    message(() -> run("-t", a, "-folds", "3", "-T", a), "-T and -folds");
    message(() -> run("-t", none), "no image in", "has a mask");
    message(() -> run("-t", a, "-png", "sheet.jpg"), ".png");
    message(() -> run("-t", a, "-folds", "3", "--", "-nonsense"), "-nonsense");
    PngFile.write(new byte[9], Shape.of(3, 3, 1), folder.resolve("a").resolve("masks").resolve("1.png"));
    message(() -> run("-t", a, "-folds", "3", "--", EPOCHS, "1", "-layers", "conv 4 3x3"), "row 2", "1.png",
        "a mask has the size of its image");
  }
}
