package weka.gui.neural.lab;

import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;
import weka.core.neural.playground.PlaneData;
import weka.core.neural.playground.PlaneInput;

/** A small picture of what an input is in the plane. */
final class InputIcon implements Icon {
  private static final int SIDE = 22;

  private final PlaneInput input;

  InputIcon(PlaneInput input) {
    this.input = input;
  }

  @Override
  public void paintIcon(Component c, Graphics g, int left, int top) {
    double most = 0;
    double[] values = new double[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = input.of(coordinate(i % SIDE), -coordinate(i / SIDE));
      most = Math.max(most, Math.abs(values[i]));
    }
    for (int i = 0; i < values.length; i++) {
      g.setColor(Palette.signed(values[i] / most));
      g.fillRect(left + i % SIDE, top + i / SIDE, 1, 1);
    }
  }

  private static double coordinate(int pixel) {
    return ((pixel + 0.5) / SIDE * 2 - 1) * PlaneData.BOUND;
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
