package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import weka.core.neural.perceptron.PerceptronExercise;
import weka.core.neural.perceptron.PerceptronRow;
import weka.core.neural.perceptron.PerceptronStep;
import weka.core.neural.perceptron.PerceptronWeights;

/**
 * The rows of the exercise in the plane, the line where the net input is 0, and the side on which the output is 1. The
 * line before the last step is dashed.
 */
final class PerceptronDrawing extends Drawing {
  private static final long serialVersionUID = 1;
  private static final int DOT = 13;
  private static final int SIDE = 260;
  private static final float[] DASH = {5, 5};
  private static final double LEAST = 0.5;
  private static final double HALF = 0.25;

  private transient @Nullable PerceptronExercise exercise;

  /** @param added receives a click: the point, and the class: 1, or 0 with Shift or the right button */
  PerceptronDrawing(BiConsumer<double[], Integer> added) {
    super("perceptron drawing", "the rows, and the line where the net input is 0");
    setPreferredSize(new Dimension(SIDE, SIDE));
    setToolTipText("");
    addMouseListener(new MouseAdapter() {
      @Override
      public void mousePressed(MouseEvent e) {
        Scale scale = scale();
        if (scale != null) {
          added.accept(new double[] {scale.x1(e.getX()), scale.x2(e.getY())},
              e.isShiftDown() || e.getButton() != MouseEvent.BUTTON1 ? 0 : 1);
        }
      }
    });
  }

  void show(PerceptronExercise now) {
    exercise = now;
    PerceptronWeights w = now.weights();
    getAccessibleContext().setAccessibleDescription("The line " + equation(w) + " = 0. " + now.verdict());
    repaint();
  }

  static String equation(PerceptronWeights w) {
    return w.bias().toPlainString() + term(w.first()) + " x1" + term(w.second()) + " x2";
  }

  private static String term(BigDecimal factor) {
    return (factor.signum() < 0 ? " - " : " + ") + factor.abs().toPlainString();
  }

  /** A square part of the plane in the middle of the drawing. */
  private record Scale(double left, double bottom, double range, double x, double y, double side) {
    double toX(double x1) {
      return x + (x1 - left) / range * side;
    }

    double toY(double x2) {
      return y + side - (x2 - bottom) / range * side;
    }

    double x1(double atX) {
      return left + (atX - x) / side * range;
    }

    double x2(double atY) {
      return bottom + (y + side - atY) / side * range;
    }
  }

  private @Nullable Scale scale() {
    PerceptronExercise now = exercise;
    if (now == null) {
      return null;
    }
    double[] low = {0, 0};
    double[] high = {1, 1};
    for (PerceptronRow r : now.rows()) {
      low[0] = Math.min(low[0], r.x1().doubleValue());
      low[1] = Math.min(low[1], r.x2().doubleValue());
      high[0] = Math.max(high[0], r.x1().doubleValue());
      high[1] = Math.max(high[1], r.x2().doubleValue());
    }
    double range = Math.max(high[0] - low[0], high[1] - low[1]);
    double margin = Math.max(LEAST, HALF * range);
    int line = getFontMetrics(getFont()).getHeight();
    double side = Math.max(1, Math.min(getWidth() - 2 * GAP, getHeight() - 2 * GAP - 2 * line));
    return new Scale((low[0] + high[0] - range) / 2 - margin, (low[1] + high[1] - range) / 2 - margin,
        range + 2 * margin, (getWidth() - side) / 2, GAP, side);
  }

