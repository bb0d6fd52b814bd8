package weka.bench;

import java.awt.Component;
import java.awt.Container;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import weka.core.Instances;
import weka.core.converters.IdxLoader;
import weka.gui.GenericObjectEditor;
import weka.gui.explorer.Explorer;
import weka.gui.neural.lab.ClassifyLauncher;
import weka.gui.neural.lab.ClusterLauncher;
import weka.gui.neural.lab.LabPanel;
import weka.gui.neural.lab.LabWindow;

/**
 * How long the event thread lets one wait while the lab trains a network on MNIST, with each of its pages shown in
 * turn: a task is posted every 20 ms. Prints how long the lab takes when the Explorer starts, then the median, the 99th
 * percentile and the longest wait in milliseconds. It needs a display. Arguments: the folder with MNIST, rows (10000),
 * seconds a page (8), layers (auto).
 */
public final class LagBench {
  private static final int PERIOD_MILLISECONDS = 20;

  private LagBench() {}

  public static void main(String[] args) throws Exception {
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    IdxLoader loader = new IdxLoader();
    loader.setSource(new File(args[0], "t10k-images-idx3-ubyte.gz"));
    Instances all = loader.getDataSet();
    Instances data = new Instances(all, 0, Math.min(rows, all.size()));
    GenericObjectEditor.determineClasses();
    LabPanel[] lab = new LabPanel[1];
    SwingUtilities.invokeAndWait(() -> {
      new Explorer();
      long began = System.nanoTime();
      lab[0] = new LabPanel();
      new ClassifyLauncher().getLaunchCommand();
      new ClusterLauncher().getLaunchCommand();
      new LabWindow().getMenuEntryText();
      System.out.printf(Locale.ROOT, "what Weka makes of the lab when it starts: %.2f ms%n",
          (System.nanoTime() - began) / 1e6);
    });
    long made = System.nanoTime();
    SwingUtilities.invokeAndWait(() -> {
      JFrame frame = new JFrame("Neural lab");
      frame.getContentPane().add(lab[0]);
      frame.setSize(1000, 700);
      frame.setVisible(true);
      lab[0].setInstances(data);
      if (args.length > 3) {
        find(lab[0], "layers", JTextComponent.class).setText(args[3]);
      }
    });
    System.out.printf(Locale.ROOT, "first shown after %.0f ms%n", (System.nanoTime() - made) / 1e6);
    TimeUnit.SECONDS.sleep(2);
    SwingUtilities.invokeAndWait(() -> find(lab[0], "start", JButton.class).doClick());
    TimeUnit.SECONDS.sleep(5);
    JTabbedPane pages = find(lab[0], null, JTabbedPane.class);
    for (int p = 0; p < pages.getTabCount(); p++) {
      int page = p;
      SwingUtilities.invokeLater(() -> pages.setSelectedIndex(page));
      measure(pages.getTitleAt(p), seconds);
    }
    System.exit(0);
  }

  private static void measure(String page, int seconds) throws InterruptedException {
    List<Double> waits = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < seconds * 1000 / PERIOD_MILLISECONDS; i++) {
      long posted = System.nanoTime();
      SwingUtilities.invokeLater(() -> waits.add((System.nanoTime() - posted) / 1e6));
      TimeUnit.MILLISECONDS.sleep(PERIOD_MILLISECONDS);
    }
    List<Double> sorted = new ArrayList<>(waits);
    Collections.sort(sorted);
    System.out.printf(Locale.ROOT, "%-18s median %6.1f, 99 %% %6.1f, longest %6.1f ms (%d tasks)%n", page,
        sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.get(sorted.size() - 1),
        sorted.size());
  }

  /** The first component of a type and a name, or of any name. */
  static <T extends Component> T find(Container container, String name, Class<T> type) {
    T found = search(container, name, type);
    if (found == null) {
      throw new IllegalStateException("there is no " + type.getSimpleName() + " " + name);
    }
    return found;
  }

  private static <T extends Component> T search(Container container, String name, Class<T> type) {
    for (Component c : container.getComponents()) {
      if (type.isInstance(c) && (name == null || name.equals(c.getName()))) {
        return type.cast(c);
      }
      T inner = c instanceof Container deeper ? search(deeper, name, type) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }
}
