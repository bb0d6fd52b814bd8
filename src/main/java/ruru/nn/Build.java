package ruru.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passed to a {@link Layer} when it is bound to shapes: it declares its parameters here. */
public final class Build {
  /** A declared parameter with the rule for its initial values. */
  record Declared(Parameter parameter, @Nullable Initializer initializer, int fanIn, int fanOut, float constant) {}

  private static final int MOST = Integer.MAX_VALUE - 8;

  private final String where;
  private final String prefix;
  private final Initializer usual;
  private final int outputs;
  private final Map<String, Parameter> earlier;
  private final List<Parameter> borrowed = new ArrayList<>();
  private final Function<String, Op> ops;
  private final List<Declared> declared = new ArrayList<>();
  private final boolean shiftIsLost;
  private final List<Parameter> untrained = new ArrayList<>();
  private long offset;

  /**
   * @param where     names the step in errors
   * @param prefix    starts the names of parameters
   * @param usual     what {@link Initializer#AUTO} stands for here
   * @param outputs   outputs that the loss needs
   * @param earlier the parameters of earlier steps, by name
   * @param offset    index of the first free element of the parameter array
   * @param ops       the op of a step that the layer takes as an input, by its name
   * @param shiftIsLost whether later layers cancel a constant added to the output
   */
  Build(String where, String prefix, Initializer usual, int outputs, Map<String, Parameter> earlier,
      int offset, Function<String, Op> ops, boolean shiftIsLost) {
    this.where = where;
    this.prefix = prefix;
    this.usual = usual;
    this.outputs = outputs;
    this.earlier = earlier;
    this.offset = offset;
    this.ops = ops;
    this.shiftIsLost = shiftIsLost;
  }

  /**
   * A trained weight.
   *
   * @param initializer {@link Initializer#AUTO} lets the activation that follows decide
   * @param fanIn       inputs that one output sums over
   * @param fanOut      outputs that one input feeds
   */
  public Parameter weight(String name, Initializer initializer, int fanIn, int fanOut, int... shape) {
    Initializer chosen = initializer == Initializer.AUTO ? usual : initializer;
    return declare(name, Parameter.Role.WEIGHT, chosen, fanIn, fanOut, 0, shape);
  }

  /** A trained parameter that is never decayed, with a constant initial value. */
  public Parameter bias(String name, double initial, int... shape) {
    return declare(name, Parameter.Role.BIAS, null, 0, 0, (float) initial, shape);
  }

  /** As {@link #bias(String, double, int...)}, with a rule for the initial values, for which fan in and out are 0. */
  public Parameter bias(String name, Initializer initial, int... shape) {
    return declare(name, Parameter.Role.BIAS, initial, 0, 0, 0, shape);
  }

  /**
   * A bias that is added to the output as it is. If later layers cancel it, it stays at its initial value: the sum of
   * its gradient is then 0, and an optimizer that rescales gradients, such as Adam, would amplify its rounding errors.
   */
  public Parameter shift(String name, double initial, int... shape) {
    Parameter p = bias(name, initial, shape);
    if (shiftIsLost) {
      untrained.add(p);
    }
    return p;
  }

  /** Running statistics, with a constant initial value. */
  public Parameter state(String name, double initial, int... shape) {
    return declare(name, Parameter.Role.STATE, null, 0, 0, (float) initial, shape);
  }

  /**
   * A parameter of an earlier step that this one shares (tied weights). Both ops add to its gradient.
   *
   * @param step the step's name
   * @param name the parameter's own name
   */
  public Parameter shared(String step, String name) {
    Parameter p = earlier.get(step + "/" + name);
    if (p == null) {
      throw error("there is no earlier step named '" + step + "' that has a " + name
          + "; give the layer itself the name, as in 'dense 32 as " + step + ", relu'");
    }
    borrowed.add(p);
    return p;
  }

  private Parameter declare(String name, Parameter.Role role, @Nullable Initializer init, int fanIn, int fanOut,
      float constant, int... shape) {
    long size = Arrays.stream(shape).asLongStream().reduce(1, (a, axis) -> a > MOST ? a : a * axis);
    if (offset + size > MOST) {
      throw error("the network has more than 2^31 parameters; use fewer units or channels");
    }
    Parameter p = new Parameter(prefix + "/" + name, role, Shape.of(shape), (int) offset);
    offset += size;
    declared.add(new Declared(p, init, fanIn, fanOut, constant));
    return p;
  }

  /** Outputs that the loss needs: the number of classes, or 1 for a number. */
  public int outputs() {
    return outputs;
  }

  /** The op of an earlier step that the layer names in {@link Layer#inputs}. */
  public Op op(String name) {
    return ops.apply(name);
  }

  /**
   * The shape of an output whose axes may be too long.
   *
   * @throws IllegalArgumentException naming the step, if it has more elements than an array or than fit into memory
   */
  public Shape shape(long... dims) {
    long size = 1;
    int[] axes = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      size *= dims[i];
      if (dims[i] > Integer.MAX_VALUE || size > Integer.MAX_VALUE) {
        throw error("its output would have the shape " + Arrays.toString(dims)
            + ", more than 2^31 - 1 numbers; make it smaller");
      }
      axes[i] = (int) dims[i];
    }
    if (Heap.isTooSmallFor(Float.BYTES * size)) {
      throw error("its output would have the shape " + Arrays.toString(dims) + ": " + (Float.BYTES * size >> 20)
          + " megabytes for each row, and Java has " + Heap.megabytes() + "; make it smaller, or give Java more memory "
          + "(-Xmx)");
    }
    return Shape.of(axes);
  }

  /** An error that names the step. */
  public IllegalArgumentException error(String text) {
    return new IllegalArgumentException(where + ": " + text);
  }

  List<Parameter> untrained() {
    return untrained;
  }

  List<Parameter> borrowed() {
    return borrowed;
  }

  List<Declared> declared() {
    return declared;
  }
}
