package weka.gui.neural.lab;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntUnaryOperator;
import javax.swing.JComponent;

/** How a picture of a grid is chosen: with the mouse, or with the arrow keys and Enter. */
final class PictureMouse extends MouseAdapter {
  private final JComponent drawing;
  private final PictureChoice grid;

  private <T extends JComponent & PictureChoice> PictureMouse(T view) {
    drawing = view;
    grid = view;
  }

  static <T extends JComponent & PictureChoice> void listen(T grid) {
    PictureMouse made = new PictureMouse(grid);
    grid.addMouseListener(made);
    grid.addMouseMotionListener(made);
    made.key("LEFT", at -> at - 1);
    made.key("RIGHT", at -> at + 1);
    made.key("UP", at -> grid.places().vertically(at, -1));
    made.key("DOWN", at -> grid.places().vertically(at, 1));
    made.key("HOME", at -> 0);
    made.key("END", at -> Integer.MAX_VALUE);
    made.put("ENTER", () -> grid.open(grid.chosen()));
    made.put("SPACE", () -> grid.open(grid.chosen()));
  }

  private void key(String stroke, IntUnaryOperator next) {
    put(stroke, () -> {
      int last = grid.sheet().pictures().size() - 1;
      if (last >= 0) {
        boolean none = grid.chosen() < 0 || grid.chosen() > last;
        grid.choose(none ? 0 : Math.max(0, Math.min(last, next.applyAsInt(grid.chosen()))));
      }
    });
  }

  private void put(String stroke, Runnable action) {
    Components.onKey(drawing, stroke, action);
  }

  @Override
  public void mousePressed(MouseEvent e) {
    drawing.requestFocusInWindow();
    grid.open(grid.places().at(e.getX(), e.getY()));
  }

  @Override
  public void mouseMoved(MouseEvent e) {
    grid.describe(grid.places().at(e.getX(), e.getY()), e.getX(), e.getY());
  }
}
