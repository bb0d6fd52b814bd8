package ruru.nn;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.initializers.GlorotNormal;
import ruru.nn.initializers.GlorotUniform;
import ruru.nn.initializers.HeNormal;
import ruru.nn.initializers.HeUniform;
import ruru.nn.initializers.LecunNormal;
import ruru.nn.initializers.LecunUniform;
import ruru.nn.initializers.Orthogonal;
import ruru.nn.initializers.Zeros;
import ruru.nn.layers.Add;
import ruru.nn.layers.BatchNorm;
import ruru.nn.layers.Centroids;
import ruru.nn.layers.Clip;
import ruru.nn.layers.Concat;
import ruru.nn.layers.Contractive;
import ruru.nn.layers.Corrupt;
import ruru.nn.layers.Cos;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.Elu;
import ruru.nn.layers.First;
import ruru.nn.layers.Flatten;
import ruru.nn.layers.From;
import ruru.nn.layers.Gauss;
import ruru.nn.layers.Gelu;
import ruru.nn.layers.HardSigmoid;
import ruru.nn.layers.HardTanh;
import ruru.nn.layers.Hole;
import ruru.nn.layers.LayerNorm;
import ruru.nn.layers.LeakyRelu;
import ruru.nn.layers.Linear;
import ruru.nn.layers.MapDropout;
import ruru.nn.layers.Maxout;
import ruru.nn.layers.Mish;
import ruru.nn.layers.Noise;
import ruru.nn.layers.Output;
import ruru.nn.layers.Penalty;
import ruru.nn.layers.Relu;
import ruru.nn.layers.Reshape;
import ruru.nn.layers.Selu;
import ruru.nn.layers.Sigmoid;
import ruru.nn.layers.Sign;
import ruru.nn.layers.Sin;
import ruru.nn.layers.Softmax;
import ruru.nn.layers.Softplus;
import ruru.nn.layers.Softsign;
import ruru.nn.layers.Sparse;
import ruru.nn.layers.Square;
import ruru.nn.layers.Swish;
import ruru.nn.layers.Tanh;
import ruru.nn.layers.Tied;
import ruru.nn.layers.Variational;
import ruru.nn.losses.Absolute;
import ruru.nn.losses.BinaryCrossEntropy;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Hinge;
import ruru.nn.losses.Huber;
import ruru.nn.losses.Joint;
import ruru.nn.losses.Percentage;
import ruru.nn.losses.Perceptron;
import ruru.nn.losses.Reconstruction;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.AdamW;
import ruru.nn.optimizers.Lbfgs;
import ruru.nn.optimizers.Momentum;
import ruru.nn.optimizers.Nesterov;
import ruru.nn.optimizers.RmsProp;
import ruru.nn.optimizers.Sgd;
import ruru.nn.schedules.Constant;
import ruru.nn.schedules.Cosine;
import ruru.nn.schedules.Exponential;
import ruru.nn.schedules.OneCycle;
import ruru.nn.schedules.Plateau;

/**
 * The table of samples: every layer in several small networks, with unequal sizes, on features and on maps, with
 * inputs that are used twice; every loss for every task; every optimizer, schedule and initialiser. A new one is
 * tested by the whole suite as soon as it has its lines here; without them the suite fails.
 */
public final class Samples {
  private Samples() {}

  /** All samples, layer by layer. */
  public static List<Sample> layers() {
    List<Sample> all = new ArrayList<>();
    products(all);
    for (Activation a : List.of(new Linear(), new Sigmoid(), new Tanh(), new Relu(), new LeakyRelu(),
        new LeakyRelu(0.3), new Elu(), new Elu(0.5), new Selu(), new Softplus(), new Swish(), new Gelu(),
        new Sin(), new Cos(), new Square(), new Gauss(), new HardSigmoid(), new HardTanh(), new Clip(),
        new Clip(-0.8, 1.3), new Softsign(), new Mish())) {
      elementwise(all, a);
    }
    for (Activation a : List.of(new ruru.nn.layers.Step(), new Sign())) {
      List<Sample> own = new ArrayList<>();
      elementwise(own, a);
      own.forEach(s -> all.add(s.without(Sample.Law.GRADIENT, "straight-through: the derivative is taken as 1")));
    }
    elementwise(all, new Softmax());
    random(all, new Dropout(), new Dropout(0.2), new Dropout(0));
    random(all, new MapDropout(), new MapDropout(0.5), new MapDropout(0));
    random(all, new Noise(), new Noise(0.7), new Noise(0));
    random(all, new Corrupt(), new Corrupt(0.6, -1, 2));
    holes(all);
    normalising(all);
    joining(all);
    reshaping(all);
    all.addAll(ConvSamples.all());
    all.addAll(SeriesSamples.all());
    coding(all);
    return all;
  }

