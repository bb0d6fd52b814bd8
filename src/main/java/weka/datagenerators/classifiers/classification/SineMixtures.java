package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.sources.GeneratorSettings;

/**
 * Series of differing length, each a mixture of sines. At step t = 0, 1, ..., channel j of a series of class k is
 *
 * <pre>x(t) = sum over m of a_m sin(2 pi f t + p_m) + noise e</pre>
 *
 * <p>with m = 0 .. s - 1, amplitudes a_m uniform from 0.5 to 1.5, phases p_m uniform from 0 to 2 pi, and e standard
 * normal, all of them drawn anew for each series and channel. The frequency, in periods per step, is
 *
 * <pre>f = 0.05 + 0.35 (m c + ((k + j) mod c) + 0.5) / (c s)</pre>
 *
 * <p>for c classes of s sines. The frequencies of the classes alternate, and differ by a class from channel to channel;
 * they do not depend on the seed, so that another seed gives other series of the same classes. A single value, and the
 * mean and variance of many, have the same distribution in all classes; what tells them apart is how a value depends on
 * those before it. Source: the spectrum as the description of a stationary series, Box and Jenkins 1970, Time Series
 * Analysis, chapter 2.
 *
 * <p>A series is a value of a relational attribute, with a row for each step.
 */
public class SineMixtures extends SequenceGenerator {

  private static final long serialVersionUID = 8120956634407713382L;

  private static final double LOWEST = 0.05;
  private static final double RANGE = 0.35;
  private static final double LEAST_AMPLITUDE = 0.5;

  private static final int DEFAULT_CHANNELS = 2;
  private static final int MOST_CHANNELS = 1000;
  private static final int DEFAULT_SINES = 2;
  private static final int MOST_SINES = 100;
  private static final double DEFAULT_NOISE = 0.5;

  private int channels = DEFAULT_CHANNELS;
  private int sines = DEFAULT_SINES;
  private double noise = DEFAULT_NOISE;

  public String globalInfo() {
    return "Generates series of differing length as values of a relational attribute, with a row for each step and an "
        + "attribute for each channel. Each class is a mixture of sines of frequencies of its own; amplitudes and "
        + "phases are random, and Gaussian noise is added. The mean and the variance of a series say nothing about its "
        + "class, the order of its values does. The frequencies do not depend on the seed: for test data, use another "
        + "seed.\n\n"
        + "G. E. P. Box, G. M. Jenkins: Time Series Analysis: Forecasting and Control. Holden-Day, 1970. Chapter 2.";
  }

  @Override
  protected int defaultClasses() {
    return 3;
  }

  @Override
  protected int defaultMinLength() {
    return 30;
  }

  @Override
  protected int defaultMaxLength() {
    return 60;
  }

  @Override
  protected String elements() {
    return "steps of a series";
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of channels of a series, from 1 to " + MOST_CHANNELS + "\n\t(default "
        + DEFAULT_CHANNELS + ").", "channels", 1, "-channels <num>"));
    result.add(new Option("\tThe number of sines in a mixture, from 1 to " + MOST_SINES + "\n\t(default "
        + DEFAULT_SINES + ").", "sines", 1, "-sines <num>"));
    result.add(new Option("\tThe standard deviation of the Gaussian noise on every value\n\t(default " + DEFAULT_NOISE
        + ").", "noise", 1, "-noise <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setChannels(own.integer("channels", DEFAULT_CHANNELS));
    setSines(own.integer("sines", DEFAULT_SINES));
    setNoise(own.number("noise", DEFAULT_NOISE));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-channels", "" + channels, "-sines", "" + sines, "-noise", "" + noise);
    return result.toArray(new String[0]);
  }

  public int getChannels() {
    return channels;
  }

  public void setChannels(int channels) {
    this.channels = within("channels", channels, 1, MOST_CHANNELS);
  }

  public String channelsTipText() {
    return "The number of channels of a series: numbers at each step.";
  }

  public int getSines() {
    return sines;
  }

  public void setSines(int sines) {
    this.sines = within("sines", sines, 1, MOST_SINES);
  }

  public String sinesTipText() {
    return "The number of sines in a mixture; the more, the closer the classes' frequencies.";
  }

  public double getNoise() {
    return noise;
  }

  public void setNoise(double noise) {
    this.noise = GeneratorSettings.noise(noise);
  }

  public String noiseTipText() {
    return "The standard deviation of the Gaussian noise that is added to every value; 0 for none.";
  }

  @Override
  protected long bytesBesideValues() {
    return GeneratorSettings.BYTES_OF_ROW
        + getMaxLength() * (GeneratorSettings.BYTES_OF_ROW + (long) Double.BYTES * channels);
  }

  @Override
  protected Attribute sequences() {
    ArrayList<Attribute> numbers = new ArrayList<>();
    for (int j = 1; j <= channels; j++) {
      numbers.add(new Attribute("channel" + j));
    }
    return new Attribute("series", new Instances("series", numbers, 0));
  }

  @Override
  protected int add(Attribute sequences, int length, int label, Random random) {
    double[][] steps = new double[length][sequences.relation().numAttributes()];
    for (int j = 0; j < steps[0].length; j++) {
      for (int m = 0; m < sines; m++) {
        double amplitude = LEAST_AMPLITUDE + random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double turn = 2 * Math.PI * frequency(label, j, m);
        for (int t = 0; t < length; t++) {
          steps[t][j] += amplitude * StrictMath.sin(turn * t + phase);
        }
      }
    }
    Instances series = new Instances(sequences.relation(), length);
    for (double[] step : steps) {
      for (int j = 0; j < step.length; j++) {
        step[j] += noise * random.nextGaussian();
      }
      series.add(new DenseInstance(1, step));
    }
    return sequences.addRelation(series);
  }

  private double frequency(int label, int channel, int sine) {
    int classes = m_DatasetFormat.numClasses();
    return LOWEST + RANGE * (sine * classes + (label + channel) % classes + 0.5) / (classes * sines);
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new SineMixtures(), args);
  }
}
