package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.lab.LabMeasures.Part;
import weka.core.neural.lab.LabRun;

/** What can be done with the Playground's network and its data elsewhere in Weka. */
final class PlaygroundModel extends JPanel {
  private static final long serialVersionUID = 1;

  private final transient KeptModels keptModels;
  private final transient Consumer<Instances> preprocess;
  private final transient Consumer<String> say;
  private transient @Nullable PlaygroundRun now;
  private boolean keeps;

  PlaygroundModel(KeptModels keptModels, Consumer<Instances> preprocess, Consumer<String> say) {
    super(new BorderLayout());
    this.keptModels = keptModels;
    this.preprocess = preprocess;
    this.say = say;
    add(new WrappingPanel(
        Components.button("playground keep", "Keep", 'K',
            "End the training, and put the network into the result list of Classify", this::keep),
        Components.button("playground command", "Copy command", 'M', "Copy the command line that trains this network",
            this::copy),
        Components.button("playground data", "Table for other schemes", 'F',
            "Open the table that the network learns from as your own data, to try other schemes on it", this::open)),
        BorderLayout.CENTER);
  }

  void setRun(@Nullable PlaygroundRun run) {
    now = run;
    keeps = false;
  }

  private void keep() {
    if (now == null) {
      say.accept("There is no network to keep");
      return;
    }
    keeps = true;
    now.run().stop();
    frame();
  }

  /** Keeps a model as soon as its training has ended. */
  void frame() {
    PlaygroundRun run = now;
    if (!keeps || run == null || !run.run().isOver()) {
      return;
    }
    keeps = false;
    if (run.run().state() == LabRun.State.ENDED) {
      try {
        say.accept("Kept in the result list of Classify as "
            + keptModels.keep(run.run().model(), run.run().rows().given(), describe(run.run())));
      } catch (Exception e) {
        say.accept(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
  }

  private static String describe(LabRun run) {
    double[] scores = run.measures() == null ? new double[0] : run.measures().scores(Part.TEST).points()[1];
    return scores.length == 0 ? "" : String.format(Locale.ROOT, "Test rows of the Playground: %.4g %% %s",
        scores[scores.length - 1], run.rows().given().classAttribute().isNominal() ? "right"
            : "relative absolute error");
  }

  private void copy() {
    if (now != null) {
      String command = NeuralNet.class.getName() + " " + Utils.joinOptions(now.run().settings());
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(command), null);
      say.accept("Copied: " + command);
    }
  }

  private void open() {
    if (now != null) {
      Instances all = new Instances(now.run().rows().given());
      all.addAll(now.run().rows().test());
      preprocess.accept(all);
      say.accept("Opened " + all.numInstances() + " rows as your own data, the training rows first");
    }
  }
}