  private static void products(List<Sample> all) {
    all.add(Sample.of(Dense.class, "7", new Dense(4)));
    all.add(Sample.of(Dense.class, "2x3x2", new Dense(3, Initializer.AUTO, false, 0)));
    all.add(Sample.of(Dense.class, "6", named(new Dense(5), "a"), new Tanh(), new Dense(5), new Add("a")));
    all.add(Sample.of(Output.class, "5", new Output()));
    all.add(Sample.of(Output.class, "2x4", new Tanh(), new Output(new HeUniform(), true, 0.5)));
    all.add(Sample.of(Maxout.class, "5", new Maxout(3, 2)));
    all.add(Sample.of(Maxout.class, "3x2x3", new Maxout(4, 1), new Maxout(2, 3)));
    all.add(Sample.of(Maxout.class, "4", named(new Dense(3), "a"), new Maxout(3, 2), new Add("a")));
  }

  /** Alone on features and maps; in place; with an input that somebody else reads too. */
  static void elementwise(List<Sample> all, Layer a) {
    all.add(Sample.of(a.getClass(), "7", a));
    all.add(Sample.of(a.getClass(), "3x2x4", a));
    all.add(Sample.of(a.getClass(), "6", new Dense(5), a, new Dense(3)));
    all.add(Sample.of(a.getClass(), "2x3x4", new LayerNorm(), a));
    all.add(Sample.of(a.getClass(), "3", named(new Dense(4), "a"), a, new Add("a")));
  }

  private static void holes(List<Sample> all) {
    List<Sample> own = new ArrayList<>();
    own.add(Sample.of(Hole.class, "3x4x2", new Hole(2)));
    own.add(Sample.of(Hole.class, "3x3x1", new Hole(2)));
    own.add(Sample.of(Hole.class, "3x3x4", new LayerNorm(), new Hole(1)));
    own.add(Sample.of(Hole.class, "3x4x2", named(new Tanh(), "a"), new Hole(2), new Add("a")));
    own.forEach(s -> all.add(s.without(Sample.Law.TWICE, "the two rows draw different random numbers")));
  }

  private static void random(List<Sample> all, Layer... variants) {
    List<Sample> own = new ArrayList<>();
    for (Layer variant : variants) {
      elementwise(own, variant);
    }
    own.forEach(s -> all.add(s.without(Sample.Law.TWICE, "the two rows draw different random numbers")));
  }

  private static void normalising(List<Sample> all) {
    all.add(Sample.of(LayerNorm.class, "6", new LayerNorm()));
    all.add(Sample.of(LayerNorm.class, "2x3x4", new LayerNorm(0.1)));
    all.add(Sample.of(LayerNorm.class, "4", named(new Dense(5), "a"), new LayerNorm(), new Add("a"), new Tanh()));
    Dense unbiased = new Dense(5, Initializer.AUTO, false, 0);
    all.add(Sample.of(BatchNorm.class, "4", new BatchNorm()));
    all.add(Sample.of(BatchNorm.class, "3x2x3", new BatchNorm(0.5, 0.1)));
    all.add(Sample.of(BatchNorm.class, "7x5x2", new BatchNorm()));
    all.add(Sample.of(BatchNorm.class, "4", named(unbiased, "a"), new BatchNorm(), new Add("a"), new Tanh()));
    all.add(Sample.of(BatchNorm.class, "6", unbiased, new BatchNorm(0, 1e-3), new Sigmoid(), new Dense(2)));
    all.add(Sample.of(BatchNorm.class, "5", new BatchNorm(), new Tanh(), unbiased, new BatchNorm(), new Tanh(),
        new Dense(3)));
  }

