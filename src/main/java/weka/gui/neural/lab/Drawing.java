package weka.gui.neural.lab;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A component that is drawn, in the look and feel's colours and font, with a name and a text for a screen reader. */
abstract class Drawing extends JComponent {
  private static final long serialVersionUID = 1;
  /** Between a drawing and its border, and between its parts. */
  static final int GAP = 8;

  /**
   * @param name of the component
   * @param title what it shows
   */
  Drawing(String name, String title) {
    setName(name);
    getAccessibleContext().setAccessibleName(title);
  }

  @Override
  public final AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleJComponent() {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
          return AccessibleRole.CANVAS;
        }
      };
    }
    return accessibleContext;
  }

  /** Draws on the paper's colour, with ink. */
  abstract void draw(Graphics2D g);

  @Override
  protected final void paintComponent(Graphics g) {
    Graphics2D g2 = (Graphics2D) g.create();
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g2.setFont(Palette.font());
    g2.setColor(Palette.paper());
    g2.fillRect(0, 0, getWidth(), getHeight());
    g2.setColor(Palette.ink());
    draw(g2);
    g2.dispose();
  }

  /** A line of text at the top. */
  static void title(Graphics2D g, String text) {
    g.setColor(Palette.ink());
    g.drawString(text, GAP, GAP + g.getFontMetrics().getAscent());
  }
}
