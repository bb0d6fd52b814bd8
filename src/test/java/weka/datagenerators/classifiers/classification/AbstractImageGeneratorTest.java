package weka.datagenerators.classifiers.classification;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import weka.core.Environment;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ImageFolderLoader;
import weka.datagenerators.AbstractGeneratorTest;

/** What holds for the generators of pictures. */
public abstract class AbstractImageGeneratorTest extends AbstractGeneratorTest {

  private static final String FOLDER = "target" + File.separator + "generated";

  protected AbstractImageGeneratorTest(String name) {
    super(name);
  }

  /** Own options of the subclass that are not the default, and the channels that they lead to. */
  protected abstract String ownOptions();

  protected abstract int channels();

  @Override
  protected String changedOptions() {
    return "-size 12 -noise 0.25 -folder " + FOLDER.replace("\\", "\\\\") + " " + ownOptions();
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-size 7|size", "-size 513|size", "-size big|-size", "-folder|-folder"};
  }

  /** Pixels far from both ends move by the noise; those that reach an end are cut off. */
  @Override
  public void testNoiseMovesTheSamePoints() throws Exception {
    Instances exact = generate("-n 40 -size 20 -noise 0 " + ownOptions());
    Instances noisy = generate("-n 40 -size 20 -noise 0.02 " + ownOptions());
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < 40; i++) {
      assertEquals(exact.get(i).classValue(), noisy.get(i).classValue());
      for (int a = 0; a < exact.classIndex(); a++) {
        double value = exact.get(i).value(a);
        assertTrue(value >= 0 && value <= 255 && value == Math.rint(value));
        if (value > 60 && value < 195) {
          double moved = noisy.get(i).value(a) - value;
          sum += moved;
          squares += moved * moved;
          count++;
        }
      }
    }
    assertTrue("pixels: " + count, count > 300);
    assertEquals(0, sum / count, 5 * 5.1 / Math.sqrt(count));
    assertEquals(0.02 * 255, Math.sqrt(squares / count), 0.5);
  }

  public void testClassesComeInTurnAndPixelsAreNamed() throws Exception {
    Instances data = generate("-n 24 -size 9 " + ownOptions());
    assertEquals(81 * channels(), data.classIndex());
    assertEquals(channels() == 1 ? "r8c8" : "r8c8blue", data.attribute(data.classIndex() - 1).name());
    for (int i = 0; i < 24; i++) {
      assertEquals(i % data.numClasses(), (int) data.get(i).classValue());
    }
  }

  public void testTheFolderHoldsWhatTheRowsSay() throws Exception {
    Path folder = Files.createTempDirectory("pictures");
    try {
      String options = "-n 23 -size 10 -noise 0.1 " + ownOptions();
      Instances data = generate(options);
      Instances written = generate(options + " -folder " + Utils.quote(Utils.backQuoteChars(folder.toString())));
      assertEquals(rows(data), rows(written));
      ImageFolderLoader loader = new ImageFolderLoader();
      loader.setOptions(new String[] {"-size", "10x10x" + channels(), "-dir", folder.toString()});
      Instances loaded = loader.getDataSet();
      loaded.sort(loaded.classIndex());
      data.sort(data.classIndex());
      assertEquals(data.attribute(data.classIndex()), loaded.attribute(data.classIndex()));
      assertEquals(rows(data), rows(loaded));
      assertTrue(Files.exists(folder.resolve(data.classAttribute().value(1)).resolve("00002.png")));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> assertTrue(f.toFile().delete()));
      }
    }
  }

  private static String rows(Instances data) {
    StringBuilder text = new StringBuilder();
    for (Instance row : data) {
      text.append(row).append('\n');
    }
    return text.toString();
  }

  public void testVariablesInTheFoldersNameAreFilledIn() throws Exception {
    Path folder = Files.createTempDirectory("pictures");
    Environment.getSystemWide().addVariable("PICTURES_GO_TO", folder.toString());
    try {
      Instances data = generate("-n 1 -size 10 -folder ${PICTURES_GO_TO} " + ownOptions());
      Path file = folder.resolve(data.get(0).stringValue(data.classIndex())).resolve("00001.png");
      assertTrue(Files.exists(file));
      Files.delete(file);
      Files.delete(file.getParent());
    } finally {
      Environment.getSystemWide().removeVariable("PICTURES_GO_TO");
      Files.delete(folder);
    }
  }

  public void testAFolderThatCannotBeMadeIsNamed() throws Exception {
    File file = File.createTempFile("no-folder", "");
    try {
      generate("-n 1 -folder " + Utils.quote(Utils.backQuoteChars(file.getPath())));
      fail("wrote below a file");
    } catch (java.io.IOException e) {
      assertTrue(e.getMessage(), e.getMessage().contains(file.getName()));
    } finally {
      assertTrue(file.delete());
    }
  }
}
