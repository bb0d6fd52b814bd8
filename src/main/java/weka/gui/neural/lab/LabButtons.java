package weka.gui.neural.lab;

import java.awt.FlowLayout;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.LabRun;

/** The buttons that start a training, hold it and let it go on, and the field that changes its rate meanwhile. */
final class LabButtons extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int RATE_COLUMNS = 8;

  /** What the buttons do. */
  interface Orders {
    /** @param runs whether to train at once, or to pause before the first update */
    void start(boolean runs);

    void pauseOrResume();

    void oneBatch();

    void oneEpoch();

    void stop();

    /** Puts the initial weights back, and pauses before the first update. */
    void reset();
  }

  private final JButton start;
  private final JButton pause;
  private final JButton batch;
  private final JButton epoch;
  private final JButton stop;
  private final JButton reset;
  private final JTextField rate = new JTextField(RATE_COLUMNS);

  LabButtons(Orders orders, DoubleConsumer newRate, Consumer<String> wrong) {
    super(new FlowLayout(FlowLayout.LEADING, 6, 2));
    start = Components.button("start", "Run", 'R', "Train a new network from random weights", () -> orders.start(true));
    pause = Components.button("pause", "Pause", 'U', "Hold the training, or let it go on", orders::pauseOrResume);
    batch = Components.button("batch", "One batch", 'B', "Make one update, and pause", orders::oneBatch);
    epoch = Components.button("epoch", "One epoch", 'E', "Go once over the training rows, and pause", orders::oneEpoch);
    stop = Components.button("stop", "Stop", 'O', "End the training and keep the best weights", orders::stop);
    reset = Components.button("reset", "Reset", 'T',
        "Begin again: the initial weights of the same seed, paused before the first update", orders::reset);
    rate.setName("rate");
    rate.setToolTipText("A new learning rate for the training that runs; press Enter");
    rate.addActionListener(e -> {
      try {
        double value = Double.parseDouble(rate.getText().trim());
        if (!(value > 0) || Double.isInfinite(value)) {
          throw new NumberFormatException("not above 0");
        }
        newRate.accept(value);
      } catch (NumberFormatException not) {
        wrong.accept("Rate: expected a number above 0, such as 0.01, got '" + rate.getText() + "'");
      }
    });
    add(start);
    add(pause);
    add(batch);
    add(epoch);
    add(stop);
    add(reset);
    add(Components.label("Rate", 'A', rate));
    add(rate);
    show(null);
  }

  /** Enables what can be done. */
  void show(@Nullable LabRun run) {
    LabRun.State state = run == null ? LabRun.State.NEW : run.state();
    boolean trains = state == LabRun.State.RUNNING || state == LabRun.State.PAUSED;
    boolean idle = run == null || run.isOver();
    start.setEnabled(idle);
    pause.setEnabled(trains);
    pause.setText(state == LabRun.State.PAUSED ? "Go on" : "Pause");
    batch.setEnabled(idle || state == LabRun.State.PAUSED);
    epoch.setEnabled(idle || state == LabRun.State.PAUSED);
    stop.setEnabled(!idle && state != LabRun.State.ENDING);
    reset.setEnabled(run != null);
    rate.setEnabled(trains);
  }

  /** Shows the rate of the last update, unless a new one is being typed. */
  void showRate(double value) {
    if (!rate.isFocusOwner() && !Double.isNaN(value)) {
      String text = String.format(Locale.ROOT, "%.4g", value);
      if (!text.equals(rate.getText())) {
        rate.setText(text);
      }
    }
  }
}
