package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import weka.core.neural.lab.images.FloatImage;
import weka.core.neural.lab.images.NetworkEye;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/** How much the score of a class depends on each pixel. */
final class SaliencyPictures {
  private static final int SIDE = 112;

  private SaliencyPictures() {}

  /**
   * After a look at the row.
   *
   * @param label the class; 0 for a number
   */
  static Section of(ImageSubject subject, NetworkEye eye, int label) {
    FloatImage image = eye.image();
    FloatImage gradient = eye.gradient(label, subject.classes().size());
    FloatImage size = gradient.largest();
    float scale = size.high();
    String score = subject.classes().isEmpty() ? "the predicted number"
        : "the score of " + subject.classes().get(label);
    int side = PictureSheet.side(Math.max(image.height(), image.width()), SIDE);
    BufferedImage grey = FloatPicture.grey(image, subject.range());
    FloatImage said = size.thinned(FloatPicture.MOST);
    Picture plain = new Picture(FloatPicture.signed(size, scale), side, "size of gradient",
        String.format(Locale.ROOT, "|d %s / d pixel|, up to %.4g", score, scale), said, -1);
    Picture over = new Picture(FloatPicture.over(grey, size, scale), side, "over the image",
        "The same over the image", said, -1);
    String title = "How much " + score + " depends on each pixel";
    if (gradient.channels() > 1) {
      return new Section(title + " (its most important channel)", List.of(plain, over));
    }
    Picture signed = new Picture(FloatPicture.signed(gradient, scale), side, "with sign",
        "Orange: a brighter pixel raises " + score + "; blue: it lowers it", gradient.thinned(FloatPicture.MOST), -1);
    return new Section(title, List.of(plain, signed, over));
  }
}
