package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.Font;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** Charts in the colours and the font of Weka's look and feel. */
final class ChartLook {
  private ChartLook() {}

  /** Lets a chart be drawn at its own size, however small or large, so that its texts are never scaled. */
  static void anySize(ChartPanel panel) {
    panel.setMinimumDrawWidth(1);
    panel.setMinimumDrawHeight(1);
    panel.setMaximumDrawWidth(Integer.MAX_VALUE);
    panel.setMaximumDrawHeight(Integer.MAX_VALUE);
  }

  /** @param legend size of the legend's font beside that of all other texts */
  static void paint(JFreeChart chart, float legend) {
    chart.setBackgroundPaint(Palette.background());
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.getLegend().setBackgroundPaint(Palette.background());
    chart.getLegend().setItemPaint(Palette.ink());
    chart.getLegend().setItemFont(font().deriveFont(legend * font().getSize2D()));
  }

  /** The plot without its axes. */
  static void paint(XYPlot plot) {
    plot.setBackgroundPaint(Palette.paper());
    plot.setOutlinePaint(Palette.grid());
    // Dashes take longer to draw than all the rest of the chart.
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setDomainGridlinePaint(Palette.grid());
    plot.setRangeGridlinePaint(Palette.grid());
  }

  static void paint(@Nullable ValueAxis axis) {
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
