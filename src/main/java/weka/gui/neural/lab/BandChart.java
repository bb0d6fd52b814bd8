package weka.gui.neural.lab;

import java.awt.Font;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import weka.core.neural.curves.CurveResult;
import weka.core.neural.curves.picture.CurvePicture;

/** A chart of curves in bands of one standard deviation, in the look and feel's colours and fonts. */
final class BandChart extends ChartPanel {
  private static final long serialVersionUID = 1;

  BandChart() {
    super(null);
    setName("curve-chart");
    getAccessibleContext().setAccessibleName("chart of the scores on training rows and on held-out rows");
    setMinimumDrawWidth(1);
    setMinimumDrawHeight(1);
    setMaximumDrawWidth(Integer.MAX_VALUE);
    setMaximumDrawHeight(Integer.MAX_VALUE);
    setPopupMenu(null);
  }

  void show(CurveResult result) {
    JFreeChart chart = CurvePicture.chart(result);
    paint(chart);
    setChart(chart);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    JFreeChart chart = getChart();
    if (chart != null) {
      paint(chart);
    }
  }

  private static void paint(JFreeChart chart) {
    chart.setBackgroundPaint(Palette.background());
    chart.getLegend().setBackgroundPaint(Palette.background());
    chart.getLegend().setItemPaint(Palette.ink());
    chart.getLegend().setItemFont(font());
    CombinedDomainXYPlot plots = (CombinedDomainXYPlot) chart.getXYPlot();
    paint(plots.getDomainAxis());
    for (XYPlot plot : plots.getSubplots()) {
      plot.setBackgroundPaint(Palette.paper());
      plot.setOutlinePaint(Palette.grid());
      plot.setDomainGridlinePaint(Palette.grid());
      plot.setRangeGridlinePaint(Palette.grid());
      paint(plot.getRangeAxis());
    }
  }

  private static void paint(@Nullable ValueAxis axis) {
    if (axis != null) {
      axis.setLabelFont(font());
      axis.setTickLabelFont(font());
      axis.setLabelPaint(Palette.ink());
      axis.setTickLabelPaint(Palette.ink());
      axis.setAxisLinePaint(Palette.grid());
      axis.setTickMarkPaint(Palette.grid());
    }
  }

  private static Font font() {
    return Palette.font().deriveFont(Font.PLAIN);
  }
}
