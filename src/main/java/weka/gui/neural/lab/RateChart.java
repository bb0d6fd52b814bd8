package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import weka.core.neural.lab.RateCurve;
import weka.core.neural.lab.RateTest;

/** The loss over the logarithm of the rate, with the suggestion marked. */
final class RateChart extends ChartPanel {
  private static final long serialVersionUID = 1;
  private static final String SMOOTHED = "smoothed loss";
  private static final String LOSS = "loss of a batch";
  private static final float WIDTH = 1.8f;
  private static final double DOT = 3;
  /** The chart ends at this many times the first loss, as an exploded one would press all others to the ground. */
  private static final double SHOWN = 2;

  private final DefaultXYDataset points;
  private transient RateCurve curve = RateCurve.empty();

  RateChart() {
    this(new DefaultXYDataset());
  }

  private RateChart(DefaultXYDataset points) {
    super(ChartFactory.createXYLineChart(null, "rate", "loss", points));
    this.points = points;
    setName("rate-chart");
    getAccessibleContext().setAccessibleName("chart of the loss over the learning rate");
    ChartLook.anySize(this);
    setPopupMenu(null);
    LogAxis rates = new LogAxis("rate");
    rates.setSmallestValue(RateTest.LOWEST / 10);
    rates.setRange(RateTest.LOWEST, 2 * RateTest.HIGHEST);
    rates.setTickUnit(new NumberTickUnit(1));
    rates.setNumberFormatOverride(new DecimalFormat("0E0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    XYPlot plot = getChart().getXYPlot();
    plot.setDomainAxis(rates);
    NumberAxis losses = (NumberAxis) plot.getRangeAxis();
    losses.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesStroke(0, new BasicStroke(WIDTH));
    renderer.setSeriesLinesVisible(1, false);
    renderer.setSeriesShapesVisible(1, true);
    renderer.setSeriesShape(1, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    plot.setRenderer(renderer);
    paint();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (getChart() != null) {
      paint();
    }
  }

  private void paint() {
    XYPlot plot = getChart().getXYPlot();
    ChartLook.paint(getChart(), 1);
    ChartLook.paint(plot);
    plot.getRenderer().setSeriesPaint(0, Palette.series(0));
    plot.getRenderer().setSeriesPaint(1, Palette.mixed(Palette.paper(), Palette.ink(), 0.5));
    ChartLook.paint(plot.getDomainAxis());
    ChartLook.paint(plot.getRangeAxis());
    mark();
  }

  private void mark() {
    XYPlot plot = getChart().getXYPlot();
    plot.clearDomainMarkers();
    double rate = curve.suggested();
    if (!Double.isNaN(rate)) {
      ValueMarker marker = new ValueMarker(rate, Palette.series(1), new BasicStroke(WIDTH));
      marker.setLabel(RateCurve.text(rate));
      marker.setLabelFont(Palette.font());
      marker.setLabelPaint(Palette.ink());
      marker.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
      marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
      plot.addDomainMarker(marker);
    }
  }

  /** Draws a curve in place of that before. */
  void show(RateCurve now, boolean isWhole) {
    getChart().setNotify(false);
    curve = isWhole ? now : RateCurve.empty();
    points.addSeries(SMOOTHED, new double[][] {now.rates(), now.smoothed()});
    points.addSeries(LOSS, new double[][] {now.rates(), now.losses()});
    double first = now.smoothed().length == 0 ? 1 : now.smoothed()[0];
    double least = Arrays.stream(now.smoothed()).filter(Double::isFinite).min().orElse(0);
    if (first > 0 && Double.isFinite(first)) {
      getChart().getXYPlot().getRangeAxis().setRange(Math.max(0, least - 0.1 * first), SHOWN * first);
    }
    getAccessibleContext().setAccessibleDescription(isWhole ? now.told() : "");
    mark();
    getChart().setNotify(true);
  }
}
