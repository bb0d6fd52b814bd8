package weka.filters.unsupervised.instance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.data.FileAccess;
import ruru.data.ImageColours;
import ruru.data.ImageDecoder;
import ruru.data.PngFile;
import ruru.nn.Shape;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Reorder;

/** What is learnt, what comes out, and what is refused in a sentence that names row and file. */
class NeuralSegmenterTest {
  @TempDir
  Path folder;

  @BeforeEach
  void write() throws IOException {
    MaskedSamples.write(folder, 6, 4, 20);
  }

  private static NeuralSegmenter filter(String options) throws Exception {
    NeuralSegmenter f = new NeuralSegmenter();
    f.setOptions(Utils.splitOptions("-layers \"conv 8 5x5 relu\" -epochs 60 -crop 16x16 " + options));
    return f;
  }

  private static Instances run(NeuralSegmenter f, Instances data) throws Exception {
    f.setInputFormat(data);
    return Filter.useFilter(data, f);
  }

  private String refused(String... parts) {
    return message(() -> run(filter(""), MaskedSamples.load(folder)), parts);
  }

  @Test
  void squaresAreFoundInImagesWithoutMasks() throws Exception {
    Path masks = folder.resolve("predicted");
    NeuralSegmenter f = filter("-masks \"" + masks.toString().replace('\\', '/') + "\"");
    Instances data = MaskedSamples.load(folder);
    Instances out = run(f, data);
    assertEquals(List.of("0 share", "0 regions", "0 mean size", "255 share", "255 regions",
        "255 mean size", "predicted mask"),
        IntStream.range(0, out.numAttributes())
            .mapToObj(i -> out.attribute(i).name()).toList());
    assertEquals(6, out.numInstances());
    for (int r = 0; r < 6; r++) {
      double square = 100.0 / ((20 + (r + 1) % 3) * (20 + (r + 1) % 2));
      assertEquals(square, out.get(r).value(3), 0.05);
      assertEquals(1, out.get(r).value(0) + out.get(r).value(3), 1e-12);
      assertEquals(out.get(r).value(3) * (20 + (r + 1) % 3) * (20 + (r + 1) % 2),
          out.get(r).value(4) * out.get(r).value(5), 1e-6);
      Path file = Path.of(out.get(r).stringValue(6));
      int[] colours = ImageDecoder.colours(file, FileAccess.ANYWHERE).rgb();
      assertTrue(IntStream.of(colours).allMatch(c -> c == 0 || c == 0xFFFFFF));
      assertEquals(out.get(r).value(3), (double) IntStream.of(colours).filter(c -> c != 0).count() / colours.length,
          1e-9);
    }
    NeuralSegmenter copy = (NeuralSegmenter) new SerializedObject(f).getObject();
    assertEquals(out.toString(), Filter.useFilter(data, copy).toString());
    assertEquals(f.toString(), copy.toString());
  }

  @Test
  void threadsChangeNothingAndOtherAttributesPass() throws Exception {
    Instances data = MaskedSamples.load(folder);
    data.insertAttributeAt(new Attribute("age"), 0);
    data.insertAttributeAt(new Attribute("kind", List.of("a", "b")), 2);
    data.setClassIndex(2);
    data.forEach(row -> {
      row.setValue(0, 7);
      row.setClassValue("b");
      row.setWeight(2);
    });
    Instances one = run(filter("-threads 1"), data);
    Instances four = run(filter("-threads 4"), data);
    four.setRelationName(one.relationName());
    assertEquals(one.toString(), four.toString());
    assertEquals("kind", one.classAttribute().name());
    assertEquals(1, one.get(3).classValue());
    assertEquals(7, one.get(3).value(0));
    assertEquals(2, one.get(3).weight());
  }

