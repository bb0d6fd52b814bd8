package weka.core.neural.training;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.data.PngFile;
import ruru.nn.train.Dataset;
import weka.core.Environment;
import weka.core.neural.options.FileOptions;

/** The filters of a network's first convolution, and their outputs for some rows, as a PNG file. */
public final class FilterPicture {
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
    FileOptions.writable("draw-filters", file, variables);
  }

  /**
   * Draws the filters of the first network.
   *
   * @throws IOException              if the file cannot be written
   * @throws IllegalArgumentException if no layer convolves images
   */
  public static void draw(FittedNetwork fitted, Dataset rows, Path file) throws IOException {
    PngFile.write(FilterSheet.draw(fitted.models().get(0).network(), rows, IMAGES_DRAWN, BlasProvider.get()), file);
  }
}
