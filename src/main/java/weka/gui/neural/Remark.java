package weka.gui.neural;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import ruru.nn.text.Excerpt;

/** Small print below a field: wrapped, never wider than the field, in red if something is wrong. */
final class Remark extends JTextArea {
  private static final long serialVersionUID = 1;
  private static final float SMALL = 0.85f;
  private static final int MOST_CHARACTERS = 240;
  private static final int MOST_OF_A_VALUE = 24;

  private boolean wrong;

  Remark(int lines) {
    super(lines, 0);
    setLineWrap(true);
    setWrapStyleWord(true);
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    // Nimbus paints the background all the same.
    setBackground(new Color(0, true));
    setBorder(null);
    colour();
  }

  void say(String text, boolean isWrong) {
    wrong = isWrong;
    colour();
    setText(Excerpt.of(text, MOST_CHARACTERS));
    setToolTipText(text.length() <= MOST_CHARACTERS ? null : text);
  }

  /** A value's text, shortened if it is long. */
  static String shortened(String text) {
    return Excerpt.of(text, MOST_OF_A_VALUE);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    Font font = UIManager.getFont("Label.font");
    if (font != null) {
      setFont(font.deriveFont(Font.PLAIN, font.getSize2D() * SMALL));
    }
    colour();
  }

  private void colour() {
    Color plain = UIManager.getColor("Label.foreground");
    setForeground(wrong ? red(plain) : plain);
  }

  /** A red that is legible wherever text of the given colour is. */
  private static Color red(Color plain) {
    boolean dark = plain != null && plain.getRed() + plain.getGreen() + plain.getBlue() > 3 * 128;
    return dark ? new Color(0xff8a80) : new Color(0xb3261e);
  }

  /** The text must not make the sheet wider, however long; it gets the width of the field. */
  @Override
  public Dimension getPreferredSize() {
    return new Dimension(0, super.getPreferredSize().height);
  }
}
