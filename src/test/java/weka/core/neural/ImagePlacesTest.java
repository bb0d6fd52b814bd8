package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.classifiers.meta.FilteredClassifier;
import weka.clusterers.NeuralClusterer;
import weka.core.Attribute;
import weka.core.Environment;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.converters.ImageFolderLoader;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.supervised.attribute.NeuralFeatures;
import weka.filters.unsupervised.attribute.NeuralEncoder;
import weka.filters.unsupervised.instance.Resample;

/**
 * Two folders hold images of the same names: in "train" those of class a are bright on the left and those of class b on
 * the right, in "test" it is the other way round. Who predicts the images of "test" has every one wrong.
 */
class ImagePlacesTest {
  private static final String SMALL = "-layers \"dense 8 relu\" -epochs 20 -rate 0.01 -batch 4 -input 8x8x1 ";

  @TempDir
  Path folder;

  @BeforeEach
  void draw() throws Exception {
    for (String part : new String[] {"train", "test"}) {
      for (int i = 0; i < 20; i++) {
        String kind = i % 2 == 0 ? "a" : "b";
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        int from = kind.equals("a") == part.equals("train") ? 0 : 4;
        for (int p = 0; p < 32; p++) {
          image.getRaster().setSample(from + p % 4, p / 4, 0, 200 + i);
        }
        Path file = folder.resolve(part).resolve(kind).resolve(i + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
      }
    }
  }

  /** A folder as the loader gives it. */
  private Instances loaded(String part) throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(folder.resolve(part).toFile());
    return loader.getDataSet();
  }

  /** The same through an ARFF file. */
  private static Instances stored(Instances data) throws Exception {
    Instances read = new Instances(new StringReader(data.toString()));
    read.setClassIndex(read.numAttributes() - 1);
    return read;
  }

  /** A folder with file names that count from it, as someone may write them by hand. */
  private Instances relative(String part) throws Exception {
    Instances data = stored(loaded(part));
    Attribute names = data.attribute(0);
    Path start = folder.resolve(part);
    for (Instance row : data) {
      row.setValue(names, names.addStringValue(start.relativize(Path.of(row.stringValue(names))).toString()));
    }
    return data;
  }

  private static double right(Classifier trained, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(trained, data);
    return e.pctCorrect();
  }

  private String in(String part) {
    return "-images \"" + folder.resolve(part) + "\" ";
  }

  @Test
  void rowsSayWhereTheirImagesLie() throws Exception {
    NeuralNet trained = built(SMALL, stored(loaded("train")));
    NeuralNet saved = (NeuralNet) new SerializedObject(trained).getObject();
    for (NeuralNet net : new NeuralNet[] {trained, saved}) {
      assertEquals(100, right(net, loaded("train")));
      assertEquals(0, right(net, loaded("test")));
      assertEquals(0, right(net, stored(loaded("test"))));
      Instance row = loaded("test").instance(3);
      assertTrue(net.distributionForInstance(row)[(int) row.classValue()] < 0.5);
    }
  }

  @Test
  void rowsOfBothFoldersMayBeTogether() throws Exception {
    Instances both = loaded("train");
    for (Instance row : loaded("test")) {
      double name = both.attribute(0).addStringValue(row.stringValue(0));
      both.add(row.copy(new double[] {name, row.classValue()}));
    }
    NeuralNet trained = built(SMALL, loaded("train"));
    assertEquals(50, right(trained, both));
  }

