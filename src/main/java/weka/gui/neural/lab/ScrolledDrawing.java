package weka.gui.neural.lab;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import javax.swing.JViewport;
import javax.swing.Scrollable;

/** A drawing that fills its scroll pane, and is scrolled where that is smaller than it needs. */
abstract class ScrolledDrawing extends Drawing implements Scrollable {
  private static final long serialVersionUID = 1;
  private static final int STEP = 24;
  /** Small, so that it leaves room for others; a drawing takes what it gets. */
  private static final Dimension VIEWPORT = new Dimension(320, 260);

  ScrolledDrawing(String name, String title) {
    super(name, title);
  }

  /** What is written in the drawing is not bold, whatever labels are. */
  static Font font() {
    return Palette.font().deriveFont(Font.PLAIN);
  }

  /** The smallest size in which everything can be read. */
  abstract Dimension needed();

  @Override
  public Dimension getPreferredSize() {
    return needed();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return VIEWPORT;
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(STEP, visible.height - STEP);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() instanceof JViewport v && v.getWidth() >= needed().width;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() instanceof JViewport v && v.getHeight() >= needed().height;
  }
}
