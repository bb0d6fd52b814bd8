package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import weka.core.neural.lab.images.FloatImage;
import weka.core.neural.lab.images.NetworkEye;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/** What each layer makes of a row: a picture of each of its maps. */
final class MapPictures {
  /** Maps that are drawn of a layer, and of all of them. */
  static final int MOST = 256;
  static final int MOST_IN_ALL = 2000;

  private static final int SIDE = 60;
  private static final int FEATURE = 8;

  private MapPictures() {}

  /**
   * After a look at the row.
   *
   * @param layer 0 for all layers, otherwise the index of a node
   */
  static List<Section> of(NetworkEye eye, int layer, boolean sameScale) {
    List<Section> sections = new ArrayList<>();
    int left = MOST_IN_ALL;
    for (int k = 1; k < eye.network().nodes().size() && left > 0; k++) {
      if (layer == 0 ? isShown(eye.network().nodes().get(k)) : k == layer) {
        Section made = section(eye, k, Math.min(MOST, left), sameScale);
        left -= made.pictures().size();
        sections.add(made);
      }
    }
    if (left <= 0) {
      sections.add(new Section("Later layers are left out, since there are more than " + MOST_IN_ALL + " maps: choose "
          + "a layer.", List.of()));
    }
    return sections;
  }

  /** Flattening changes no number. */
  private static boolean isShown(Network.Node node) {
    return !node.name().startsWith("flatten");
  }

  private static Section section(NetworkEye eye, int k, int most, boolean sameScale) {
    Network.Node node = eye.network().nodes().get(k);
    Tensor output = eye.output(k);
    boolean features = node.shape().rank() == 1;
    int maps = features ? 1 : node.shape().channels();
    int n = Math.min(most, maps);
    List<FloatImage> images = new ArrayList<>();
    float low = 0;
    float high = 0;
    for (int c = 0; c < n; c++) {
      FloatImage map = FloatImage.map(output, c);
      images.add(map);
      low = Math.min(low, map.low());
      high = Math.max(high, map.high());
    }
    float largest = Math.max(-low, high);
    List<Picture> pictures = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      FloatImage map = images.get(c);
      int pixels = Math.max(map.height(), map.width());
      pictures.add(new Picture(FloatPicture.signed(map, sameScale ? largest : map.size()),
          features ? FEATURE * pixels : PictureSheet.side(pixels, SIDE), "", text(node, c, maps, map),
          map.thinned(FloatPicture.MOST), -1));
    }
    return new Section(title(node, n, maps) + String.format(Locale.ROOT, ", %.3g to %.3g", low, high), pictures);
  }

  private static String title(Network.Node node, int shown, int maps) {
    Shape s = node.shape();
    return s.rank() == 1 ? String.format(Locale.ROOT, "%s: %,d features", node.name(), s.size())
        : node.name() + ": " + (shown < maps ? "the first " + shown + " of " : "") + String.format(Locale.ROOT,
            "%,d maps of %s", maps, s.rank() == 3 ? s.dim(0) + " x " + s.dim(1) : s.dim(0) + " steps");
  }

  private static String text(Network.Node node, int map, int maps, FloatImage values) {
    String range = String.format(Locale.ROOT, "values from %.4g to %.4g", values.low(), values.high());
    return node.shape().rank() == 1 ? node.name() + ", " + range
        : String.format(Locale.ROOT, "%s, map %d of %d, %s", node.name(), map + 1, maps, range);
  }
}