  @Test
  void rowsSayItThroughFilters() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new AllFilter());
    filtered.setClassifier(net(SMALL));
    filtered.buildClassifier(loaded("train"));
    assertEquals(100, right(filtered, loaded("train")));
    assertEquals(0, right(filtered, loaded("test")));
  }

  @Test
  void aFolderThatIsSetDoesNotMatterToWholePathsThatMayLeaveIt() throws Exception {
    NeuralNet trained = built(SMALL + "-images-anywhere " + in("train"), loaded("train"));
    assertEquals(100, right(trained, loaded("train")));
    assertEquals(0, right(trained, loaded("test")));
    NeuralNet kept = built(SMALL + in("train"), loaded("train"));
    assertEquals(100, right(kept, loaded("train")));
    Instances test = loaded("test");
    message(() -> kept.distributionsForInstances(test), "images: row 1",
        "not in the folder " + folder.resolve("train"));
  }

  @Test
  void namesThatLeaveItOpenAreRefused() throws Exception {
    NeuralNet trained = built(SMALL + in("train"), relative("train"));
    NeuralNet saved = (NeuralNet) new SerializedObject(trained).getObject();
    Instances test = relative("test");
    for (NeuralNet net : new NeuralNet[] {trained, saved}) {
      assertEquals(100, right(net, relative("train")));
      message(() -> net.distributionsForInstances(test), "row 1 of '" + test.relationName() + "'",
          Path.of("a", "0.png").toString(), "full paths");
      message(() -> net.distributionForInstance(test.instance(5)), "images: row 1 of", "in another folder");
    }
  }

  @Test
  void aDetourInANameHidesNothing() throws Exception {
    NeuralNet trained = built(SMALL + in("train"), relative("train"));
    Instances test = relative("test");
    for (String name : new String[] {"./a/0.png", "a/../a/0.png", "b/../a//0.png"}) {
      Instance row = test.instance(0);
      row.setValue(0, test.attribute(0).addStringValue(name));
      message(() -> trained.distributionForInstance(row), "images: row 1 of", "full paths");
    }
  }

  @Test
  void otherSchemesRefuseThemToo() throws Exception {
    Instances train = relative("train");
    Instances test = relative("test");
    NeuralFeatures features = new NeuralFeatures();
    features.setNetwork(net(SMALL + in("train")));
    features.setInputFormat(train);
    Filter.useFilter(train, features);
    message(() -> Filter.useFilter(test, features), "images: row 1 of", "full paths");
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-epochs 1 -code 2 " + in("train")));
    encoder.setInputFormat(train);
    Filter.useFilter(train, encoder);
    message(() -> Filter.useFilter(test, encoder), "images: row 1 of", "full paths");
    train.setClassIndex(-1);
    train.deleteAttributeAt(1);
    test.setClassIndex(-1);
    test.deleteAttributeAt(1);
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setOptions(Utils.splitOptions("-layers none " + in("train")));
    clusterer.buildClusterer(train);
    message(() -> clusterer.clusterInstance(test.instance(0)), "images: row 1 of", "full paths");
  }

  /** Two rows that may be read, and one that is refused: none of the three turns up in the next batch. */
  @Test
  void aRefusedBatchLeavesNoRowsInAFilter() throws Exception {
    Instances train = new Instances(relative("train"), 0, 15);
    Instances test = relative("test");
    Instances refused = new Instances(test, 18, 2);
    refused.add(test.instance(0));
    NeuralFeatures features = new NeuralFeatures();
    features.setNetwork(net(SMALL + in("train")));
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-epochs 1 -code 2 " + in("train")));
    for (Filter filter : new Filter[] {features, encoder}) {
      filter.setInputFormat(train);
      Filter.useFilter(train, filter);
      message(() -> Filter.useFilter(refused, filter), "images: row 3 of", "full paths");
      assertEquals(15, Filter.useFilter(train, filter).numInstances());
      Instances gone = new Instances(train, 0, 3);
      gone.instance(1).setValue(0, gone.attribute(0).addStringValue("none.png"));
      message(() -> Filter.useFilter(gone, filter), "there is no such file");
      assertEquals(15, Filter.useFilter(train, filter).numInstances());
    }
  }

  @Test
  void splitsOfOneFolderAreNoDoubt() throws Exception {
    Instances all = relative("train");
    Instances train = new Instances(all, 0, 15);
    train.setRelationName("one");
    Instances test = new Instances(all, 15, 5);
    test.setRelationName("other");
    assertEquals(100, right(built(SMALL + in("train"), train), test));
    Resample sample = new Resample();
    sample.setInputFormat(all);
    assertEquals(100, right(built(SMALL + in("train"), all), Filter.useFilter(all, sample)));
  }

  @Test
  void aTrainedModelCanBePointedToAnotherFolder() throws Exception {
    NeuralNet trained = built(SMALL + in("train"), relative("train"));
    trained.setImages(folder.resolve("test").toString());
    assertEquals(0, right(trained, relative("train")));
    assertEquals(0, right(trained, relative("test")));
    NeuralNet saved = (NeuralNet) new SerializedObject(trained).getObject();
    assertEquals(0, right(saved, relative("test")));
    NeuralNet variable = net(SMALL + "-images \"${IMAGES_OF_TEST}\"");
    message(() -> variable.buildClassifier(relative("train")), "images: '${IMAGES_OF_TEST}'", "not set");
    Environment.getSystemWide().addVariable("IMAGES_OF_TEST", folder.resolve("train").toString());
    try {
      variable.buildClassifier(relative("train"));
      assertEquals(100, right(variable, relative("train")));
      assertTrue(Utils.joinOptions(variable.getOptions()).contains("${IMAGES_OF_TEST}"));
      Environment.getSystemWide().addVariable("IMAGES_OF_TEST", folder.resolve("test").toString());
      assertEquals(0, right((NeuralNet) new SerializedObject(variable).getObject(), relative("test")));
    } finally {
      Environment.getSystemWide().removeVariable("IMAGES_OF_TEST");
    }
  }

  /** As in the Knowledge Flow, whose variables are its own. */
  @Test
  void variablesMayBeTheFlowsOwn() throws Exception {
    Environment own = new Environment();
    own.addVariable("OF_FLOW", folder.toString());
    Instances train = relative("train");
    NeuralNet net = net(SMALL + "-images \"${OF_FLOW}/train\"");
    net.setEnvironment(own);
    net.buildClassifier(train);
    assertEquals(100, right(net, train));
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setEnvironment(own);
    encoder.setOptions(Utils.splitOptions("-epochs 1 -code 2 -draw \"${OF_FLOW}/sheet.png\" -images ${OF_FLOW}/train"));
    encoder.setInputFormat(train);
    assertEquals(20, Filter.useFilter(train, encoder).numInstances());
    assertTrue(Files.exists(folder.resolve("sheet.png")));
    NeuralNet drawing = net("-layers \"conv 2 3x3\" -epochs 1 -draw-filters ${OF_FLOW}/filters.png");
    drawing.setEnvironment(own);
    drawing.buildClassifier(loaded("train"));
    assertTrue(Files.exists(folder.resolve("filters.png")));
    train.setClassIndex(-1);
    train.deleteAttributeAt(1);
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setEnvironment(own);
    clusterer.setOptions(Utils.splitOptions("-layers \"dense 4\" -epochs 1 -refine 1 -images ${OF_FLOW}/train"));
    clusterer.buildClusterer(train);
    assertEquals(2, clusterer.distributionForInstance(train.instance(0)).length);
  }

  @Test
  void whereNothingMayBeWrittenIsSaidBeforeTraining() throws Exception {
    File place = folder.resolve("locked").toFile();
    assertTrue(place.mkdir());
    NeuralNet net = net("-layers \"conv 2 3x3\" -epochs 100000 -draw-filters " + place + "/missing/filters.png");
    message(() -> net.buildClassifier(loaded("train")), "-draw-filters", "existing folder");
  }

  @Test
  void filesThatAreNotThereAreNamed() throws Exception {
    message(() -> built(SMALL, relative("train")), "'image' names image files", "there is no file",
        Path.of("a", "0.png").toString(), "-images");
  }
}
