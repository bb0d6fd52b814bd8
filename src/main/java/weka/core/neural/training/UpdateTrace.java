package weka.core.neural.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Activation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.train.Dataset;
import ruru.nn.train.StepObserver;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.report.Numbers;
import weka.core.neural.report.Table;

/**
 * Records the first updates for a lesson: the inputs, the weighted sum of the last layer, the output, the target, and
 * the weights after the update.
 */
public final class UpdateTrace implements StepObserver {
  /** The most numbers of one kind shown in a line. */
  private static final int SHOWN = 12;
  private static final int ROWS_SHOWN = 16;

  private final Network network;
  private final Loss loss;
  private final ClassEncoder classes;
  /** Whether nothing is predicted beside the class. */
  private final boolean alone;
  private final Dataset data;
  private final int updates;
  private final int decimals;
  private final Workspace workspace;
  private final Tensor target;
  private final Tensor prediction;
  private final Table table = new Table("update", "inputs", "weighted sum", "output", "target", "new weights");
  private String @Nullable [] pending;

  /** @param updates how many to record */
  public UpdateTrace(Network network, Loss loss, ClassEncoder classes, Dataset data, int updates, int decimals) {
    this.network = network;
    this.loss = loss;
    this.classes = classes;
    this.data = data;
    this.updates = updates;
    this.decimals = decimals;
    workspace = new Workspace(network, 1, Workspace.Mode.INSPECT, BlasProvider.get());
    target = new Tensor(data.targetShape(), 1);
    alone = loss.fits(classes.task());
    prediction = new Tensor(alone && classes.classes() > 0 ? Shape.of(classes.classes()) : network.outputShape(), 1);
    table.add("start", "", "", "", "", weights());
  }

  @Override
  public void before(long step, int[] rows, int from, int to, double rate) {
    for (int i = from; i < Math.min(to, from + ROWS_SHOWN) && step <= updates; i++) {
      data.read(rows, i, i + 1, workspace.input(), target);
      workspace.forward(false);
      loss.predict(workspace.output(), alone ? classes.task() : Loss.Task.NUMBERS, prediction);
      boolean link = classes.classes() == 2 && data.targetShape().size() == 1;
      flush();
      pending = new String[] {i == from ? Long.toString(step) : "", text(workspace.input()),
          text(workspace.output(lastSum())),
          link ? Numbers.text(new float[] {prediction.get(0, 1)}, decimals) : text(prediction), text(target), ""};
    }
  }

  /** The node whose output is the weighted sum: the last one that is not an activation. */
  private int lastSum() {
    List<Network.Node> nodes = network.nodes();
    int k = nodes.size() - 1;
    while (k > 1 && network.steps().get(nodes.get(k).step()).layer() instanceof Activation) {
      k--;
    }
    return k;
  }

  private String text(Tensor t) {
    int size = t.positions() * t.channels();
    float[] row = new float[Math.min(SHOWN, size)];
    for (int i = 0; i < row.length; i++) {
      row[i] = t.get(0, i);
    }
    return Numbers.text(row, decimals) + (size > SHOWN ? " .." : "");
  }

  /** The new weights are in the line of the update's last row. */
  @Override
  public void after(long step, double meanLoss) {
    if (pending != null) {
      pending[pending.length - 1] = weights();
      flush();
    }
  }

  private void flush() {
    if (pending != null) {
      table.add(pending);
      pending = null;
    }
  }

  private String weights() {
    StringBuilder s = new StringBuilder();
    for (Parameter p : network.parameters()) {
      int shown = Math.min(SHOWN, p.size());
      float[] values = Arrays.copyOfRange(network.values(), p.offset(), p.offset() + shown);
      s.append(s.length() == 0 ? "" : "; ").append(p.name()).append(' ').append(Numbers.text(values, decimals))
          .append(shown < p.size() ? " .." : "");
    }
    return s.toString();
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
