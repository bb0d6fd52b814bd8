package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the data sets: the files given, the ARFF files in the folders given, or the defaults. */
final class Sources {

  private static final String REAL = "uci";

  private static final List<String> IN_WEKA = List.of(
      "weka/gui/knowledgeflow/templates/iris.arff", "weka/gui/knowledgeflow/templates/credit-g.arff");

  /** Truth tables: some that a perceptron can learn, and one that needs a hidden layer. */
  private static final Map<String, String> LESSONS = Map.of("and.arff", "-layers output", "nand.arff",
      "-layers output", "or.arff", "-layers output", "xor.arff", "-layers \"dense 2 tanh\"");

  /**
   * For a few shapes of any position, orientation and size: convolution blocks with a global maximum, and images that
   * are never the same twice.
   */
  private static final String NETWORK_FOR_SHAPES = "-layers \"conv 16 5x5, batchnorm, relu, maxpool 2, "
      + "conv 32 3x3, batchnorm, relu, maxpool 2, conv 64 3x3, batchnorm, relu, globalmaxpool\" "
      + "-augment \"flip both, rotate 180, zoom 0.2\" -rate 0.02";

  private Sources() {}

  /**
   * Two data sets from Weka's jar, then the ARFF files without images in a folder and in its folder of real data, if
   * present.
   */
  static List<Source> defaults(Path folder) throws IOException {
    List<Source> sources = new ArrayList<>();
    IN_WEKA.forEach(path -> sources.add(Source.resource(path)));
    if (Files.isDirectory(folder)) {
      List<String> images = images(folder).stream().map(Source::name).toList();
      arffFiles(folder).stream().filter(path -> !images.contains(path.toString()))
          .forEach(path -> sources.add(Source.file(path)
              .withChoices(LESSONS.getOrDefault(path.getFileName().toString(), ""))));
    }
    if (Files.isDirectory(folder.resolve(REAL))) {
      arffFiles(folder.resolve(REAL)).forEach(path -> sources.add(Source.file(path)));
    }
    return sources;
  }

  /** The data sets for the clusterers: iris from Weka's jar, and the folder's files if present. */
  static List<Source> clusters(Path folder) {
    List<Source> sources = new ArrayList<>(List.of(Source.resource(IN_WEKA.get(0))));
    Stream.of(Source.file(folder.resolve("two-spirals.arff")), Source.file(folder.resolve("moons.arff")),
        digits(folder)).filter(source -> Files.isRegularFile(Path.of(source.name()))).forEach(sources::add);
    return sources;
  }

  /** The images in the folder of the project's data sets. */
  static List<Source> images(Path folder) {
    return List.of(digits(folder),
        Source.imageFolder(folder.resolve("shapes"), "24x24x1").withChoices(NETWORK_FOR_SHAPES));
  }

  private static Source digits(Path folder) {
    return Source.pixels(folder.resolve("digits.arff"), "16x16x1");
  }

  /**
   * Files and folders, each file once. A missing file is kept, so that reading it reports the failure.
   *
   * @param problems receives the folders without a single ARFF file
   */
  static List<Source> named(List<Path> paths, List<Problem> problems) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path.normalize());
        continue;
      }
      List<Path> inside = arffFiles(path);
      if (inside.isEmpty()) {
        problems.add(new Problem(path.toString(), "there is no .arff or .arff.gz file in this folder"));
      }
      inside.forEach(file -> files.add(file.normalize()));
    }
    return files.stream().map(Source::file).toList();
  }

  private static List<Path> arffFiles(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(p -> p.toString().endsWith(".arff") || p.toString().endsWith(".arff.gz"))
          .filter(Files::isRegularFile).sorted().toList();
    }
  }
}
