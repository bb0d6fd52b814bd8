package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertClose;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.file;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.converters.ImageFolderLoader;

/** Images as inputs: pixels in attributes, files, random changes. */
class NeuralNetImagesTest {
  private static final String SMALL =
      "-layers \"conv 8 3x3 relu, maxpool 2, dense 16 relu\" -epochs 15 -batch 16 -rate 0.01 ";
  private static final Path SHAPES = Path.of("datasets", "shapes");

  /** Pictures of 6 x 5 pixels in two channels: a bar, upright or lying, in the first channel; noise in the second. */
  private static Instances bars(int rows, boolean channelsFirst) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    Instances data = arff(text + "@attribute kind {upright,lying}\n@data\n");
    Random random = new Random(1);
    for (int r = 0; r < rows; r++) {
      double[] values = new double[61];
      boolean upright = random.nextBoolean();
      int place = random.nextInt(upright ? 5 : 6);
      for (int h = 0; h < 6; h++) {
        for (int w = 0; w < 5; w++) {
          double bar = (upright ? w : h) == place ? 255 : 0;
          double noise = random.nextInt(256);
          int pixel = h * 5 + w;
          values[channelsFirst ? pixel : 2 * pixel] = bar;
          values[channelsFirst ? 30 + pixel : 2 * pixel + 1] = noise;
        }
      }
      values[60] = upright ? 0 : 1;
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static void grey(Path file, int value) throws Exception {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 16; i++) {
      image.getRaster().setSample(i % 4, i / 4, 0, value);
    }
    ImageIO.write(image, "png", file.toFile());
  }

  /** For a number what was predicted last is remembered: not beyond a change of the folder. */
  @Test
  void theSameRowInAnotherFolderIsAnotherImage(@TempDir Path folder) throws Exception {
    Path bright = Files.createDirectory(folder.resolve("bright"));
    Path dark = Files.createDirectory(folder.resolve("dark"));
    StringBuilder rows = new StringBuilder("@attribute image string\n@attribute y numeric\n@data\n");
    for (int i = 0; i < 8; i++) {
      grey(bright.resolve(i + ".png"), 30 * i);
      grey(dark.resolve(i + ".png"), 0);
      rows.append(i).append(".png,").append(i).append('\n');
    }
    NeuralNet net = built("-layers output -epochs 100 -input 4x4x1 -images " + bright, arff(rows.toString()));
    // Another data set of the same name, which may lie in another folder.
    Instances same = arff(rows.toString());
    double inBright = net.classifyInstance(same.instance(7));
    net.setImages(dark.toString());
    double inDark = net.classifyInstance(same.instance(7));
    assertTrue(inBright > inDark + 2, inBright + " and " + inDark);
    assertEquals(net.classifyInstance(same.instance(0)), inDark, 1e-6);
  }

  private static double percentRight(NeuralNet net, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(net, data);
    return e.pctCorrect();
  }