  @Test
  void laterBatchesHaveNoMasks() throws Exception {
    NeuralSegmenter f = filter("");
    Instances data = MaskedSamples.load(folder);
    Instances first = run(f, data);
    Instances later = new Instances(data, 4, 2);
    Instances second = Filter.useFilter(later, f);
    assertEquals(2, second.numInstances());
    assertArrayEquals(first.get(4).toDoubleArray(), second.get(0).toDoubleArray());
  }

  @Test
  void attributesInAnotherOrderAreRefusedOrLearntAnew() throws Exception {
    NeuralSegmenter f = filter("");
    Instances data = MaskedSamples.load(folder);
    String first = run(f, data).get(5).toString();
    Reorder order = new Reorder();
    order.setAttributeIndices("2,1");
    order.setInputFormat(data);
    Instances turned = Filter.useFilter(data, order);
    assertEquals(first, run(filter(""), turned).get(5).toString());
    message(() -> f.input(turned.get(0)), "the attribute 'mask' where the rows learnt from have 'image'");
  }

  @Test
  void whatIsWrongWithAMaskNamesItsRowAndFile() throws Exception {
    PngFile.write(new byte[30], Shape.of(5, 6, 1), folder.resolve("masks/2.png"));
    refused("row 2", "2.png", "6 x 5 pixels", "its image", "20 x 22");
    Files.delete(folder.resolve("masks/2.png"));
    Files.createDirectory(folder.resolve("masks/2.png"));
    Instances data = MaskedSamples.load(folder);
    assertTrue(data.get(1).isMissing(1));
    data.get(1).setValue(1, data.attribute(1).addStringValue(folder.resolve("masks/2.png").toString()));
    message(() -> run(filter(""), data), "row 2", "2.png");
    data.get(1).setValue(1, data.attribute(1).addStringValue(folder.resolve("masks/none.png").toString()));
    message(() -> run(filter(""), data), "row 2", "none.png", "there is no such file");
  }

  @Test
  void imagesThatAreMissingAreNamed() throws Exception {
    Instances data = MaskedSamples.load(folder);
    NeuralSegmenter f = filter("");
    run(f, data);
    Files.delete(folder.resolve("images/6.png"));
    message(() -> Filter.useFilter(data, f), "row 6", "6.png", "there is no such file");
    Files.writeString(folder.resolve("images/6.png"), "no image");
    message(() -> Filter.useFilter(data, f), "row 6", "6.png", "not an image");
    data.get(0).setMissing(0);
    message(() -> run(filter(""), data), "row 1", "no file name in attribute 'image'");
  }

  @Test
  void nothingToLearnIsSaid() throws Exception {
    Instances data = MaskedSamples.load(folder);
    Instances unmasked = new Instances(data, 4, 2);
    message(() -> run(filter(""), unmasked), "no row of weight above 0 has a mask");
    message(() -> run(filter("-labels \"1, 2\" -ignore 0"), data), "row 1", "colour 255");
    message(() -> run(filter("-labels \"7\" -ignore 0"), data), "one class alone");
    message(() -> run(filter("-ignore 255"), data), "one class alone, 0");
    Instances nan = new Instances(data);
    nan.get(2).setWeight(Double.NaN);
    message(() -> run(filter(""), nan), "row 3", "finite weight");
    Instances without = new Instances(data);
    without.deleteAttributeAt(1);
    message(() -> run(filter(""), without), "expected a string attribute 'mask'");
    Instances numbers = new Instances("numbers", new ArrayList<>(List.of(new Attribute("x"))), 0);
    message(() -> run(filter(""), numbers), "expected a string attribute 'image'");
  }

