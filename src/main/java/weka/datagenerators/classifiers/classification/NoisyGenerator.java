package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Vector;
import weka.core.Option;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.sources.GeneratorSettings;

/**
 * Base class of our generators of classified examples with Gaussian noise of a given strength. The noise is drawn even
 * when it is 0, so that for a given seed more noise moves the same examples further.
 */
public abstract class NoisyGenerator extends ExampleGenerator {

  private static final long serialVersionUID = 2890442215672331045L;

  private double noise = defaultNoise();

  protected NoisyGenerator() {}

  /** What the noise is added to, for the help text. */
  protected abstract String noiseTarget();

  protected double defaultNoise() {
    return 0;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe standard deviation of the Gaussian noise on " + noiseTarget() + "\n\t(default "
        + defaultNoise() + ").", "noise", 1, "-noise <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setNoise(new StrictOptions(options).number("noise", defaultNoise()));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-noise", "" + noise);
    return result.toArray(new String[0]);
  }

  public double getNoise() {
    return noise;
  }

  public void setNoise(double noise) {
    this.noise = GeneratorSettings.noise(noise);
  }

  public String noiseTipText() {
    return "The standard deviation of the Gaussian noise that is added to " + noiseTarget() + "; 0 for none.";
  }
}
