package weka.filters.unsupervised.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.data.FileAccess;
import ruru.data.ImageDecoder;
import ruru.data.PngFile;
import ruru.nn.Shape;
import weka.classifiers.Evaluation;
import weka.classifiers.trees.RandomForest;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Reorder;

/** Rows of pixels: what is around them, and which class they have. */
class PixelPatchesTest {
  @TempDir
  Path folder;

  @BeforeEach
  void write() throws IOException {
    MaskedSamples.write(folder, 6, 4, 20);
  }

  private static Instances run(Instances data, String options) throws Exception {
    PixelPatches f = new PixelPatches();
    f.setOptions(Utils.splitOptions(options));
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  /** All pixels of the first image, in the order of the mask. */
  @Test
  void valuesAndClassesAreThoseOfTheFiles() throws Exception {
    Instances data = new Instances(MaskedSamples.load(folder), 0, 1);
    Instances rows = run(data, "-pixels 0 -patch 3");
    int[] image = ImageDecoder.colours(folder.resolve("images/1.png"), FileAccess.ANYWHERE).rgb();
    int[] mask = ImageDecoder.colours(folder.resolve("masks/1.png"), FileAccess.ANYWHERE).rgb();
    int width = 21;
    int height = 21;
    assertEquals(width * height, rows.size());
    assertEquals(10, rows.numAttributes());
    assertEquals("r1c1", rows.attribute(4).name());
    for (int p = 0; p < rows.size(); p++) {
      Instance row = rows.get(p);
      assertEquals(image[p] & 0xFF, row.value(4), "pixel " + p);
      assertEquals(mask[p] == 0 ? "0" : "255", row.stringValue(9));
      int left = p % width == 0 ? p : p - 1;
      assertEquals(image[left] & 0xFF, row.value(3), "left of pixel " + p);
      int below = p / width == height - 1 ? p : p + width;
      assertEquals(image[below] & 0xFF, row.value(7), "below pixel " + p);
    }
  }

  @Test
  void aForestLearnsThePixelsAndOtherImagesGetTheSameAttributes() throws Exception {
    Instances data = MaskedSamples.load(folder);
    PixelPatches f = new PixelPatches();
    f.setOptions(Utils.splitOptions("-pixels 100 -patch 5 -S 3"));
    f.setInputFormat(data);
    Instances training = new Instances(data, 0, 3);
    Instances rows = Filter.useFilter(training, f);
    Instances others = Filter.useFilter(new Instances(data, 3, 1), f);
    assertEquals(300, rows.size());
    assertEquals(100, others.size());
    assertTrue(rows.equalHeaders(others));
    RandomForest forest = new RandomForest();
    forest.buildClassifier(rows);
    Evaluation evaluation = new Evaluation(rows);
    evaluation.evaluateModel(forest, others);
    assertTrue(evaluation.pctCorrect() > 85, "correct: " + evaluation.pctCorrect());
  }

  @Test
  void everyOptionChangesTheRows() throws Exception {
    Instances data = MaskedSamples.load(folder);
    String plain = run(data, "").toString();
    for (String options : new String[] {"-patch 3", "-pixels 7", "-S 2", "-labels \"ground=0, square=255\""}) {
      assertNotEquals(plain, run(data, options).toString(), options);
    }
    assertEquals(plain, run(data, "").toString());
    Instances squares = run(data, "-labels 255 -ignore 0 -pixels 0");
    assertEquals(1, squares.numClasses());
    assertEquals(4 * 100, squares.size());
  }

  @Test
  void whatCannotBeDrawnIsRefusedInWords() throws Exception {
    for (String[] bad : new String[][] {{"-patch 4", "-patch"}, {"-patch 0", "-patch"}, {"-patch 103", "-patch"},
        {"-pixels -1", "-pixels"}, {"-labels \"a=x\"", "-labels"}}) {
      message(() -> new PixelPatches().setOptions(Utils.splitOptions(bad[0])), bad[1]);
    }
    Instances data = MaskedSamples.load(folder);
    message(() -> run(new Instances(data, 4, 2), ""), "mask", "nothing");
    PngFile.write(new byte[9], Shape.of(3, 3, 1), folder.resolve("masks/2.png"));
    message(() -> run(data, ""), "row 2", "2.png", "a mask has the size of its image");
    byte[] noise = new byte[22 * 20];
    new Random(1).nextBytes(noise);
    PngFile.write(noise, Shape.of(22, 20, 1), folder.resolve("masks/2.png"));
    message(() -> run(data, "-labels \"0, 255\""), "row 2", "2.png", "is no class");
  }

  @Test
  void theMaskMayBeTheClass() throws Exception {
    Instances data = MaskedSamples.load(folder);
    String plain = run(data, "").toString();
    data.setClassIndex(1);
    assertEquals(plain, run(data, "").toString());
  }

  @Test
  void laterRowsStayWhereTheFirstWere() throws Exception {
    Path other = folder.resolve("elsewhere");
    MaskedSamples.write(other, 1, 1, 15);
    Path here = folder.resolve("here");
    MaskedSamples.write(here, 2, 2, 15);
    PixelPatches f = new PixelPatches();
    Instances data = MaskedSamples.load(here);
    f.setInputFormat(data);
    Filter.useFilter(data, f);
    Instances later = new Instances(data, 0, 1);
    later.get(0).setValue(0, later.attribute(0).addStringValue(other.resolve("images/1.png").toString()));
    message(() -> Filter.useFilter(later, f), "row 1", "elsewhere");
  }

  @Test
  void imagesWithoutMasksMayFollow() throws Exception {
    PixelPatches f = new PixelPatches();
    Instances data = MaskedSamples.load(folder);
    f.setInputFormat(data);
    Filter.useFilter(data, f);
    assertEquals(0, Filter.useFilter(new Instances(data, 4, 2), f).size());
    // An image of 20 x 21 pixels, fewer than are wanted.
    assertEquals(20 * 21, Filter.useFilter(new Instances(data, 3, 3), f).size());
  }

  @Test
  void attributesInAnotherOrderAreRefused() throws Exception {
    PixelPatches f = new PixelPatches();
    Instances data = MaskedSamples.load(folder);
    f.setInputFormat(data);
    Filter.useFilter(data, f);
    Reorder order = new Reorder();
    order.setAttributeIndices("2,1");
    order.setInputFormat(data);
    Instances turned = Filter.useFilter(data, order);
    message(() -> f.input(turned.get(0)), "'mask' where the rows learnt from have 'image'");
  }

  @Test
  void itIsStoredWithWhatItLearnt() throws Exception {
    PixelPatches f = new PixelPatches();
    Instances data = MaskedSamples.load(folder);
    f.setInputFormat(data);
    Filter.useFilter(data, f);
    PixelPatches copy = (PixelPatches) new SerializedObject(f).getObject();
    assertEquals(Filter.useFilter(data, f).toString(), Filter.useFilter(data, copy).toString());
  }

  @Test
  void rowsThatComeOneByOneAreDrawnAsInABatch() throws Exception {
    PixelPatches f = new PixelPatches();
    f.setPixels(5);
    Instances data = MaskedSamples.load(folder);
    f.setInputFormat(data);
    String whole = Filter.useFilter(data, f).toString();
    assertEquals(whole, Filter.useFilter(data, f).toString());
  }
}
