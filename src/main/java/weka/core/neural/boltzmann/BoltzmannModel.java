package weka.core.neural.boltzmann;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.boltzmann.GibbsSampler;
import ruru.boltzmann.RestrictedBoltzmannMachine;
import ruru.data.ImageSheet;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** A trained restricted Boltzmann machine with what was learnt of the attributes. Part of the stored filter. */
public final class BoltzmannModel implements Serializable {
  private static final long serialVersionUID = 1;
  /** Steps of Gibbs sampling from a training row to a new one. */
  private static final int STEPS = 200;
  private static final int COLUMNS = 20;

  private final VisibleEncoder encoder;
  private final float[] weights;
  private final float[] visibleBias;
  private final float[] hiddenBias;
  private final int threads;
  private String report;
  private transient @Nullable RestrictedBoltzmannMachine machine;

  BoltzmannModel(VisibleEncoder encoder, RestrictedBoltzmannMachine machine, int threads, String report) {
    this.encoder = encoder;
    weights = machine.weights();
    visibleBias = machine.visibleBias();
    hiddenBias = machine.hiddenBias();
    this.threads = threads;
    this.report = report;
    this.machine = machine;
  }

  /** The machine itself. */
  public synchronized RestrictedBoltzmannMachine machine() {
    if (machine == null) {
      RestrictedBoltzmannMachine made = new RestrictedBoltzmannMachine(encoder.units(), hiddenBias.length);
      System.arraycopy(weights, 0, made.weights(), 0, weights.length);
      System.arraycopy(visibleBias, 0, made.visibleBias(), 0, visibleBias.length);
      System.arraycopy(hiddenBias, 0, made.hiddenBias(), 0, hiddenBias.length);
      machine = made;
    }
    return machine;
  }

  /** The number of hidden units. */
  public int hidden() {
    return hiddenBias.length;
  }

  /** Probabilities of the hidden units, [rows][{@link #hidden}]. */
  public float[] features(Instances rows) throws InterruptedException {
    return machine().hidden(encode(rows), threads, Cancellation.ofCallingThread());
  }

  /** The free energy of each row. */
  public double[] energies(Instances rows) throws InterruptedException {
    return machine().freeEnergies(encode(rows), threads, Cancellation.ofCallingThread());
  }

  /** The rows as the machine makes them anew: values for each attribute, the class as it was. */
  public double[][] reconstructions(Instances rows) throws InterruptedException {
    float[] v = machine().reconstruction(encode(rows), threads, Cancellation.ofCallingThread());
    double[][] result = new double[rows.numInstances()][];
    for (int r = 0; r < result.length; r++) {
      result[r] = rows.instance(r).toDoubleArray();
      encoder.decode(v, r * encoder.width(), result[r]);
    }
    return result;
  }

  private float[] encode(Instances rows) throws InterruptedException {
    return encoder.encode(rows, Cancellation.ofCallingThread());
  }

  /**
   * New rows, by Gibbs sampling from rows drawn at random; their class is missing.
   *
   * @param rows that the machine was trained on
   */
  public Instances generate(Instances rows, int count, long seed) throws InterruptedException {
    Instances start = new Instances(rows, count);
    for (int r = 0; r < count; r++) {
      start.add(rows.instance(new Rng(seed, RandomStream.CHAIN_STARTS, r).nextInt(rows.numInstances())));
    }
    GibbsSampler sampler = new GibbsSampler(machine(), encode(start), seed, threads);
    sampler.run(STEPS, Cancellation.ofCallingThread());
    Instances result = new Instances(rows, count);
    for (int r = 0; r < count; r++) {
      double[] values = new double[rows.numAttributes()];
      Arrays.fill(values, Utils.missingValue());
      encoder.decodeDrawn(sampler.states(), sampler.means(), r * encoder.width(), values);
      result.add(new DenseInstance(1, values));
    }
    return result;
  }

  /**
   * Draws the weights of each hidden unit as an image: 0 is grey, positive weights are lighter.
   *
   * @param shape of as many pixels as there are visible units
   */
  public void draw(Shape shape, Path file) throws IOException {
    int visible = encoder.width();
    float most = 0;
    for (float w : weights) {
      most = Math.max(most, Math.abs(w));
    }
    float[] scale = new float[2 * visible];
    Arrays.fill(scale, 0, visible, -most);
    Arrays.fill(scale, visible, 2 * visible, most);
    int columns = Math.min(COLUMNS, (int) Math.ceil(Math.sqrt(hidden())));
    float[][] lines = new float[(hidden() + columns - 1) / columns][];
    for (int line = 0; line < lines.length; line++) {
      int n = Math.min(columns, hidden() - line * columns);
      lines[line] = new float[n * visible];
      for (int u = 0; u < n; u++) {
        for (int i = 0; i < visible; i++) {
          lines[line][u * visible + i] = weights[i * hidden() + line * columns + u];
        }
      }
    }
    new ImageSheet(shape, scale).write(file, columns, lines);
  }

  /** Adds a line to what is told. */
  public void warn(String warning) {
    report = report + "\n" + warning + "\n";
  }

  /** What was trained, and how it went. */
  public String describe() {
    return report;
  }
}
