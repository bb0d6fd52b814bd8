package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.JViewport;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.images.FloatImage;
import weka.gui.neural.lab.PictureSheet.Bar;
import weka.gui.neural.lab.PictureSheet.Picture;

/** Pictures in sections, as many in a line as fit. One of them may be chosen, with the mouse or the arrow keys. */
final class PictureGrid extends ScrolledDrawing implements PictureChoice {
  private static final long serialVersionUID = 1;
  private static final int LEAST_WIDTH = 150;
  private static final int FRAME = 2;

  private final transient Consumer<String> say;
  private final transient IntConsumer opened;
  private transient PictureSheet sheet = PictureSheet.EMPTY;
  private transient @Nullable PicturePlaces places;
  private int chosen = -1;

  /**
   * @param say    receives what is under the mouse, or chosen
   * @param opened receives the index of a picture on which somebody clicks or presses Enter
   */
  PictureGrid(Consumer<String> say, IntConsumer opened) {
    super("pictures", "pictures of the network");
    this.say = say;
    this.opened = opened;
    setFocusable(true);
    PictureMouse.listen(this);
    addComponentListener(new ComponentAdapter() {
      @Override
      public void componentResized(ComponentEvent e) {
        places = null;
        revalidate();
      }
    });
  }

  @Override
  public PictureSheet sheet() {
    return sheet;
  }

  void setSheet(PictureSheet now) {
    boolean sameSize = now.pictures().size() == sheet.pictures().size() && now.sections().size() == sheet.sections()
        .size();
    sheet = now;
    places = null;
    if (!sameSize) {
      chosen = -1;
      revalidate();
    }
    repaint();
  }

  @Override
  public void choose(int index) {
    chosen = index;
    if (index >= 0 && index < places().pictures().size()) {
      Rectangle at = new Rectangle(places().pictures().get(index));
      at.grow(2 * GAP, 2 * GAP);
      scrollRectToVisible(at);
      tell(sheet.pictures().get(index).text());
    }
    repaint();
  }

  @Override
  public int chosen() {
    return chosen;
  }

  @Override
  public void open(int index) {
    if (index >= 0 && index < sheet.pictures().size()) {
      choose(index);
      opened.accept(index);
    }
  }

  @Override
  public void describe(int index, int x, int y) {
    if (index < 0) {
      return;
    }
    Picture picture = sheet.pictures().get(index);
    FloatImage numbers = picture.numbers();
    Rectangle at = places().pictures().get(index);
    if (numbers == null || !at.contains(x, y)) {
      tell(picture.text());
      return;
    }
    int column = Math.min(numbers.width() - 1, (x - at.x) * numbers.width() / at.width);
    int line = Math.min(numbers.height() - 1, (y - at.y) * numbers.height() / at.height);
    StringBuilder s = new StringBuilder();
    for (int c = 0; c < numbers.channels(); c++) {
      s.append(c == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.4g",
          numbers.values()[(line * numbers.width() + column) * numbers.channels() + c]));
    }
    tell(picture.text() + "; at line " + (line + 1) + ", column " + (column + 1) + ": " + s);
  }

  private void tell(String text) {
    getAccessibleContext().setAccessibleDescription(text);
    say.accept(text);
  }

  @Override
  public PicturePlaces places() {
    PicturePlaces now = places;
    if (now == null) {
      int width = getParent() instanceof JViewport v ? v.getWidth() : getWidth();
      now = PicturePlaces.of(sheet, Math.max(LEAST_WIDTH, width), getFontMetrics(font()));
      places = now;
    }
    return now;
  }

  @Override
  Dimension needed() {
    int widest = LEAST_WIDTH;
    PicturePlaces all = places();
    for (Rectangle r : all.pictures()) {
      widest = Math.max(widest, r.x + r.width + GAP);
    }
    for (Rectangle r : all.bars()) {
      widest = Math.max(widest, r.x + r.width);
    }
    return new Dimension(widest, all.height());
  }

  @Override
  void draw(Graphics2D g) {
    g.setFont(font());
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    FontMetrics font = g.getFontMetrics();
    Rectangle clip = g.getClipBounds() == null ? new Rectangle(getSize()) : g.getClipBounds();
    PicturePlaces all = places();
    for (int s = 0; s < sheet.sections().size(); s++) {
      g.setColor(Palette.ink());
      g.drawString(sheet.sections().get(s).title(), GAP, all.titles().get(s));
      bars(g, sheet.sections().get(s).bars(), all.bars().get(s), font);
    }
    List<Picture> pictures = sheet.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      Rectangle at = all.pictures().get(i);
      if (at.y > clip.y + clip.height || at.y + at.height + font.getHeight() < clip.y) {
        continue;
      }
      Picture p = pictures.get(i);
      g.drawImage(p.image(), at.x, at.y, at.width, at.height, null);
      g.setColor(i == chosen ? Palette.ink() : Palette.grid());
      g.setStroke(new BasicStroke(i == chosen ? FRAME : 1));
      g.drawRect(at.x - 1, at.y - 1, at.width + 1, at.height + 1);
      g.setColor(Palette.ink());
      g.drawString(p.caption(), at.x, at.y + at.height + font.getAscent() + 1);
    }
  }

  private static void bars(Graphics2D g, List<Bar> bars, Rectangle at, FontMetrics font) {
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = at.y + i * font.getHeight();
      g.setColor(Palette.ink());
      g.drawString(bar.name(), at.x, y + font.getAscent());
      int left = at.x + at.width - PicturePlaces.BAR_WIDTH - PicturePlaces.BAR_NUMBER - GAP;
      g.setColor(Palette.grid());
      g.drawRect(left, y + 2, PicturePlaces.BAR_WIDTH, font.getHeight() - 4);
      g.setColor(Palette.series(bar.actual() ? 0 : 5));
      g.fillRect(left, y + 2, (int) Math.round(PicturePlaces.BAR_WIDTH * bar.value()), font.getHeight() - 4);
      g.setColor(Palette.ink());
      g.drawString(String.format(Locale.ROOT, "%.3f%s", bar.value(), bar.actual() ? ", actual" : ""),
          left + PicturePlaces.BAR_WIDTH + GAP,
          y + font.getAscent());
    }
  }
}
