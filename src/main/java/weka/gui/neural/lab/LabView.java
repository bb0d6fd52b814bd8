package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.HierarchyEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.neural.lab.LabMeasures;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.TakenOver;
import weka.core.neural.report.Numbers;
import weka.core.neural.watch.TrainingHub;
import weka.core.neural.watch.WatchedTraining;
import weka.gui.Logger;

/**
 * The content of the lab: what is learnt above, curves to the left, the network to the right. While it is shown it
 * looks at the trainings many times a second and draws what has changed.
 */
final class LabView extends JPanel implements LabButtons.Orders {
  private static final long serialVersionUID = 1;
  private static final int FRAME_MILLISECONDS = 50;
  /** Between two looks where nothing changes. */
  private static final int IDLE_MILLISECONDS = 300;
  private static final int LONGEST_STATUS = 300;
  /** For somebody to read a message. */
  private static final long READING_NANOS = 4_000_000_000L;

  private final transient KeptModels keptModels;
  private final transient Supplier<@Nullable Logger> log;
  private final LabSetup setup;
  private final LabButtons buttons = new LabButtons(this, this::changeRate, this::say);
  private final CurveView losses = new CurveView("losses", "loss");
  private final CurveView scores = new CurveView("scores", "accuracy, %");
  private final LayersView layers = new LayersView();
  private final PredictionsView predictions = new PredictionsView();
  private final transient List<LabPage> pages = new ArrayList<>();
  private final JTabbedPane views = new JTabbedPane();
  private final JLabel status = new JLabel(" ");
  private final transient ShownTrainings shown = new ShownTrainings();
  private final Timer timer = new Timer(FRAME_MILLISECONDS, e -> frame());
  private transient TrainingHub.@Nullable Watch watch;
  private transient @Nullable LabRun run;
  private transient @Nullable WatchedTraining looked;
  private transient long seen = -1;
  private LabRun.State seenState = LabRun.State.NEW;
  private transient boolean told;
  /** The rate that was set while the latest run trained; NaN if none was. */
  private transient double changedRate = Double.NaN;
  /** When a message was shown that is to be read before the progress covers it; 0 if there is none. */
  private transient long remarked;

