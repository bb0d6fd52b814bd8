package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.core.neural.lab.images.FloatImage;
import weka.core.neural.lab.images.NetworkEye;
import weka.gui.neural.lab.PictureSheet.Picture;

/** How much the score of a class depends on each pixel. */
final class SaliencyPictures {
  private SaliencyPictures() {}

  /**
   * After a look at the row.
   *
   * @param label the class; 0 for a number
   */
  static List<Picture> of(ImageSubject subject, NetworkEye eye, int label) {
    FloatImage image = eye.image();
    FloatImage gradient = eye.gradient(label, subject.classes().size());
    FloatImage size = gradient.largest();
    float scale = size.high();
    int side = PictureSheet.side(Math.max(image.height(), image.width()), RowPicture.SIDE);
    BufferedImage grey = FloatPicture.grey(image, subject.range());
    FloatImage said = size.thinned(FloatPicture.MOST);
    List<Picture> pictures = new ArrayList<>();
    pictures.add(new Picture(FloatPicture.signed(size, scale), side, "gradient's size",
        String.format(Locale.ROOT, "|d %s / d pixel|, up to %.4g", score(subject, label), scale), said, -1));
    if (gradient.channels() == 1) {
      pictures.add(new Picture(FloatPicture.signed(gradient, scale), side, "with its sign",
          "Orange: a brighter pixel raises " + score(subject, label) + "; blue: it lowers it",
          gradient.thinned(FloatPicture.MOST), -1));
    }
    pictures.add(new Picture(FloatPicture.over(grey, size, scale), side, "over the image",
        "The gradient's size over the image", said, -1));
    return pictures;
  }

  /** What the pictures say. */
  static String title(ImageSubject subject, int label) {
    return "How much " + score(subject, label) + " depends on each pixel"
        + (subject.network().inputShape().channels() > 1 ? ", in the channel where that is most" : "");
  }

  private static String score(ImageSubject subject, int label) {
    return subject.classes().isEmpty() ? "the predicted number" : "the score of " + subject.classes().get(label);
  }
}
