package weka.gui.neural.lab;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.lab.LabMeasures.Predictions;

/**
 * What the network says of the test rows while it trains: the confusion matrix of classes, or a plot of the predicted
 * over the actual numbers.
 */
final class PredictionsView extends Drawing {
  private static final long serialVersionUID = 1;
  private static final int MOST_CLASSES = 30;
  private static final int SHORT = 14;
  private static final double DOT = 5;

  private transient @Nullable Predictions shown;

  PredictionsView() {
    super("predictions", "predictions of the test rows");
    setPreferredSize(new Dimension(320, 260));
  }

  void show(@Nullable Predictions now) {
    if (!Objects.equals(now, shown)) {
      shown = now;
      repaint();
    }
  }

  /** Rows of each class that the network gives each class: [actual][predicted]. */
  static int[][] confusion(Instances rows, double[][] predictions) {
    int[][] counts = new int[rows.numClasses()][rows.numClasses()];
    for (int i = 0; i < predictions.length; i++) {
      counts[(int) rows.get(i).classValue()][Utils.maxIndex(predictions[i])]++;
    }
    return counts;
  }

  @Override
  void draw(Graphics2D g2) {
    Predictions now = shown;
    if (now == null) {
      title(g2, "Start a training to see what it predicts.");
    } else if (!now.rows().classAttribute().isNominal()) {
      plot(g2, now);
    } else if (now.rows().numClasses() > MOST_CLASSES) {
      title(g2, "There are " + now.rows().numClasses() + " classes, too many for a matrix.");
    } else {
      matrix(g2, now);
    }
  }

  private void matrix(Graphics2D g, Predictions now) {
    int[][] counts = confusion(now.rows(), now.predictions());
    Attribute classes = now.rows().classAttribute();
    FontMetrics font = g.getFontMetrics();
    int names = 0;
    for (int c = 0; c < counts.length; c++) {
      names = Math.max(names, font.stringWidth(name(classes, c)));
    }
    int top = GAP + 3 * font.getHeight();
    int left = 2 * GAP + names;
    double cell = Math.min((getWidth() - left - GAP) / (double) counts.length,
        (getHeight() - top - GAP) / (double) counts.length);
    g.drawString("rows of a class in a line, predictions in a column; "
        + String.format(Locale.ROOT, "epoch %.4g", now.epoch()), GAP, GAP + font.getAscent());
    for (int a = 0; a < counts.length; a++) {
      int rows = Math.max(1, Utils.sum(counts[a]));
      g.setColor(Palette.ink());
      g.drawString(name(classes, a), GAP, (float) (top + (a + 0.5) * cell + font.getAscent() / 2.0));
      if (font.stringWidth(name(classes, a)) < cell) {
        g.drawString(name(classes, a), (float) (left + a * cell + GAP / 2.0), top - GAP / 2f);
      }
      for (int p = 0; p < counts.length; p++) {
        double part = (double) counts[a][p] / rows;
        g.setColor(Palette.mixed(Palette.paper(), Palette.series(a == p ? 0 : 5), part));
        g.fill(new Rectangle2D.Double(left + p * cell, top + a * cell, cell - 1, cell - 1));
        String count = Integer.toString(counts[a][p]);
        if (font.stringWidth(count) < cell) {
          g.setColor(part > 0.5 ? Palette.paper() : Palette.ink());
          g.drawString(count, (float) (left + (p + 0.5) * cell - font.stringWidth(count) / 2.0),
              (float) (top + (a + 0.5) * cell + font.getAscent() / 2.0));
        }
      }
    }
  }

  private static String name(Attribute classes, int index) {
    return Excerpt.of(classes.value(index), SHORT);
  }

  private void plot(Graphics2D g, Predictions now) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < now.predictions().length; i++) {
      for (double v : new double[] {now.rows().get(i).classValue(), now.predictions()[i][0]}) {
        low = Double.isFinite(v) ? Math.min(low, v) : low;
        high = Double.isFinite(v) ? Math.max(high, v) : high;
      }
    }
    FontMetrics font = g.getFontMetrics();
    int top = GAP + 2 * font.getHeight();
    double side = Math.min(getWidth() - 2 * GAP, getHeight() - top - GAP - font.getHeight());
    double range = high > low ? high - low : 1;
    title(g, "predicted (upwards) over actual " + Excerpt.of(now.rows().classAttribute().name(), SHORT)
        + String.format(Locale.ROOT, ", %.4g to %.4g; epoch %.4g", low, high, now.epoch()));
    g.setColor(Palette.grid());
    g.draw(new Rectangle2D.Double(GAP, top, side, side));
    g.draw(new Line2D.Double(GAP, top + side, GAP + side, top));
    g.setColor(Palette.series(0));
    for (int i = 0; i < now.predictions().length; i++) {
      double x = GAP + (now.rows().get(i).classValue() - low) / range * side;
      double y = top + side - (now.predictions()[i][0] - low) / range * side;
      if (Double.isFinite(x) && Double.isFinite(y)) {
        g.draw(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
      }
    }
  }
}