  @Override
  void draw(Graphics2D g) {
    Scale s = scale();
    PerceptronExercise now = exercise;
    if (s == null || now == null) {
      return;
    }
    Rectangle2D frame = new Rectangle2D.Double(s.x, s.y, s.side, s.side);
    g.setClip(frame);
    PerceptronWeights w = now.weights();
    g.setColor(Palette.mixed(Palette.paper(), Palette.series(1), HALF));
    Area one = new Area(positive(s, w));
    one.intersect(new Area(frame));
    g.fill(one);
    g.setColor(Palette.grid());
    g.draw(new Line2D.Double(s.x, s.toY(0), s.x + s.side, s.toY(0)));
    g.draw(new Line2D.Double(s.toX(0), s.y, s.toX(0), s.y + s.side));
    List<PerceptronStep> steps = now.steps();
    if (!steps.isEmpty() && steps.get(steps.size() - 1).error() != 0) {
      PerceptronWeights before = steps.size() == 1 ? now.start() : steps.get(steps.size() - 2).weights();
      line(g, s, before, new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASH, 0));
    }
    line(g, s, w, new BasicStroke(2.5f));
    for (PerceptronRow row : now.rows()) {
      dot(g, s, row, w);
    }
    PerceptronRow current = steps.isEmpty() ? now.nextRow() : steps.get(steps.size() - 1).row();
    g.setColor(Palette.ink());
    g.setStroke(new BasicStroke(2));
    double r = DOT / 2.0 + 5;
    g.draw(new Ellipse2D.Double(s.toX(current.x1().doubleValue()) - r, s.toY(current.x2().doubleValue()) - r, 2 * r,
        2 * r));
    g.setClip(null);
    g.setColor(Palette.grid());
    g.setStroke(new BasicStroke(1));
    g.draw(frame);
    g.setColor(Palette.ink());
    g.setFont(Palette.font().deriveFont(Font.PLAIN));
    FontMetrics font = g.getFontMetrics();
    g.drawString("output 1 where " + equation(w) + " > 0", GAP, (float) (s.y + s.side + font.getHeight()));
    g.drawString("ring: this row; dashes: the line before", GAP, (float) (s.y + s.side + 2 * font.getHeight() - 2));
  }

  /** A dot of class 1 is filled, one of class 0 an open circle; a cross is one whose output is wrong. */
  private static void dot(Graphics2D g, Scale s, PerceptronRow row, PerceptronWeights w) {
    double x = s.toX(row.x1().doubleValue());
    double y = s.toY(row.x2().doubleValue());
    Ellipse2D dot = new Ellipse2D.Double(x - DOT / 2.0, y - DOT / 2.0, DOT, DOT);
    Color colour = Palette.series(row.desired());
    g.setStroke(new BasicStroke(2.5f));
    g.setColor(row.desired() == 1 ? colour : Palette.paper());
    g.fill(dot);
    g.setColor(colour);
    g.draw(dot);
    if (w.output(row) != row.desired()) {
      g.setColor(Palette.ink());
      double r = DOT / 2.0 - 2;
      g.draw(new Line2D.Double(x - r, y - r, x + r, y + r));
      g.draw(new Line2D.Double(x - r, y + r, x + r, y - r));
    }
  }

  /** Where the net input is above 0: a polygon that is larger than the drawing. */
  private static Path2D positive(Scale s, PerceptronWeights w) {
    double a = w.first().doubleValue();
    double b = w.second().doubleValue();
    double c = w.bias().doubleValue();
    double length = Math.hypot(a, b);
    Path2D path = new Path2D.Double();
    double far = 4 * s.range;
    double[] middle = {s.left + s.range / 2, s.bottom + s.range / 2};
    double net = a * middle[0] + b * middle[1] + c;
    if (length == 0) {
      double size = net > 0 ? far : 0;
      return new Path2D.Double(new Rectangle2D.Double(s.x, s.y, size == 0 ? 0 : s.side, size == 0 ? 0 : s.side));
    }
    // The foot of the perpendicular from the middle, and from there along the line and to its positive side.
    double[] foot = {middle[0] - net / length * a / length, middle[1] - net / length * b / length};
    double[][] corners = {{-1, 0}, {1, 0}, {1, 1}, {-1, 1}};
    double distance = far + Math.abs(net) / length;
    for (int i = 0; i < corners.length; i++) {
      double x1 = foot[0] + distance * (corners[i][0] * -b + corners[i][1] * a) / length;
      double x2 = foot[1] + distance * (corners[i][0] * a + corners[i][1] * b) / length;
      if (i == 0) {
        path.moveTo(s.toX(x1), s.toY(x2));
      } else {
        path.lineTo(s.toX(x1), s.toY(x2));
      }
    }
    path.closePath();
    return path;
  }

  private static void line(Graphics2D g, Scale s, PerceptronWeights w, BasicStroke stroke) {
    double a = w.first().doubleValue();
    double b = w.second().doubleValue();
    double square = a * a + b * b;
    if (square == 0) {
      return;
    }
    double c = w.bias().doubleValue();
    double far = 4 * s.range / Math.sqrt(square);
    double x1 = s.left + s.range / 2;
    double x2 = s.bottom + s.range / 2;
    double t = (a * x1 + b * x2 + c) / square;
    g.setColor(Palette.ink());
    g.setStroke(stroke);
    g.draw(new Line2D.Double(s.toX(x1 - t * a - far * b), s.toY(x2 - t * b + far * a), s.toX(x1 - t * a + far * b),
        s.toY(x2 - t * b - far * a)));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent e) {
    Scale s = scale();
    PerceptronExercise now = exercise;
    if (s == null || now == null) {
      return null;
    }
    for (PerceptronRow row : now.rows()) {
      if (Math.hypot(s.toX(row.x1().doubleValue()) - e.getX(), s.toY(row.x2().doubleValue()) - e.getY()) < DOT) {
        return "Row " + row + ": net input " + now.weights().net(row).toPlainString() + ", output "
            + now.weights().output(row) + (now.weights().output(row) == row.desired() ? ", right" : ", wrong");
      }
    }
    return String.format(Locale.ROOT, "x1 %.2f, x2 %.2f; a click adds a row of class 1, with Shift of class 0",
        s.x1(e.getX()), s.x2(e.getY()));
  }
}