  /** @param noData what to do first, where there are no data */
  LabView(KeptModels keptModels, Supplier<@Nullable Logger> log, String noData) {
    super(new BorderLayout());
    setup = new LabSetup(noData);
    this.keptModels = keptModels;
    this.log = log;
    JPanel top = new JPanel();
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.add(setup);
    top.add(buttons);
    JSplitPane curves = new JSplitPane(JSplitPane.VERTICAL_SPLIT, losses, scores);
    curves.setResizeWeight(0.5);
    views.addTab("Layers", layers);
    addPage("Network", new NetworkPage(setup, this::remark));
    views.addTab("Predictions", predictions);
    addPage("Surface", new SurfacePage());
    addPage("Backpropagation", new BackpropagationPage(this::remark));
    addPage("Images", new ImagesPage(this::remark));
    views.addTab("Rate", new RatePage(setup));
    views.addTab("Bias and variance", new BiasVarianceView(setup));
    views.addChangeListener(e -> seen = -1);
    JSplitPane middle = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, curves, views);
    middle.setResizeWeight(0.55);
    add(top, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    add(bottom(), BorderLayout.SOUTH);
    addHierarchyListener(e -> {
      if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
        showingChanged();
      }
    });
  }

  private JPanel bottom() {
    JPanel tools = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    tools.add(Components.button("keep", "Keep", 'K', "Put the trained network into the result list of Classify",
        this::keep));
    tools.add(Components.button("save", "Save model...", 'S', "Save the trained network to a file", this::saveModel));
    tools.add(Components.button("command", "Copy command", 'C', "Copy the command line that trains this network",
        this::copyCommand));
    tools.add(Components.button("chart", "Save chart...", 'H', "Save the curves of the loss as PNG, SVG or CSV",
        this::saveChart));
    JCheckBox log10 = Components.named(new JCheckBox("Log axis"), "logarithmic", 'X',
        "Draw the loss on a logarithmic axis");
    log10.addActionListener(e -> losses.setLogarithmic(log10.isSelected()));
    tools.add(log10);
    tools.add(Components.button("clear", "Clear", Components.NO_KEY, "Forget the curves of earlier trainings", () -> {
      shown.clear();
      seen = -1;
      frame();
    }));
    status.setName("status");
    status.setBorder(BorderFactory.createEmptyBorder(2, 8, 4, 8));
    JPanel bottom = new JPanel(new BorderLayout());
    bottom.add(tools, BorderLayout.NORTH);
    bottom.add(status, BorderLayout.SOUTH);
    return bottom;
  }

  /** Adds a tab that is told of every change of the latest training. */
  private <T extends JComponent & LabPage> void addPage(String title, T page) {
    pages.add(page);
    views.addTab(title, page);
  }

  /** Loads other rows; a training of those before would show what is no longer there. */
  void setInstances(Instances loaded) {
    boolean trains = run != null && !run.isOver() && setup.isOther(loaded);
    setup.setInstances(loaded);
    if (trains) {
      stop();
      remark("The data were replaced, so the training was ended; Run trains on the new ones");
    }
  }

  /**
   * Shows what was chosen elsewhere, for the next run.
   *
   * @param classIndex of the attribute to predict; -1 for the one that is chosen here
   */
  void takeOver(TakenOver taken, int classIndex) {
    setup.takeOver(taken.network(), classIndex);
    remark(taken.told());
  }

  private void showingChanged() {
    if (isShowing() && watch == null) {
      watch = TrainingHub.watch();
      timer.start();
    } else if (!isShowing() && watch != null) {
      watch.close();
      watch = null;
      timer.stop();
    }
  }

  /** The window is closed, or the tab taken out of it: whatever trains would train for nobody. */
  @Override
  public void removeNotify() {
    super.removeNotify();
    // A tab that is moved to another window is shown again at once.
    SwingUtilities.invokeLater(() -> {
      if (!isDisplayable()) {
        stop();
      }
    });
  }

  private void say(String text) {
    status.setText(Excerpt.of(text, LONGEST_STATUS));
    status.setToolTipText(text);
  }

  /** Says something that the progress of a training does not cover at once. */
  private void remark(String text) {
    say(text);
    remarked = System.nanoTime();
  }

  private void fail(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    say(message);
    Logger log = this.log.get();
    if (log != null) {
      log.logMessage("Neural lab: " + message);
    }
  }

  // ---- training

  @Override
  public void start(boolean runs) {
    try {
      LabRun made = new LabRun(setup.template(), setup.rows(), runs);
      shown.expect(made);
      layers.forget();
      pages.forEach(LabPage::forget);
      predictions.show(null);
      scores.setQuantity(made.rows().given().classAttribute().isNominal() ? "accuracy, %"
          : "relative absolute error, %");
      run = made;
      told = false;
      remarked = 0;
      changedRate = Double.NaN;
      made.start();
      say("Preparing the rows and the network");
    } catch (Exception e) {
      fail(e);
    }
    frame();
  }

  @Override
  public void pauseOrResume() {
    remarked = 0;
    if (run != null && run.state() == LabRun.State.PAUSED) {
      run.resume();
    } else if (run != null) {
      run.pause();
    }
    frame();
  }

  @Override
  public void oneBatch() {
    remarked = 0;
    if (run == null || run.isOver()) {
      start(false);
    } else {
      run.oneBatch();
    }
  }

  @Override
  public void oneEpoch() {
    remarked = 0;
    if (run == null || run.isOver()) {
      start(false);
    } else {
      run.oneEpoch();
    }
  }

  @Override
  public void stop() {
    if (run != null) {
      run.stop();
    }
  }

  @Override
  public void reset() {
    stop();
    start(false);
  }

  private void changeRate(double rate) {
    if (run != null) {
      run.setRate(rate);
      changedRate = rate;
      remark(String.format(Locale.ROOT, "Rate %.4g from the next updates on", rate));
    }
  }

  // ---- drawing

  /** Draws what has changed since the last frame. */
  private void frame() {
    shown.update(run);
    buttons.show(run);
    long version = shown.version();
    LabRun.State state = run == null ? LabRun.State.NEW : run.state();
    boolean read = remarked != 0 && System.nanoTime() - remarked > READING_NANOS;
    remarked = read ? 0 : remarked;
    boolean changes = version != seen || state != seenState || read;
    timer.setDelay(changes || state == LabRun.State.PREPARING ? FRAME_MILLISECONDS : IDLE_MILLISECONDS);
    if (!changes) {
      return;
    }
    seen = version;
    seenState = state;
    List<Line> loss = new ArrayList<>();
    List<Line> score = new ArrayList<>();
    for (ShownTraining t : shown.all()) {
      loss.addAll(t.losses());
      score.addAll(t.scores());
    }
    losses.show(loss);
    scores.show(score);
    ShownTraining last = shown.last();
    if (last != null) {
      look(last);
    }
    tell();
  }

  private void look(ShownTraining last) {
    if (last.training() != looked) {
      looked = last.training();
      layers.forget();
      pages.forEach(LabPage::forget);
    }
    pages.forEach(page -> page.show(last));
    WatchedTraining.Moment moment = last.training().moment();
    if (moment != null) {
      layers.show(moment.health());
    }
    LabMeasures measures = last.run() == null ? null : last.run().measures();
    if (measures != null) {
      predictions.show(measures.latest());
    }
    double[] rates = last.training().rate().points()[1];
    if (rates.length > 0 && last.run() != null) {
      buttons.showRate(rates[rates.length - 1]);
    }
  }

  private void tell() {
    LabRun now = run;
    if (now == null || told) {
      return;
    }
    if (now.state() == LabRun.State.FAILED && now.failure() != null) {
      told = true;
      fail(now.failure());
    } else if (now.training() != null && remarked == 0) {
      told = now.isOver();
      say(describe(now));
    }
  }

  private static String describe(LabRun run) {
    StringBuilder s = new StringBuilder(switch (run.state()) {
      case PAUSED -> "Paused";
      case ENDED -> "Ended, with the best weights";
      case ENDING -> "Ending";
      default -> "Training";
    });
    WatchedTraining training = run.training();
    LabMeasures measures = run.measures();
    if (training != null) {
      s.append(": epoch ").append(training.epochs());
    }
    if (measures != null && measures.latest() != null) {
      for (Part part : Part.values()) {
        double[] values = measures.scores(part).points()[1];
        if (values.length > 0 && !Double.isNaN(values[values.length - 1])) {
          s.append(String.format(Locale.ROOT, ", %s %.4g %%", part.name().toLowerCase(Locale.ROOT),
              values[values.length - 1])).append(ofRows(measures, part));
        }
      }
      s.append(run.rows().given().classAttribute().isNominal() ? " right" : " relative absolute error");
    }
    return s.toString();
  }

  /** Which rows were measured, where it is not all of them. */
  private static String ofRows(LabMeasures measures, Part part) {
    Instances measured = measures.rows(part);
    return measured == null || measured.size() == measures.total(part) ? ""
        : String.format(Locale.ROOT, " (of %,d of the %,d rows)", measured.size(), measures.total(part));
  }

  // ---- the trained network

  private @Nullable NeuralNet model() {
    if (run == null || run.state() != LabRun.State.ENDED) {
      say("There is no trained network yet: press Run and wait, or Stop");
      return null;
    }
    return run.model();
  }

  private void keep() {
    NeuralNet model = model();
    if (model != null && run != null) {
      try {
        say("Kept in the result list of Classify as " + keptModels.keep(model, run.rows().given(), describe(run)));
      } catch (Exception e) {
        fail(e);
      }
    }
  }

  private void saveModel() {
    NeuralNet model = model();
    if (model == null || run == null) {
      return;
    }
    File file = choose("neural-net.model");
    if (file != null) {
      try {
        SerializationHelper.writeAll(file.getPath(), new Object[] {model, new Instances(run.rows().given(), 0)});
        say("Saved " + file);
      } catch (Exception e) {
        fail(e);
      }
    }
  }

  private void saveChart() {
    File file = choose("loss.png");
    if (file != null) {
      try {
        CurveFile.write(file.toPath(), losses);
        say("Saved " + file);
      } catch (Exception e) {
        fail(e);
      }
    }
  }

  private @Nullable File choose(String name) {
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name));
    return chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION ? chooser.getSelectedFile() : null;
  }

  private void copyCommand() {
    try {
      NeuralNet net = setup.template();
      String note = "";
      if (!Double.isNaN(changedRate)) {
        net.setRate(Numbers.exact(changedRate));
        note = ", with the last rate from the beginning on; it was changed in between, so that the result differs";
      }
      String command = NeuralNet.class.getName() + " " + Utils.joinOptions(net.getOptions());
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(command), null);
      say("Copied" + note + ": " + command);
    } catch (Exception e) {
      fail(e);
    }
  }
}
