package weka.gui.neural.lab;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import javax.swing.JPanel;

/** Components beside each other, in as many lines as its width needs; for the side of a BorderLayout. */
final class WrappingPanel extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int GAP = 4;

  WrappingPanel(Component... parts) {
    super(new FlowLayout(FlowLayout.LEADING, GAP, 2));
    for (Component part : parts) {
      add(part);
    }
  }

  @Override
  public Dimension getPreferredSize() {
    // The parent has its new size before this has.
    int room = getParent() != null && getParent().getWidth() > 0 ? getParent().getWidth() : getWidth();
    int width = room > 0 ? room : Integer.MAX_VALUE;
    FlowLayout flow = (FlowLayout) getLayout();
    int line = 0;
    int height = 0;
    int widest = 0;
    int x = 0;
    for (Component part : getComponents()) {
      if (!part.isVisible()) {
        continue;
      }
      Dimension size = part.getPreferredSize();
      if (x > 0 && x + size.width + 2 * flow.getHgap() > width) {
        height += line + flow.getVgap();
        line = 0;
        x = 0;
      }
      x += size.width + flow.getHgap();
      line = Math.max(line, size.height);
      widest = Math.max(widest, x);
    }
    return new Dimension(widest + flow.getHgap(), height + line + 2 * flow.getVgap());
  }

  /** As narrow as its widest component. */
  @Override
  public Dimension getMinimumSize() {
    int widest = 0;
    for (Component part : getComponents()) {
      widest = Math.max(widest, part.getPreferredSize().width);
    }
    return new Dimension(widest + 2 * GAP, getPreferredSize().height);
  }
}
