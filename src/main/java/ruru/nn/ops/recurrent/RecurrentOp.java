package ruru.nn.ops.recurrent;

import java.util.List;
import java.util.function.Function;
import ruru.nn.Activation;
import ruru.nn.Build;
import ruru.nn.Heap;
import ruru.nn.Initializer;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.ops.Series;

/**
 * A recurrent layer, unrolled over the steps of a series: x [steps, inputs] gives the states at all steps [steps,
 * units], or the last state [units]. With two directions, the channels of the second follow those of the first; its
 * last state is that at the first position. Backward is backpropagation through time, over all steps.
 */
public final class RecurrentOp implements Op {
  private final Shape in;
  private final Shape out;
  private final boolean all;
  private final List<Recurrence> directions;
  private final int units;

  private RecurrentOp(Shape in, Shape out, boolean all, List<Recurrence> directions) {
    this.in = in;
    this.out = out;
    this.all = all;
    this.directions = directions;
    units = out.channels() / directions.size();
  }

  /** What the kinds of recurrent layers have in common. */
  public record Settings(int units, Direction direction, States output, Initializer init, Initializer recurrent) {}

  /** h' = f(x W + h U + b). */
  public static Op rnn(Build b, Shape in, Settings s, Activation f) {
    return of(b, in, s, prefix -> RnnCell.of(b, prefix, in.channels(), s.units, s.init, s.recurrent, f));
  }

  /** Long short-term memory. */
  public static Op lstm(Build b, Shape in, Settings s, Activation sigmoid, Activation tanh) {
    return of(b, in, s, prefix -> LstmCell.of(b, prefix, in.channels(), s.units, s.init, s.recurrent, sigmoid, tanh));
  }

  /** Gated recurrent unit. */
  public static Op gru(Build b, Shape in, Settings s, Activation sigmoid, Activation tanh) {
    return of(b, in, s, prefix -> GruCell.of(b, prefix, in.channels(), s.units, s.init, s.recurrent, sigmoid, tanh));
  }

  private static Op of(Build b, Shape in, Settings s, Function<String, Cell> cell) {
    Series.require(b, in);
    List<Recurrence> directions = switch (s.direction) {
      case FORWARD -> List.of(new Recurrence(cell.apply(""), false));
      case BACKWARD -> List.of(new Recurrence(cell.apply(""), true));
      case BOTH -> List.of(new Recurrence(cell.apply(""), false), new Recurrence(cell.apply("backward"), true));
    };
    long channels = (long) s.units * directions.size();
    boolean all = s.output == States.ALL;
    return new RecurrentOp(in, all ? b.shape(in.dim(0), channels) : b.shape(channels), all, directions);
  }

  @Override
  public Shape outputShape() {
    return out;
  }

  @Override
  public int outputLength(int length) {
    return all ? length : CONSUMES;
  }

  /** What backward needs is in the memory. */
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  private record Memory(List<Recurrence.Memory> directions) {}

  @Override
  public Object memory(int rows) {
    return memory(rows, true);
  }

  @Override
  public Object memory(int rows, boolean backward) {
    int steps = in.dim(0);
    String what = "unrolling a recurrent layer of " + units + " units over " + steps + " steps for " + rows
        + (rows == 1 ? " row" : " rows") + " at once";
    String remedy = "Use a smaller batch, fewer units or fewer steps";
    long longest = directions.stream().mapToLong(d -> d.longest(steps, backward)).max().orElse(0);
    long numbers = directions.stream().mapToLong(d -> d.numbers(steps, backward)).sum();
    Heap.requireFloats(longest * rows, numbers * rows, what, remedy);
    return new Memory(directions.stream()
        .map(d -> new Recurrence.Memory(d.cell(), d.reversed(), steps, rows, backward)).toList());
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    for (int d = 0; d < directions.size(); d++) {
      directions.get(d).forward(p, m.directions.get(d), x[0], y, d * units, all);
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    for (int d = 0; d < directions.size(); d++) {
      directions.get(d).backward(p, m.directions.get(d), dy, d * units, all, dx[0],
          d == 0 && dx[0] != null && p.fresh(0));
    }
  }
}
