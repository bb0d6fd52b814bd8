package weka.gui.neural.lab;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.lab.LabNetwork;
import weka.core.neural.training.NetworkPreview;

/**
 * The network of the settings as they are typed, for the data that are loaded. Since reading the rows may take long, it
 * is made in a thread of its own; of several requests only the last is answered.
 */
final class TypedNetwork {
  /**
   * The answer.
   *
   * @param network null if it cannot be built
   * @param problem why, in a sentence; empty if there is none
   */
  record Answer(@Nullable NetworkPreview network, List<String> outputs, String problem) {}

  private static final int DECIMALS = 4;

  private static final int PAUSE_MILLISECONDS = 200;

  private final LabSetup setup;
  private final Consumer<Answer> receiver;
  private final Timer pause = new Timer(PAUSE_MILLISECONDS, e -> begin());
  private @Nullable Thread thread;

  /** @param receiver is called on the event thread */
  TypedNetwork(LabSetup setup, Consumer<Answer> receiver) {
    this.setup = setup;
    this.receiver = receiver;
    pause.setRepeats(false);
  }

  /** Asks for it; for the event thread. It waits a moment, as somebody who types has not finished. */
  void request() {
    pause.restart();
  }

  private void begin() {
    if (thread != null) {
      thread.interrupt();
    }
    NeuralNet net;
    Instances rows;
    try {
      rows = setup.loaded();
      net = setup.template();
    } catch (Exception e) {
      thread = null;
      receiver.accept(new Answer(null, List.of(), sentence(e)));
      return;
    }
    int classIndex = setup.classIndex();
    Thread made = new Thread(() -> build(net, rows, classIndex), "Neural lab, typed network");
    made.setDaemon(true);
    thread = made;
    made.start();
  }

  private void build(NeuralNet net, Instances loaded, int classIndex) {
    Answer answer;
    try {
      Instances rows = LabSetup.withClass(loaded, classIndex);
      NetworkPreview network = NetworkPreview.of(rows, net.settings(), DECIMALS);
      answer = new Answer(network, LabNetwork.outputs(rows.classAttribute(), network.network().outputs(),
          network.others()), "");
    } catch (InterruptedException e) {
      return;
    } catch (RuntimeException | OutOfMemoryError e) {
      answer = new Answer(null, List.of(), sentence(e));
    }
    Answer found = answer;
    Thread self = Thread.currentThread();
    SwingUtilities.invokeLater(() -> {
      if (thread == self) {
        receiver.accept(found);
      }
    });
  }

  private static String sentence(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
