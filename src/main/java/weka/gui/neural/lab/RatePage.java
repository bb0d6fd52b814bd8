package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.NeuralNet;
import weka.core.neural.lab.LabRows;
import weka.core.neural.lab.RateCurve;
import weka.core.neural.lab.RateTest;

/** Finds a learning rate for the network of the settings, see {@link RateTest}, in a thread of its own. */
final class RatePage extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int LINES = 3;

  private final LabSetup setup;
  private final RateChart chart = new RateChart();
  private final JTextArea verdict = new JTextArea(LINES, 0);
  private final JButton find;
  private final JButton stop;
  private final JButton use;
  private final transient AtomicReference<@Nullable RateCurve> undrawn = new AtomicReference<>();
  private transient @Nullable Thread worker;
  private transient RateCurve found = RateCurve.empty();

  RatePage(LabSetup setup) {
    super(new BorderLayout(0, 6));
    this.setup = setup;
    find = Components.button("find-rate", "Find rate", 'I',
        "Raise the rate of a fresh network from update to update until its loss explodes", this::find);
    stop =
        Components.button("stop-rate", "Stop finding", Components.NO_KEY, "End it; nothing is found then", this::stop);
    use = Components.button("use-rate", "Use this rate", Components.NO_KEY,
        "Put the suggested rate into the network's settings",
        this::use);
    verdict.setName("rate-verdict");
    verdict.getAccessibleContext().setAccessibleName("which rate is suggested, and why");
    verdict.setEditable(false);
    verdict.setLineWrap(true);
    verdict.setWrapStyleWord(true);
    verdict.setText("Find rate trains a fresh network for some updates at ever higher rates. The suggestion is a tenth "
        + "of the rate at which the smoothed loss is lowest.");
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    buttons.add(find);
    buttons.add(stop);
    buttons.add(use);
    add(buttons, BorderLayout.NORTH);
    add(chart, BorderLayout.CENTER);
    add(Components.scrolled(verdict), BorderLayout.SOUTH);
    enableButtons();
  }

  private void enableButtons() {
    find.setEnabled(worker == null);
    stop.setEnabled(worker != null);
    use.setEnabled(worker == null && !Double.isNaN(found.suggested()));
  }

  private void find() {
    try {
      NeuralNet scheme = setup.template();
      LabRows rows = setup.rows();
      Thread made = new Thread(() -> test(scheme, rows), RateTest.THREAD);
      made.setDaemon(true);
      worker = made;
      found = RateCurve.empty();
      verdict.setText("Preparing the rows and the network");
      enableButtons();
      made.start();
    } catch (Exception e) {
      verdict.setText(Components.sentence(e));
    }
  }

  /** In the worker's thread. */
  private void test(NeuralNet scheme, LabRows rows) {
    try {
      RateCurve whole = RateTest.of(scheme, rows.given(), soFar -> {
        // Updates may come faster than they can be drawn.
        if (undrawn.getAndSet(soFar) == null) {
          SwingUtilities.invokeLater(this::draw);
        }
      });
      SwingUtilities.invokeLater(() -> end(whole, whole.told()));
    } catch (InterruptedException e) {
      SwingUtilities.invokeLater(() -> end(RateCurve.empty(), "Stopped before a rate was found."));
    } catch (Exception | OutOfMemoryError e) {
      SwingUtilities.invokeLater(() -> end(RateCurve.empty(), Components.sentence(e)));
    }
  }

  private void draw() {
    RateCurve soFar = undrawn.getAndSet(null);
    if (soFar != null) {
      chart.show(soFar, false);
      verdict.setText("Trying rates; now " + RateCurve.text(soFar.rates()[soFar.rates().length - 1]));
    }
  }

  private void end(RateCurve curve, String told) {
    undrawn.set(null);
    worker = null;
    found = curve;
    chart.show(curve, true);
    verdict.setText(told);
    verdict.setCaretPosition(0);
    enableButtons();
  }

  private void stop() {
    if (worker != null) {
      worker.interrupt();
    }
  }

  private void use() {
    String rate = RateCurve.text(found.suggested());
    setup.setRate(rate);
    verdict.setText("The setting rate is now " + rate + "; Run trains with it.");
  }

  /** The window is closed. */
  @Override
  public void removeNotify() {
    super.removeNotify();
    SwingUtilities.invokeLater(() -> {
      if (!isDisplayable()) {
        stop();
      }
    });
  }
}
