package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.io.File;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.curves.BiasVariance;
import weka.core.neural.curves.CurveResult;
import weka.core.neural.curves.CurveRun;
import weka.core.neural.curves.OptionValues;
import weka.core.neural.curves.TrainingSizes;
import weka.core.neural.curves.Variation;
import weka.core.neural.curves.picture.CurvePicture;

/**
 * The page that measures bias and variance of the lab's network by cross-validation: over the number of training rows,
 * or over values of an option. The work is done in threads of its own.
 */
final class BiasVarianceView extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String ROWS = "number of training rows";
  private static final String OPTION = "values of an option";
  private static final String FIRST =
      "Press Measure to see how the network predicts the rows that it is trained on, and "
          + "rows held out. Far from right on both: high bias. A gap between them: high variance.";

  private final transient LabSetup setup;
  private final JComboBox<String> kind = new JComboBox<>(new String[] {ROWS, OPTION});
  private final JTextField option = new JTextField("decay", 8);
  private final JTextField points = new JTextField(TrainingSizes.DEFAULT, 20);
  private final JSpinner folds = new JSpinner(new SpinnerNumberModel(5, 2, 1000, 1));
  private final JProgressBar progress = new JProgressBar();
  private final BandChart chart = new BandChart();
  private final JTextArea verdict = new JTextArea(FIRST, 4, 20);
  private final JButton start;
  private final JButton stop;
  private final JButton save;
  private transient @Nullable Thread worker;
  private transient @Nullable CurveResult shown;
  private transient volatile @Nullable CurveResult latest;
  private final AtomicBoolean drawing = new AtomicBoolean();

  /** @param setup says what is trained on which rows */
  BiasVarianceView(LabSetup setup) {
    super(new BorderLayout());
    this.setup = setup;
    start =
        Components.button("curve-start", "Measure", 'M', "Train the network in each fold at each point of the curve",
            this::start);
    stop =
        Components.button("curve-stop", "Stop measuring", Components.NO_KEY, "End it, and keep what has been measured",
            this::stop);
    save =
        Components.button("curve-save", "Save curves...", Components.NO_KEY, "Save the curves as PNG, SVG, CSV or ARFF",
            this::save);
    kind.setName("curve-kind");
    kind.addActionListener(e -> kindChanged());
    option.setName("curve-option");
    option.setToolTipText("An option of the network as on the command line, such as decay");
    points.setName("curve-points");
    folds.setName("curve-folds");
    progress.setName("curve-progress");
    progress.setStringPainted(true);
    progress.getAccessibleContext().setAccessibleName("trainings that have ended");
    verdict.setName("curve-verdict");
    verdict.getAccessibleContext().setAccessibleName("what the curves say");
    verdict.setEditable(false);
    verdict.setLineWrap(true);
    verdict.setWrapStyleWord(true);
    JPanel top = new JPanel();
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.add(line(Components.label("Vary", 'Y', kind), kind, Components.label("Option", 'I', option), option));
    top.add(
        line(Components.label("Sizes or values", 'Z', points), points,
            Components.label("Folds", Components.NO_KEY, folds), folds));
    top.add(line(start, stop, save, progress));
    add(top, BorderLayout.NORTH);
    add(chart, BorderLayout.CENTER);
    add(new JScrollPane(verdict), BorderLayout.SOUTH);
    kindChanged();
    enableButtons(false);
  }

  private static JPanel line(Component... parts) {
    JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    for (Component part : parts) {
      line.add(part);
    }
    return line;
  }

  private boolean isOption() {
    return OPTION.equals(kind.getSelectedItem());
  }

  private void kindChanged() {
    option.setEnabled(isOption());
    points.setText(isOption() ? "0.0001:1:5:log" : TrainingSizes.DEFAULT);
    points.setToolTipText(isOption()
        ? "Values with commas between them (or | where they contain commas), a range such as "
            + "1:9:5, or with equal factors 0.01:100:5:log"
        : "Numbers of rows or percentages, with commas between them");
  }

  private void enableButtons(boolean runs) {
    start.setEnabled(!runs);
    stop.setEnabled(runs);
    save.setEnabled(shown != null);
  }

  private void start() {
    try {
      Variation variation = isOption() ? OptionValues.parse(option.getText(), points.getText())
          : TrainingSizes.parse(points.getText());
      NeuralNet template = setup.template();
      Instances data = setup.data();
      int seed = setup.seed();
      int k = ((Number) folds.getValue()).intValue();
      Thread made = new Thread(() -> measure(data, template, variation, k, seed), "Bias and variance");
      made.setDaemon(true);
      worker = made;
      progress.setValue(0);
      progress.setString("preparing");
      verdict.setText("");
      enableButtons(true);
      made.start();
    } catch (Exception e) {
      fail(e);
    }
  }

  private void stop() {
    if (worker != null) {
      worker.interrupt();
    }
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

  /** In the worker's thread. */
  private void measure(Instances data, NeuralNet template, Variation variation, int k, int seed) {
    try {
      CurveRun run = new CurveRun(data, template, variation, k, seed, Runtime.getRuntime().availableProcessors());
      CurveResult last = run.run((soFar, all) -> {
        latest = soFar;
        // Trainings may end faster than they can be drawn.
        if (drawing.compareAndSet(false, true)) {
          SwingUtilities.invokeLater(() -> show(all));
        }
      });
      SwingUtilities.invokeLater(() -> end(last));
    } catch (Throwable e) {
      SwingUtilities.invokeLater(() -> fail(e));
    }
  }

  private void show(int all) {
    drawing.set(false);
    CurveResult result = latest;
    if (result == null) {
      return;
    }
    shown = result;
    progress.setMaximum(all);
    progress.setValue(result.measured());
    progress.setString(result.measured() + " of " + all + " trainings");
    chart.show(result);
  }

  private void end(CurveResult result) {
    if (result.isStopped()) {
      progress.setString("stopped after " + result.measured() + " trainings");
    }
    verdict.setText(BiasVariance.of(result));
    verdict.setCaretPosition(0);
    enableButtons(false);
  }

  private void fail(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    progress.setString("failed");
    verdict.setText(message);
    verdict.setCaretPosition(0);
    enableButtons(false);
  }

  private void save() {
    CurveResult result = shown;
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), "curves.png"));
    if (result == null || chooser.showSaveDialog(this) != JFileChooser.APPROVE_OPTION) {
      return;
    }
    try {
      CurvePicture.write(chooser.getSelectedFile().toPath(), result, chart.getChart(), chart.getSize());
      progress.setString("saved " + chooser.getSelectedFile().getName());
    } catch (Exception e) {
      fail(e);
    }
  }
}
