package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/** The identity: y = x, derivative 1. */
@Description("The identity: y = x.")
public record Linear() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    if (x != y) {
      System.arraycopy(x, 0, y, 0, n);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    // f' = 1
  }

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  public boolean passesShift() {
    return true;
  }
}
