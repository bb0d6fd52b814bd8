package weka.core.neural.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ruru.data.FileAccess;
import ruru.data.masks.MaskClasses;
import ruru.data.masks.MaskedImages;
import ruru.nn.Cancellation;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.ImageSettings;
import weka.core.neural.SegmentationSettings;
import weka.core.neural.encoding.ImageFiles;

/**
 * The rows of a data set that name an image and its mask.
 *
 * @param weights relative to the largest
 * @param access  how the files are read
 */
public record MaskedRows(List<MaskedImages.File> files, float[] weights, FileAccess access) {
  private static final String MASK = "mask";

  /** The attribute of masks; null if there is none. */
  public static @Nullable Attribute masks(Instances data) {
    return ImageFiles.attribute(data, MASK, List.of(), false);
  }

  /**
   * The attribute of images.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Attribute images(Instances data) {
    Attribute masks = masks(data);
    Attribute images = ImageFiles.attribute(data, "image", masks == null ? List.of() : List.of(masks), true);
    if (images == null) {
      throw new IllegalArgumentException(
          "expected a string attribute 'image' with the names of image files, and 'mask' "
              + "with those of their masks, as ImageMaskLoader makes them; found "
              + (masks == null ? "no string attribute" : "'" + masks.name() + "' alone"));
    }
    return images;
  }

  /**
   * Learns where the masks of rows lie.
   *
   * @throws IllegalArgumentException if there is no attribute of masks, or a row names a file where it may not lie
   * @throws InterruptedException     if the thread was interrupted
   */
  public static ImageFiles maskFiles(Instances data, ImageSettings place) throws InterruptedException {
    Attribute masks = masks(data);
    if (masks == null) {
      throw new IllegalArgumentException("expected a string attribute 'mask' with the names of mask files, as "
          + "ImageMaskLoader makes it; found none, so there is nothing to learn from");
    }
    return ImageFiles.learn(data, masks, place);
  }

  /**
   * The rows of weight above 0 that have a mask.
   *
   * @throws IllegalArgumentException if there are none, or a row names a file where it may not lie
   */
  public static MaskedRows of(Instances data, ImageFiles images, ImageFiles masks, ImageSettings place) {
    MaskedRows found = of(data, 0, images, masks, place);
    if (found.files.isEmpty()) {
      throw new IllegalArgumentException("no row of weight above 0 has a mask (attribute '" + masks.name()
          + "'), so there is nothing to learn from; the first rows that a filter gets are those that it learns from");
    }
    return found;
  }

  /**
   * The rows of weight above 0 that have a mask, if there are any.
   *
   * @param before rows that came before, for messages
   * @throws IllegalArgumentException if a row names a file where it may not lie
   */
  public static MaskedRows of(Instances data, int before, ImageFiles images, ImageFiles masks, ImageSettings place) {
    List<MaskedImages.File> files = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int r = 0; r < data.numInstances(); r++) {
      Instance row = data.instance(r);
      if (!(row.weight() >= 0 && row.weight() < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("row " + (before + r + 1) + ": expected a finite weight of at least 0, got "
            + row.weight());
      }
      if (!row.isMissing(masks.index()) && row.weight() > 0) {
        int number = before + r;
        Path image = images.file(row, number, place);
        files.add(new MaskedImages.File(number + 1, image, masks.file(row, number, place)));
        weights.add(row.weight());
      }
    }
    double most = weights.stream().mapToDouble(w -> w).max().orElse(1);
    float[] relative = new float[weights.size()];
    for (int i = 0; i < relative.length; i++) {
      relative[i] = (float) Math.max(Float.MIN_NORMAL, weights.get(i) / most);
    }
    FileAccess imageAccess = images.access(place);
    FileAccess maskAccess = masks.access(place);
    Set<Path> maskPaths = files.stream().map(f -> Objects.requireNonNull(f.mask())).collect(Collectors.toSet());
    return new MaskedRows(files, relative, file -> (maskPaths.contains(file) ? maskAccess : imageAccess).read(file));
  }

  /**
   * The classes that are set or, if that is left open, those that the masks have.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public MaskClasses classes(SegmentationSettings segmentation) throws InterruptedException {
    return segmentation.labels.isAuto()
        ? MaskClasses.of(MaskedImages.colours(files, access, Cancellation.ofCallingThread()), ignored(segmentation))
        : MaskClasses.parse(segmentation.labels.value().toString(), ignored(segmentation));
  }

  /** The colour that does not count, or "none". */
  static String ignored(SegmentationSettings segmentation) {
    return segmentation.ignore.isAuto() ? MaskClasses.NONE : Objects.requireNonNullElse(segmentation.ignore.orNull(),
        MaskClasses.NONE);
  }
}
