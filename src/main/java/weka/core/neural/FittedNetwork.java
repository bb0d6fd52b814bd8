package weka.core.neural;

import java.io.Serializable;
import java.util.List;
import weka.core.Instance;
import weka.core.Instances;

/** A network with all that was learned about the data: what a scheme needs to predict. Part of the model. */
public final class FittedNetwork implements Serializable {
  private static final long serialVersionUID = 1;
  /** Rows that are encoded at once, to bound the memory. */
  private static final int ROWS = 4096;

  private final InputEncoder inputs;
  private final ClassEncoder classes;
  private final NeuralModel model;

  FittedNetwork(InputEncoder inputs, ClassEncoder classes, NeuralModel model) {
    this.inputs = inputs;
    this.classes = classes;
    this.model = model;
  }

  InputEncoder inputs() {
    return inputs;
  }

  ClassEncoder classes() {
    return classes;
  }

  public NeuralModel model() {
    return model;
  }

  /** A probability for each class, or one number in the class's own units. */
  public double[] predict(Instance row) {
    float[] x = new float[inputs.width()];
    inputs.encode(row, x, 0);
    return decode(model.predict(x, 1), 0);
  }

  /** The same for many rows, a chunk of them at a time. */
  public double[][] predict(Instances rows) {
    double[][] result = new double[rows.numInstances()][];
    for (int from = 0; from < result.length; from += ROWS) {
      int n = Math.min(ROWS, result.length - from);
      float[] x = new float[n * inputs.width()];
      for (int r = 0; r < n; r++) {
        inputs.encode(rows.instance(from + r), x, r * inputs.width());
      }
      float[] p = model.predict(x, n);
      for (int r = 0; r < n; r++) {
        result[from + r] = decode(p, r);
      }
    }
    return result;
  }

  private double[] decode(float[] predictions, int row) {
    int width = model.width();
    double[] result = new double[width];
    double sum = 0;
    for (int i = 0; i < width; i++) {
      result[i] = predictions[row * width + i];
      sum += result[i];
    }
    if (classes.classes() == 0) {
      result[0] = classes.decode(predictions[row]);
    } else {
      // Shares in float32 sum to 1 only nearly; Weka compares sums in double. No number at all, after wild values without a
      // scaling, is Weka's "unclassified": all zero.
      for (int i = 0; i < width; i++) {
        result[i] = sum > 0 ? result[i] / sum : 0;
      }
    }
    return result;
  }

  /** What was done to the data. */
  public String describeData(int decimals) {
    return inputs.describe() + classes.describe(decimals);
  }

  /** One text per input: how it is worked out of the attributes. */
  public List<String> describeInputs(int decimals) {
    return inputs.inputs(decimals);
  }
}
