package weka.gui.neural.lab;

import java.awt.Color;
import java.awt.Font;
import javax.swing.UIManager;

/** Colours that colour-blind people can tell apart, on whatever background the look and feel has. */
final class Palette {
  // Okabe and Ito 2008, "Color universal design"; black and yellow left out.
  private static final Color[] SERIES = {new Color(0x0072b2), new Color(0xe69f00), new Color(0x009e73),
      new Color(0xcc79a7), new Color(0x56b4e9), new Color(0xd55e00)};

  private Palette() {}

  /** The colour of the i-th thing. */
  static Color series(int i) {
    return SERIES[i % SERIES.length];
  }

  static Color background() {
    return colour("Panel.background", Color.WHITE);
  }

  /** The ground of a drawing or a chart. */
  static Color paper() {
    return colour("TextArea.background", Color.WHITE);
  }

  static Color ink() {
    return colour("Label.foreground", Color.BLACK);
  }

  /** Lines that should be seen but not looked at. */
  static Color grid() {
    return mixed(paper(), ink(), 0.2);
  }

  static Font font() {
    Font font = UIManager.getFont("Label.font");
    return font == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : font;
  }

  /** A colour between two; 0 is the first. */
  static Color mixed(Color a, Color b, double part) {
    double p = Math.max(0, Math.min(1, part));
    return new Color((int) Math.round(a.getRed() + p * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + p * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + p * (b.getBlue() - a.getBlue())));
  }

  /** From blue at -1 over the paper to orange at 1. */
  static Color signed(double value) {
    return value < 0 ? mixed(paper(), SERIES[0], -value) : mixed(paper(), SERIES[5], value);
  }

  private static Color colour(String key, Color otherwise) {
    Color c = UIManager.getColor(key);
    return c == null ? otherwise : c;
  }
}
