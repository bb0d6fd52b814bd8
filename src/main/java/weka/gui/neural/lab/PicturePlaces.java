package weka.gui.neural.lab;

import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import weka.gui.neural.lab.PictureSheet.Bar;
import weka.gui.neural.lab.PictureSheet.Picture;
import weka.gui.neural.lab.PictureSheet.Section;

/**
 * Where the parts of a sheet are drawn in a given width.
 *
 * @param titles   for each section the baseline of its title
 * @param pictures for each picture, in order
 * @param bars     for each section, with room for its names; empty where there are none
 */
record PicturePlaces(List<Integer> titles, List<Rectangle> pictures, List<Rectangle> bars, int height) {
  private static final int GAP = Drawing.GAP;
  static final int BAR_WIDTH = 90;
  static final int BAR_NUMBER = 90;

  static PicturePlaces of(PictureSheet sheet, int width, FontMetrics font) {
    List<Integer> titles = new ArrayList<>();
    List<Rectangle> pictures = new ArrayList<>();
    List<Rectangle> bars = new ArrayList<>();
    int y = GAP;
    for (Section section : sheet.sections()) {
      titles.add(y + font.getAscent());
      y += font.getHeight() + GAP / 2;
      int x = GAP;
      int line = 0;
      int wide = section.pictures().stream().mapToInt(p -> Math.max(p.width(), font.stringWidth(p.caption()))).max()
          .orElse(0);
      for (Picture p : section.pictures()) {
        if (x > GAP && x + wide + GAP > width) {
          x = GAP;
          y += line + GAP;
          line = 0;
        }
        pictures.add(new Rectangle(x, y, p.width(), p.height()));
        x += wide + GAP;
        line = Math.max(line, p.height() + (p.caption().isEmpty() ? 0 : font.getHeight()));
      }
      List<Bar> values = section.bars();
      int high = values.size() * font.getHeight();
      int across = values.stream().mapToInt(b -> font.stringWidth(b.name())).max().orElse(0) + BAR_WIDTH + BAR_NUMBER
          + 2 * GAP;
      boolean below = x > GAP && x + across > width;
      bars.add(values.isEmpty() ? new Rectangle()
          : new Rectangle(below ? GAP : x + GAP, below ? y + line + GAP : y, across, high));
      y += values.isEmpty() ? line : below ? line + GAP + high : Math.max(line, high);
      y += GAP;
    }
    return new PicturePlaces(titles, pictures, bars, y);
  }

  /** Index of the picture at a point; -1 if there is none. */
  int at(int x, int y) {
    for (int i = 0; i < pictures.size(); i++) {
      if (pictures.get(i).contains(x, y)) {
        return i;
      }
    }
    return -1;
  }

  /** The nearest picture above or below another, by lines; the same if there is none. */
  int vertically(int from, int by) {
    Rectangle here = pictures.get(from);
    int best = from;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pictures.size(); i++) {
      Rectangle there = pictures.get(i);
      int down = (there.y - here.y) * by;
      double d = 10.0 * down + Math.abs(there.getCenterX() - here.getCenterX());
      if (down > 0 && d < distance) {
        best = i;
        distance = d;
      }
    }
    return best;
  }
}
