package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.Plane;
import weka.core.neural.lab.Surface;
import weka.core.neural.training.FittedNetwork;
import weka.core.neural.watch.WatchedTraining;

/** The surface of a run in the plane of any two numeric attributes. */
final class SurfacePage extends JPanel implements LabPage {
  private static final long serialVersionUID = 1;
  private static final int SIZE = 80;
  private static final int LONGEST_NAME = 24;

  private final JComboBox<String> horizontal = new JComboBox<>();
  private final JComboBox<String> vertical = new JComboBox<>();
  private final SurfaceView view = new SurfaceView("surface");
  private final List<Integer> attributes = new ArrayList<>();
  private transient @Nullable LabRun run;
  private transient @Nullable Plane plane;
  private transient @Nullable Surface surface;
  private transient WatchedTraining.@Nullable Moment shown;

  SurfacePage() {
    super(new BorderLayout());
    horizontal.setName("horizontal");
    vertical.setName("vertical");
    horizontal.addActionListener(e -> forgetPlane());
    vertical.addActionListener(e -> forgetPlane());
    JCheckBox discretised = Components.named(new JCheckBox("Winner only"), "discretised", 'W',
        "Show the class that is predicted, not how certain it is");
    discretised.addActionListener(e -> view.setDiscretised(discretised.isSelected()));
    JCheckBox tested =
        Components.named(new JCheckBox("Test rows"), "tested", Components.NO_KEY, "Draw the test rows too, as squares");
    tested.addActionListener(e -> view.setShowsTest(tested.isSelected()));
    JPanel choices = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    choices.add(Components.label("x", Components.NO_KEY, horizontal));
    choices.add(horizontal);
    choices.add(Components.label("y", 'Y', vertical));
    choices.add(vertical);
    choices.add(discretised);
    choices.add(tested);
    add(choices, BorderLayout.NORTH);
    add(view, BorderLayout.CENTER);
  }

  private void forgetPlane() {
    plane = null;
    surface = null;
    shown = null;
  }

  @Override
  public void forget() {
    run = null;
    forgetPlane();
    view.say("The surface comes with the first update.");
  }

  private void begin(LabRun begun) {
    run = begun;
    forgetPlane();
    Instances data = begun.rows().given();
    List<Integer> found = new ArrayList<>();
    for (int a = 0; a < data.numAttributes(); a++) {
      if (a != data.classIndex() && data.attribute(a).isNumeric()) {
        found.add(a);
      }
    }
    view.setRows(data, begun.rows().test());
    if (!found.equals(attributes)) {
      attributes.clear();
      attributes.addAll(found);
      String[] names = found.stream().map(a -> Excerpt.of(data.attribute(a).name(), LONGEST_NAME))
          .toArray(String[]::new);
      horizontal.setModel(new DefaultComboBoxModel<>(names));
      vertical.setModel(new DefaultComboBoxModel<>(names));
      vertical.setSelectedIndex(Math.min(1, names.length - 1));
    }
    view.say(found.size() < 2 ? "A surface needs two numeric attributes; these data have " + found.size() + "."
        : "The surface comes with the first update.");
  }

  @Override
  public void show(ShownTraining last) {
    LabRun now = last.run();
    WatchedTraining.Moment moment = last.training().moment();
    if (now == null) {
      view.say("The surface is drawn of trainings that the lab has started.");
      return;
    }
    if (!now.equals(run)) {
      begin(now);
    }
    if (moment == null || attributes.size() < 2 || moment.equals(shown) || !isShowing()) {
      return;
    }
    float[] weights = moment.weights();
    shown = moment;
    FittedNetwork fitted = now.fitted();
    if (weights == null || fitted == null) {
      view.say("The network is too large for its surface to be drawn while it trains.");
      return;
    }
    try {
      if (plane == null || surface == null) {
        plane = Plane.around(now.rows().given(), attributes.get(horizontal.getSelectedIndex()),
            attributes.get(vertical.getSelectedIndex()), SIZE);
        surface = new Surface(fitted, plane);
      }
      surface.compute(weights);
      view.show(plane, surface);
    } catch (IllegalArgumentException e) {
      view.say(Excerpt.of(String.valueOf(e.getMessage())));
    }
  }
}
