package weka.core.converters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.NotEnoughMemoryException;
import weka.Run;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Environment;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.neural.CommandProcess;
import weka.gui.GenericPropertiesCreator;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.StepManager;
import weka.knowledgeflow.StepManagerImpl;

/** What holds for both loaders of images. */
class ImageLoadersTest {
  private static final Path IMAGES = Path.of("src", "test", "resources", "weka", "core", "converters");

  /** A loader with something to load, options that are not the default, and options that are refused by name. */
  private record Case(AbstractImageLoader loader, File source, String changed, List<String> bad) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(new ImageFolderLoader(), IMAGES.resolve("folder").toFile(), "-dir some/folder -size 8x6x3",
            List.of("-size 28|-size", "-size 28x28x2|-size", "-size big|-size", "-size|-size",
                "-dir \"\"|-dir: expected a file or folder, got ''; is a variable empty?", "-sise 1x1x1|-sise")),
        new Case(new ImageMaskLoader(), IMAGES.resolve("masked").toFile(), "-dir some/folder",
            List.of("-dir \"\"|-dir: expected a file or folder, got ''; is a variable empty?", "-size 8x8x1|-size")),
        new Case(new IdxLoader(), IMAGES.resolve("three-images-idx3-ubyte").toFile(), "-labels other -classes 12",
            List.of("-classes -1|-classes", "-classes 257|-classes", "-classes ten|-classes", "-label x|-label")));
  }

  private static AbstractImageLoader fresh(Case c) throws Exception {
    return c.loader.getClass().getDeclaredConstructor().newInstance();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wekasChecksSucceed(Case c) throws Exception {
    CheckOptionHandler options = new CheckOptionHandler();
    options.setOptionHandler(c.loader);
    options.setUserOptions(Utils.splitOptions(c.changed));
    options.setSilent(true);
    options.doTests();
    assertTrue(options.getSuccess());
    CheckGOE goe = new CheckGOE();
    goe.setObject(c.loader);
    goe.setSilent(true);
    goe.doTests();
    assertTrue(goe.getSuccess());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void optionsMakeARoundTripAndAbsentOnesAreSetBack(Case c) throws Exception {
    c.loader.setOptions(Utils.splitOptions(c.changed));
    assertEquals(c.changed.replace("/", File.separator), Utils.joinOptions(c.loader.getOptions()));
    AbstractImageLoader copy = (AbstractImageLoader) new SerializedObject(c.loader).getObject();
    assertEquals(Arrays.asList(c.loader.getOptions()), Arrays.asList(copy.getOptions()));
    c.loader.setOptions(new String[0]);
    assertEquals(Arrays.asList(fresh(c).getOptions()), Arrays.asList(c.loader.getOptions()));
  }

  /** What a user or a script reads: a message alone, and a status that is not 0. */
  @ParameterizedTest
  @CsvSource({"-dir,nosuch,there is no such folder", "nosuch,'',there is no such folder", "-size,big,-size",
      "'','','expected a file or folder, got'"})
  void aCommandThatFailsSaysWhy(String first, String second, String message, @TempDir Path folder) throws Exception {
    String[] options = second.isEmpty() ? new String[] {".ImageFolderLoader", first}
        : new String[] {".ImageFolderLoader", first, second};
    try (CommandProcess command = new CommandProcess(folder, Run.class, options)) {
      assertEquals(1, command.end());
      assertEquals("", command.output());
      assertTrue(command.errors().stream().anyMatch(l -> l.startsWith("Error: ImageFolderLoader: ")
          && l.contains(message)),
          command.errors()::toString);
      assertTrue(command.errors().stream().noneMatch(l -> l.startsWith("\tat ")), command.errors()::toString);
    }
    ImageFolderLoader called = new ImageFolderLoader();
    assertThrows(IllegalArgumentException.class,
        () -> called.run(called, Arrays.copyOfRange(options, 1, options.length)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void badOptionsAreRefusedByName(Case c) {
    for (String bad : c.bad) {
      String[] parts = bad.split("\\|");
      Exception e = assertThrows(Exception.class, () -> c.loader.setOptions(Utils.splitOptions(parts[0])), bad);
      assertTrue(e.getMessage().contains(parts[1]), e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theStructureIsThatOfTheDataAndAllGoesTwice(Case c) throws Exception {
    c.loader.setFile(c.source);
    for (int i = 0; i < 2; i++) {
      Instances structure = c.loader.getStructure();
      Instances data = c.loader.getDataSet();
      assertTrue(structure.isEmpty());
      assertTrue(data.numInstances() > 0);
      assertEquals(null, structure.equalHeadersMsg(data));
      assertEquals(structure.relationName(), data.relationName());
      assertEquals(c.loader instanceof ImageMaskLoader ? -1 : data.numAttributes() - 1, data.classIndex());
      assertEquals(data.classIndex(), structure.classIndex());
      c.loader.reset();
    }
    assertEquals(c.source, c.loader.retrieveFile());
    AbstractImageLoader copy = (AbstractImageLoader) new SerializedObject(c.loader).getObject();
    assertEquals(c.loader.getDataSet().toString(), copy.getDataSet().toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void variablesInTheNameAreFilledIn(Case c) throws Exception {
    Environment environment = new Environment();
    environment.addVariable("WHERE", c.source.getAbsoluteFile().getParent());
    c.loader.setFile(new File("${WHERE}/" + c.source.getName()));
    c.loader.setEnvironment(environment);
    assertTrue(c.loader.getDataSet().numInstances() > 0);
    assertTrue(c.loader.retrieveFile().getPath().startsWith("${WHERE}"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void relativePathsAreMadeOnRequest(Case c) throws Exception {
    c.loader.setUseRelativePath(true);
    c.loader.setFile(c.source.getAbsoluteFile());
    assertTrue(!c.loader.retrieveFile().isAbsolute(), c.loader.retrieveFile().getPath());
    assertTrue(c.loader.getDataSet().numInstances() > 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsNotSupportedSaysSo(Case c) throws Exception {
    assertThrows(Exception.class, () -> c.loader.getNextInstance(null));
    assertThrows(Exception.class, () -> c.loader.setSource(System.in));
    assertThrows(Exception.class, () -> c.loader.setFile(null));
    c.loader.setFile(new File("no/such/thing"));
    Exception e = assertThrows(Exception.class, c.loader::getDataSet);
    assertTrue(e.getMessage().contains("thing") && e.getMessage().contains("there is no such"), e.getMessage());
    c.loader.setFile(c.source);
    c.loader.setRetrieval(Loader.INCREMENTAL);
    assertThrows(Exception.class, c.loader::getDataSet);
  }

  /** The file dialogs of the Explorer ask for a loader by the file's ending; choosers list what the creator finds. */
  @ParameterizedTest
  @MethodSource("cases")
  void wekaFindsTheLoader(Case c) throws Exception {
    GenericPropertiesCreator creator = new GenericPropertiesCreator();
    creator.execute(false);
    for (Class<?> kind : new Class<?>[] {Loader.class, AbstractFileLoader.class}) {
      String listed = "," + creator.getOutputProperties().getProperty(kind.getName()) + ",";
      assertTrue(listed.contains("," + c.loader.getClass().getName() + ","), listed);
    }
    for (String extension : c.loader.getFileExtensions()) {
      assertEquals(c.loader.getClass(), ConverterUtils.getLoaderForExtension(extension).getClass(), extension);
    }
    assertInstanceOf(ImageFolderLoader.class, ConverterUtils.getLoaderForFile("/photos/ants/IMG_1.JPG"));
    assertInstanceOf(IdxLoader.class, ConverterUtils.getLoaderForFile("/mnist/train-images.idx3-ubyte.gz"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCommandLineWritesArff(Case c) throws Exception {
    c.loader.setFile(c.source);
    Instances expected = c.loader.getDataSet();
    String name = "." + c.loader.getClass().getSimpleName();
    Instances read = new Instances(new java.io.StringReader(output("-no-load", name, c.source.getPath())));
    read.setClassIndex(expected.classIndex());
    assertEquals(expected.toString(), read.toString());
    String refused = assertThrows(IllegalArgumentException.class,
        () -> fresh(c).run(fresh(c), new String[] {c.source.getPath(), "-foo"})).getMessage();
    assertEquals("unknown option: -foo", refused);
  }

  /** A header of a few bytes promises two thousand million pixels, which would be as many attributes. */
  @Test
  void moreAttributesThanMemoryAreRefused(@TempDir Path folder) throws Exception {
    Path images = Files.write(folder.resolve("a-images"),
        ByteBuffer.allocate(16).putInt(0x803).putInt(1).putInt(40_000).putInt(50_000).array());
    Files.write(folder.resolve("a-labels"), ByteBuffer.allocate(9).putInt(0x801).putInt(1).put((byte) 1).array());
    IdxLoader idx = new IdxLoader();
    idx.setSource(images.toFile());
    Path photos = Files.createDirectories(folder.resolve("photos/ants"));
    ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", photos.resolve("a.png").toFile());
    ImageFolderLoader pixels = new ImageFolderLoader();
    pixels.setDirectory(folder.resolve("photos").toFile());
    pixels.setSize("40000x40000x1");
    for (AbstractImageLoader loader : List.of(idx, pixels)) {
      String refused = assertThrows(NotEnoughMemoryException.class, loader::getStructure).getMessage();
      assertTrue(refused.contains("an attribute for each pixel of 40000x") && refused.contains("-Xmx"), refused);
    }
  }

  @Test
  void anOptionGivenTwiceIsRefused() {
    for (String line : new String[] {"-classes 3 -classes 4", "-labels a -labels b"}) {
      String option = line.substring(0, line.indexOf(' '));
      assertEquals("option " + option + " is given twice; leave out one of the two", assertThrows(
          IllegalArgumentException.class, () -> new IdxLoader().setOptions(Utils.splitOptions(line))).getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theKnowledgeFlowLoadsAndSaves(Case c, @TempDir Path folder) throws Exception {
    c.loader.setFile(c.source);
    weka.knowledgeflow.steps.Loader load = new weka.knowledgeflow.steps.Loader();
    load.setLoader(c.loader);
    ArffSaver arff = new ArffSaver();
    arff.setFilePrefix("saved");
    arff.setDir(folder.toString());
    weka.knowledgeflow.steps.Saver save = new weka.knowledgeflow.steps.Saver();
    save.setSaver(arff);
    StepManagerImpl from = new StepManagerImpl(load);
    StepManagerImpl to = new StepManagerImpl(save);
    Flow flow = new Flow();
    flow.addStep(from);
    flow.addStep(to);
    flow.connectSteps(from, to, StepManager.CON_DATASET);
    FlowRunner runner = new FlowRunner();
    runner.setFlow(flow);
    runner.run();
    runner.waitUntilFinished();
    File[] saved = folder.toFile().listFiles((dir, name) -> name.endsWith(".arff"));
    assertEquals(1, saved.length);
    Instances read = ConverterUtils.DataSource.read(saved[0].getPath());
    Instances expected = c.loader.getDataSet();
    read.setClassIndex(expected.classIndex());
    assertEquals(null, expected.equalHeadersMsg(read));
    assertEquals(expected.numInstances(), read.numInstances());
  }

  private static String output(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Run.main(arguments);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void helpListsEveryOption(Case c) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      c.loader.run(c.loader, new String[] {"-h"});
    } finally {
      System.setErr(before);
    }
    for (weka.core.Option option : java.util.Collections.list(c.loader.listOptions())) {
      assertTrue(bytes.toString(StandardCharsets.UTF_8).contains(option.synopsis()),
          bytes.toString(StandardCharsets.UTF_8));
      assertTrue(option.synopsis().startsWith("-" + option.name() + " "), option.synopsis());
    }
    assertTrue(Files.isDirectory(IMAGES));
  }
}
