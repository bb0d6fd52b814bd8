package weka.core.neural.training;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.data.PngFile;
import weka.core.Environment;
import weka.core.neural.options.FileOptions;

/** The filters of a network's first convolution, and their outputs for some rows, as a PNG file. */
public final class FilterPicture {
  private static final String OPTION = "draw-filters";
  private static final int IMAGES_DRAWN = 4;

  private FilterPicture() {}

  /**
   * Checks, before a long training, that a network's filters can be drawn afterwards.
   *
   * @param variables the variables that the file name may contain; null for the system's
   * @throws IOException              if the file cannot be written
   * @throws IllegalArgumentException if no layer convolves images
   */
  public static void require(FittedNetwork fitted, String file, @Nullable Environment variables) throws IOException {
    FilterSheet.requireConvolution(fitted.models().get(0).network());
    FileOptions.writable(OPTION, file, variables);
  }

  /**
   * Draws the filters of the first network, after its training; a failure is a warning in its report.
   *
   * @param variables that may stand in the file's name; null for the system's
   */
  public static void draw(TrainingSession session, TrainingReport report, String file,
      @Nullable Environment variables) throws InterruptedException {
    Extra.attempt("drawing the filters (-" + OPTION + ")", report, session.progress(),
        () -> PngFile.write(FilterSheet.draw(session.fitted().models().get(0).network(), session.rows(), IMAGES_DRAWN,
            BlasProvider.get()), FileOptions.path(OPTION, file, variables)));
  }
}
