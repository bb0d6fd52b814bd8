package weka.core.neural.segmentation.command;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weka.core.neural.options.FileOptions;
import weka.core.neural.options.StrictOptions;
import weka.filters.unsupervised.instance.NeuralSegmenter;

/**
 * The command line.
 *
 * @param test   other images to test on; null for a cross-validation
 * @param picture where the picture goes; null if it is not wanted
 */
record TestSettings(Path data, @Nullable Path test, int folds, int seed, @Nullable Path picture, int drawn,
    NeuralSegmenter segmenter) {
  static final String HELP = """
      Measures how well NeuralSegmenter predicts the class of each pixel, by cross-validation over the images that
      have a mask, or on other images: accuracy, intersection over union (IoU) and Dice coefficient of each class, and
      accuracy and mean IoU of each image.

        weka.Run .SegmentationTest -t FOLDER [options] [-- options of NeuralSegmenter]

        -t FOLDER       images and masks, as ImageMaskLoader loads them, or a file with the attributes image and mask
        -T FOLDER       the same to test on, instead of a cross-validation
        -folds N        folds of the cross-validation, from 2 (5); an image is in one of them
        -s N            the seed of the folds (1)
        -png FILE       draws images with their masks and the predicted masks beside them
        -drawn N        how many are drawn at most, the best, the worst and those between (6)
        -h              this help

      Ctrl-C ends it; what was measured until then is printed.""";

  /**
   * Reads the arguments.
   *
   * @throws Exception that says which argument is wrong, and what was expected
   */
  static TestSettings parse(String[] arguments) throws Exception {
    int inner = Arrays.asList(arguments).indexOf("--");
    StrictOptions options = new StrictOptions(Arrays.copyOf(arguments, inner < 0 ? arguments.length : inner));
    NeuralSegmenter segmenter = new NeuralSegmenter();
    segmenter.setOptions(inner < 0 ? new String[0] : Arrays.copyOfRange(arguments, inner + 1, arguments.length));
    Path data = FileOptions.path(options, "t");
    if (data == null) {
      throw new IllegalArgumentException("option -t is missing: a folder of images with masks; -h lists the options");
    }
    Path test = FileOptions.path(options, "T");
    int folds = options.integer("folds", test == null ? 5 : 0);
    if (test != null && folds != 0) {
      throw new IllegalArgumentException("options -T and -folds: expected one of them, got both");
    } else if (test == null && folds < 2) {
      throw new IllegalArgumentException("option -folds: expected at least 2, got " + folds);
    }
    Path picture = FileOptions.path(options, "png", ".png");
    int drawn = options.integer("drawn", 6);
    if (drawn < 1) {
      throw new IllegalArgumentException("option -drawn: expected at least 1, got " + drawn);
    }
    TestSettings made = new TestSettings(data, test, folds, options.integer("s", 1), picture, drawn, segmenter);
    options.refuseRest();
    return made;
  }
}
