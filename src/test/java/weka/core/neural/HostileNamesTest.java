package weka.core.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static weka.core.neural.Samples.message;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.converters.ImageFolderLoader;
import weka.core.neural.ImageSchemes.Kind;

/**
 * Images in "pics/a" and "pics/b", and data that name others: beside it is "secret.png", and "pics-secret" begins with
 * the same letters.
 */
class HostileNamesTest {
  private static final String SWITCH = "-images-anywhere ";

  @TempDir
  Path folder;
  private Path pics;

  @BeforeEach
  void draw() throws IOException {
    pics = folder.resolve("pics");
    for (int i = 0; i < 8; i++) {
      image((i % 2 == 0 ? "pics/a/" : "pics/b/") + i + ".png", 30 * i);
    }
    image("secret.png", 99);
    image("pics-secret/s.png", 98);
  }

  private void image(String name, int value) throws IOException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 16; i++) {
      image.getRaster().setSample(i % 4, i / 4, 0, (value + 5 * i) % 256);
    }
    Files.createDirectories(folder.resolve(name).getParent());
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  private static List<String> clean() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      names.add((i % 2 == 0 ? "a/" : "b/") + i + ".png");
    }
    return names;
  }

  private List<String> full(List<String> names) {
    return names.stream().map(n -> text(pics.resolve(n))).toList();
  }

  private static String text(Path file) {
    return file.toString().replace(File.separatorChar, '/');
  }

  /** Names that lead out of the folder without any link. */
  private List<String> hostile() {
    List<String> names = new ArrayList<>(List.of("../secret.png", "a/../../secret.png", "./../secret.png",
        "a//..//..//secret.png", "../pics-secret/s.png", "none/../../secret.png", "a/0.png/../../../secret.png", "..",
        "../none.png", text(folder.resolve("secret.png")), text(pics.resolve("../secret.png")),
        text(pics.resolve("a/../../pics-secret/s.png")), "/etc/passwd", "../".repeat(40) + "etc/passwd"));
    if (File.separatorChar == '\\') {
      names.addAll(List.of("..\\secret.png", "C:\\Windows\\win.ini", "C:secret.png", "\\secret.png",
          "\\\\192.0.2.1\\share\\x.png", "//192.0.2.1/share/x.png"));
    }
    return names;
  }

  private static Instances data(List<String> names) throws Exception {
    List<String> rows = new ArrayList<>(List.of("@attribute image string", "@attribute class {a,b}", "@data"));
    for (int i = 0; i < names.size(); i++) {
      rows.add(Utils.quote(names.get(i)) + (i % 2 == 0 ? ",a" : ",b"));
    }
    return Samples.arff(rows.toArray(new String[0]));
  }

  /** The clean rows with another name in the third. */
  private static Instances with(String name, List<String> clean) throws Exception {
    List<String> names = new ArrayList<>(clean);
    names.set(2, name);
    return data(names);
  }

  private String in(Path place) {
    return "-images \"" + text(place) + "\" ";
  }

  private static String excerpt(String name) {
    return "names '" + name.substring(0, Math.min(name.length(), 100));
  }

  @ParameterizedTest
  @EnumSource
  void noSchemeTrainsOutsideOfTheFolder(Kind kind) throws Exception {
    for (String name : hostile()) {
      Instances data = with(name, clean());
      message(() -> kind.train(in(pics), data), "images: row 3: attribute 'image' ", excerpt(name),
          "not in the folder " + pics + "; copy the image into it", "-images-anywhere");
    }
    ImageSchemes trained = kind.train(in(pics) + SWITCH, with("../secret.png", clean()));
    for (ImageSchemes scheme : List.of(trained, trained.copy())) {
      scheme.predict(data(List.of(text(folder.resolve("pics-secret/s.png")))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noSchemePredictsOutsideOfTheFolder(Kind kind) throws Exception {
    ImageSchemes trained = kind.train(in(pics), data(clean()));
    ImageSchemes stored = trained.copy();
    double[][] before = trained.predict(data(clean()));
    for (ImageSchemes scheme : List.of(trained, stored)) {
      for (String name : hostile()) {
        Instances data = with(name, clean());
        message(() -> scheme.predict(data), "images: row 3: attribute 'image' ", excerpt(name),
            "not in the folder " + pics, "-images-anywhere");
      }
      assertArrayEquals(before, scheme.predict(data(clean())), "a refused row leaves nothing behind");
      assertArrayEquals(before, scheme.predict(data(full(clean()))), "full paths into the folder are no matter");
    }
  }

  /** Not a byte of the others is read before: the first file is broken, and nobody notices. */
  @Test
  void namesAreLookedAtBeforeAnyImage() throws Exception {
    Files.writeString(pics.resolve("a/0.png"), "broken");
    for (String options : List.of(in(pics), in(pics) + "-input 4x4x1 ")) {
      message(() -> Kind.NET.train(options, with("../secret.png", clean())), "row 3", "not in the folder");
    }
  }

  @ParameterizedTest
  @EnumSource
  void linksDoNotLeadOut(Kind kind) throws Exception {
    try {
      Files.createSymbolicLink(pics.resolve("a/file.png"), folder.resolve("secret.png"));
      Files.createSymbolicLink(pics.resolve("away"), folder);
      Files.createSymbolicLink(pics.resolve("gone.png"), folder.resolve("nothing.png"));
      Files.createSymbolicLink(pics.resolve("a/inside.png"), pics.resolve("b/1.png"));
      Files.createSymbolicLink(folder.resolve("link"), pics);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "skipped: no links can be made here");
    }
    ImageSchemes trained = kind.train(in(folder.resolve("link")), with("a/inside.png", clean()));
    double[][] before = trained.predict(data(clean()));
    for (String name : List.of("a/file.png", "away/secret.png", "gone.png", "away/pics/../secret.png")) {
      Instances data = with(name, clean());
      message(() -> kind.train(in(pics), data), "row 3: ", "attribute 'image' names ", name,
          "which is not in the folder " + pics + "; copy", "-images-anywhere");
      message(() -> trained.predict(data), "row 3: ", "attribute 'image' names ", name,
          "which is not in the folder " + folder.resolve("link") + "; copy");
      assertArrayEquals(before, trained.predict(data(clean())), "a refused row leaves nothing behind");
    }
  }

  @Test
  void whatNoFileIsCalledIsRefusedInWords() throws Exception {
    for (String name : List.of("a\0.png", "a/" + "x".repeat(40_000) + ".png", "\0")) {
      for (String options : List.of(in(pics), "")) {
        Instances data = data(clean());
        data.instance(0).setValue(0, data.attribute(0).addStringValue(name));
        String said = message(() -> Kind.NET.train(options, data), "'");
        assertTrue(said.length() < 1000 && said.chars().noneMatch(c -> c < 32), said);
      }
    }
  }

  /** A loader's rows, from a file: nothing but full paths, which say where their images lie. */
  @ParameterizedTest
  @EnumSource
  void fullPathsStayWhereTrainingWas(Kind kind) throws Exception {
    ImageSchemes trained = kind.train("", data(full(clean()).subList(0, 6)));
    for (ImageSchemes scheme : List.of(trained, trained.copy())) {
      scheme.predict(data(full(clean())));
      for (String name : List.of(text(folder.resolve("secret.png")), text(folder.resolve("pics-secret/s.png")),
          text(pics.resolve("../secret.png")), "src/test/resources/ruru/data/images/rgb.png", "/etc/passwd")) {
        message(() -> scheme.predict(with(name, full(clean()))), "images: row 3", excerpt(name),
            "not in the folder " + pics.toRealPath());
      }
    }
    kind.train(SWITCH, data(full(clean()))).predict(data(List.of(text(folder.resolve("secret.png")))));
  }

  /** In a program, and in the Explorer, a folder that was opened is the user's own word. */
  @ParameterizedTest
  @EnumSource
  void aFolderThatTheLoaderOpenedMayBePredicted(Kind kind) throws Exception {
    image("more/a/1.png", 11);
    image("more/b/2.png", 12);
    ImageSchemes trained = kind.train("", data(full(clean())));
    Instances more = data(List.of(text(folder.resolve("more/a/1.png")), text(folder.resolve("more/b/2.png"))));
    message(() -> trained.predict(more), "images: row 1");
    ImageFolderLoader loader = new ImageFolderLoader();
    loader.setDirectory(folder.resolve("more").toFile());
    loader.getDataSet();
    trained.predict(more);
    message(() -> trained.predict(data(List.of(text(folder.resolve("more/../secret.png"))))), "images: row 1");
    message(() -> kind.train(in(pics), with(text(folder.resolve("more/a/1.png")), clean())), "images: row 3");
  }

  /** Relative names count from the folder that Weka was started in, where full paths of a stranger do not lead. */
  @ParameterizedTest
  @EnumSource
  void relativeNamesStayWhereWekaWasStarted(Kind kind) throws Exception {
    List<String> here = List.of("datasets/shapes/circle/00001.png", "datasets/shapes/square/00002.png",
        "datasets/shapes/circle/00005.png", "datasets/shapes/square/00006.png");
    ImageSchemes trained = kind.train("", data(here));
    for (String name : List.of(text(folder.resolve("secret.png")), "../secret.png", "/etc/passwd")) {
      message(() -> kind.train("", with(name, here)), "images: row 3", excerpt(name), "not in the folder "
          + Path.of("").toAbsolutePath());
      message(() -> trained.predict(with(name, here)), "images: row 3", excerpt(name));
    }
    trained.predict(with(text(Path.of(here.get(0)).toAbsolutePath()), here));
  }

  @Test
  void aTrainedModelCanBeAllowedMore() throws Exception {
    NeuralNet net = (NeuralNet) Kind.NET.train(in(pics), data(clean())).scheme();
    Instances other = data(List.of("../secret.png"));
    message(() -> net.distributionForInstance(other.instance(0)), "images: row 1");
    net.setImagesAnywhere(true);
    assertEquals(2, net.distributionForInstance(other.instance(0)).length);
    assertTrue(((NeuralNet) new SerializedObject(net).getObject()).getImagesAnywhere());
    net.setImagesAnywhere(false);
    message(() -> net.distributionForInstance(other.instance(0)), "images: row 1");
  }

  @ParameterizedTest
  @EnumSource
  void theSwitchIsSaidWhereItDoesNothing(Kind kind) throws Exception {
    ImageSchemes trained = kind.trainOnNumbers(SWITCH);
    assertTrue(kind == Kind.FEATURES
        || trained.scheme().toString().contains("Not used, as there are no image files: -images-anywhere"));
    assertFalse(kind.train(in(pics) + SWITCH, data(clean())).scheme().toString().contains("Not used"));
  }

  /** As they were typed before there was a switch. */
  @Test
  void commandLinesWithoutIt() throws Exception {
    Path relative = Files.writeString(folder.resolve("relative.arff"), data(clean()).toString());
    Path full = Files.writeString(folder.resolve("full.arff"), data(full(clean())).toString());
    String common = " -layers output -epochs 1 -x 2 ";
    for (String line : List.of("-t " + full, "-t " + full + " -T " + full, "-t " + relative + " " + in(pics),
        "-t " + full + " " + in(pics), "-t " + full + " " + in(folder))) {
      assertTrue(Evaluation.evaluateModel(new NeuralNet(), Utils.splitOptions(line.replace('\\', '/') + common))
          .contains("Correctly Classified Instances"), line);
    }
    Path test = Files.writeString(folder.resolve("test.arff"),
        data(List.of(text(folder.resolve("secret.png")), "b/1.png")).toString());
    String line = ("-t " + relative + " -T " + test + " " + in(pics) + common).replace('\\', '/');
    message(() -> Evaluation.evaluateModel(new NeuralNet(), Utils.splitOptions(line)), "images: row 1");
    Evaluation.evaluateModel(new NeuralNet(), Utils.splitOptions(line + SWITCH));
  }
}
