package ruru.nn.losses;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.ColumnGroups;
import ruru.nn.ColumnGroups.Group;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * The columns of each target of a joint loss as tensors of their own: one set for each thread, kept from call
 * to call, so that a step of training allocates nothing. Softly, since threads may live as long as the program.
 */
final class JointParts {
  private static final ThreadLocal<SoftReference<JointParts>> OF_THREAD =
      ThreadLocal.withInitial(() -> new SoftReference<>(new JointParts()));

  private @Nullable Object owner;
  private int channels;
  private int capacity;
  private Loss numbers = new Squared();
  private Part[] parts = {};

  private JointParts() {}

  /** Those of the calling thread, as they were left. */
  static JointParts ofThread() {
    JointParts kept = OF_THREAD.get().get();
    if (kept == null) {
      kept = new JointParts();
      OF_THREAD.set(new SoftReference<>(kept));
    }
    return kept;
  }

  /** Whether they were made for a loss and for outputs of this size. */
  @SuppressWarnings("ReferenceEquality") // equal ones are made anew, since lists of thousands of targets take long
  boolean fit(Object loss, Tensor out) {
    return owner == loss && channels == out.channels() && capacity >= out.rows();
  }

  /**
   * Makes them for a loss.
   *
   * @throws IllegalArgumentException if the targets need another number of outputs
   */
  void make(Object loss, ColumnGroups targets, Loss ofNominal, Loss ofNumbers, Tensor out) {
    owner = null;
    List<Part> made = new ArrayList<>();
    int from = 0;
    for (Group g : targets.groups()) {
      int width = g.nominal() ? g.count() : 1;
      for (int k = 0; k < g.count() / width; k++) {
        if (from + width <= out.channels()) {
          made.add(new Part(g, from, width, out.capacity(), g.nominal() ? ofNominal : ofNumbers));
        }
        from += width;
      }
    }
    if (from != out.channels() && !targets.areAnyNumbers()) {
      throw new IllegalArgumentException("joint: the targets " + targets + " need " + from
          + " outputs, the network has " + out.channels());
    }
    numbers = ofNumbers;
    parts = made.toArray(new Part[0]);
    channels = out.channels();
    capacity = out.capacity();
    owner = loss;
  }

  /** The loss of numbers. */
  Loss numbers() {
    return numbers;
  }

  Part[] all() {
    return parts;
  }

  /** The columns of one target. */
  static final class Part {
    private final Group group;
    private final int from;
    private final int width;
    private final Loss loss;
    private final Tensor out;
    private final Tensor target;
    private final Tensor result;
    private final float[] weight;

    Part(Group group, int from, int width, int rows, Loss loss) {
      this.group = group;
      this.from = from;
      this.width = width;
      this.loss = loss;
      out = new Tensor(Shape.of(width), rows);
      target = new Tensor(Shape.of(width), rows);
      result = new Tensor(Shape.of(width), rows);
      weight = new float[rows];
    }

    /** Copies outputs and targets; a row whose target is missing gets the weight 0. */
    void read(Tensor outputs, Tensor targets, float[] weights) {
      readOutputs(outputs);
      int rows = outputs.rows();
      target.setRows(rows);
      copy(targets, from, target, 0, rows);
      float[] t = target.matrix();
      for (int r = 0; r < rows; r++) {
        boolean known = true;
        for (int j = r * width; j < (r + 1) * width; j++) {
          known &= !Float.isNaN(t[j]);
          t[j] = Float.isNaN(t[j]) ? 0 : t[j];
        }
        weight[r] = known ? weights[r] * group.weight() : 0;
      }
    }

    void readOutputs(Tensor outputs) {
      out.setRows(outputs.rows());
      result.setRows(outputs.rows());
      copy(outputs, from, out, 0, outputs.rows());
    }

    private void copy(Tensor source, int at, Tensor goal, int to, int rows) {
      float[] s = source.matrix();
      float[] g = goal.matrix();
      for (int r = 0; r < rows; r++) {
        System.arraycopy(s, r * source.channels() + at, g, r * goal.channels() + to, width);
      }
    }

    /** Writes the result into these columns of all. */
    void give(Tensor all) {
      copy(result, 0, all, from, result.rows());
    }

    boolean isNominal() {
      return group.nominal();
    }

    Loss loss() {
      return loss;
    }

    Tensor out() {
      return out;
    }

    Tensor target() {
      return target;
    }

    Tensor result() {
      return result;
    }

    float[] weight() {
      return weight;
    }
  }
}
