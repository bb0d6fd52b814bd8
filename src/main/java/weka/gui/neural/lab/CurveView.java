package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.RangeType;
import org.jfree.data.xy.DefaultXYDataset;

/** A chart of curves over epochs, in the look and feel's colours and fonts. */
final class CurveView extends ChartPanel {
  private static final long serialVersionUID = 1;
  private static final float WIDTH = 1.8f;
  private static final float[][] DASHES = {null, {7, 4}, {2, 3}};

  private final DefaultXYDataset curves;
  private static final float LEGEND = 0.9f;

  private String quantity;
  private transient List<Line> lines = List.of();
  private boolean logarithmic;

  CurveView(String name, String quantity) {
    this(name, quantity, new DefaultXYDataset());
  }

  private CurveView(String name, String quantity, DefaultXYDataset curves) {
    super(ChartFactory.createXYLineChart(null, "epoch", quantity, curves));
    this.curves = curves;
    this.quantity = quantity;
    setName(name);
    getAccessibleContext().setAccessibleName("chart of the " + quantity + " over epochs");
    ChartLook.anySize(this);
    setPopupMenu(null);
    setMouseWheelEnabled(true);
    plot().setRenderer(new XYLineAndShapeRenderer(true, false));
    paint();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (getChart() != null) {
      paint();
    }
  }

  private XYPlot plot() {
    return getChart().getXYPlot();
  }

  private void paint() {
    ChartLook.paint(getChart(), LEGEND);
    ChartLook.paint(plot());
    axes();
  }

  private void axes() {
    NumberAxis epochs = (NumberAxis) plot().getDomainAxis();
    epochs.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    // Before the first epoch the range would be so narrow that all its ticks are "-0" and "0".
    epochs.setRangeType(RangeType.POSITIVE);
    epochs.setAutoRangeMinimumSize(1);
    NumberAxis linear = new NumberAxis(quantity);
    linear.setAutoRangeIncludesZero(false);
    linear.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    LogAxis log = new LogAxis(quantity);
    log.setSmallestValue(1e-12);
    log.setNumberFormatOverride(new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    plot().setRangeAxis(logarithmic ? log : linear);
    ChartLook.paint(epochs);
    ChartLook.paint(plot().getRangeAxis());
  }

  /** What the curves are of. */
  void setQuantity(String name) {
    if (!name.equals(quantity)) {
      quantity = name;
      getAccessibleContext().setAccessibleName("chart of the " + name + " over epochs");
      axes();
    }
  }

  void setLogarithmic(boolean value) {
    logarithmic = value;
    axes();
  }

  /** Draws these curves in place of those before. */
  void show(List<Line> shown) {
    if (shown.size() == lines.size()
        && IntStream.range(0, lines.size()).allMatch(i -> shown.get(i).isAs(lines.get(i)))) {
      // Losses of batches come far more often than points of curves, and to draw a chart takes long.
      return;
    }
    getChart().setNotify(false);
    for (Line old : lines) {
      if (shown.stream().noneMatch(l -> l.name().equals(old.name()))) {
        curves.removeSeries(old.name());
      }
    }
    for (Line line : shown) {
      curves.addSeries(line.name(), new double[][] {line.x(), line.y()});
    }
    lines = List.copyOf(shown);
    for (Line line : shown) {
      style(curves.indexOf(line.name()), line);
    }
    getChart().setNotify(true);
  }

  private void style(int series, Line line) {
    XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot().getRenderer();
    Color colour = Palette.series(line.colour());
    renderer.setSeriesPaint(series, colour);
    renderer.setSeriesStroke(series, new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
        DASHES[line.kind()], 0));
    // A single point makes no line.
    renderer.setSeriesShapesVisible(series, line.x().length == 1);
  }

  /** What is drawn. */
  List<Line> lines() {
    return lines;
  }
}