  private static void joining(List<Sample> all) {
    all.add(Sample.of(Add.class, "3", named(new Dense(4), "a"), new Tanh(), new Add("a")));
    all.add(Sample.of(Add.class, "3", named(new Dense(4), "a"), new Dense(4), new Add("a")));
    all.add(Sample.of(Add.class, "4", named(new Dense(4), "a"), new Sigmoid(), new Add("a", "a", "input")));
    all.add(Sample.of(Add.class, "2x3x2", named(new Tanh(), "a"), new Sigmoid(), new Add("a", "input")));
    all.add(Sample.of(Concat.class, "5", named(new Dense(3), "a"), new Dense(4), new Concat("a", "input")));
    all.add(Sample.of(Concat.class, "2x3x2", named(new Tanh(), "a"), new Concat("a"), new Concat("a", "input")));
    all.add(Sample.of(From.class, "4", named(new Dense(3), "a"), new From("input"), new Dense(3), new Add("a")));
    all.add(Sample.of(From.class, "4", named(new Dense(3), "a"), new From("input"), named(new Dense(3), "b"),
        new From("a"), new Sigmoid(), new Add("b")));
    all.add(Sample.of(From.class, "2x2", named(new Tanh(), "a"), named(new Sigmoid(), "b"), new From("a"),
        new Softmax(), new Add("b", "a")));
  }

  private static void reshaping(List<Sample> all) {
    all.add(Sample.of(Flatten.class, "2x3x4", new Flatten()));
    all.add(Sample.of(Flatten.class, "2x3", new Tanh(), new Flatten(), new Dense(4)));
    all.add(Sample.of(First.class, "5", new First(3)));
    all.add(Sample.of(First.class, "4", named(new Dense(5), "a"), new First(2), new Sigmoid(), new Concat("a")));
    all.add(Sample.of(Reshape.class, "12", new Reshape(2, 3, 2)));
    all.add(Sample.of(Reshape.class, "3x2x4", named(new Reshape(4, 6), "a"), new Tanh(), new Reshape(2, 2, 6),
        named(new Tanh(), "b"), new From("a"), new Reshape(2, 2, 6), new Add("b")));
  }

  /** What autoencoders are made of; some of it adds a term to the loss. */
  private static void coding(List<Sample> all) {
    all.add(Sample.of(Tied.class, "5", named(new Dense(3), "a"), new Tanh(), new Tied("a")));
    all.add(Sample.of(Tied.class, "2x3x1", named(new Dense(4), "a"), new Tanh(), new Tied("a", false)));
    all.add(Sample.of(Tied.class, "4", named(new Dense(3), "a"), named(new Tanh(), "b"), new Tied("a"), new Tanh(),
        new Dense(3), new Tanh(), new Tied("a"), new Dense(3), new Add("b")));
    all.add(Sample.of(Contractive.class, "5", new Contractive(4, 0.5)));
    all.add(Sample.of(Contractive.class, "2x3", new Tanh(), new Contractive(3, 2), new Dense(2)));
    elementwise(all, new Penalty(0, 0.3));
    all.add(Sample.of(Penalty.class, "7", new Penalty()));
    all.add(Sample.of(Penalty.class, "3x2x4", new Penalty(0.5, 0.3)));
    all.add(Sample.of(Sparse.class, "5", new Sigmoid(), new Sparse()));
    all.add(Sample.of(Sparse.class, "2x2x3", new Sigmoid(), new Sparse(0.3, 2)));
    all.add(Sample.of(Sparse.class, "4", new Dense(3), new Sigmoid(),
        new Dense(3, new ruru.nn.initializers.Constant(0.05), true, 0.45), new Sparse(0.1, 0.5), new Dense(2)));
    all.add(Sample.of(Sparse.class, "4", new Sigmoid(), named(new Linear(), "a"), new Sparse(0.2, 1), new Add("a")));
    for (Sample s : List.of(
        Sample.of(Variational.class, "6", new Variational()),
        Sample.of(Variational.class, "1x2x2", new Dense(4), new Variational(0.3), new Dense(3)),
        Sample.of(Variational.class, "4", named(new Dense(4), "a"), new Variational(0), new Concat("a")))) {
      all.add(s.without(Sample.Law.TWICE, "the two rows draw different random numbers"));
    }
    all.add(Sample.of(Centroids.class, "3", new Centroids(4)));
    all.add(Sample.of(Centroids.class, "3", new Tanh(), new Centroids(2, 0.6, Initializer.AUTO)));
    all.add(Sample.of(Centroids.class, "2x2", named(new Dense(3), "a"), new Centroids(3), new Add("a")));
  }

