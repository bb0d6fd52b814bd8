package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import weka.core.neural.lab.LabRun;
import weka.core.neural.playground.PlaygroundExample;

/** The buttons that let the Playground train, how fast, and what to begin with. */
final class PlaygroundButtons extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String[] SPEEDS = {"full speed", "100 epochs/s", "30 epochs/s", "10 epochs/s", "3 epochs/s",
      "1 epoch/s", "1 epoch in 5 s"};
  private static final double[] PACES = {Double.POSITIVE_INFINITY, 100, 30, 10, 3, 1, 0.2};
  private static final int USUAL = 2;

  private final JButton run;
  private final JButton batch;
  private final JButton epoch;
  private final JButton stop;
  private final JLabel epochs = new JLabel("Epoch 0");
  private final JComboBox<String> speed = new JComboBox<>(SPEEDS);

  /** What the buttons do. */
  interface Orders {
    /** Begins anew, from the initial weights. */
    void reset();

    void runOrPause();

    void oneBatch();

    void oneEpoch();

    void stop();
  }

  PlaygroundButtons(Orders orders, DoubleConsumer newPace, Consumer<PlaygroundExample> example) {
    super(new BorderLayout());
    run = Components.button("playground run", "Run", 'R', "Train, or hold the training", orders::runOrPause);
    JButton reset = Components.button("playground reset", "Reset", 'S',
        "Begin again from the same initial weights: the same seed gives the same result", orders::reset);
    batch = Components.button("playground batch", "One batch", 'B', "Make one update, and pause", orders::oneBatch);
    epoch = Components.button("playground epoch", "One epoch", 'E', "Go once over the training rows, and pause",
        orders::oneEpoch);
    stop = Components.button("playground stop", "Stop", 'O', "End the training; its model can be kept", orders::stop);
    epochs.setName("playground epochs");
    epochs.setToolTipText("How often all training rows were learnt from");
    speed.setName("speed");
    speed.setSelectedIndex(USUAL);
    speed.setToolTipText("How fast it trains at most, so that one can watch");
    speed.addActionListener(e -> newPace.accept(pace()));
    JComboBox<String> examples = new JComboBox<>();
    examples.addItem("choose...");
    List<PlaygroundExample> all = List.of(PlaygroundExample.values());
    for (PlaygroundExample e : all) {
      examples.addItem(e.title());
    }
    examples.setName("example");
    examples.setToolTipText("Settings that show something");
    examples.addActionListener(e -> {
      if (examples.getSelectedIndex() > 0) {
        example.accept(all.get(examples.getSelectedIndex() - 1));
      }
    });
    add(new WrappingPanel(run, reset, batch, epoch, stop, epochs,
        Components.together(Components.label("Speed", 'P', speed), speed),
        Components.together(Components.label("Example", 'X', examples), examples)), BorderLayout.CENTER);
  }

  /** Epochs a second; infinite for no limit. */
  double pace() {
    return PACES[speed.getSelectedIndex()];
  }

  /** Enables what can be done. */
  void show(LabRun.State state, double epoch) {
    boolean waits = state == LabRun.State.PAUSED;
    boolean trains = state == LabRun.State.RUNNING;
    run.setText(trains ? "Pause" : "Run");
    run.setEnabled(state != LabRun.State.ENDING);
    batch.setEnabled(waits);
    this.epoch.setEnabled(waits);
    stop.setEnabled(waits || trains);
    epochs.setText(String.format(Locale.ROOT, epoch == Math.rint(epoch) ? "Epoch %,.0f" : "Epoch %,.2f", epoch));
  }
}
