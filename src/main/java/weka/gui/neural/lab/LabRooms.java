package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.core.neural.lab.TakenOver;
import weka.gui.Logger;

/** The lab's rooms, one of which is shown: the user's own data, the Playground, the perceptron. */
final class LabRooms extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String LAB = "lab";
  private static final String PLAYGROUND = "playground";
  private static final String PERCEPTRON = "perceptron";

  private final CardLayout cards = new CardLayout();
  private final JPanel rooms = new JPanel(cards);
  private final JPanel choice = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 2));
  private final ButtonGroup group = new ButtonGroup();
  private final LabView lab;
  private final transient KeptModels keptModels;
  private final transient Consumer<Instances> preprocess;
  private transient @Nullable Instances data;
  private @Nullable PlaygroundView playground;
  private @Nullable PerceptronView perceptron;

  /**
   * @param noData     what to do first, where there are no data
   * @param preprocess receives data to be opened where the user's own data are
   */
  LabRooms(KeptModels keptModels, Supplier<@Nullable Logger> log, String noData, Consumer<Instances> preprocess) {
    super(new BorderLayout());
    this.keptModels = keptModels;
    this.preprocess = preprocess;
    lab = new LabView(keptModels, log, noData);
    rooms.add(lab, LAB);
    room("Your data", LAB, '1', "A network for the data that you have opened", () -> {});
    room("Playground", PLAYGROUND, '2', "Points in the plane, and what each neuron makes of them", this::playground);
    room("Perceptron", PERCEPTRON, '3', "The perceptron rule step by step, as one works it by hand", this::perceptron);
    group.getElements().nextElement().setSelected(true);
    add(choice, BorderLayout.NORTH);
    add(rooms, BorderLayout.CENTER);
  }

  private void room(String title, String card, char mnemonic, String tip, Runnable made) {
    JToggleButton button =
        Components.named(new JToggleButton(title), "room " + card, mnemonic, tip + " (Alt+" + mnemonic
            + ")");
    button.addActionListener(e -> {
      made.run();
      cards.show(rooms, card);
    });
    group.add(button);
    choice.add(button);
  }

  private void playground() {
    if (playground == null) {
      PlaygroundView made = new PlaygroundView(keptModels, preprocess);
      playground = made;
      if (data != null) {
        made.setInstances(data);
      }
      rooms.add((JComponent) made, PLAYGROUND);
    }
  }

  private void perceptron() {
    if (perceptron == null) {
      perceptron = new PerceptronView();
      rooms.add(perceptron, PERCEPTRON);
    }
  }

  /**
   * Shows what was chosen elsewhere, for the next run on the user's own data.
   *
   * @param classIndex of the attribute to predict; -1 for the one that is chosen here
   */
  void takeOver(TakenOver taken, int classIndex) {
    group.getElements().nextElement().doClick();
    lab.takeOver(taken, classIndex);
  }

  /** The user's own data. */
  void setInstances(Instances loaded) {
    data = loaded;
    lab.setInstances(loaded);
    if (playground != null) {
      playground.setInstances(loaded);
    }
  }
}
