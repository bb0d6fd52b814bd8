package weka.core.neural.compare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/**
 * Draws learning curves as SVG elements, one chart for each quantity: curves whose names end in the same word, such
 * as "training loss" and "validation loss", share an axis.
 */
final class CurveChart {

  private static final int WIDTH = 460;
  private static final int HEIGHT = 260;
  private static final Color GRID = new Color(0xdddddd);
  // Blue and orange first: colour-blind readers can tell them apart.
  private static final Color[] COLOURS = {new Color(0x1f77b4), new Color(0xe6700f), new Color(0x2a8f3c),
      new Color(0x8a4fbf)};

  private CurveChart() {}

  /**
   * The charts of one training.
   *
   * @param idPrefix prefix of the ids inside the SVG, since all charts share one document
   */
  static List<String> svg(LearningCurves training, String idPrefix) {
    Map<String, XYSeriesCollection> charts = new LinkedHashMap<>();
    training.curves().forEach((name, values) -> charts
        .computeIfAbsent(name.substring(name.lastIndexOf(' ') + 1), k -> new XYSeriesCollection())
        .addSeries(series(name, values)));
    List<String> svg = new ArrayList<>();
    charts.forEach((quantity, curves) -> svg.add(draw(quantity, curves, idPrefix + svg.size() + "-")));
    return svg;
  }

  private static XYSeries series(String name, double[] values) {
    XYSeries series = new XYSeries(name);
    for (int epoch = 1; epoch <= values.length; epoch++) {
      if (Double.isFinite(values[epoch - 1])) {
        series.add(epoch, values[epoch - 1]);
      }
    }
    return series;
  }

  private static String draw(String quantity, XYSeriesCollection curves, String idPrefix) {
    JFreeChart chart = ChartFactory.createXYLineChart(null, "epoch", quantity, curves);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.getLegend().setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(GRID);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    plot.getRangeAxis().setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(true);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < curves.getSeriesCount(); i++) {
      renderer.setSeriesPaint(i, COLOURS[i % COLOURS.length]);
      renderer.setSeriesStroke(i, new BasicStroke(1.8f));
      // A single point makes no line.
      renderer.setSeriesShapesVisible(i, curves.getItemCount(i) == 1);
    }
    plot.setRenderer(renderer);
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
    graphics.setDefsKeyPrefix(idPrefix);
    // A tenth of a pixel is precise enough, and keeps long trainings small.
    graphics.setGeomDoubleConverter(v -> Double.toString(Math.round(v * 10) / 10.0));
    chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
    return graphics.getSVGElement();
  }
}
