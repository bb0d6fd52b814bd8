package weka.core.neural.segmentation.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ruru.data.masks.MaskClasses;
import weka.core.neural.report.Table;
import weka.core.neural.segmentation.Confusion;

/** The measures as tables. */
final class TestReport {
  private TestReport() {}

  /** Of all pixels together, by class, and of each image. */
  static String of(List<TestedImage> tested) {
    MaskClasses classes = tested.get(0).classes();
    Confusion all = new Confusion(classes.size());
    Table images = new Table("image", "pixel accuracy", "mean IoU");
    for (TestedImage image : tested) {
      all.add(image.confusion());
      Path name = image.file().getFileName();
      images.add(name == null ? image.file().toString() : name.toString(), number(image.confusion().accuracy()),
          number(image.confusion().meanIou()));
    }
    Table table = new Table("class", "pixels", "accuracy", "IoU", "Dice");
    for (int c = 0; c < classes.size(); c++) {
      table.add(classes.names().get(c),
          String.format(Locale.ROOT, "%.1f %%", 100.0 * all.truth(c) / all.pixels()),
          number(all.accuracy(c)), number(all.iou(c)), number(all.dice(c)));
    }
    return table + "\n" + summary(all, tested.size()) + "\n\n" + images;
  }

  /** Of all pixels and classes together, in a line. */
  static String summary(List<TestedImage> tested) {
    Confusion all = new Confusion(tested.get(0).classes().size());
    tested.forEach(image -> all.add(image.confusion()));
    return summary(all, tested.size());
  }

  private static String summary(Confusion all, int images) {
    return String.format(Locale.ROOT, "pixel accuracy %s, mean IoU %s, over %d images", number(all.accuracy()),
        number(all.meanIou()), images);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
