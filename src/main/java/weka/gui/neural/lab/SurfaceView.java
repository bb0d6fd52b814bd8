package weka.gui.neural.lab;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.lab.Plane;
import weka.core.neural.lab.Surface;

/**
 * What a network predicts everywhere in the plane of two attributes, with the rows on it: a colour for each class, the
 * paler the less certain, or a scale from blue to orange for a number.
 */
final class SurfaceView extends Drawing {
  private static final long serialVersionUID = 1;
  private static final int MOST_ROWS = 1000;
  private static final int DOT = 7;
  private static final int SHORT = 24;
  private static final int MOST_PLACES = 6;
  /** Of the colour of a point's class where it is certain. */
  private static final double STRENGTH = 0.75;

  private transient @Nullable Plane plane;
  private transient @Nullable Instances rows;
  private transient @Nullable Instances test;
  private transient @Nullable BufferedImage image;
  private transient @Nullable BufferedImage overlay;
  private transient String overlaid = "";
  private transient double[][] predictions = {};
  private String message = "Start a training to see what it predicts in the plane of two attributes.";
  private boolean discretised;
  private boolean showsTest;
  private double low;
  private double high;

  SurfaceView(String name) {
    super(name, "what the network predicts in the plane of two attributes");
    setPreferredSize(new Dimension(320, 320));
    setToolTipText("");
  }

  void setDiscretised(boolean value) {
    discretised = value;
    colour();
  }

  void setShowsTest(boolean value) {
    showsTest = value;
    repaint();
  }

  /** Shows a sentence in place of a surface. */
  void say(String text) {
    image = null;
    plane = null;
    message = text;
    repaint();
  }

  /**
   * The rows to be drawn on it.
   *
   * @param tested null for none
   */
  void setRows(Instances trained, @Nullable Instances tested) {
    rows = trained;
    test = tested;
    double[] numbers = trained.classAttribute().isNominal() ? new double[0]
        : trained.attributeToDoubleArray(trained.classIndex());
    low = numbers.length == 0 ? 0 : numbers[Utils.minIndex(numbers)];
    high = numbers.length == 0 ? 1 : numbers[Utils.maxIndex(numbers)];
  }

  void show(Plane of, Surface surface) {
    double[][] predicted = new double[surface.points()][];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = surface.predicted(i);
    }
    show(of, predicted);
  }

  /**
   * Shows what was predicted.
   *
   * @param predicted for each point the probability of each class, or a number
   */
  void show(Plane of, double[][] predicted) {
    plane = of;
    predictions = predicted;
    colour();
  }

  /** Draws another picture of the same plane in place of the predictions, which come back with null. */
  void setOverlay(@Nullable BufferedImage picture, String caption) {
    overlay = picture;
    overlaid = caption;
    repaint();
  }

  private void colour() {
    Plane p = plane;
    if (p == null) {
      return;
    }
    BufferedImage made = new BufferedImage(p.size(), p.size(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < predictions.length; i++) {
      made.setRGB(i % p.size(), i / p.size(), colour(predictions[i]).getRGB());
    }
    image = made;
    getAccessibleContext().setAccessibleDescription(description(p));
    repaint();
  }

  private static String description(Plane p) {
    return p.rows().attribute(p.x()).name() + " from " + number(p.left()) + " to " + number(p.right()) + ", "
        + p.rows().attribute(p.y()).name() + " from " + number(p.bottom()) + " to " + number(p.top());
  }

  /** Four digits, without zeros at the end. */
  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    return rounded.precision() - rounded.scale() > MOST_PLACES || rounded.scale() > MOST_PLACES ? rounded.toString()
        : rounded.toPlainString();
  }

  private Color colour(double[] predicted) {
    if (predicted.length == 1) {
      double place = high > low ? 2 * (predicted[0] - low) / (high - low) - 1 : 0;
      return Palette.signed(STRENGTH * Math.max(-1, Math.min(1, discretised ? Math.signum(place) : place)));
    }
    int winner = Utils.maxIndex(predicted);
    double rest = 1.0 / predicted.length;
    double certainty = discretised ? 1 : (predicted[winner] - rest) / (1 - rest);
    return Palette.mixed(Palette.paper(), Palette.series(winner), STRENGTH * certainty);
  }

  private double side() {
    return Math.max(1,
        Math.min(getWidth() - 2 * GAP, getHeight() - 2 * GAP - 2 * getFontMetrics(getFont()).getHeight()));
  }

  @Override
  void draw(Graphics2D g) {
    Plane p = plane;
    if (p == null || image == null) {
      title(g, message);
      return;
    }
    int side = (int) side();
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.drawImage(overlay == null ? image : overlay, GAP, GAP, side, side, null);
    g.setColor(Palette.grid());
    g.drawRect(GAP, GAP, side, side);
    g.setClip(GAP, GAP, side + 1, side + 1);
    if (rows != null) {
      points(g, p, rows, side, false);
    }
    if (test != null && showsTest) {
      points(g, p, test, side, true);
    }
    g.setClip(null);
    g.setColor(Palette.ink());
    g.setFont(g.getFont().deriveFont(Font.PLAIN));
    g.drawString(Excerpt.of(overlay == null ? description(p) : overlaid, 2 * SHORT + 40), GAP,
        GAP + side + g.getFontMetrics().getHeight());
  }

  /** Test rows are squares, others are dots. */
  private void points(Graphics2D g, Plane p, Instances of, int side, boolean tested) {
    int n = Math.min(MOST_ROWS, of.numInstances());
    for (int i = 0; i < n; i++) {
      Instance row = of.get((int) ((long) i * of.numInstances() / n));
      double x = GAP + (row.value(p.x()) - p.left()) / (p.right() - p.left()) * side;
      double y = GAP + (p.top() - row.value(p.y())) / (p.top() - p.bottom()) * side;
      Color c = row.classAttribute().isNominal() ? Palette.series((int) row.classValue())
          : colour(new double[] {row.classValue()});
      g.setColor(c);
      Ellipse2D dot = new Ellipse2D.Double(x - DOT / 2.0, y - DOT / 2.0, DOT, DOT);
      g.fill(tested ? dot.getBounds2D() : dot);
      g.setColor(tested ? Palette.ink() : Palette.paper());
      g.draw(tested ? dot.getBounds2D() : dot);
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent e) {
    Plane p = plane;
    int side = (int) side();
    int column = p == null ? -1 : (int) Math.floor((e.getX() - GAP) * (double) p.size() / side);
    int line = p == null ? -1 : (int) Math.floor((e.getY() - GAP) * (double) p.size() / side);
    if (p == null || column < 0 || line < 0 || column >= p.size() || line >= p.size()) {
      return null;
    }
    int point = line * p.size() + column;
    Instance at = p.rows().get(point);
    StringBuilder s = new StringBuilder(String.format(Locale.ROOT, "%s %.4g, %s %.4g: ", at.attribute(p.x()).name(),
        at.value(p.x()), at.attribute(p.y()).name(), at.value(p.y())));
    double[] predicted = predictions[point];
    if (predicted.length == 1) {
      return s.append(String.format(Locale.ROOT, "%.4g", predicted[0])).toString();
    }
    int winner = Utils.maxIndex(predicted);
    return s.append(Excerpt.of(p.rows().classAttribute().value(winner), SHORT))
        .append(String.format(Locale.ROOT, ", %.1f %%", 100 * predicted[winner])).toString();
  }
}
