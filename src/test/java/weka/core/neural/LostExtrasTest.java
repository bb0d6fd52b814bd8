package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.SmallDisk;
import ruru.data.PngFile;
import ruru.nn.Shape;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.sources.PixelAttributes;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** A picture that cannot be drawn after a training costs nobody the network. */
class LostExtrasTest {
  private static final String SMALL = "-layers \"conv 2 3x3, dense 2\" -epochs 2 -input 28x28x1 -draw-filters ";

  @TempDir
  Path folder;

  private static Instances noise() {
    ArrayList<Attribute> attributes = new ArrayList<>(PixelAttributes.of(Shape.of(28, 28, 1)));
    attributes.add(new Attribute("class", List.of("a", "b")));
    Instances data = new Instances("noise", attributes, 20);
    data.setClassIndex(28 * 28);
    Random random = new Random(1);
    for (int r = 0; r < 20; r++) {
      double[] values = random.doubles(28 * 28 + 1, 0, 255).toArray();
      values[28 * 28] = r % 2;
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNetworkOutlivesThePictureOfItsFilters() throws Exception {
    Instances data = noise();
    Path file = folder.resolve("filters.png");
    NeuralNet net = net(SMALL + file);
    net.initializeClassifier(data);
    while (net.next()) {
      // one epoch a turn
    }
    Files.createDirectory(file);
    net.done();
    String told = net.toString();
    assertTrue(told.contains("Warning") && told.contains("-draw-filters") && told.contains(file.toString())
        && told.contains("this is a folder"), told);
    Instances first = new Instances(data, 0, 1);
    NeuralNet saved = (NeuralNet) new SerializedObject(net).getObject();
    assertArrayEquals(net.distributionForInstance(first.instance(0)),
        saved.distributionForInstance(first.instance(0)));
    assertEquals(told, saved.toString());
    assertEquals(List.of("filters.png"), names(folder));
  }

  @Test
  void aFullDiskCostsThePictureAlone() throws Exception {
    try (SmallDisk small = new SmallDisk(folder.resolve("disk"), "16k")) {
      Path disk = small.folder();
      Path file = disk.resolve("sheet.png");
      Files.writeString(file, "old");
      NeuralEncoder encoder = new NeuralEncoder();
      encoder.setOptions(Utils.splitOptions("-layers none -code 2 -epochs 1 -input 28x28x1 -draw " + file));
      Instances data = noise();
      encoder.setInputFormat(data);
      assertEquals(20, Filter.useFilter(data, encoder).numInstances());
      String told = encoder.toString();
      assertTrue(told.contains("Warning") && told.contains("-draw") && told.contains(file.toString())
          && told.contains("space"), told);
      assertEquals("old", Files.readString(file));
      assertEquals(List.of("sheet.png"), names(disk));
      NeuralNet net = net(SMALL + disk.resolve("filters.png"));
      Files.write(disk.resolve("fill"), new byte[8192]);
      net.buildClassifier(data);
      assertTrue(net.toString().contains("space"), net.toString());
    }
  }

  /** Nothing that is measured after a training, on images that are gone by then, costs the network. */
  @Test
  void aNetworkOutlivesItsImages() throws Exception {
    Instances data = arff("@attribute image string", "@attribute grey numeric", "@data");
    Attribute names = data.attribute(0);
    for (int r = 0; r < 20; r++) {
      Path file = folder.resolve(r + ".png");
      PngFile.write(new byte[] {(byte) (10 * r), 0, 0, 0}, Shape.of(2, 2, 1), file);
      data.add(new DenseInstance(1, new double[] {names.addStringValue(file.toString()), r}));
    }
    NeuralNet net = net("-layers \"dense 2\" -epochs 2 -input 2x2x1 -image-cache 0 -intervals 2");
    net.initializeClassifier(data);
    while (net.next()) {
      // one epoch a turn
    }
    for (int r = 0; r < 20; r++) {
      Files.delete(folder.resolve(r + ".png"));
    }
    net.done();
    String told = net.toString();
    assertTrue(told.contains("Warning: comparing") && told.contains("Intervals: none, measuring"), told);
    PngFile.write(new byte[] {10, 0, 0, 0}, Shape.of(2, 2, 1), folder.resolve("1.png"));
    assertTrue(Double.isFinite(net.classifyInstance(data.instance(1))));
  }

  @Test
  void whatCannotBeWrittenIsSaidBeforeTraining() throws Exception {
    Instances data = noise();
    message(() -> net(SMALL + folder).buildClassifier(data), "-draw-filters", folder.toString(), "this is a folder");
    message(() -> net(SMALL + folder.resolve("n".repeat(300))).initializeClassifier(data), "-draw-filters", "too long");
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
    message(() -> net(SMALL + full).initializeClassifier(data), "-draw-filters", "this is a device");
    // Not even the administrator makes files there.
    message(() -> net(SMALL + "/proc/self/filters.png").initializeClassifier(data), "-draw-filters", "nothing can be");
    NeuralEncoder encoder = new NeuralEncoder();
    encoder.setOptions(Utils.splitOptions("-code 2 -epochs 1 -input 28x28x1 -draw " + full));
    message(() -> {
      encoder.setInputFormat(data);
      Filter.useFilter(data, encoder);
    }, "-draw", "this is a device");
  }
}