  /** All losses, for every task that they fit. */
  public static List<LossSample> losses() {
    List<LossSample> all = new ArrayList<>();
    for (Loss loss : List.of(new CrossEntropy(), new BinaryCrossEntropy(), new Hinge(), new Perceptron(),
        new Squared())) {
      for (int classes : new int[] {2, 5}) {
        all.add(LossSample.ofClasses(loss, classes));
      }
    }
    for (Loss loss : List.of(new Squared(), new Absolute(), new Percentage(), new Percentage(0.8), new Huber(),
        new Huber(0.4))) {
      for (String shape : List.of("1", "5", "2x3x4")) {
        all.add(LossSample.ofNumbers(loss, shape));
      }
    }
    for (String shape : List.of("1", "5", "2x3x4")) {
      all.add(LossSample.ofNumbers(new Reconstruction(), shape));
    }
    all.add(LossSample.ofNumbers(new Reconstruction("n2+c3+n1:0.5+c2:2.25"), "8"));
    all.add(LossSample.ofNumbers(new Reconstruction("c4"), "4"));
    for (String shape : List.of("1", "5", "2x3x4")) {
      all.add(LossSample.ofNumbers(joint("numbers", Joint.Nominal.CROSSENTROPY, Joint.Numeric.SQUARED), shape));
    }
    all.add(
        LossSample.ofNumbers(joint("n2+c3+n1:0.5+c2:2.25", Joint.Nominal.CROSSENTROPY, Joint.Numeric.SQUARED), "8"));
    all.add(LossSample.ofNumbers(joint("c3+n3+c2", Joint.Nominal.CROSSENTROPY, Joint.Numeric.PERCENTAGE), "8"));
    all.add(LossSample.ofNumbers(joint("c2+c2", Joint.Nominal.CROSSENTROPY, Joint.Numeric.SQUARED), "4"));
    all.add(LossSample.ofNumbers(joint("n3", Joint.Nominal.SQUARED, Joint.Numeric.ABSOLUTE), "3"));
    all.add(LossSample.ofNumbers(joint("n2+n1:1.5", Joint.Nominal.SQUARED, Joint.Numeric.HUBER), "3"));
    return all;
  }

  private static Joint joint(String targets, Joint.Nominal nominal, Joint.Numeric numeric) {
    return new Joint(ColumnGroups.parse(targets), nominal, numeric, 0.8);
  }

  /** All optimizers. */
  public static List<Optimizer> optimizers() {
    return List.of(new Sgd(), new Momentum(), new Momentum(0.5), new Nesterov(), new RmsProp(), new Adam(), new AdamW(),
        new Lbfgs());
  }

  /** All learning-rate schedules. */
  public static List<Schedule> schedules() {
    return List.of(new Constant(), new ruru.nn.schedules.Step(), new Exponential(), new Cosine(), new Cosine(0.1),
        new OneCycle(), new Plateau());
  }

  /** All initialisers. */
  public static List<Initializer> initializers() {
    return List.of(new GlorotNormal(), new GlorotUniform(), new GlorotUniform(0.5), new HeNormal(), new HeUniform(),
        new LecunNormal(),
        new LecunUniform(), new Orthogonal(), new Orthogonal(1.5), new Zeros(),
        new ruru.nn.initializers.Constant(0.25));
  }

  private static NamedLayer named(Layer layer, String name) {
    return new NamedLayer(layer, name);
  }
}
