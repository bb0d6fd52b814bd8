package weka.classifiers.functions;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;

/** Weka's own tests of classifiers. */
public class MarkovChainTest extends AbstractClassifierTest {
  public MarkovChainTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    return new MarkovChain();
  }

  public static Test suite() {
    return new TestSuite(MarkovChainTest.class);
  }
}
