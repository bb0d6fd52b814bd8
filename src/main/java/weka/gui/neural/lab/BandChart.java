package weka.gui.neural.lab;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import weka.core.neural.curves.CurveResult;
import weka.core.neural.curves.picture.CurvePicture;

/** A chart of curves in bands of one standard deviation, in the look and feel's colours and fonts. */
final class BandChart extends ChartPanel {
  private static final long serialVersionUID = 1;

  BandChart() {
    super(null);
    setName("curve-chart");
    getAccessibleContext().setAccessibleName("chart of the scores on training rows and on held-out rows");
    ChartLook.anySize(this);
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
    ChartLook.paint(chart, 1);
    CombinedDomainXYPlot plots = (CombinedDomainXYPlot) chart.getXYPlot();
    ChartLook.paint(plots.getDomainAxis());
    for (XYPlot plot : plots.getSubplots()) {
      ChartLook.paint(plot);
      ChartLook.paint(plot.getRangeAxis());
    }
  }
}
