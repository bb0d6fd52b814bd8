package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.core.neural.lab.images.FloatImage;
import weka.core.neural.lab.images.LookedAtRows;
import weka.core.neural.lab.images.NetworkEye;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/** Images beside what an autoencoder makes of them. */
final class ReconstructionPictures {
  private static final int MOST = 12;
  private static final int SIDE = 72;

  private ReconstructionPictures() {}

  static PictureSheet of(ImageSubject subject, NetworkEye eye) {
    List<Picture> pictures = new ArrayList<>();
    int n = Math.min(MOST, subject.rows().size());
    for (int row : LookedAtRows.spread(subject.rows().size(), n)) {
      eye.look(subject.rows(), row);
      FloatImage image = eye.image();
      FloatImage made = eye.reconstruction(subject.rows());
      double error = error(image, made);
      BufferedImage both = pair(FloatPicture.grey(image, subject.range()), FloatPicture.grey(made, subject.range()));
      pictures.add(new Picture(both, 2 * SIDE, String.format(Locale.ROOT, "error %.3g", error),
          String.format(Locale.ROOT, "Image %d and its reconstruction, mean squared error %.4g", row + 1, error), null,
          row));
    }
    return new PictureSheet(
        List.of(new Section(subject.rows().part() + " images, each with its reconstruction; the error "
            + "is the mean square of the difference", pictures)));
  }

  private static BufferedImage pair(BufferedImage left, BufferedImage right) {
    BufferedImage both = new BufferedImage(left.getWidth() + right.getWidth(), left.getHeight(),
        BufferedImage.TYPE_INT_RGB);
    both.createGraphics().drawImage(left, 0, 0, null);
    both.createGraphics().drawImage(right, left.getWidth(), 0, null);
    return both;
  }

  private static double error(FloatImage a, FloatImage b) {
    double sum = 0;
    for (int i = 0; i < a.values().length; i++) {
      sum += Math.pow(a.values()[i] - b.values()[i], 2);
    }
    return sum / a.values().length;
  }
}
