package ruru.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import ruru.nn.layers.Add;
import ruru.nn.layers.BatchNorm;
import ruru.nn.layers.Centroids;
import ruru.nn.layers.Clip;
import ruru.nn.layers.Concat;
import ruru.nn.layers.Contractive;
import ruru.nn.layers.Corrupt;
import ruru.nn.layers.Cos;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.Elu;
import ruru.nn.layers.First;
import ruru.nn.layers.Flatten;
import ruru.nn.layers.From;
import ruru.nn.layers.Gauss;
import ruru.nn.layers.Gelu;
import ruru.nn.layers.HardSigmoid;
import ruru.nn.layers.HardTanh;
import ruru.nn.layers.Hole;
import ruru.nn.layers.LayerNorm;
import ruru.nn.layers.LeakyRelu;
import ruru.nn.layers.Linear;
import ruru.nn.layers.Maxout;
import ruru.nn.layers.Mish;
import ruru.nn.layers.Noise;
import ruru.nn.layers.Output;
import ruru.nn.layers.Penalty;
import ruru.nn.layers.Relu;
import ruru.nn.layers.Reshape;
import ruru.nn.layers.Selu;
import ruru.nn.layers.Sigmoid;
import ruru.nn.layers.Sign;
import ruru.nn.layers.Sin;
import ruru.nn.layers.Softmax;
import ruru.nn.layers.Softplus;
import ruru.nn.layers.Softsign;
import ruru.nn.layers.Sparse;
import ruru.nn.layers.Square;
import ruru.nn.layers.Step;
import ruru.nn.layers.Swish;
import ruru.nn.layers.Tanh;
import ruru.nn.layers.Tied;
import ruru.nn.layers.Variational;

/** What each layer computes, written a second time: loops in double over plain arrays, straight from the formulas. */
final class Oracles {
  /**
   * A layer, and what it is to be applied to.
   *
   * @param shapes    one per input
   * @param x         [input][row][element]
   * @param parameter by the name that the layer gave it
   */
  record Case(Layer layer, Shape[] shapes, double[][][] x, Map<String, double[]> parameter, float[] weights,
      boolean training) {}

  /** The outputs [row][element]; null if they are random in this mode. */
  interface Oracle {
    double[][] output(Case c);
  }

  private static final Map<Class<? extends Layer>, Oracle> ALL = new HashMap<>();

  private Oracles() {}

  /** The oracle of a layer, or null if nobody wrote one. */
  static Oracle of(Class<? extends Layer> layer) {
    return ALL.get(layer);
  }

