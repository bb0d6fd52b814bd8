package weka.bench;

import java.awt.GraphicsEnvironment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.watch.TrainingHub;
import weka.gui.neural.lab.LabPanel;

/**
 * What it costs a training to be watched: the same training with nobody watching, with somebody, with nobody again,
 * and with the lab's tab open, in turn. Prints the median of the processor's seconds alone, and the medians of the
 * ratios to the training just before; that of the second alone says how much is chance. Arguments: pairs (9).
 */
public final class WatchBench {
  private WatchBench() {}

  public static void main(String[] args) throws Exception {
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    measure("784-256-10, 10,000 rows", pairs, data(10_000, 784), "-layers \"dense 256 relu\" -epochs 20");
    measure("20-64-64-10, 5,000 rows", pairs, data(5000, 20), "-layers \"dense 64 relu, dense 64 relu\" -epochs 300");
    measure("2-8-10, 500 rows", pairs, data(500, 2), "-layers \"dense 8 tanh\" -epochs 10000");
    System.exit(0);
  }

  private static Instances data(int rows, int inputs) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int a = 0; a < inputs; a++) {
      attributes.add(new Attribute("a" + a));
    }
    attributes.add(new Attribute("class", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")));
    Instances data = new Instances("rows", attributes, rows);
    data.setClassIndex(inputs);
    Random random = new Random(1);
    for (int r = 0; r < rows; r++) {
      double[] values = new double[inputs + 1];
      for (int a = 0; a < inputs; a++) {
        values[a] = random.nextGaussian();
      }
      values[inputs] = random.nextInt(10);
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static void measure(String name, int pairs, Instances data, String options) throws Exception {
    double[] alone = new double[pairs];
    double[] watched = new double[pairs];
    double[] shown = new double[pairs];
    double[] again = new double[pairs];
    train(data, options);
    for (int i = 0; i < pairs; i++) {
      alone[i] = train(data, options);
      TrainingHub.Watch watch = TrainingHub.watch();
      watched[i] = train(data, options) / alone[i];
      watch.close();
      again[i] = train(data, options) / alone[i];
      shown[i] = GraphicsEnvironment.isHeadless() ? Double.NaN : withTab(data, options) / alone[i];
    }
    System.out.printf(Locale.ROOT, "%s: alone %.3f s; ratios: again %.3f, watched %.3f, with the tab %.3f%n", name,
        median(alone), median(again), median(watched), median(shown));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** While the lab is open in a window. */
  private static double withTab(Instances data, String options) throws Exception {
    JFrame[] frame = new JFrame[1];
    SwingUtilities.invokeAndWait(() -> {
      frame[0] = new JFrame("Neural lab");
      frame[0].getContentPane().add(new LabPanel());
      frame[0].setSize(1000, 700);
      frame[0].setVisible(true);
    });
    TimeUnit.MILLISECONDS.sleep(500);
    double seconds = train(data, options);
    SwingUtilities.invokeAndWait(() -> frame[0].dispose());
    return seconds;
  }

  /** Seconds of the processor that the training's thread takes, so that other programs do not count. */
  private static double train(Instances data, String options) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(options + " -validation 0 -patience 0 -threads 1"));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    net.buildClassifier(data);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }
}
