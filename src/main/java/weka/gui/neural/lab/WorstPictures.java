package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.neural.lab.images.FloatImage;
import weka.core.neural.lab.images.WorstRow;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/** The rows that are predicted worst, as a gallery. */
final class WorstPictures {
  /** Pictures of it. */
  static final int MOST = 60;

  private static final int SIDE = 72;
  private static final int LONGEST = 10;

  private WorstPictures() {}

  /** @param worst all rows, the worst first */
  static PictureSheet of(ImageSubject subject, List<WorstRow> worst) {
    List<Picture> pictures = new ArrayList<>();
    Shape shape = subject.rows().data().inputShape();
    for (WorstRow w : worst.subList(0, Math.min(MOST, worst.size()))) {
      FloatImage image = FloatImage.of(shape, subject.rows().input(w.row()));
      pictures.add(RowPicture.of(subject, image, w.row(), SIDE, caption(subject, w), text(subject, w)));
    }
    return new PictureSheet(List.of(new Section(title(subject, worst), pictures)));
  }

  static String title(ImageSubject subject, List<WorstRow> worst) {
    long wrong = worst.stream().filter(WorstRow::isMistake).count();
    String of = String.format(Locale.ROOT, "%,d %s rows", worst.size(),
        subject.rows().part().toLowerCase(Locale.ROOT));
    return (subject.classes().isEmpty() ? of : String.format(Locale.ROOT, "%,d of %s wrong", wrong, of))
        + (worst.size() > MOST ? "; the " + MOST + " of the largest loss" : ", the largest loss first");
  }

  private static String caption(ImageSubject subject, WorstRow w) {
    return subject.classes().isEmpty() ? String.format(Locale.ROOT, "%.3g, not %.3g", w.predicted(), w.actual())
        : w.isMistake() ? String.format(Locale.ROOT, "%s, not %s: %.2f", name(subject, w.predicted()),
            name(subject, w.actual()), w.probability())
        : String.format(Locale.ROOT, "%s: %.2f", name(subject, w.actual()), w.probability());
  }

  private static String text(ImageSubject subject, WorstRow w) {
    return subject.classes().isEmpty()
        ? String.format(Locale.ROOT, "row %d: actual %.5g, predicted %.5g, error %.4g", w.row() + 1, w.actual(),
            w.predicted(), w.loss())
        : String.format(Locale.ROOT, "row %d: actual %s, predicted %s with probability %.3f, loss %.4g", w.row() + 1,
            subject.classes().get((int) w.actual()), subject.classes().get((int) w.predicted()), w.probability(),
            w.loss());
  }

  private static String name(ImageSubject subject, double label) {
    return Excerpt.of(subject.classes().get((int) label), LONGEST);
  }
}
