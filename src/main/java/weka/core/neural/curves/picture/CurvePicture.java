package weka.core.neural.curves.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import ruru.data.AtomicFile;
import weka.core.neural.curves.CurveResult;
import weka.core.neural.curves.CurveTexts;
import weka.core.neural.curves.Part;
import weka.core.neural.curves.Setting;

/** Draws a curve for training and one for held-out rows, each in a band of one standard deviation over the folds. */
public final class CurvePicture {
  /** Of a picture that is written without a window. */
  public static final Dimension SIZE = new Dimension(720, 640);

  private static final float WIDTH = 1.8f;
  private static final float BAND = 0.18f;
  private static final double DOT = 6;
  /** From this ratio of the largest to the smallest value on the axis is logarithmic. */
  private static final double WIDE = 50;
  private static final Color GRID = new Color(0xdddddd);
  // Okabe and Ito 2008, "Color universal design": blue and orange.
  private static final Color[] COLOURS = {new Color(0x0072b2), new Color(0xe69f00)};

  private CurvePicture() {}

  /** A chart with a plot for each quantity, on white. */
  public static JFreeChart chart(CurveResult result) {
    CombinedDomainXYPlot plots = new CombinedDomainXYPlot(axis(result));
    plots.setGap(10);
    for (int q = 0; q < result.quantities().size(); q++) {
      NumberAxis range = new NumberAxis(result.quantities().get(q).title());
      range.setAutoRangeIncludesZero(false);
      range.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
      XYPlot plot = new XYPlot(points(result, q), null, range, renderer());
      plot.setBackgroundPaint(Color.WHITE);
      plot.setOutlinePaint(GRID);
      plot.setDomainGridlinePaint(GRID);
      plot.setRangeGridlinePaint(GRID);
      plots.add(plot, q == 0 ? 3 : 2);
    }
    LegendItemCollection legend = plots.getSubplots().get(0).getLegendItems();
    plots.setFixedLegendItems(legend);
    JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plots, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setFrame(BlockBorder.NONE);
    return chart;
  }

  private static DeviationRenderer renderer() {
    DeviationRenderer renderer = new DeviationRenderer(true, true);
    renderer.setAlpha(BAND);
    for (int i = 0; i < COLOURS.length; i++) {
      renderer.setSeriesPaint(i, COLOURS[i]);
      renderer.setSeriesFillPaint(i, COLOURS[i]);
      renderer.setSeriesStroke(i, new BasicStroke(WIDTH));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    }
    return renderer;
  }

  private static boolean isNumeric(CurveResult result) {
    return result.settings().stream().allMatch(s -> Double.isFinite(s.x()));
  }

  private static ValueAxis axis(CurveResult result) {
    if (!isNumeric(result)) {
      SymbolAxis symbols = new SymbolAxis(result.axis(),
          result.settings().stream().map(Setting::label).toArray(String[]::new));
      symbols.setGridBandsVisible(false);
      return symbols;
    }
    double least = result.settings().stream().mapToDouble(Setting::x).min().orElse(0);
    double most = result.settings().stream().mapToDouble(Setting::x).max().orElse(0);
    if (least > 0 && most / least >= WIDE) {
      LogAxis axis = new LogAxis(result.axis());
      axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
      return axis;
    }
    NumberAxis axis = new NumberAxis(result.axis());
    axis.setAutoRangeIncludesZero(false);
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    return axis;
  }

  private static YIntervalSeriesCollection points(CurveResult result, int quantity) {
    YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
    boolean numeric = isNumeric(result);
    for (Part part : Part.values()) {
      YIntervalSeries curve = new YIntervalSeries(part.title());
      for (int s = 0; s < result.settings().size(); s++) {
        double mean = result.mean(s, quantity, part);
        double deviation = result.deviation(s, quantity, part);
        double half = Double.isNaN(deviation) ? 0 : deviation;
        if (Double.isFinite(mean)) {
          curve.add(numeric ? result.settings().get(s).x() : s, mean, mean - half, mean + half);
        }
      }
      curves.addSeries(curve);
    }
    return curves;
  }

  /**
   * Writes a chart as PNG or SVG, or the numbers as CSV or ARFF: the name's ending decides.
   *
   * @param size of a picture
   * @throws IllegalArgumentException if the name has none of these endings
   * @throws IOException              if the file cannot be written
   */
  public static void write(Path file, CurveResult result, JFreeChart chart, Dimension size) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    byte[] bytes = name.endsWith(".csv") || name.endsWith(".arff") ? CurveTexts.file(file, result)
        : ChartImage.of(chart, size, name);
    if (bytes == null) {
      throw new IllegalArgumentException(
          "'" + file + "': the name must end in .png or .svg for a picture, or in .csv or "
              + ".arff for the numbers");
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
