package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import weka.core.Attribute;

/**
 * Base class of the generators of points in the plane: attributes x1, x2 and the class. A subclass says where the
 * example of a given index lies; Gaussian noise is added to x1 and x2 here.
 */
public abstract class PointGenerator extends NoisyGenerator {

  private static final long serialVersionUID = 7262316912370853107L;

  protected PointGenerator() {}

  /** The example of this index without noise: x1, x2, and the class (the index of its value, where it is nominal). */
  protected abstract double[] example(int index, Random random);

  protected Attribute classAttribute() {
    return new Attribute("class", new ArrayList<>(List.of("0", "1")));
  }

  @Override
  protected List<Attribute> attributes() {
    return List.of(new Attribute("x1"), new Attribute("x2"), classAttribute());
  }

  @Override
  protected String noiseTarget() {
    return "x1 and x2";
  }

  @Override
  protected double[] values(int index, Random random) {
    double[] values = example(index, random);
    values[0] += getNoise() * random.nextGaussian();
    values[1] += getNoise() * random.nextGaussian();
    return values;
  }
}
