package ruru.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Layers bound to shapes, in an order in which every input comes before its use (so there is no cycle), and the one
 * array of all parameters. To run it, take a {@link Workspace}; several may share a network.
 */
public final class Network {
  /**
   * An op within the network.
   *
   * @param name       the step's name, or the layer's name with a number
   * @param step       index of the step it comes from
   * @param op         does nothing at the network's input, which is node 0
   * @param inputs     indices of the nodes whose outputs it takes
   * @param parameters the parameters that it declared, contiguous in the array
   * @param borrowed parameters of earlier nodes that it also uses
   */
  public record Node(String name, int step, Op op, Shape shape, int[] inputs, List<Parameter> parameters,
      List<Parameter> borrowed) {}

  /** Far above any network that was ever of use, and built within a second. */
  public static final int MOST_STEPS = 20_000;

  private record InputOp(Shape outputShape) implements Op {
    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {
      // y is written by whoever runs the network
    }

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
      // dy is read by whoever wants it
    }
  }

  private final Shape input;
  private final int outputs;
  private final List<NamedLayer> steps;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Build.Declared> declared = new ArrayList<>();
  private final Map<String, Parameter> byName = new LinkedHashMap<>();
  private final Set<String> givenNames = new HashSet<>();
  private final List<Parameter> untrained = new ArrayList<>();
  private final boolean[] lostShifts;
  private final float[] values;

  /**
   * Binds the steps to shapes. Parameters are zero until {@link #initialise}.
   *
   * @param outputs outputs that the loss needs, for steps that ask for it
   * @throws IllegalArgumentException naming the step, if a shape does not fit, a name is unknown or given twice, or an
   *                                  output is used nowhere
   */
  public Network(Shape input, int outputs, List<NamedLayer> steps) {
    this(input, outputs, steps, Integer.MAX_VALUE);
  }

  /** @param limit the most parameters; larger networks are rejected before memory is allocated */
  public Network(Shape input, int outputs, List<NamedLayer> steps, int limit) {
    this.input = input;
    this.outputs = outputs;
    this.steps = List.copyOf(steps);
    if (steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("the network has " + steps.size() + " steps, at most " + MOST_STEPS
          + " are allowed");
    }
    steps.forEach(step -> givenNames.add(step.name()));
    this.lostShifts = LostShifts.of(steps);
    nodes.add(new Node(NamedLayer.INPUT, -1, new InputOp(input), input, new int[0], List.of(), List.of()));
    Map<String, Integer> named = new HashMap<>(Map.of(NamedLayer.INPUT, 0));
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      add(i, named, counts);
    }
    requireAllUsed();
    int size = declared.isEmpty() ? 0 : declared.get(declared.size() - 1).parameter().end();
    if (size > limit) {
      throw new IllegalArgumentException("the network has " + size + " parameters, but at most " + limit + " are "
          + "allowed here");
    }
    Heap.require((long) Float.BYTES * size, "a network of " + size + " parameters", "Use fewer units");
    values = new float[size];
  }

  private void add(int index, Map<String, Integer> named, Map<String, Integer> counts) {
    NamedLayer step = steps.get(index);
    String kind = kind(step.layer());
    String where = where(index);
    String name = step.name() != null ? step.name() : freeName(kind, counts);
    int previous = nodes.size() - 1;
    List<Source> from = step.layer().inputs();
    int[] inputs = new int[from.size()];
    Shape[] shapes = new Shape[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      int source = node(from.get(i), previous, named, where);
      inputs[i] = source;
      shapes[i] = nodes.get(source).shape();
      if (step.layer().takesFeatures() && shapes[i].rank() > 1) {
        shapes[i] = Shape.of(shapes[i].size());
        nodes.add(new Node("flatten", index, new ReshapeOp(shapes[i]), shapes[i], new int[] {source}, List.of(),
            List.of()));
        inputs[i] = nodes.size() - 1;
      }
    }
    int offset = declared.isEmpty() ? 0 : declared.get(declared.size() - 1).parameter().end();
    Build build = new Build(where, name, usualInitializer(index), outputs, byName, offset,
        n -> nodes.get(Objects.requireNonNull(named.get(n))).op(), lostShifts[index]);
    Op op = step.layer().build(build, shapes);
    declared.addAll(build.declared());
    untrained.addAll(build.untrained());
    List<Parameter> opParameters = build.declared().stream().map(Build.Declared::parameter).toList();
    opParameters.forEach(p -> byName.put(p.name(), p));
    nodes.add(new Node(name, index, op, op.outputShape(), inputs, opParameters, build.borrowed()));
    if (step.name() != null && named.put(name, nodes.size() - 1) != null) {
      throw new IllegalArgumentException(where + ": the name '" + name + "' is already in use; choose another");
    }
  }

  /** Index of the node from which an input comes. */
  private int node(Source source, int previous, Map<String, Integer> named, String where) {
    if (source instanceof Source.Named earlier) {
      return node(earlier.step(), named, where);
    } else if (source instanceof Source.InputOf other) {
      int node = node(other.step(), named, where);
      return node == 0 ? 0 : nodes.get(node).inputs()[0];
    }
    return previous;
  }

  private static int node(String name, Map<String, Integer> named, String where) {
    Integer node = named.get(name);
    if (node == null) {
      throw new IllegalArgumentException(where + ": there is no earlier step named '" + name + "'; name one by "
          + "writing 'as " + name + "' after it");
    }
    return node;
  }

  /**
   * The layer's name with a number, different from the user's names, so that parameter names are unique.
   */
  private String freeName(String kind, Map<String, Integer> counts) {
    while (true) {
      String name = kind + counts.merge(kind, 1, Integer::sum);
      if (!givenNames.contains(name)) {
        return name;
      }
    }
  }

  /** The layer's name in the notation. */
  private static String kind(Layer layer) {
    return NotationWord.of(layer.getClass());
  }

  /** Names a step in errors. */
  String where(int index) {
    NamedLayer step = steps.get(index);
    return step.where() != null ? step.where() : "step " + (index + 1) + " '" + kind(step.layer()) + "'";
  }

  /** The initialiser of the activation that directly follows a step; Glorot's rule if there is none. */
  private Initializer usualInitializer(int index) {
    boolean activated = index + 1 < steps.size() && steps.get(index + 1).layer() instanceof Activation;
    return activated ? ((Activation) steps.get(index + 1).layer()).initialScaling() : VarianceScaling.GLOROT_UNIFORM;
  }

  private void requireAllUsed() {
    Set<Integer> used = new HashSet<>(Set.of(nodes.size() - 1));
    nodes.forEach(n -> {
      for (int i : n.inputs()) {
        used.add(i);
      }
    });
    for (int i = 0; i < nodes.size(); i++) {
      if (!used.contains(i)) {
        throw new IllegalArgumentException(i == 0 ? "the network's input is used nowhere"
            : where(nodes.get(i).step()) + ": its output is used nowhere");
      }
    }
  }

  /** Draws the initial parameters; every parameter has its own random stream. */
  public void initialise(long seed) {
    initialise(seed, Cancellation.NEVER);
  }

  /** As {@link #initialise(long)}, for as long as it is wanted. */
  public <E extends Exception> void initialise(long seed, Cancellation<E> cancellation) throws E {
    for (int i = 0; i < declared.size(); i++) {
      Build.Declared d = declared.get(i);
      Parameter p = d.parameter();
      if (d.initializer() == null) {
        Arrays.fill(values, p.offset(), p.end(), d.constant());
      } else {
        d.initializer().fill(values, p.offset(), p.size(), d.fanIn(), d.fanOut(),
            new Rng(seed, RandomStream.PARAMETERS, i), cancellation);
      }
    }
  }

  /**
   * The network up to a step, that step included, with copies of its parameters: its output is the step's output.
   *
   * @param node the step's name, or the name of its node
   */
  public Network head(String node) {
    return part(0, stepOf(node) + 1, input);
  }

  /**
   * The network after a step, with copies of its parameters: its input is the step's output.
   *
   * @param node the step's name, or the name of its node
   * @throws IllegalArgumentException if a later step uses an output from before it
   */
  public Network tail(String node) {
    int step = stepOf(node);
    Shape shape = input;
    for (Node n : nodes) {
      shape = n.step() == step ? n.shape() : shape;
    }
    return part(step + 1, steps.size(), shape);
  }

  /** Index of the step that a node came from. */
  private int stepOf(String name) {
    for (int k = nodes.size() - 1; k > 0; k--) {
      if (nodes.get(k).name().equals(name)) {
        return nodes.get(k).step();
      }
    }
    throw new IllegalArgumentException("the network has no layer named '" + Shown.of(name) + "'; choose from "
        + String.join(", ", nodes.stream().skip(1).map(Node::name).toList()));
  }

  private Network part(int from, int to, Shape in) {
    Network part = new Network(in, outputs, steps.subList(from, to));
    int first = nodes.stream().filter(n -> n.step() >= from && !n.parameters().isEmpty()).findFirst()
        .map(n -> n.parameters().get(0).offset()).orElse(values.length);
    System.arraycopy(values, first, part.values, 0, part.values.length);
    return part;
  }

  public Shape inputShape() {
    return input;
  }

  public Shape outputShape() {
    return nodes.get(nodes.size() - 1).shape();
  }

  /** The outputs that the loss needs, as given to the constructor. */
  public int outputs() {
    return outputs;
  }

  public List<NamedLayer> steps() {
    return steps;
  }

  /** The input and the ops, in the order in which they run. */
  public List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  public List<Parameter> parameters() {
    return declared.stream().map(Build.Declared::parameter).toList();
  }

  /** All parameters by name, in order. */
  public Map<String, Parameter> parametersByName() {
    return Collections.unmodifiableMap(byName);
  }

  /** Parameters whose gradient counts as 0: see {@link Build#shift}. */
  List<Parameter> untrained() {
    return untrained;
  }

  /** The array of all parameters. Not a copy. */
  public float[] values() {
    return values;
  }
}
