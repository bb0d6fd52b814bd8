package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.core.neural.lab.images.FilterLayer;
import weka.core.neural.lab.images.FloatImage;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/** The filters of a layer as pictures. */
final class FilterPictures {
  /** Filters that are drawn. */
  static final int MOST = 256;

  private static final int SIDE = 56;

  private FilterPictures() {}

  /**
   * The sheet.
   *
   * @param weights all parameters of the network
   * @param remark  to add to the title; may be empty
   */
  static PictureSheet of(FilterLayer layer, float[] weights, int channel, boolean sameScale,
      String remark) {
    int n = Math.min(MOST, layer.units());
    int shown = Math.min(channel, layer.channels()) - 1;
    List<FloatImage> filters = new ArrayList<>();
    float largest = 0;
    float low = 0;
    float high = 0;
    for (int u = 0; u < n; u++) {
      FloatImage filter = layer.filter(weights, u, layer.channels() == 1 ? 0 : shown);
      filters.add(filter);
      largest = Math.max(largest, filter.size());
      low = Math.min(low, filter.low());
      high = Math.max(high, filter.high());
    }
    List<Picture> pictures = new ArrayList<>();
    for (int u = 0; u < n; u++) {
      FloatImage filter = filters.get(u);
      pictures.add(new Picture(FloatPicture.signed(filter, sameScale ? largest : filter.size()),
          PictureSheet.side(Math.max(filter.height(), filter.width()), SIDE), "", text(layer, u, filter), filter, -1));
    }
    String title = layer.name() + ": " + (n < layer.units() ? "the first " + n + " of " : "")
        + String.format(Locale.ROOT, "%,d filters of %d x %d x %d, %.3g (blue) to %.3g (orange)", layer.units(),
            layer.height(),
            layer.width(), layer.channels(), low, high)
        + (remark.isEmpty() ? "" : "; " + remark);
    return new PictureSheet(List.of(new Section(title, pictures)));
  }

  private static String text(FilterLayer layer, int unit, FloatImage filter) {
    return String.format(Locale.ROOT, "%s, filter %d of %d, weights from %.4g to %.4g", layer.name(), unit + 1,
        layer.units(), filter.low(), filter.high());
  }
}
