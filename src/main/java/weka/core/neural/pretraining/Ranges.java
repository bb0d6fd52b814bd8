package weka.core.neural.pretraining;

import java.util.Arrays;
import java.util.Objects;
import ruru.boltzmann.RestrictedBoltzmannMachine;

/** The range of each input, by which it becomes a binary unit from 0 to 1; a constant input becomes 0. */
final class Ranges {
  private final float[] least;
  /** One over the range; 0 for a constant. */
  private final float[] scale;

  private Ranges(float[] least, float[] scale) {
    this.least = least;
    this.scale = scale;
  }

  /** @param x [rows][width] */
  static Ranges of(float[] x, int width) {
    float[] least = Arrays.copyOf(x, width);
    float[] most = Arrays.copyOf(x, width);
    for (int i = 0; i < x.length; i++) {
      least[i % width] = Math.min(least[i % width], x[i]);
      most[i % width] = Math.max(most[i % width], x[i]);
    }
    float[] scale = new float[width];
    for (int i = 0; i < width; i++) {
      scale[i] = most[i] > least[i] ? 1 / (most[i] - least[i]) : 0;
    }
    return new Ranges(least, scale);
  }

  /** Of inputs that are from 0 to 1 as they are. */
  static Ranges unit(int width) {
    float[] scale = new float[width];
    Arrays.fill(scale, 1);
    return new Ranges(new float[width], scale);
  }

  /** x = (x - least) / range, in place. */
  void apply(float[] x) {
    for (int i = 0; i < x.length; i++) {
      int unit = i % least.length;
      x[i] = (x[i] - least[unit]) * scale[unit];
    }
  }

  /** Writes a machine's weights and hidden biases into a layer that takes the inputs as they were. */
  void fold(RestrictedBoltzmannMachine machine, float[] values, HiddenLayer layer) {
    int units = layer.units();
    double[] bias = new double[units];
    for (int j = 0; j < units; j++) {
      bias[j] = machine.hiddenBias()[j];
    }
    for (int i = 0; i < least.length; i++) {
      for (int j = 0; j < units; j++) {
        float w = machine.weights()[i * units + j] * scale[i];
        values[layer.weight().offset() + i * units + j] = w;
        bias[j] -= least[i] * (double) w;
      }
    }
    int at = Objects.requireNonNull(layer.bias()).offset();
    for (int j = 0; j < units; j++) {
      values[at + j] = (float) bias[j];
    }
  }
}
