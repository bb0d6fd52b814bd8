package weka.core.neural.curves.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import ruru.data.AtomicFile;
import weka.core.neural.curves.clusters.ClusterCurve;

/** Draws what is known of each number of clusters, a curve below the other, and marks what each curve points to. */
public final class ClusterPicture {
  private static final Dimension SIZE = new Dimension(640, 760);
  private static final Color GRID = new Color(0xdddddd);
  // Okabe and Ito 2008, "Color universal design": blue and vermilion.
  private static final Color LINE = new Color(0x0072b2);
  private static final Color CHOICE = new Color(0xd55e00);
  private static final double DOT = 6;

  private ClusterPicture() {}

  /** Writes PNG or SVG, which the file's name decides. */
  public static void write(Path file, ClusterCurve curve) throws IOException {
    byte[] bytes = ChartImage.of(chart(curve), SIZE, file.toString());
    if (bytes == null) {
      throw new IllegalArgumentException("'" + file + "': the name must end in .png or .svg");
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  static JFreeChart chart(ClusterCurve curve) {
    NumberAxis clusters = new NumberAxis("clusters");
    clusters.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    clusters.setAutoRangeIncludesZero(false);
    CombinedDomainXYPlot plots = new CombinedDomainXYPlot(clusters);
    plots.setGap(12);
    plots.add(plot("sum of squares within clusters", curve, ClusterCurve.Point::within, p -> 0, curve.elbow()));
    plots.add(plot("silhouette", curve, ClusterCurve.Point::silhouette, p -> 0, curve.bySilhouette()));
    plots.add(plot("gap, with its error", curve, ClusterCurve.Point::gap, ClusterCurve.Point::error, curve.byGap()));
    JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plots, false);
    chart.setBackgroundPaint(Color.WHITE);
    return chart;
  }

  private static XYPlot plot(String title, ClusterCurve curve, ToDoubleFunction<ClusterCurve.Point> value,
      ToDoubleFunction<ClusterCurve.Point> error, int choice) {
    YIntervalSeries series = new YIntervalSeries(title);
    for (ClusterCurve.Point p : curve.points()) {
      double y = value.applyAsDouble(p);
      if (Double.isFinite(y)) {
        series.add(p.clusters(), y, y - error.applyAsDouble(p), y + error.applyAsDouble(p));
      }
    }
    YIntervalSeriesCollection collection = new YIntervalSeriesCollection();
    collection.addSeries(series);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(true);
    renderer.setDrawXError(false);
    renderer.setSeriesPaint(0, LINE);
    renderer.setSeriesStroke(0, new BasicStroke(1.8f));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    NumberAxis range = new NumberAxis(title);
    range.setAutoRangeIncludesZero(false);
    range.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    XYPlot plot = new XYPlot(collection, null, range, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(GRID);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    if (choice > 0) {
      plot.addDomainMarker(new ValueMarker(choice, CHOICE, new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
          BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0)));
    }
    return plot;
  }
}
