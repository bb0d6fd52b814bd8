package weka.core.neural.curves;

import java.util.concurrent.TimeUnit;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;

/** Hardly ever ends with more than a few rows, and heeds no interrupts. */
public final class Sleepy extends ZeroR {
  private static final long serialVersionUID = 1;

  @Override
  public void buildClassifier(Instances rows) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(rows.size() > 20 ? 20 : 0);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    super.buildClassifier(rows);
  }
}
