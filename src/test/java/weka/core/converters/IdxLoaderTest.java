package weka.core.converters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Environment;
import weka.core.Instances;

class IdxLoaderTest {
  private static final String IMAGES = "00000803 00000003 00000002 00000001 0001 FF80 0304";

  @TempDir
  Path folder;

  private Path write(String name, String hex) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(Files.newOutputStream(file))
        : Files.newOutputStream(file)) {
      out.write(bytes);
    }
    return file;
  }

  private static Instances load(Path images, String... options) throws Exception {
    IdxLoader loader = new IdxLoader();
    loader.setOptions(options);
    loader.setFile(images.toFile());
    return loader.getDataSet();
  }

  @Test
  void joinsImagesAndLabels() throws Exception {
    Path images = write("t10k-images-idx3-ubyte", IMAGES);
    write("t10k-labels-idx1-ubyte", "00000801 00000003 020002");
    Instances data = load(images);
    assertEquals(folder.getFileName() + "-t10k", data.relationName());
    assertEquals("r1c0", data.attribute(1).name());
    assertEquals("@attribute class {0,1,2}", data.classAttribute().toString());
    assertEquals("0,1,2", data.get(0).toString());
    assertEquals("255,128,0", data.get(1).toString());
    assertEquals("3,4,2", data.get(2).toString());
  }

  @Test
  void findsLabelsUnderEveryNameInUse() throws Exception {
    String[][] pairs = {{"a-images-idx3-ubyte.gz", "a-labels-idx1-ubyte.gz"},
        {"b-images-idx3-ubyte.gz", "b-labels-idx1-ubyte"},
        {"c-images-idx3-ubyte", "c-labels-idx1-ubyte.gz"}, {"d-images.idx3-ubyte", "d-labels.idx1-ubyte"},
        {"images-idx3-ubyte", "labels-idx1-ubyte"}};
    for (String[] pair : pairs) {
      Path images = write(pair[0], IMAGES);
      write(pair[1], "00000801 00000003 020002");
      assertEquals(3, load(images).numInstances(), pair[0]);
    }
    assertEquals(folder.getFileName() + "-d", load(folder.resolve("d-images.idx3-ubyte")).relationName());
    assertEquals(folder.getFileName().toString(), load(folder.resolve("images-idx3-ubyte")).relationName());
  }

  @Test
  void labelsAndTheNumberOfClassesCanBeGiven() throws Exception {
    Path images = write("pictures", IMAGES);
    Path labels = write("kinds", "00000801 00000003 020001");
    assertEquals(4, load(images, "-labels", labels.toString(), "-classes", "4").numClasses());
    assertFails(images, "set -labels");
    assertFails(images, "there is a label 2, but -classes 2 allows only 0 to 1", "-labels", labels.toString(),
        "-classes", "2");
  }

  @Test
  void variablesInTheNameOfTheLabelsAreFilledIn() throws Exception {
    Path images = write("digits", IMAGES);
    write("kinds", "00000801 00000003 020001");
    IdxLoader loader = new IdxLoader();
    loader.setOptions(new String[] {"-labels", "${LABELS_ARE_IN}/kinds"});
    loader.setFile(images.toFile());
    String message = assertThrows(IOException.class, loader::getDataSet).getMessage();
    assertTrue(message.contains("labels: '${LABELS_ARE_IN}") && message.contains("not set"), message);
    Environment own = new Environment();
    own.addVariable("LABELS_ARE_IN", folder.toString());
    loader.setEnvironment(own);
    assertEquals(3, loader.getDataSet().numInstances());
  }

  @Test
  void whatDoesNotFitIsNamed() throws Exception {
    Path images = write("a-images-idx3-ubyte", IMAGES);
    assertFails(images, "there is no label file a-labels-idx1-ubyte or a-labels-idx1-ubyte.gz beside it");
    Path labels = write("a-labels-idx1-ubyte", "00000801 00000002 0200");
    assertFails(images, "there are 3 images, but 2 labels");
    assertFails(labels, "is this the file of labels?");
    assertFails(folder, "this is a folder");
  }

  private static void assertFails(Path images, String reason, String... options) {
    String message = assertThrows(IOException.class, () -> load(images, options)).getMessage();
    assertTrue(message.contains("IDX file " + images) && message.contains(reason), message);
  }

  @Test
  void mnist() throws Exception {
    Path images = Path.of("../shared/data/mnist/t10k-images-idx3-ubyte.gz");
    assumeTrue(Files.exists(images), "no MNIST at " + images.toAbsolutePath());
    Instances data = load(images);
    assertEquals("mnist-t10k", data.relationName());
    assertEquals(10_000, data.numInstances());
    assertEquals(785, data.numAttributes());
    assertEquals(980, data.attributeStats(784).nominalCounts[0]);
    assertEquals("7", data.get(0).stringValue(784));
  }
}