  static {
    Oracle identity = c -> c.x[0];
    ALL.put(Linear.class, identity);
    ALL.put(From.class, identity);
    ALL.put(First.class, c -> java.util.Arrays.stream(c.x[0])
        .map(row -> java.util.Arrays.copyOf(row, ((First) c.layer).count())).toArray(double[][]::new));
    ALL.put(Flatten.class, identity);
    ALL.put(Reshape.class, identity);
    ALL.put(Dropout.class, c -> c.training ? null : c.x[0]);
    ALL.put(Noise.class, c -> c.training ? null : c.x[0]);
    ALL.put(Corrupt.class, c -> c.training ? null : c.x[0]);
    ALL.put(Hole.class, c -> c.training ? null : c.x[0]);
    ALL.put(Penalty.class, identity);
    ALL.put(Sparse.class, identity);
    ALL.put(Variational.class, c -> c.training ? null : means(c));
    ALL.put(Tied.class, Oracles::tied);
    ALL.put(Contractive.class, Oracles::contractive);
    ALL.put(Centroids.class, Oracles::centroids);
    ALL.put(Step.class, each(v -> v > 0 ? 1 : 0));
    ALL.put(Sign.class, each(v -> v > 0 ? 1 : v < 0 ? -1 : 0));
    ALL.put(Sigmoid.class, each(v -> 1 / (1 + Math.exp(-v))));
    ALL.put(Tanh.class, each(Math::tanh));
    ALL.put(Relu.class, each(v -> v > 0 ? v : 0));
    ALL.put(LeakyRelu.class, set(l -> v -> v > 0 ? v : ((LeakyRelu) l).slope() * v));
    ALL.put(Elu.class, set(l -> v -> v > 0 ? v : ((Elu) l).alpha() * Math.expm1(v)));
    ALL.put(Selu.class, each(v -> v > 0 ? 1.05070098 * v : 1.05070098 * 1.67326324 * Math.expm1(v)));
    ALL.put(Softplus.class, each(v -> Math.log(1 + Math.exp(v))));
    ALL.put(Swish.class, each(v -> v / (1 + Math.exp(-v))));
    ALL.put(Gelu.class, each(v -> v / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v)))));
    ALL.put(Sin.class, each(Math::sin));
    ALL.put(Cos.class, each(Math::cos));
    ALL.put(Square.class, each(v -> v * v));
    ALL.put(Gauss.class, each(v -> Math.exp(-v * v)));
    ALL.put(HardSigmoid.class, each(v -> v <= -3 ? 0 : v >= 3 ? 1 : v / 6 + 0.5));
    ALL.put(HardTanh.class, each(v -> v <= -1 ? -1 : v >= 1 ? 1 : v));
    ALL.put(Clip.class, set(l -> v -> v <= ((Clip) l).low() ? ((Clip) l).low()
        : v >= ((Clip) l).high() ? ((Clip) l).high() : v));
    ALL.put(Softsign.class, each(v -> v / (1 + Math.abs(v))));
    ALL.put(Mish.class, each(v -> v * Math.tanh(Math.log(1 + Math.exp(v)))));
    ALL.put(Dense.class, Oracles::dense);
    ALL.put(Output.class, Oracles::dense);
    ALL.put(Maxout.class, Oracles::maxout);
    ALL.put(Softmax.class, Oracles::softmax);
    ALL.put(LayerNorm.class, Oracles::layernorm);
    ALL.put(BatchNorm.class, Oracles::batchnorm);
    ALL.put(Add.class, Oracles::add);
    ALL.put(Concat.class, Oracles::concat);
    ConvOracles.addTo(ALL);
    SeriesOracles.addTo(ALL);
  }

  private static Oracle each(DoubleUnaryOperator f) {
    return set(l -> f);
  }

  private static Oracle set(Function<Layer, DoubleUnaryOperator> f) {
    return c -> {
      double[][] y = new double[c.x[0].length][c.x[0][0].length];
      for (int r = 0; r < y.length; r++) {
        for (int i = 0; i < y[r].length; i++) {
          y[r][i] = f.apply(c.layer).applyAsDouble(c.x[0][r][i]);
        }
      }
      return y;
    };
  }

  private static double[][] dense(Case c) {
    return product(c, c.parameter.get("weight").length / c.x[0][0].length);
  }

  /** x W + b. */
  private static double[][] product(Case c, int units) {
    double[] weight = c.parameter.get("weight");
    double[] bias = c.parameter.get("bias");
    double[][] y = new double[c.x[0].length][units];
    for (int r = 0; r < y.length; r++) {
      for (int u = 0; u < units; u++) {
        y[r][u] = bias == null ? 0 : bias[u];
        for (int i = 0; i < c.x[0][r].length; i++) {
          y[r][u] += c.x[0][r][i] * weight[i * units + u];
        }
      }
    }
    return y;
  }

  private static double[][] means(Case c) {
    double[][] y = new double[c.x[0].length][];
    for (int r = 0; r < y.length; r++) {
      y[r] = java.util.Arrays.copyOf(c.x[0][r], c.x[0][r].length / 2);
    }
    return y;
  }

  private static double[][] tied(Case c) {
    double[] weight = c.parameter.get("weight");
    double[] bias = c.parameter.get("bias");
    int inputs = c.x[0][0].length;
    double[][] y = new double[c.x[0].length][weight.length / inputs];
    for (int r = 0; r < y.length; r++) {
      for (int u = 0; u < y[r].length; u++) {
        y[r][u] = bias == null ? 0 : bias[u];
        for (int i = 0; i < inputs; i++) {
          y[r][u] += c.x[0][r][i] * weight[u * inputs + i];
        }
      }
    }
    return y;
  }

  private static double[][] contractive(Case c) {
    double[][] y = dense(c);
    for (double[] row : y) {
      for (int i = 0; i < row.length; i++) {
        row[i] = 1 / (1 + Math.exp(-row[i]));
      }
    }
    return y;
  }

  private static double[][] centroids(Case c) {
    double[] centroids = c.parameter.get("centroids");
    int inputs = c.x[0][0].length;
    double[][] y = new double[c.x[0].length][centroids.length / inputs];
    for (int r = 0; r < y.length; r++) {
      for (int u = 0; u < y[r].length; u++) {
        double square = 0;
        for (int i = 0; i < inputs; i++) {
          square += Math.pow(c.x[0][r][i] - centroids[u * inputs + i], 2);
        }
        y[r][u] = -Math.log(1 + square / Math.pow(((Centroids) c.layer).scale(), 2));
      }
    }
    return y;
  }

  private static double[][] maxout(Case c) {
    Maxout layer = (Maxout) c.layer;
    double[][] z = product(c, layer.units() * layer.pieces());
    double[][] y = new double[z.length][layer.units()];
    for (int r = 0; r < y.length; r++) {
      for (int u = 0; u < layer.units(); u++) {
        y[r][u] = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < layer.pieces(); k++) {
          y[r][u] = Math.max(y[r][u], z[r][u * layer.pieces() + k]);
        }
      }
    }
    return y;
  }

  private static double[][] softmax(Case c) {
    int channels = c.shapes[0].channels();
    double[][] y = new double[c.x[0].length][c.x[0][0].length];
    for (int r = 0; r < y.length; r++) {
      for (int i = 0; i < y[r].length; i++) {
        double sum = 0;
        for (int j = 0; j < channels; j++) {
          sum += Math.exp(c.x[0][r][i - i % channels + j]);
        }
        y[r][i] = Math.exp(c.x[0][r][i]) / sum;
      }
    }
    return y;
  }

  private static double[][] layernorm(Case c) {
    int channels = c.shapes[0].channels();
    double[][] y = new double[c.x[0].length][c.x[0][0].length];
    for (int r = 0; r < y.length; r++) {
      for (int i = 0; i < y[r].length; i++) {
        double mean = 0;
        double square = 0;
        for (int j = 0; j < channels; j++) {
          double v = c.x[0][r][i - i % channels + j];
          mean += v / channels;
          square += v * v / channels;
        }
        double deviation = Math.sqrt(square - mean * mean + ((LayerNorm) c.layer).epsilon());
        y[r][i] = c.parameter.get("gain")[i % channels] * (c.x[0][r][i] - mean) / deviation
            + c.parameter.get("bias")[i % channels];
      }
    }
    return y;
  }

  private static double[][] batchnorm(Case c) {
    int channels = c.shapes[0].channels();
    double[][] y = new double[c.x[0].length][c.x[0][0].length];
    for (int j = 0; j < channels; j++) {
      double[] moments = c.training ? moments(c, j, channels)
          : new double[] {c.parameter.get("mean")[j], c.parameter.get("variance")[j]};
      double deviation = Math.sqrt(moments[1] + ((BatchNorm) c.layer).epsilon());
      for (int r = 0; r < y.length; r++) {
        for (int i = j; i < y[r].length; i += channels) {
          y[r][i] = c.parameter.get("gain")[j] * (c.x[0][r][i] - moments[0]) / deviation + c.parameter.get("bias")[j];
        }
      }
    }
    return y;
  }

  /** Weighted mean and variance of a channel over rows and positions. */
  static double[] moments(Case c, int channel, int channels) {
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < c.x[0].length; r++) {
      for (int i = channel; i < c.x[0][r].length; i += channels) {
        double v = c.x[0][r][i];
        total += c.weights[r];
        sum += c.weights[r] * v;
        squares += c.weights[r] * v * v;
      }
    }
    double mean = sum / total;
    return new double[] {mean, squares / total - mean * mean};
  }

  private static double[][] add(Case c) {
    double[][] y = new double[c.x[0].length][c.x[0][0].length];
    for (double[][] x : c.x) {
      for (int r = 0; r < y.length; r++) {
        for (int i = 0; i < y[r].length; i++) {
          y[r][i] += x[r][i];
        }
      }
    }
    return y;
  }

  private static double[][] concat(Case c) {
    int positions = c.shapes[0].positions();
    double[][] y = new double[c.x[0].length][];
    for (int r = 0; r < y.length; r++) {
      List<Double> row = new ArrayList<>();
      for (int p = 0; p < positions; p++) {
        for (int k = 0; k < c.x.length; k++) {
          for (int j = 0; j < c.shapes[k].channels(); j++) {
            row.add(c.x[k][r][p * c.shapes[k].channels() + j]);
          }
        }
      }
      y[r] = row.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return y;
  }
}
