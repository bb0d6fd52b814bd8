package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.lab.LabMeasures;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.lab.LabRun;
import weka.core.neural.playground.PlaygroundExample;
import weka.core.neural.watch.WatchedTraining;

/**
 * The Playground: points in a plane, a small network that learns them, and everything that it does on the way. There is
 * always a network: it is made anew, and waits, whenever a setting changes.
 */
final class PlaygroundView extends JPanel implements PlaygroundButtons.Orders {
  private static final long serialVersionUID = 1;
  private static final int FRAME_MILLISECONDS = 50;
  /** Every so many frames of a training the curves, and the maps, are drawn anew: more would take its time. */
  private static final int CHART_FRAMES = 6;
  private static final int MAP_FRAMES = 2;
  /** Somebody who types or pulls a slider has not finished. */
  private static final int PATIENCE_MILLISECONDS = 150;
  private static final int LONGEST_STATUS = 300;

  private final PlaygroundData data = new PlaygroundData(this::settingsChanged);
  private final PlaygroundInputs inputs = new PlaygroundInputs(this::settingsChanged);
  private final PlaygroundNetwork network = new PlaygroundNetwork(this::settingsChanged, this::rateChanged, this::say);
  private final PlaygroundOutput output = new PlaygroundOutput();
  private final PlaygroundButtons buttons = new PlaygroundButtons(this, this::paceChanged, this::example);
  private final PlaygroundDrawing drawing = new PlaygroundDrawing(this::say, output::showNeuron);
  private final JLabel status = new JLabel(" ");
  private final transient MapWorker worker = new MapWorker(this::show, this::say);
  private final transient PlaygroundModel models;
  private final Timer timer = new Timer(FRAME_MILLISECONDS, e -> frame());
  private final Timer patience = new Timer(PATIENCE_MILLISECONDS, e -> renew());
  private transient @Nullable PlaygroundRun now;
  private transient float @Nullable [] weights;
  private transient long seen = -1;
  private transient int frames;
  private transient boolean isStale = true;
  private transient boolean told;
  /** Whether it is to train as soon as it is prepared. */
  private transient boolean isWanted;
  /** Whether what trains is one batch or one epoch. */
  private transient boolean isStep;

