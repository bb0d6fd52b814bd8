package weka.core.neural.segmentation.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ruru.data.FileAccess;
import ruru.data.masks.Mask;
import ruru.data.masks.MaskClasses;
import ruru.data.masks.MaskedImage;
import ruru.data.masks.MaskedImages;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.encoding.ImageFiles;
import weka.core.neural.run.Progress;
import weka.core.neural.segmentation.Confusion;
import weka.core.neural.segmentation.MaskedRows;
import weka.core.neural.segmentation.Segmenter;
import weka.core.neural.segmentation.SegmenterTraining;
import weka.filters.unsupervised.instance.NeuralSegmenter;

/** Trains on some images and tests on others, fold by fold. */
public final class TestRun {
  private final NeuralSegmenter scheme;
  private final Progress progress;
  private final List<TestedImage> tested = new ArrayList<>();
  private boolean stopped;

  /** @param scheme holds the settings; it is not trained itself */
  public TestRun(NeuralSegmenter scheme, Progress progress) {
    this.scheme = scheme;
    this.progress = progress;
  }

  /** The images tested, in the order of the folds. */
  List<TestedImage> tested() {
    return tested;
  }

  /** Whether it was ended early. */
  public boolean isStopped() {
    return stopped;
  }

  /**
   * Tests each image that has a mask with a network trained on other folds.
   *
   * @throws Exception naming what is wrong with the data
   */
  void crossValidate(Instances data, int folds, int seed) throws Exception {
    int[] rows = masked(data);
    if (rows.length < folds) {
      throw new IllegalArgumentException("option -folds: expected at most as many as there are images with masks, "
          + rows.length + ", got " + folds);
    }
    // A colour that is in the held-out images alone is a class that cannot be predicted, and no reason to stop.
    NeuralSegmenter ofAll = new NeuralSegmenter();
    try {
      ofAll.setOptions(scheme.getOptions());
      ofAll.setLabels(MaskedRows.of(data, ImageFiles.learn(data, MaskedRows.images(data), place()),
          MaskedRows.maskFiles(data, place()), place()).classes(scheme.segmentation()).toString());
    } catch (InterruptedException e) {
      stop();
    }
    new Rng(seed, RandomStream.FOLDS).shuffle(rows, rows.length);
    for (int f = 0; f < folds && !stopped; f++) {
      int fold = f;
      int[] held = IntStream.range(0, rows.length).filter(i -> i % folds == fold).map(i -> rows[i]).sorted().toArray();
      Instances training = new Instances(data);
      int mask = attribute(data).index();
      IntStream.of(held).forEach(r -> training.instance(r).setMissing(mask));
      test(ofAll, training, data, held, "fold " + (f + 1) + " of " + folds);
    }
  }

  /**
   * Trains on the first and tests on the second.
   *
   * @throws Exception naming what is wrong with the data
   */
  public void test(Instances training, Instances data) throws Exception {
    test(scheme, training, data, masked(data), "");
  }

  /** All tested images together, in a line. */
  public String summary() {
    return TestReport.summary(tested);
  }

  /**
   * Draws the tested images, their masks and the predicted masks.
   *
   * @param most rows of the picture; of more images, the best, the worst and evenly chosen ones between
   */
  public void draw(int most, Path file) throws IOException {
    TestSheet.write(tested, most, file);
  }

  private void test(NeuralSegmenter settings, Instances training, Instances data, int[] rows, String part)
      throws Exception {
    Progress now = part.isEmpty() ? progress : progress.within(part);
    try {
      Segmenter segmenter =
          new SegmenterTraining(settings.settings(), settings.segmentation(), settings.getSeed(), now).train(training);
      ImageFiles images = ImageFiles.learn(data, MaskedRows.images(data), place());
      ImageFiles masks = ImageFiles.learn(data, attribute(data), place());
      for (int r : rows) {
        tested.add(tested(segmenter, data.instance(r), r, images, masks));
      }
    } catch (InterruptedException e) {
      stop();
    }
  }

  private void stop() {
    stopped = true;
    // Files could not be written while the interrupt is pending.
    Thread.interrupted();
  }

  private TestedImage tested(Segmenter segmenter, Instance row, int number, ImageFiles images, ImageFiles masks)
      throws InterruptedException {
    Path image = images.file(row, number, place());
    Path mask = masks.file(row, number, place());
    FileAccess ofImages = images.access(place());
    FileAccess ofMasks = masks.access(place());
    MaskClasses classes = segmenter.classes();
    MaskedImage read = new MaskedImages(List.of(new MaskedImages.File(number + 1, image, mask)),
        file -> (file.equals(mask) ? ofMasks : ofImages).read(file), segmenter.network().inputShape().channels(),
        classes,
        0).get(0);
    Mask truth = read.mask();
    if (truth == null) {
      throw new IllegalStateException("row " + (number + 1) + " has no mask");
    }
    Mask predicted = segmenter.predict(read.image(), Cancellation.ofCallingThread());
    Confusion confusion = new Confusion(classes.size());
    confusion.add(truth, predicted);
    return new TestedImage(image, classes, read.image(), truth, predicted, confusion);
  }

  private ImageSettings place() {
    return scheme.settings().images();
  }

  private static Attribute attribute(Instances data) {
    Attribute masks = MaskedRows.masks(data);
    if (masks == null) {
      throw new IllegalArgumentException("'" + data.relationName() + "' has no attribute 'mask'; load a folder of "
          + "images and masks with ImageMaskLoader");
    }
    return masks;
  }

  private static int[] masked(Instances data) {
    int mask = attribute(data).index();
    int[] rows = IntStream.range(0, data.numInstances()).filter(r -> !data.instance(r).isMissing(mask)).toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException("no image in '" + data.relationName() + "' has a mask to compare with");
    }
    return rows;
  }
}
