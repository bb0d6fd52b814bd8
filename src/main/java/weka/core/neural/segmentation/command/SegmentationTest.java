package weka.core.neural.segmentation.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ruru.data.AtomicFile;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ImageMaskLoader;
import weka.core.neural.options.DataOption;
import weka.core.neural.run.CommandResult;
import weka.core.neural.run.Program;
import weka.core.neural.run.Progress;

/**
 * The command {@code weka.Run .SegmentationTest}: how well NeuralSegmenter predicts the class of each pixel, as tables
 * and a picture. {@link TestSettings#HELP} is its manual.
 */
public final class SegmentationTest extends Program {
  @Override
  protected String manual() {
    return TestSettings.HELP;
  }

  @Override
  protected void run(String[] arguments) throws Exception {
    measure(TestSettings.parse(arguments));
  }

  private static void measure(TestSettings settings) throws Exception {
    Path picture = settings.picture();
    if (picture != null) {
      AtomicFile.requireWritable(picture);
    }
    Instances data = read("t", settings.data());
    TestRun run = new TestRun(settings.segmenter(), Progress.ofCommand("SegmentationTest"));
    Path test = settings.test();
    if (test == null) {
      run.crossValidate(data, settings.folds(), settings.seed());
    } else {
      run.test(data, read("T", test));
    }
    if (run.tested().isEmpty()) {
      throw new InterruptedException("stopped before an image was tested");
    }
    CommandResult.print(data.relationName() + ", NeuralSegmenter "
        + Utils.joinOptions(settings.segmenter().getOptions()) + "\n"
        + (test == null ? settings.folds() + "-fold cross-validation by image" : "tested on " + test)
        + (run.isStopped() ? "; stopped before the end, so that images are missing" : "") + "\n\n"
        + TestReport.of(run.tested()));
    if (picture != null) {
      run.draw(settings.drawn(), picture);
    }
  }

  private static Instances read(String option, Path from) throws IOException {
    if (!Files.exists(from)) {
      throw new IOException("option -" + option + ": cannot read '" + from + "': there is no such file or folder");
    }
    if (!Files.isDirectory(from)) {
      return DataOption.read(option, from);
    }
    ImageMaskLoader loader = new ImageMaskLoader();
    try {
      loader.setDirectory(from.toFile());
      return loader.getDataSet();
    } catch (Exception e) {
      throw new IOException("option -" + option + ": cannot read '" + from + "': " + e.getMessage(), e);
    }
  }
}