  /** Named by full paths. */
  private static Instances shapes() throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(SHAPES.toFile());
    Instances data = loader.getDataSet();
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }

  /** Named by paths that count from their folder. */
  private static Instances relativeShapes() throws Exception {
    return relative(shapes(), SHAPES);
  }

  private static Instances relative(Instances data, Path folder) {
    Attribute names = data.attribute(0);
    for (Instance row : data) {
      row.setValue(names, names.addStringValue(folder.toAbsolutePath().relativize(Path.of(row.stringValue(names)))
          .toString()));
    }
    return data;
  }

  @Test
  void pixelsInBothOrdersAreTheSamePictures() throws Exception {
    Instances hwc = bars(80, false);
    Instances chw = bars(80, true);
    NeuralNet a = built(SMALL + "-input 6x5x2", hwc);
    NeuralNet b = built(SMALL + "-input \"6x5x2 order=chw\"", chw);
    assertEquals(100, percentRight(a, hwc));
    assertSame(predictions(a, hwc), predictions(b, chw), "orders");
  }

  @Test
  void rowsAloneAndTogetherAndAfterSavingPredictAlike() throws Exception {
    Instances data = bars(50, false);
    NeuralNet net = built(SMALL + "-input 6x5x2", data);
    assertClose(predictions(net, data), net.distributionsForInstances(data), 1e-5, "batch");
    NeuralNet loaded = (NeuralNet) new SerializedObject(net).getObject();
    assertSame(predictions(net, data), predictions(loaded, data), "saved");
  }

  @Test
  void threadsChangeNoBitWithAugmentation() throws Exception {
    Instances data = bars(100, false);
    String options = SMALL + "-input 6x5x2 -shards 3 -augment \"shift 1, mixup 0.2\" -threads ";
    double[][] one = predictions(built(options + 1, data), data);
    assertSame(one, predictions(built(options + 2, data), data), "2 threads");
    assertSame(one, predictions(built(options + 4, data), data), "4 threads");
    double[][] plain = predictions(built(SMALL + "-input 6x5x2 -shards 3", data), data);
    assertTrue(weka.core.neural.Samples.distance(one, plain) > 1e-3, "augmentation changed nothing");
  }

  @Test
  void hugePixelsAreScaled() throws Exception {
    Instances data = bars(40, false);
    data.forEach(row -> {
      for (int i = 0; i < 60; i++) {
        row.setValue(i, row.value(i) * 1e305);
      }
    });
    assertEquals(100, percentRight(built(SMALL + "-input 6x5x2", data), data));
  }

  @Test
  void aWildPixelIsCut() throws Exception {
    Instances data = bars(40, false);
    NeuralNet net = built(SMALL + "-input 6x5x2", data);
    Instance row = new DenseInstance(data.instance(0));
    row.setDataset(data);
    row.setValue(0, 1e300);
    double[] wild = net.distributionForInstance(row);
    assertEquals(1, wild[0] + wild[1], 1e-9);
    row.setValue(0, 1e200);
    assertEquals(wild[0], net.distributionForInstance(row)[0]);
  }

  @Test
  void aMissingPixelIsTheMean() throws Exception {
    Instances data = bars(40, false);
    NeuralNet net = built(SMALL + "-input 6x5x2", data);
    Instance row = new DenseInstance(data.instance(0));
    row.setDataset(data);
    double mean = 0;
    for (Instance other : data) {
      for (int i = 0; i < 60; i += 2) {
        mean += other.value(i) / (40 * 30);
      }
    }
    row.setMissing(4);
    double[] missing = net.distributionForInstance(row);
    row.setValue(4, mean);
    assertEquals(missing[0], net.distributionForInstance(row)[0], 1e-5);
  }

  @Test
  void filesTrainAndPredict() throws Exception {
    Instances data = shapes();
    NeuralNet net = built("-input 24x24x1 -epochs 25 -S 1 -layers \"conv 8 3x3 relu, maxpool 2, "
        + "conv 16 3x3 relu, maxpool 2, dense 32 relu\" -rate 0.005 -batch 16", data);
    assertTrue(percentRight(net, data) > 90, "right: " + percentRight(net, data));
    assertTrue(net.toString().contains("names image files"), net.toString());
    NeuralNet loaded = (NeuralNet) new SerializedObject(net).getObject();
    assertSame(predictions(net, data), predictions(loaded, data), "saved");
    NeuralNet uncached = built("-input 24x24x1 -image-cache 0 -epochs 1", data);
    NeuralNet cached = built("-input 24x24x1 -epochs 1", data);
    assertSame(predictions(cached, data), predictions(uncached, data), "without cache");
    Instances relative = relativeShapes();
    NeuralNet named = built("-input 24x24x1 -images " + SHAPES + " -epochs 1", relative);
    assertSame(predictions(cached, data), predictions(named, relative), "by names that count from the folder");
  }

  @Test
  void whatDoesNotFitIsSaid() throws Exception {
    Instances data = bars(20, false);
    message(() -> built("-input 6x5x3", data), "6x5x3", "90", "60", "-input");
    message(() -> built("-augment flip", data), "augment", "-input");
    message(() -> built("-input 6x5x2 -images folder", data), "string");
    message(() -> built("-input none", shapes()), "input (-input) is 'none'", "'image' names image files");
    message(() -> built("-images none", shapes()), "images (-images) is 'none'", "'image'");
    message(() -> net("-input 28"), "-input", "28x28x1", "96x1");
    message(() -> built("-input 6x10 -images folder", relativeShapes()), "height x width x channels");
    message(() -> net("-input \"28x28x1 order=wch\""), "order=hwc");
    message(() -> built("-input \"24x24x1 order=chw\" -images " + SHAPES, shapes()), "order=chw", "leave it out");
    message(() -> net("-augment \"flop\""), "-augment", "flip");
    message(() -> net("-image-cache -1"), "-image-cache");
    message(() -> built("-input 6x5x2 -layers \"conv 4 9x9 padding=valid\"", data), "step 1", "conv 4 9x9");
  }

  @Test
  void anInfinitePixelIsNamed() throws Exception {
    Instances data = bars(20, false);
    data.instance(6).setValue(4, Double.NEGATIVE_INFINITY);
    message(() -> built("-input 6x5x2 -epochs 1", data), "attribute 'p4', row 7", "-Infinity");
  }

  @Test
  void aWeightOfTwoScalesPixelsAsTheRowTwice() throws Exception {
    Instances weighted = bars(20, false);
    Instances twice = new Instances(weighted);
    weighted.instance(0).setWeight(2);
    twice.add(twice.instance(0));
    String options = "-layers \"\" -epochs 1 -num-decimal-places 9 -input 6x5x2";
    assertEquals(scaling(built(options, twice)), scaling(built(options, weighted)));
  }

  private static String scaling(NeuralNet net) {
    return net.toString().lines().filter(l -> l.contains("each scaled")).findFirst().orElseThrow();
  }

  @Test
  void whetherFiltersCanBeDrawnIsSeenBeforeTraining() throws Exception {
    Instances data = bars(20, false);
    Path folder = Files.createTempDirectory("ruru");
    NeuralNet flat = net("-layers \"dense 4 relu\" -input 6x5x2 -draw-filters " + folder.resolve("a.png"));
    message(() -> flat.initializeClassifier(data), "no convolution");
    NeuralNet nowhere = net(SMALL + "-input 6x5x2 -draw-filters " + folder.resolve("no-folder").resolve("a.png"));
    message(() -> nowhere.initializeClassifier(data), "-draw-filters", "no-folder");
    Files.delete(folder);
  }

  /** The folds of a cross-validation would overwrite what the model drew. */
  @Test
  void foldsDrawNoFilters() throws Exception {
    Instances data = bars(30, false);
    Path folder = Files.createTempDirectory("ruru");
    Path file = folder.resolve("filters.png");
    NeuralNet net = net(SMALL + "-input 6x5x2 -draw-filters " + file);
    new weka.classifiers.Evaluation(data).crossValidateModel(net, data, 2, new java.util.Random(1));
    assertTrue(Files.notExists(file));
    net.buildClassifier(data);
    Files.delete(file);
    Files.delete(folder);
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Instances data = shapes();
    Attribute names = data.attribute(0);
    data.instance(3).setValue(0, names.addStringValue("circle/no-such-file.png"));
    message(() -> built("-input 24x24x1 -images " + SHAPES, data), "no-such-file.png");
    data.instance(3).setMissing(0);
    message(() -> built("-input 24x24x1 -images " + SHAPES, data), "row 4");
  }

  @Test
  void aFolderOfNoFilesIsNamed() throws Exception {
    Path folder = Files.createTempDirectory("ruru");
    message(() -> built("-input 24x24x1 -images " + folder, relativeShapes()), folder.getFileName() + File.separator);
    Files.delete(folder);
  }

  @Test
  void digitsAreLearnedByDefault() throws Exception {
    Instances digits = file(Path.of("datasets", "digits.arff"));
    int side = (int) Math.sqrt(digits.numAttributes() - 1);
    NeuralNet net = built("-input " + side + "x" + side + "x1", digits);
    assertTrue(net.toString().contains("conv 32 3x3 relu"), net.toString());
    assertTrue(percentRight(net, digits) > 97, "right: " + percentRight(net, digits));
  }

  @Test
  void filtersAreDrawn() throws Exception {
    Instances data = bars(30, false);
    Path folder = Files.createTempDirectory("ruru");
    Path file = folder.resolve("filters.png");
    built(SMALL + "-input 6x5x2 -draw-filters " + file, data);
    java.awt.image.BufferedImage sheet = javax.imageio.ImageIO.read(file.toFile());
    // 8 filters and, below, 4 images each with its 8 maps; a bar of 255 beside 0 is white beside black in the first map
    // or none.
    assertTrue(sheet.getWidth() > 9 * 48 && sheet.getHeight() > 5 * 48, sheet.toString());
    java.util.Set<Integer> greys = new java.util.HashSet<>();
    for (int x = 0; x < 48; x++) {
      for (int y = 80; y < 140; y++) {
        greys.add(sheet.getRGB(x, y) & 0xFF);
      }
    }
    assertTrue(greys.contains(0) && greys.contains(255), greys.toString());
    message(() -> built("-layers \"dense 4 relu\" -epochs 1 -input 6x5x2 -draw-filters " + file, data),
        "no convolution");
    Files.delete(file);
    Files.delete(folder);
  }

  /** Series of 30 steps with one wave or two, somewhere. */
  private static Instances waves(int rows) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append("@attribute t").append(i).append(" numeric\n");
    }
    Instances data = arff(text + "@attribute waves {one,two}\n@data\n");
    Random random = new Random(2);
    for (int r = 0; r < rows; r++) {
      double[] values = new double[31];
      int waves = 1 + r % 2;
      double start = 2 * Math.PI * random.nextDouble();
      for (int t = 0; t < 30; t++) {
        values[t] = 100 + 10 * Math.sin(start + 2 * Math.PI * waves * t / 15.0) + random.nextGaussian();
      }
      values[30] = waves - 1;
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  @Test
  void seriesAreConvolvedAlongTheirSteps() throws Exception {
    NeuralNet net = built("-input 30x1 -epochs 30", waves(60));
    assertTrue(net.toString().contains("conv1d 64 8"), net.toString());
    assertTrue(net.toString().contains("30 attributes are the values of series, 30x1"), net.toString());
    Instances others = waves(200);
    assertTrue(percentRight(net, others) > 97, "right: " + percentRight(net, others));
  }

  @Test
  void trainingGoesOnWithTheSameInputAlone() throws Exception {
    Instances data = bars(20, false);
    NeuralNet net = built("-input 6x5x2 -epochs 1 -resume -layers \"dense 4 relu\"", data);
    net.setInput("5x6x2");
    message(() -> net.initializeClassifier(data), "input", "6x5x2", "5x6x2");
    net.setInput("6x5x2 order=chw");
    message(() -> net.initializeClassifier(data), "input", "'6x5x2' and", "'6x5x2 order=chw'");
    net.setInput("6x5x2");
    net.setImages(SHAPES.toString());
    message(() -> net.initializeClassifier(data), "images", "'none'", SHAPES.toString());
  }

  @Test
  void trainingGoesOnWithTheSameImageFilesAlone() throws Exception {
    Instances data = relativeShapes();
    NeuralNet net = built("-input 24x24x1 -images " + SHAPES + " -epochs 1 -resume -layers \"dense 4 relu\"", data);
    for (String other : new String[] {"datasets", "none", "auto"}) {
      net.setImages(other);
      message(() -> net.initializeClassifier(data), "images: the model was trained with '" + SHAPES + "'",
          "got '" + other + "'");
    }
    net.setImages(SHAPES.toAbsolutePath() + File.separator);
    net.initializeClassifier(data);
    assertTrue(net.next());
  }
}
