package weka.core.neural.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.AutoencoderSettings;
import weka.core.neural.NeuralSettings;
import weka.core.neural.autoencoder.Autoencoder;
import weka.core.neural.autoencoder.AutoencoderTraining;
import weka.core.neural.run.Progress;

/**
 * Makes rows of a class: a variational autoencoder learns all attributes and the class; a code between those of a row
 * and of a neighbour of the same class is decoded; what the decoder leaves of the numbers' variance is added as noise,
 * nominal values are drawn from their probabilities, and numbers are rounded as those of the data are, and kept in
 * their range.
 */
public final class RowSynthesis {
  /** The fewest codes that are made at a time. */
  private static final int POINTS = 256;

  private final Instances data;
  private final FrequentValues frequent;
  private final KnownRange range;
  private final Autoencoder autoencoder;
  private final CodeNeighbours neighbours;
  private final double[] noise;
  private final long seed;

  /**
   * Trains.
   *
   * @param data with a nominal class that each row knows
   * @param neighbours among how many of the nearest one is chosen
   * @throws InterruptedException if the thread was interrupted
   */
  public RowSynthesis(Instances data, NeuralSettings settings, AutoencoderSettings coding, int neighbours, long seed,
      Progress progress) throws InterruptedException {
    this.data = data;
    this.seed = seed;
    frequent = FrequentValues.learn(data);
    range = KnownRange.learn(data);
    Instances split = frequent.split(data);
    autoencoder = new AutoencoderTraining(settings, coding, seed, 0, false, progress).train(split);
    this.neighbours = new CodeNeighbours(autoencoder.codes(split), autoencoder.codeWidth(), neighbours);
    noise = autoencoder.residuals(split);
  }

  /**
   * New rows of a class, each with the weight of the row that it is near.
   *
   * @param classIndex of a class that rows have
   * @throws InterruptedException if the thread was interrupted
   */
  public Instances make(int classIndex, int count) throws InterruptedException {
    int[] members =
        IntStream.range(0, data.numInstances()).filter(r -> data.instance(r).classValue() == classIndex).toArray();
    int width = autoencoder.codeWidth();
    // Of few points it would be chance how much they vary.
    int points = Math.max(count, POINTS);
    float[] codes = new float[points * width];
    int[] base = new int[points];
    int[] order = members.clone();
    for (int i = 0; i < points; i++) {
      if (i % order.length == 0) {
        new Rng(seed, RandomStream.SYNTHETIC_ROWS, classIndex, -1L - i).shuffle(order, order.length);
      }
      base[i] = order[i % order.length];
      neighbours.between(base[i], members, new Rng(seed, RandomStream.SYNTHETIC_ROWS, classIndex, i), codes, i * width);
    }
    neighbours.stretch(codes, members);
    codes = Arrays.copyOf(codes, count * width);
    Instances decoded = autoencoder.decode(codes, frequent.header(), noise, Rng.key(seed, RandomStream.SYNTHETIC_ROWS,
        classIndex, Long.MIN_VALUE));
    Instances result = new Instances(data, count);
    for (int i = 0; i < count; i++) {
      result.add(row(decoded.instance(i), data.instance(base[i])));
    }
    return result;
  }

  private Instance row(Instance decoded, Instance near) {
    double[] values = new double[data.numAttributes()];
    for (int a = 0; a < values.length; a++) {
      Attribute attribute = data.attribute(a);
      double value = frequent.joined(decoded, a);
      values[a] = a == data.classIndex() ? near.classValue() : attribute.isNumeric() ? range.nearest(a, value) : value;
    }
    return new DenseInstance(near.weight(), values);
  }

  /** The network and its training, in words. */
  public String describe() {
    return autoencoder.describe();
  }
}