  /** Smaller than the network's reduction, 1 x 1, and of quite different sizes. */
  @Test
  void smallAndUnequalImagesAreLearntAndPredicted() throws Exception {
    for (int i = 1; i <= 4; i++) {
      Files.delete(folder.resolve("masks/" + i + ".png"));
    }
    int[][] sizes = {{1, 1}, {2, 3}, {40, 70}, {3, 1}, {5, 5}, {1, 9}};
    for (int i = 0; i < sizes.length; i++) {
      byte[] pixels = new byte[sizes[i][0] * sizes[i][1]];
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (byte) (p % 2 == 0 ? 0 : 255);
      }
      PngFile.write(pixels, Shape.of(sizes[i][0], sizes[i][1], 1), folder.resolve("images/" + (i + 1) + ".png"));
      PngFile.write(pixels, Shape.of(sizes[i][0], sizes[i][1], 1), folder.resolve("masks/" + (i + 1) + ".png"));
    }
    Instances out = run(filter(""),
        MaskedSamples.load(folder));
    assertEquals(0.5, out.get(2).value(0), 0.02);
    NeuralSegmenter unet = new NeuralSegmenter();
    unet.setEpochs("2");
    Instances all = run(unet, MaskedSamples.load(folder));
    all.forEach(row -> assertEquals(1, row.value(0) + row.value(3), 1e-12));
  }

  @Test
  void predictedMasksReplaceNoInput() throws Exception {
    message(() -> run(filter("-masks \"" + folder.resolve("masks").toString().replace('\\', '/') + "\""),
        MaskedSamples.load(folder)), "masks", "choose another folder");
    assertFalse(Files.exists(folder.resolve("masks/5.png")));
  }

  /** As the Explorer does it, which makes the last attribute the class. */
  @Test
  void theMaskMayBeTheClass() throws Exception {
    Instances data = MaskedSamples.load(folder);
    String plain = run(filter(""), data).toString();
    data.setClassIndex(1);
    Instances out = run(filter(""), data);
    assertEquals(plain, out.toString());
    assertEquals(-1, out.classIndex());
  }

  private static String option(Path masks) {
    return "-masks \"" + masks.toString().replace('\\', '/') + "\"";
  }

  @Test
  void aLinkToTheMasksIsTheirFolder() throws Exception {
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, folder.resolve("masks"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here: " + e);
    }
    byte[] before = Files.readAllBytes(folder.resolve("masks/1.png"));
    message(() -> run(filter(option(link)), MaskedSamples.load(folder)), "masks", "choose another folder");
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("masks/1.png")));
  }

  @Test
  void imagesOfOneNameKeepTheirPredictedMasks() throws Exception {
    Path other = folder.resolve("other");
    MaskedSamples.write(other, 2, 0, 15);
    Instances data = MaskedSamples.load(folder);
    Instances later = new Instances(data, 0);
    for (int i = 1; i <= 2; i++) {
      later.add(data.get(0));
      later.get(i - 1).setValue(0, later.attribute(0).addStringValue(
          other.resolve("images").resolve(i + ".png").toString()));
      later.get(i - 1).setMissing(1);
    }
    NeuralSegmenter f = filter(option(folder.resolve("predicted")) + " -images-anywhere");
    Instances first = run(f, data);
    int[] size = size(first.get(0).stringValue(6));
    Instances second = Filter.useFilter(later, f);
    assertEquals("1-2.png", String.valueOf(Path.of(second.get(0).stringValue(6)).getFileName()));
    assertArrayEquals(size, size(first.get(0).stringValue(6)));
    // The same image again gets the same file.
    Instances again = Filter.useFilter(later, f);
    assertEquals(second.get(1).stringValue(6), again.get(1).stringValue(6));
  }

  private static int[] size(String file) throws IOException {
    ImageColours colours = ImageDecoder.colours(Path.of(file), FileAccess.ANYWHERE);
    return new int[] {colours.height(), colours.width()};
  }

  @Test
  void whereMasksCannotGoIsSaidBeforeTheTraining() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Instances data = MaskedSamples.load(folder);
    for (Path masks : List.of(file, file.resolve("below"))) {
      NeuralSegmenter f = filter(option(masks));
      f.setInputFormat(data);
      data.forEach(row -> {
        try {
          f.input(row);
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      });
      message(f::batchFinished, "masks", "file");
      message(f::segmenter, "no model built yet");
    }
  }

  @Test
  void otherTextsMayBeAnything() throws Exception {
    Instances data = MaskedSamples.load(folder);
    data.insertAttributeAt(new Attribute("note", (List<String>) null), 2);
    data.forEach(row -> row.setValue(2, row.dataset().attribute(2).addStringValue("a\0b")));
    assertEquals(6, run(filter(option(folder.resolve("predicted"))), data).numInstances());
  }

  @Test
  void layersMayReduceMapsByAnything() throws Exception {
    for (String layers : List.of("conv 4 3x3 relu, maxpool 3, upsample 3", "maxpool 128, upsample 128",
        "maxpool 3x2, conv 4 3x3 relu, upsample 3x2")) {
      NeuralSegmenter f = new NeuralSegmenter();
      f.setOptions(Utils.splitOptions("-epochs 1 -layers \"" + layers + "\""));
      Instances out = run(f, MaskedSamples.load(folder));
      out.forEach(row -> assertEquals(1, row.value(0) + row.value(3), 1e-12, layers));
    }
    NeuralSegmenter odd = new NeuralSegmenter();
    odd.setOptions(Utils.splitOptions("-layers \"maxpool 3, upsample 3\" -crop 16x18"));
    message(() -> run(odd, MaskedSamples.load(folder)), "crop", "multiple of 3", "16x18");
  }

  @Test
  void rowsAreCountedWhereTheyComeOneByOne() throws Exception {
    Instances data = MaskedSamples.load(folder);
    NeuralSegmenter f = filter("");
    run(f, data);
    f.input(data.get(0));
    f.input(data.get(1));
    data.get(2).setValue(0, data.attribute(0).addStringValue(" "));
    message(() -> f.input(data.get(2)), "row 3", "empty file name");
    f.batchFinished();
    message(() -> f.input(data.get(2)), "row 1", "empty file name");
  }

  @Test
  void aDamagedMaskIsCalledAMask() throws Exception {
    Instances data = MaskedSamples.load(folder);
    Files.writeString(folder.resolve("masks/3.png"), "no image");
    message(() -> run(filter(""), data), "row 3: mask ", "3.png", "not an image");
    message(() -> run(filter("-labels \"0, 255\""), data), "row 3: mask ", "3.png");
  }

  /** A row of weight 3 is like three rows; one image is ground alone, the other a square alone. */
  @Test
  void classWeightsGoByTheWeightsOfRows() throws Exception {
    for (int i = 1; i <= 2; i++) {
      byte[] pixels = new byte[20 * 20];
      Arrays.fill(pixels, (byte) (100 * i));
      PngFile.write(pixels, Shape.of(20, 20, 1), folder.resolve("images/" + i + ".png"));
      Arrays.fill(pixels, (byte) (i == 1 ? 0 : 255));
      PngFile.write(pixels, Shape.of(20, 20, 1), folder.resolve("masks/" + i + ".png"));
    }
    Instances data = new Instances(MaskedSamples.load(folder), 0, 2);
    Instances copies = new Instances(data);
    data.get(0).setWeight(3);
    copies.add(copies.get(0));
    copies.add(copies.get(0));
    assertEquals(firstLoss(copies, "balanced"), firstLoss(data, "balanced"), 1e-5);
    assertNotEquals(firstLoss(data, "none"), firstLoss(data, "balanced"), 1e-3);
  }

  private static double firstLoss(Instances data, String classWeights) throws Exception {
    NeuralSegmenter f = new NeuralSegmenter();
    f.setOptions(Utils.splitOptions("-layers \"conv 8 5x5 relu\" -epochs 1 -rate 1e-9 -crop 20x20 -scaling range "
        + "-class-weights " + classWeights));
    run(f, data);
    return f.segmenter().report().trainingLoss();
  }
}
