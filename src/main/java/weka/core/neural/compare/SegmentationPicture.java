package weka.core.neural.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ImageMaskLoader;
import weka.core.neural.run.Progress;
import weka.core.neural.segmentation.command.TestRun;
import weka.datagenerators.classifiers.classification.ShapeScenes;
import weka.filters.unsupervised.instance.NeuralSegmenter;

/** A picture of generated scenes with the class of each pixel, as it should be and as a network predicts it. */
final class SegmentationPicture {
  static final String FILE = "segmented.png";

  private static final int DRAWN = 6;

  private final Path folder;

  /** @param folder where the picture goes */
  SegmentationPicture(Path folder) {
    this.folder = folder;
  }

  /**
   * Trains and draws.
   *
   * @param images  to train on
   * @param options of NeuralSegmenter
   */
  Picture draw(int images, String options) throws Exception {
    NeuralSegmenter network = new NeuralSegmenter();
    network.setOptions(Utils.splitOptions(options));
    TestRun run = new TestRun(network, Progress.silent());
    Path scenes = Files.createTempDirectory("scenes");
    try {
      run.test(scenes(scenes.resolve("training"), images, 1), scenes(scenes.resolve("test"), images / 4, 2));
    } finally {
      delete(scenes);
    }
    if (run.isStopped()) {
      throw new InterruptedException("stopped before all images were tested");
    }
    Path file = folder.resolve(FILE);
    run.draw(DRAWN, file);
    return new Picture("A network finds the shapes in scenes, pixel by pixel",
        "Scenes that it was not trained on, from the best to the worst: images, what each pixel belongs to (ground, "
            + "circle, square, star or triangle), and as predicted. Of all scenes: " + run.summary() + ".",
        file);
  }

  private static Instances scenes(Path root, int count, int seed) throws Exception {
    ShapeScenes generator = new ShapeScenes();
    generator.setSize(48);
    generator.setObjects(2);
    generator.setNumExamples(count);
    generator.setSeed(seed);
    generator.setFolder(root.toFile());
    generator.setDatasetFormat(generator.defineDataFormat());
    generator.generateExamples();
    ImageMaskLoader loader = new ImageMaskLoader();
    loader.setDirectory(root.toFile());
    return loader.getDataSet();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
