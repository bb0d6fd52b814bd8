package weka.filters.unsupervised.instance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.core.Attribute;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters. */
public class NeuralSegmenterWekaTest extends AbstractFilterTest {
  private Path folder;

  public NeuralSegmenterWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(NeuralSegmenterWekaTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    folder = Files.createTempDirectory("masked");
    MaskedSamples.write(folder, 12, 12, 9);
    super.setUp();
    m_Instances = MaskedSamples.load(folder);
  }

  @Override
  protected void tearDown() {
    super.tearDown();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted().map(Path::toFile).forEach(File::deleteOnExit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Filter getFilter() {
    NeuralSegmenter f = new NeuralSegmenter();
    f.setEpochs("2");
    f.setLayers("conv 4 3x3 relu");
    return f;
  }

  /** With a class of two values. */
  @Override
  protected Instances getFilteredClassifierData() throws Exception {
    Instances data = new Instances(m_Instances);
    data.insertAttributeAt(new Attribute("class", List.of("a", "b")), 2);
    data.setClassIndex(2);
    for (int r = 0; r < data.numInstances(); r++) {
      data.instance(r).setClassValue(r % 2);
    }
    return data;
  }

  /** A stored reference would hold the last bits of one BLAS; the same seed giving the same bits is tested instead. */
  @Override
  public void testRegression() {
    String first = useFilter().toString();
    assertEquals(first, useFilter().toString());
  }
}
