package weka.gui.neural.lab;

import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.NeuronGraph;
import weka.gui.neural.lab.NeuronPlaces.Spot;

/** Sets a weight or a bias of a paused training: opened in the drawing by a double click or by Enter. */
final class WeightField {
  /** Name of the field. */
  static final String NAME = "weight";
  private static final int COLUMNS = 9;

  private final NeuronView view;
  private final Consumer<String> say;
  private @Nullable LabRun run;
  private @Nullable JTextField field;

  /** @param say receives messages for the user */
  WeightField(NeuronView view, Consumer<String> say) {
    this.view = view;
    this.say = say;
    view.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "edit");
    view.getActionMap().put("edit", action(this::open));
    view.addMouseListener(new MouseAdapter() {
      @Override
      public void mouseClicked(MouseEvent e) {
        if (e.getClickCount() == 2) {
          open();
        }
      }
    });
  }

  private static AbstractAction action(Runnable something) {
    return new AbstractAction() {
      private static final long serialVersionUID = 1;

      @Override
      public void actionPerformed(ActionEvent e) {
        something.run();
      }
    };
  }

  /** Whose weights are set; null if they cannot be. */
  void setRun(@Nullable LabRun now) {
    if (now != run) {
      close();
    }
    run = now;
  }

  private void open() {
    Spot spot = view.spot();
    NeuronPlaces places = view.places();
    NeuronGraph graph = view.graph();
    float[] weights = view.weights();
    if (spot == null || places == null || graph == null || weights == null) {
      return;
    }
    int index = spot.line() == null ? graph.bias(spot.column(), spot.unit()) : spot.line().parameter();
    if (index < 0) {
      say.accept("There is no weight to set here");
      return;
    }
    if (run == null || run.state() != LabRun.State.PAUSED) {
      say.accept("A weight can be set while a training of the lab is paused: press Pause");
      return;
    }
    close();
    JTextField made = new JTextField(Float.toString(weights[index]), COLUMNS);
    made.setName(NAME);
    made.getAccessibleContext().setAccessibleName(spot.line() == null ? "bias" : "weight");
    made.addActionListener(e -> apply(made.getText(), index));
    made.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "leave");
    made.getActionMap().put("leave", action(this::leave));
    made.addFocusListener(new FocusAdapter() {
      @Override
      public void focusLost(FocusEvent e) {
        close();
      }
    });
    Point2D at = NeuronKeys.centre(places, spot);
    Dimension size = made.getPreferredSize();
    made.setBounds(Math.max(0, Math.min(view.getWidth() - size.width, (int) at.getX() - size.width / 2)),
        Math.max(0, (int) at.getY() - size.height / 2), size.width, size.height);
    field = made;
    view.add(made);
    made.selectAll();
    view.repaint();
    made.requestFocusInWindow();
  }

  private void apply(String text, int index) {
    LabRun now = run;
    try {
      float value = Float.parseFloat(text.trim());
      if (!Float.isFinite(value)) {
        throw new NumberFormatException("not finite");
      }
      if (now != null) {
        now.setWeight(index, value);
        say.accept("Set to " + value + "; press One batch or One epoch to train from here");
      }
      leave();
    } catch (NumberFormatException not) {
      say.accept("Weight: expected a number such as -0.5, got '" + text + "'");
    }
  }

  private void leave() {
    close();
    view.requestFocusInWindow();
  }

  private void close() {
    JTextField open = field;
    field = null;
    if (open != null) {
      view.remove(open);
      view.repaint();
    }
  }
}
