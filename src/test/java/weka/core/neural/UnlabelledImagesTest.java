package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.message;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.clusterers.NeuralClusterer;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.converters.ImageFolderLoader;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Image files without labels: they are to the autoencoder and the clusterer what the same pixels as attributes are. */
class UnlabelledImagesTest {
  /** Their size, 24x24x1, is that of the images. */
  private static final String FILES = "-scaling range ";
  private static final String PIXELS = "-input 24x24x1 -scaling range ";

  /** @param size "" for file names */
  private static Instances shapes(String size) throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(Path.of("datasets", "shapes").toFile());
    loader.setSize(size);
    Instances data = loader.getDataSet();
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }

  private static NeuralEncoder encoder(String options) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions(options));
    return f;
  }

  private static Instances apply(NeuralEncoder f, Instances data) throws Exception {
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-augment \"shift 2\" ", "-layers \"conv 4 3x3 relu, maxpool 2\" "})
  void codesAndErrorsAreThoseOfThePixels(String options) throws Exception {
    String both = options + "-code 3 -epochs 3 -output code,error ";
    NeuralEncoder f = encoder(FILES + both);
    Instances files = apply(f, shapes(""));
    Instances pixels = apply(encoder(PIXELS + both), shapes("24x24x1"));
    assertEquals(5, files.numAttributes());
    for (int r = 0; r < pixels.numInstances(); r++) {
      assertArrayEquals(pixels.instance(r).toDoubleArray(), files.instance(r).toDoubleArray(), 1e-4);
    }
    NeuralEncoder copy = (NeuralEncoder) new SerializedObject(f).getObject();
    copy.input(shapes("").instance(7));
    assertArrayEquals(files.instance(7).toDoubleArray(), copy.output().toDoubleArray(), 1e-4);
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "-noise \"gaussian 0.5\", 3", "-variational -generate 10, 3"})
  void whatItMakesOfImagesIsDrawn(String options, int lines, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("sheet.png");
    Instances data = shapes("24x24x1");
    apply(encoder(PIXELS + "-epochs 1 -draw \"" + file + "\" " + options), data);
    BufferedImage sheet = ImageIO.read(file.toFile());
    // Each image twice as large, with 2 pixels between.
    assertEquals(2 + 50 * 20, sheet.getWidth());
    assertEquals(2 + 50 * lines, sheet.getHeight());
    for (int i = 0; lines == 2 && i < 576; i++) {
      assertEquals(data.instance(1).value(i), sheet.getRaster().getSample(52 + i % 24 * 2, 2 + i / 24 * 2, 0), 1);
    }
  }

  @Test
  void whatCannotBeDrawnIsSaidBeforeTraining(@TempDir Path folder) throws Exception {
    String forever = "-epochs 1000000 -draw ";
    assertTrue(message(() -> apply(encoder(forever + "a.png"), shapes("24x24x1"))).contains("28x28x1"));
    assertTrue(message(() -> apply(encoder("-input 288x2 " + forever + "a.png"), shapes("24x24x1"))).contains("288x2"));
    assertTrue(message(() -> apply(encoder(PIXELS + forever + folder), shapes("24x24x1")))
        .contains("this is a folder, not a file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"range", "standardise"})
  void pixelsOfRowsWithoutWeightDoNotCount(String scaling) throws Exception {
    Instances data = shapes("24x24x1");
    String[] heads = new String[2];
    for (int i = 0; i < 2; i++) {
      NeuralEncoder f = encoder("-input 24x24x1 -epochs 1 -code 2 -scaling " + scaling);
      apply(f, data);
      heads[i] = f.toString().lines().filter(line -> line.contains("each scaled")).findFirst().orElseThrow();
      data.instance(0).setValue(0, 5000);
      data.instance(0).setWeight(0);
    }
    // One image less changes the mean a little, a pixel of 5000 the range by much.
    assertEquals(scaling.equals("range"), heads[0].equals(heads[1]), heads[1]);
    assertTrue(!heads[1].contains("/ 2500") && deviation(heads[1]) < 128, heads[1]);
  }

  private static double deviation(String head) {
    return Double.parseDouble(head.substring(head.indexOf("/ ") + 2));
  }

  @Test
  void fileNamesCanBeKept() throws Exception {
    Instances data = shapes("");
    Instances kept = apply(encoder(FILES + "-code 2 -epochs 1 -output original,code"), data);
    for (int r = 0; r < data.numInstances(); r++) {
      assertEquals(data.instance(r).stringValue(0), kept.instance(r).stringValue(0));
    }
  }

  @Test
  void whatHasNoAttributesIsRefused() throws Exception {
    for (String options : new String[] {"-output filled", "-output error,reconstruction", "-variational -generate 3"}) {
      String error = message(() -> apply(encoder(FILES + "-epochs 1 " + options), shapes("")));
      assertTrue(error.contains("no attributes that could hold pixels"), error);
    }
    assertTrue(message(() -> apply(encoder("-input none"), shapes(""))).contains("-input"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers none ", "-layers \"dense 16 relu\" -code 3 -epochs 3 -refine 2 ",
      "-layers \"dense 16 relu\" -code 3 -epochs 3 -refine 2 -augment \"shift 1\" "})
  void clustersAreThoseOfThePixels(String options) throws Exception {
    NeuralClusterer[] c = {new NeuralClusterer(), new NeuralClusterer()};
    Instances[] data = {shapes(""), shapes("24x24x1")};
    for (int i = 0; i < 2; i++) {
      data[i].setClassIndex(-1);
      data[i].deleteAttributeAt(data[i].numAttributes() - 1);
      c[i].setOptions(Utils.splitOptions("-N 4 " + options + (i == 0 ? FILES : PIXELS)));
      c[i].buildClusterer(data[i]);
    }
    for (int r = 0; r < data[0].numInstances(); r++) {
      assertArrayEquals(c[1].distributionForInstance(data[1].instance(r)),
          c[0].distributionForInstance(data[0].instance(r)), 1e-3);
    }
    assertTrue(c[0].toString().contains("names image files"), c[0].toString());
  }
}
