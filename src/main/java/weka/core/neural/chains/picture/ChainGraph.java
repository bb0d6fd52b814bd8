package weka.core.neural.chains.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import weka.core.neural.chains.ChainClassifier;
import weka.core.neural.chains.ChainText;
import weka.core.neural.chains.SequenceReader;

/**
 * States on a circle and, between them, arrows as thick as the transitions are probable; the more often a state is
 * visited, the larger it is.
 */
final class ChainGraph {
  /** More states cannot be told apart. */
  private static final int MOST_STATES = 16;
  /** Less probable transitions are not drawn, or one would see nothing else. */
  private static final double FAINTEST = 0.1;
  private static final double THICKEST = 7;
  private static final double SMALLEST = 13;
  private static final double LARGEST = 30;
  private static final double HEAD = 9;
  /** How far arrows bend, so that those of both directions are apart, relative to their length. */
  private static final double BEND = 0.16;
  // Okabe and Ito 2008, "Color universal design": blue and orange.
  private static final Color ARROW = new Color(0x0072b2);
  private static final Color STATE = new Color(0xf6d9a0);
  private static final Color OUTLINE = new Color(0xe69f00);

  private final List<String> names;
  private final double[][] transitions;
  private final double[] visits;

  private ChainGraph(List<String> names, double[][] transitions, double[] visits) {
    this.names = names;
    this.transitions = transitions;
    this.visits = visits;
  }

  /** The most frequent states of a class's chain. */
  static ChainGraph of(ChainClassifier chains, SequenceReader reader, int label) {
    double[] often = chains.visits(label);
    List<Integer> shown = IntStream.range(0, often.length).boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -often[i])).limit(MOST_STATES).sorted().toList();
    List<String> states = ChainText.states(reader.symbols(), often.length);
    List<String> names = shown.stream().map(states::get).toList();
    double[] visits = shown.stream().mapToDouble(i -> often[i]).toArray();
    double[][] transitions = chains.transitions(label, shown);
    return new ChainGraph(names, transitions, visits);
  }

  void draw(Graphics2D g, int left, int top, int side) {
    int n = names.size();
    double most = 0;
    for (double v : visits) {
      most = Math.max(most, v);
    }
    double ring = side / 2.0 - 85;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] radius = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n - Math.PI / 2;
      x[i] = left + side / 2.0 + (n == 1 ? 0 : ring * Math.cos(angle));
      y[i] = top + side / 2.0 + (n == 1 ? 0 : ring * Math.sin(angle));
      radius[i] = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(most > 0 ? visits[i] / most : 0) * Math.min(1, 8.0 / n);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (transitions[i][j] >= FAINTEST) {
          if (i == j) {
            loop(g, x[i], y[i], radius[i], 2 * Math.PI * i / n - Math.PI / 2, transitions[i][j]);
          } else {
            arrow(g, x[i], y[i], x[j], y[j], radius[j], transitions[i][j]);
          }
        }
      }
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (int i = 0; i < n; i++) {
      Ellipse2D circle = new Ellipse2D.Double(x[i] - radius[i], y[i] - radius[i], 2 * radius[i], 2 * radius[i]);
      g.setColor(STATE);
      g.fill(circle);
      g.setColor(OUTLINE);
      g.setStroke(new BasicStroke(1.5f));
      g.draw(circle);
      g.setColor(Color.BLACK);
      centred(g, names.get(i), x[i], y[i]);
    }
  }

  private static void arrow(Graphics2D g, double x, double y, double toX, double toY, double radius, double p) {
    double dx = toX - x;
    double dy = toY - y;
    double middleX = (x + toX) / 2 - BEND * dy;
    double middleY = (y + toY) / 2 + BEND * dx;
    // The end of the curve has the direction from its middle point to its end.
    double length = Math.hypot(toX - middleX, toY - middleY);
    double ux = (toX - middleX) / length;
    double uy = (toY - middleY) / length;
    double tipX = toX - radius * ux;
    double tipY = toY - radius * uy;
    double width = Math.max(1, THICKEST * p);
    double head = HEAD + width;
    Path2D line = new Path2D.Double();
    line.moveTo(x, y);
    line.quadTo(middleX, middleY, tipX - head * ux, tipY - head * uy);
    stroke(g, line, width);
    head(g, tipX, tipY, ux, uy, head);
    label(g, p, (x + 2 * middleX + toX) / 4, (y + 2 * middleY + toY) / 4);
  }

  /** From a state to itself, outside of the circle of states. */
  private static void loop(Graphics2D g, double x, double y, double radius, double angle, double p) {
    double out = radius + 14;
    double size = 13;
    Ellipse2D ring = new Ellipse2D.Double(x + out * Math.cos(angle) - size, y + out * Math.sin(angle) - size, 2 * size,
        2 * size);
    stroke(g, ring, Math.max(1, THICKEST * p));
    double far = radius + 38;
    label(g, p, x + far * Math.cos(angle), y + far * Math.sin(angle));
  }

  private static void stroke(Graphics2D g, Shape line, double width) {
    g.setColor(ARROW);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(line);
  }

  private static void head(Graphics2D g, double tipX, double tipY, double ux, double uy, double size) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(tipX, tipY);
    triangle.lineTo(tipX - size * ux - size / 2 * uy, tipY - size * uy + size / 2 * ux);
    triangle.lineTo(tipX - size * ux + size / 2 * uy, tipY - size * uy - size / 2 * ux);
    triangle.closePath();
    g.fill(triangle);
  }

  private static void label(Graphics2D g, double p, double x, double y) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    String text = String.format(Locale.ROOT, "%.2f", p);
    double width = g.getFontMetrics().stringWidth(text);
    g.setColor(new Color(255, 255, 255, 220));
    g.fill(new Rectangle2D.Double(x - width / 2 - 1, y - 6, width + 2, 12));
    g.setColor(Color.DARK_GRAY);
    centred(g, text, x, y);
  }

  private static void centred(Graphics2D g, String text, double x, double y) {
    g.drawString(text, (float) (x - g.getFontMetrics().stringWidth(text) / 2.0),
        (float) (y + g.getFontMetrics().getAscent() / 2.0 - 1));
  }
}