  /**
   * @param keptModels where models are kept
   * @param preprocess receives data to be opened as the user's own
   */
  PlaygroundView(KeptModels keptModels, Consumer<Instances> preprocess) {
    super(new BorderLayout());
    models = new PlaygroundModel(keptModels, preprocess, this::say);
    patience.setRepeats(false);
    status.setName("playground status");
    status.setBorder(BorderFactory.createEmptyBorder(2, 8, 4, 8));
    Box left = Box.createVerticalBox();
    data.setAlignmentX(LEFT_ALIGNMENT);
    inputs.setAlignmentX(LEFT_ALIGNMENT);
    left.add(data);
    left.add(inputs);
    left.add(Box.createVerticalGlue());
    ScrollToFocus.within(left);
    JScrollPane scrolled = new JScrollPane(left, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
        JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scrolled.getVerticalScrollBar().setUnitIncrement(16);
    scrolled.setBorder(BorderFactory.createEmptyBorder());
    scrolled.setPreferredSize(new Dimension(left.getPreferredSize().width
        + scrolled.getVerticalScrollBar().getPreferredSize().width, 100));
    JPanel middle = new JPanel(new BorderLayout());
    middle.add(network, BorderLayout.NORTH);
    middle.add(drawing, BorderLayout.CENTER);
    middle.add(network.textField(), BorderLayout.SOUTH);
    middle.setMinimumSize(new Dimension(200, 100));
    output.setMinimumSize(new Dimension(150, 100));
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, middle, output);
    split.setResizeWeight(0.65);
    JPanel bottom = new JPanel(new BorderLayout());
    bottom.add(models, BorderLayout.NORTH);
    bottom.add(status, BorderLayout.SOUTH);
    add(buttons, BorderLayout.NORTH);
    add(scrolled, BorderLayout.WEST);
    add(split, BorderLayout.CENTER);
    add(bottom, BorderLayout.SOUTH);
    say("Press Run and watch, or choose an example; the mouse says what each thing is");
    addHierarchyListener(e -> {
      if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
        showingChanged();
      }
    });
  }

  private void showingChanged() {
    if (isShowing()) {
      timer.start();
      if (isStale && now == null) {
        begin();
      } else if (isStale) {
        renew();
      }
    } else {
      timer.stop();
      // Nobody watches; it goes on when it is shown again, unless it was to pause soon anyway.
      if (now != null && now.run().state() == LabRun.State.RUNNING) {
        now.run().pause();
        isWanted = !isStep;
      }
    }
  }

  /** The window is closed, so that nothing should go on. */
  @Override
  public void removeNotify() {
    super.removeNotify();
    patience.stop();
    isStale = true;
    if (now != null) {
      now.run().stop();
    }
  }

  /** The user's own data. */
  void setInstances(Instances loaded) {
    data.setInstances(loaded);
  }

  private void say(String text) {
    status.setText(Excerpt.of(text, LONGEST_STATUS));
    status.setToolTipText(text);
  }

  private void example(PlaygroundExample example) {
    data.choose(example);
    inputs.choose(example.inputs());
    network.choose(example.settings());
    settingsChanged();
    begin();
    if (now != null) {
      say(example.about());
    }
  }

  // ---- training

  private void settingsChanged() {
    isStale = true;
    if (isShowing()) {
      patience.restart();
    }
  }

  /** After other settings. */
  private void renew() {
    begin();
    if (now != null) {
      say("A new network, before its first update: press Run");
    }
  }

  /** Ends the present training, and makes a new one. */
  private void begin() {
    patience.stop();
    isStale = false;
    told = false;
    isWanted = false;
    seen = -1;
    if (now != null) {
      now.run().stop();
    }
    try {
      PlaygroundRun made = PlaygroundRun.of(data, inputs.chosen(), network.settings());
      made.run().setPace(buttons.pace());
      output.begin(made.points());
      now = made;
      drawing.forget();
      weights = null;
      made.run().start();
      models.setRun(made);
    } catch (Exception e) {
      now = null;
      models.setRun(null);
      output.forget();
      refuse(e);
    }
    frame();
  }

  private void refuse(Throwable e) {
    String why = e.getMessage() == null ? e.toString() : e.getMessage();
    say(why);
    output.say(why);
    drawing.clear();
  }

  @Override
  public void reset() {
    begin();
    if (now != null) {
      say("The network as it is before the first update");
    }
  }

  @Override
  public void runOrPause() {
    if (now != null && now.run().state() == LabRun.State.RUNNING) {
      now.run().pause();
      say("Paused: a double click on a line sets its weight");
    } else {
      if (patience.isRunning() || now == null || now.run().isOver()) {
        begin();
      }
      if (now != null) {
        isWanted = true;
        isStep = false;
        say("Training");
      }
    }
    frame();
  }

  @Override
  public void oneBatch() {
    if (now != null) {
      isStep = true;
      now.run().oneBatch();
      say("One update, and a pause");
    }
  }

  @Override
  public void oneEpoch() {
    if (now != null) {
      isStep = true;
      now.run().oneEpoch();
      say("Up to the end of an epoch, and a pause");
    }
  }

  @Override
  public void stop() {
    if (now != null) {
      now.run().stop();
    }
  }

  private void rateChanged(double rate) {
    if (now == null || now.run().isOver()) {
      settingsChanged();
    } else {
      now.run().setRate(rate);
      say(String.format(Locale.ROOT, "Rate %.4g from the next updates on", rate));
    }
  }

  private void paceChanged(double pace) {
    if (now != null) {
      now.run().setPace(pace);
    }
  }

  // ---- drawing

  private void frame() {
    PlaygroundRun current = now;
    if (current == null) {
      buttons.show(LabRun.State.NEW, 0);
      return;
    }
    LabRun run = current.run();
    if (isWanted && run.state() == LabRun.State.PAUSED) {
      isWanted = false;
      run.resume();
    }
    buttons.show(run.state(), epochs(run));
    if (run.state() == LabRun.State.FAILED && !told && run.failure() != null) {
      told = true;
      refuse(run.failure());
    } else if (run.state() == LabRun.State.ENDED && !told) {
      told = true;
      say(String.format(Locale.ROOT, "Ended after %,.0f epochs: Keep puts the model into Classify, Run begins anew",
          Math.floor(epochs(run))));
    }
    models.frame();
    WatchedTraining training = run.training();
    LabMeasures measures = run.measures();
    if (training == null || measures == null) {
      return;
    }
    drawing.show(run, training.network());
    long version = training.version() + run.changes();
    frames++;
    if (version != seen && (frames % CHART_FRAMES == 0 || run.state() != LabRun.State.RUNNING)) {
      seen = version;
      output.show(measures, run.rows().given().classAttribute().isNominal());
    }
    float[] values = new ShownTraining("", 0, training, run).weights();
    boolean isTurn = frames % MAP_FRAMES == 0 || run.state() != LabRun.State.RUNNING;
    if (isTurn && values != null && !worker.isBusy() && !Arrays.equals(values, weights)) {
      weights = values;
      worker.request(run, current.plane(), current.planeRows(), values);
    }
  }

  /** Epochs with a fraction. */
  private static double epochs(LabRun run) {
    LabMeasures measures = run.measures();
    double[] measured = measures == null ? new double[0] : measures.losses(Part.TRAINING).points()[0];
    WatchedTraining training = run.training();
    double last = measured.length == 0 ? 0 : measured[measured.length - 1];
    return Math.max(last, training == null ? 0 : training.epochs());
  }

  private void show(PlaneMaps maps) {
    PlaygroundRun current = now;
    if (current == null || maps.run() != current.run()) {
      return;
    }
    output.show(maps);
    drawing.show(maps, weights);
  }
}
