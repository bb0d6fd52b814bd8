package weka.filters.unsupervised.instance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters. */
public class PixelPatchesWekaTest extends AbstractFilterTest {
  private Path folder;

  public PixelPatchesWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(PixelPatchesWekaTest.class);
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
    PixelPatches f = new PixelPatches();
    f.setPixels(20);
    f.setPatch(3);
    return f;
  }

  /** The rows become others, so that it is no filter for the data of a classifier. */
  @Override
  protected Instances getFilteredClassifierData() {
    return null;
  }

  @Override
  public void testFilteredClassifier() {
    assertNull(getFilteredClassifierData());
  }

  /** The names of the files differ from run to run; what comes out is tested elsewhere. */
  @Override
  public void testRegression() {
    assertEquals(useFilter().toString(), useFilter().toString());
  }
}
