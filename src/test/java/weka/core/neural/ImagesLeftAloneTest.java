package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.CapabilitiesHandler;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ImageFolderLoader;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** An image folder is all that schemes need; string attributes that hold something else are refused in words. */
class ImagesLeftAloneTest {
  private static Instances shapes() throws Exception {
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(Path.of("datasets", "shapes").toFile());
    return loader.getDataSet();
  }

  private static Instances withoutClass(Instances data) {
    int classIndex = data.classIndex();
    data.setClassIndex(-1);
    data.deleteAttributeAt(classIndex);
    return data;
  }

  @Test
  void schemesOfferThemselvesForImageFolders() throws Exception {
    Instances data = shapes();
    CapabilitiesHandler[] schemes = {new NeuralNet(), new NeuralEncoder(), new NeuralClusterer()};
    for (CapabilitiesHandler scheme : schemes) {
      Instances own = scheme instanceof NeuralClusterer ? withoutClass(new Instances(data)) : data;
      // What the Explorer's tree of schemes compares, and what Start asks.
      assertTrue(scheme.getCapabilities().supports(Capabilities.forInstances(own)), scheme.toString());
      assertTrue(scheme.getCapabilities().test(own), scheme.toString());
    }
  }

  @Test
  void theImagesChooseTheirSize() throws Exception {
    NeuralNet net = net("-epochs 1");
    net.buildClassifier(shapes());
    assertTrue(net.toString().contains("names image files, scaled to 24x24x1"), net.toString());
    assertTrue(net.toString().contains("conv 32 3x3 relu"), net.toString());
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-epochs 1"));
    encoder.setInputFormat(shapes());
    assertEquals(17, Filter.useFilter(shapes(), encoder).numAttributes());
    assertTrue(encoder.toString().contains("scaled to 24x24x1"), encoder.toString());
    NeuralClusterer clusterer = new NeuralClusterer();
    clusterer.setOptions(Utils.splitOptions("-layers \"dense 8\" -epochs 1 -refine 1"));
    clusterer.buildClusterer(withoutClass(shapes()));
    assertTrue(clusterer.toString().contains("scaled to 24x24x1"), clusterer.toString());
    assertFalse(clusterer.toString().contains("Centroids"), "names of files have no mean: " + clusterer);
  }

  @Test
  void imagesAreChangedInClusteringAsIfTheirSizeWereSet() throws Exception {
    String[] texts = new String[2];
    for (int i = 0; i < 2; i++) {
      NeuralClusterer clusterer = new NeuralClusterer();
      clusterer.setOptions(Utils.splitOptions("-layers \"dense 8\" -code 3 -epochs 1 -refine 1"
          + (i == 0 ? "" : " -input 24x24x1")));
      clusterer.buildClusterer(withoutClass(shapes()));
      texts[i] = clusterer.toString();
    }
    assertEquals(texts[1], texts[0]);
  }

  @Test
  void aChosenSizeCanBeAugmented() throws Exception {
    NeuralNet net = net("-epochs 1 -augment \"shift 1\"");
    net.buildClassifier(shapes());
    assertTrue(net.toString().contains("24x24x1"), net.toString());
  }

  @Test
  void textIsRefusedInWords() throws Exception {
    Instances data = arff("@attribute size numeric", "@attribute text string", "@attribute kind {a,b}", "@data",
        "1,'the cat sat on the mat and looked at the rat that sat there',a", "2,'a dog',b", "3,?,a");
    String[] words = {"'text' is a string attribute", "'the cat sat on the mat and looked at th\u2026'",
        "StringToWordVector"};
    message(() -> net("-text none").buildClassifier(data), words);
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setInputFormat(data);
    message(() -> Filter.useFilter(data, encoder), words);
    message(() -> new NeuralClusterer().buildClusterer(withoutClass(new Instances(data))), words);
    Instances unknown = arff("@attribute text string", "@attribute kind {a,b}", "@data", "?,a", "?,b");
    message(() -> net("-text none").buildClassifier(unknown), "'text'", "holds no value");
  }

  @Test
  void theAttributeThatNamesFilesIsFound() throws Exception {
    Instances data = shapes();
    data.insertAttributeAt(new Attribute("comment", (List<String>) null), 0);
    data.forEach(row -> row.setValue(0, data.attribute(0).addStringValue("nothing to say")));
    NeuralNet net = net("-epochs 1 -layers \"dense 2\"");
    net.buildClassifier(data);
    assertTrue(net.toString().contains("'image' names image files"), net.toString());
  }
}
