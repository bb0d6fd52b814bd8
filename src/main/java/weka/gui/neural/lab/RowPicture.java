package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ruru.nn.text.Excerpt;
import weka.core.Utils;
import weka.core.neural.lab.images.FloatImage;
import weka.core.neural.lab.images.LookedAtRows;
import weka.core.neural.lab.images.NetworkEye;
import weka.gui.neural.lab.PictureSheet.Bar;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/** The chosen row with what is predicted of it. */
final class RowPicture {
  static final int SIDE = 112;
  private static final int MOST_BARS = 6;
  private static final int LONGEST = 60;
  private static final int LONGEST_BAR = 16;

  private RowPicture() {}

  /**
   * After a look at the row.
   *
   * @param others pictures beside it
   */
  static Section of(ImageSubject subject, NetworkEye eye, int row, double[] predicted, List<Picture> others) {
    LookedAtRows rows = subject.rows();
    int label = rows.data().label(row);
    String actual = rows.rows() != null ? ", actual " + rows.rows().get(row).toString(rows.rows().classIndex())
        : label >= 0 && label < subject.classes().size() ? ", actual " + subject.classes().get(label) : "";
    String title = String.format(Locale.ROOT, "%s row %d of %d%s%s%s", rows.part(), row + 1, rows.size(),
        Excerpt.of(actual, LONGEST), prediction(subject, predicted),
        subject.remark().isEmpty() ? "" : "; " + subject.remark());
    String file = rows.file(row);
    List<Picture> pictures = new ArrayList<>();
    pictures.add(of(subject, eye.image(), row, SIDE, file.isEmpty() ? "image" : name(file),
        file.isEmpty() ? title : title + ", " + file));
    pictures.addAll(others);
    return new Section(title, pictures, subject.classes().isEmpty() ? List.of() : bars(subject, label, predicted));
  }

  /** The end of a path. */
  private static String name(String file) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return Excerpt.of(last, LONGEST_BAR);
  }

  /** A row's image in the colours that all rows have. */
  static Picture of(ImageSubject subject, FloatImage image, int row, int side, String caption, String text) {
    return new Picture(FloatPicture.grey(image, subject.range()),
        PictureSheet.side(Math.max(image.height(), image.width()), side), caption, text,
        image.thinned(FloatPicture.MOST),
        row);
  }

  private static String prediction(ImageSubject subject, double[] predicted) {
    if (subject.reconstructs()) {
      return "";
    }
    int best = Utils.maxIndex(predicted);
    return subject.classes().isEmpty() ? String.format(Locale.ROOT, ", predicted %.4g", predicted[0])
        : String.format(Locale.ROOT, ", predicted %s (%.3f)", Excerpt.of(subject.classes().get(best), LONGEST),
            predicted[best]);
  }

  /** The most probable classes, and the actual one. */
  private static List<Bar> bars(ImageSubject subject, int actual, double[] predicted) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, predicted.length).boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> predicted[c]).reversed()).limit(MOST_BARS).toList());
    if (actual >= 0 && actual < predicted.length && !order.contains(actual)) {
      order.set(order.size() - 1, actual);
    }
    return order.stream().map(c -> new Bar(Excerpt.of(subject.classes().get(c), LONGEST_BAR), predicted[c],
        c == actual)).toList();
  }
}
