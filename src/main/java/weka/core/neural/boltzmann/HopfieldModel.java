package weka.core.neural.boltzmann;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.boltzmann.HopfieldNetwork;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import weka.core.Instance;
import weka.core.Instances;

/** A Hopfield network with the rows that it has stored. Part of the stored filter. */
public final class HopfieldModel implements Serializable {
  private static final long serialVersionUID = 1;
  /** Random patterns for each unit that Hebb's rule holds. */
  private static final double CAPACITY = 0.138;

  /** How weights follow from rows. */
  public enum Rule { HEBB, PROJECTION }

  /**
   * What a row recalls.
   *
   * @param values  of a row, the class as it was
   * @param sweeps  through all units
   * @param pattern the number of the stored row that is most like it, from 1
   * @param overlap their product over the number of units; 1 if they are the same
   */
  public record Recalled(double[] values, double energy, int sweeps, int pattern, double overlap) {}

  private final PatternEncoder encoder;
  private final float[] patterns;
  private final Rule rule;
  private transient @Nullable HopfieldNetwork network;

  private HopfieldModel(PatternEncoder encoder, float[] patterns, Rule rule) {
    this.encoder = encoder;
    this.patterns = patterns;
    this.rule = rule;
  }

  /**
   * Stores rows.
   *
   * @throws IllegalArgumentException if an attribute is no unit
   * @throws InterruptedException     if the thread was interrupted
   */
  public static HopfieldModel of(Instances rows, Rule rule) throws InterruptedException {
    PatternEncoder encoder = new PatternEncoder(rows);
    int units = encoder.units();
    float[] patterns = Heap.floats(rows.numInstances(), units, "rows", "units", "Store fewer rows");
    for (int r = 0; r < rows.numInstances(); r++) {
      System.arraycopy(encoder.encode(rows.instance(r)), 0, patterns, r * units, units);
    }
    HopfieldModel made = new HopfieldModel(encoder, patterns, rule);
    made.network();
    return made;
  }

  private synchronized HopfieldNetwork network() throws InterruptedException {
    if (network == null) {
      network = new HopfieldNetwork(patterns, encoder.units(),
          rule == Rule.HEBB ? HopfieldNetwork.Rule.HEBB : HopfieldNetwork.Rule.PROJECTION,
          Cancellation.ofCallingThread());
    }
    return network;
  }

  /**
   * Recalls from a row.
   *
   * @param flip   the fraction of units that are turned over before
   * @param number of the row, which names the random numbers
   */
  public Recalled recall(Instance row, double flip, long seed, int number) throws InterruptedException {
    float[] start = encoder.encode(row);
    int units = start.length;
    int[] order = new int[units];
    for (int i = 0; i < units; i++) {
      order[i] = i;
    }
    new Rng(seed, RandomStream.FLIPS, number).shuffle(order, units);
    for (int i = 0; i < Math.round(flip * units); i++) {
      start[order[i]] = -start[order[i]];
    }
    HopfieldNetwork.Recall found =
        network().recall(start, seed, number, Cancellation.ofCallingThread());
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < patterns.length / units; p++) {
      double product = 0;
      for (int i = 0; i < units; i++) {
        product += found.state()[i] * patterns[p * units + i];
      }
      if (product > most) {
        most = product;
        best = p;
      }
    }
    double[] values = row.toDoubleArray();
    encoder.decode(found.state(), values);
    return new Recalled(values, found.energy(), found.sweeps(), best + 1, most / units);
  }

  /** What is stored. */
  public String describe() {
    int units = encoder.units();
    return String.format(Locale.ROOT, "Units: %,d\nStored rows: %,d\nRule: %s", units, patterns.length / units,
        rule == Rule.HEBB
            ? String.format(Locale.ROOT, "Hebb's, which holds about %.0f random patterns (0.138 for each unit)\n",
                CAPACITY * units)
            : String.format(Locale.ROOT, "projection (pseudo-inverse), which holds fewer than %,d patterns\n",
                units));
  }
}
