package weka.gui.neural.lab;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.playground.PlaneData;

/** A small picture of points in the plane, in the colours of their classes or numbers. */
final class PointsIcon implements Icon {
  private static final int SIDE = 34;
  private static final int ROWS = 150;
  private static final int DOT = 2;

  private final Instances points;

  PointsIcon(PlaneData data) {
    points = data.points(ROWS, 0, 1);
  }

  @Override
  public void paintIcon(Component c, Graphics g, int x, int y) {
    g.setColor(Palette.paper());
    g.fillRect(x, y, SIDE, SIDE);
    for (Instance p : points) {
      g.setColor(colour(p));
      double scale = SIDE / (2 * PlaneData.BOUND);
      g.fillRect(x + (int) ((p.value(0) + PlaneData.BOUND) * scale) - 1,
          y + (int) ((PlaneData.BOUND - p.value(1)) * scale) - 1, DOT, DOT);
    }
    g.setColor(Palette.grid());
    g.drawRect(x, y, SIDE - 1, SIDE - 1);
  }

  private static Color colour(Instance p) {
    return p.classAttribute().isNominal() ? Palette.series((int) p.classValue()) : Palette.signed(p.classValue());
  }

  @Override
  public int getIconWidth() {
    return SIDE;
  }

  @Override
  public int getIconHeight() {
    return SIDE;
  }
}
