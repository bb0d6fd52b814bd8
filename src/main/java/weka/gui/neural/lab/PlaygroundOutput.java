package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.core.neural.lab.LabMeasures;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.lab.LabRows;

/** What the network predicts in the plane, with the points on it, and how well: as numbers and as curves. */
final class PlaygroundOutput extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int SURFACE = 250;
  private static final int CURVES = 120;

  private final SurfaceView surface = new SurfaceView("playground surface");
  private final CurveView curves = new CurveView("playground losses", "loss");
  private final JLabel numbers = new JLabel(" ");

  PlaygroundOutput() {
    super(new BorderLayout());
    JCheckBox discretised = Components.named(new JCheckBox("Discretise output"), "discretise", 'U',
        "Show what is predicted, not how certain it is: the class, or whether a number is above the middle");
    discretised.addActionListener(e -> surface.setDiscretised(discretised.isSelected()));
    JCheckBox tested = Components.named(new JCheckBox("Show test rows"), "show test rows", 'H',
        "Draw the test rows too, as squares");
    tested.addActionListener(e -> surface.setShowsTest(tested.isSelected()));
    numbers.setName("playground scores");
    numbers
        .setToolTipText("The mean loss of the rows that are learnt from, and of those that are not, which say how good "
            + "it is for new rows");
    JPanel above = new JPanel(new BorderLayout());
    above.add(numbers, BorderLayout.NORTH);
    above.add(new WrappingPanel(discretised, tested), BorderLayout.SOUTH);
    surface.setPreferredSize(new Dimension(SURFACE, SURFACE));
    curves.setPreferredSize(new Dimension(SURFACE, CURVES));
    add(above, BorderLayout.NORTH);
    add(surface, BorderLayout.CENTER);
    add(curves, BorderLayout.SOUTH);
  }

  /**
   * Other points.
   *
   * @param points with their two coordinates
   */
  void begin(LabRows points) {
    Instances test = points.test();
    surface.setRows(points.given(), test);
    surface.repaint();
    forget();
  }

  /** There is nothing that was measured. */
  void forget() {
    curves.show(List.of());
    numbers.setText(" ");
  }

  /** Shows a sentence in place of the surface. */
  void say(String why) {
    surface.say(why);
  }

  /** Shows a neuron's map in place of the predictions, which come back with null. */
  void showNeuron(@Nullable BufferedImage picture, String caption) {
    surface.setOverlay(picture, caption);
  }

  void show(PlaneMaps maps) {
    surface.show(maps.plane(), maps.predicted());
  }

  /** Shows what was measured. */
  void show(LabMeasures measures, boolean classes) {
    List<Line> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder("<html>");
    for (Part part : List.of(Part.TRAINING, Part.TEST)) {
      double[][] losses = measures.losses(part).points();
      double[] scores = measures.scores(part).points()[1];
      String name = part.name().toLowerCase(Locale.ROOT);
      if (losses[1].length > 0 && scores.length > 0) {
        // One point makes no curve.
        int kind = part == Part.TRAINING ? 0 : 1;
        if (losses[1].length > 1) {
          lines.add(new Line(name, kind, kind, losses[0], losses[1]));
        }
        text.append(String.format(Locale.ROOT, "%s loss <b>%.4f</b>, %.1f %% %s<br>", name,
            losses[1][losses[1].length - 1], scores[scores.length - 1], classes ? "right" : "error"));
      }
    }
    curves.show(lines);
    numbers.setText(text.toString());
  }
}
