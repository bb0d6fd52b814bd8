package ruru.nn;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import ruru.nn.layers.Avgpool;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Conv1d;
import ruru.nn.layers.Globalavgpool;
import ruru.nn.layers.Globalmaxpool;
import ruru.nn.layers.Maxpool;

/** {@link Oracles} of the layers on maps and series: loops over [height][width][channels], a series being maps of width 1. */
final class ConvOracles {
  private ConvOracles() {}

  static void addTo(Map<Class<? extends Layer>, Oracles.Oracle> all) {
    all.put(Conv.class, c -> {
      Conv l = (Conv) c.layer();
      return convolve(c, l.filters(), l.groups(), new Sliding(c, l.kernel(), l.stride(), l.padding(), l.dilation()));
    });
    all.put(Conv1d.class, c -> {
      Conv1d l = (Conv1d) c.layer();
      return convolve(c, l.filters(), l.groups(),
          new Sliding(c, Shape.of(l.kernel()), Shape.of(l.stride()), l.padding(), Shape.of(l.dilation())));
    });
    all.put(Maxpool.class, c -> {
      Maxpool l = (Maxpool) c.layer();
      return pool(c, new Sliding(c, l.window(), step(l.stride(), l.window()), l.padding(), Shape.of(1)), Math::max, false);
    });
    all.put(Avgpool.class, c -> {
      Avgpool l = (Avgpool) c.layer();
      return pool(c, new Sliding(c, l.window(), step(l.stride(), l.window()), l.padding(), Shape.of(1)), Double::sum, true);
    });
    all.put(Globalmaxpool.class, c -> pool(c, new Sliding(c), Math::max, false));
    all.put(Globalavgpool.class, c -> pool(c, new Sliding(c), Double::sum, true));
  }

  private static Shape step(String stride, Shape window) {
    return stride.equals("window") ? window : Shape.parse(stride);
  }

  /** Sizes along both axes; of an axis that is not there, 1. */
  static final class Sliding {
    final int[] in = {1, 1};
    final int[] out = {1, 1};
    final int[] size = {1, 1};
    final int[] step = {1, 1};
    final int[] before = {0, 0};
    final int[] gap = {1, 1};

    /** One window over everything. */
    Sliding(Oracles.Case c) {
      for (int a = 0; a < c.shapes()[0].rank() - 1; a++) {
        in[a] = size[a] = c.shapes()[0].dim(a);
      }
    }

    Sliding(Oracles.Case c, Shape window, Shape stride, String padding, Shape dilation) {
      for (int a = 0; a < c.shapes()[0].rank() - 1; a++) {
        in[a] = c.shapes()[0].dim(a);
        size[a] = window.dim(window.rank() == 1 ? 0 : a);
        step[a] = stride.dim(stride.rank() == 1 ? 0 : a);
        gap[a] = dilation.dim(dilation.rank() == 1 ? 0 : a);
        int span = (size[a] - 1) * gap[a] + 1;
        if (padding.equals("same")) {
          out[a] = (int) Math.ceil(in[a] / (double) step[a]);
          before[a] = Math.max(0, (out[a] - 1) * step[a] + span - in[a]) / 2;
        } else {
          String[] numbers = padding.split("x");
          before[a] = padding.equals("valid") ? 0 : Integer.parseInt(numbers[numbers.length == 1 ? 0 : a]);
          out[a] = (in[a] + 2 * before[a] - span) / step[a] + 1;
        }
      }
    }

    /** Index of the pixel that output (i, j) reads at (u, v) of the window, or -1. */
    int pixel(int i, int j, int u, int v) {
      int row = i * step[0] + u * gap[0] - before[0];
      int column = j * step[1] + v * gap[1] - before[1];
      return row < 0 || row >= in[0] || column < 0 || column >= in[1] ? -1 : row * in[1] + column;
    }
  }

  private static double[][] convolve(Oracles.Case c, int filters, int groups, Sliding s) {
    int channels = c.shapes()[0].channels();
    int depth = channels / groups;
    double[] weight = c.parameter().get("weight");
    double[] bias = c.parameter().get("bias");
    double[][] y = new double[c.x()[0].length][s.out[0] * s.out[1] * filters];
    for (int r = 0; r < y.length; r++) {
      for (int i = 0; i < s.out[0]; i++) {
        for (int j = 0; j < s.out[1]; j++) {
          for (int f = 0; f < filters; f++) {
            double sum = bias == null ? 0 : bias[f];
            int firstChannel = f / (filters / groups) * depth;
            for (int u = 0; u < s.size[0]; u++) {
              for (int v = 0; v < s.size[1]; v++) {
                int pixel = s.pixel(i, j, u, v);
                for (int k = 0; k < depth && pixel >= 0; k++) {
                  sum += c.x()[0][r][pixel * channels + firstChannel + k]
                      * weight[((u * s.size[1] + v) * depth + k) * filters + f];
                }
              }
            }
            y[r][(i * s.out[1] + j) * filters + f] = sum;
          }
        }
      }
    }
    return y;
  }

  private static double[][] pool(Oracles.Case c, Sliding s, DoubleBinaryOperator join, boolean mean) {
    int channels = c.shapes()[0].channels();
    double[][] y = new double[c.x()[0].length][s.out[0] * s.out[1] * channels];
    for (int r = 0; r < y.length; r++) {
      for (int i = 0; i < s.out[0]; i++) {
        for (int j = 0; j < s.out[1]; j++) {
          for (int k = 0; k < channels; k++) {
            double all = mean ? 0 : Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int u = 0; u < s.size[0]; u++) {
              for (int v = 0; v < s.size[1]; v++) {
                int pixel = s.pixel(i, j, u, v);
                if (pixel >= 0) {
                  all = join.applyAsDouble(all, c.x()[0][r][pixel * channels + k]);
                  count++;
                }
              }
            }
            y[r][(i * s.out[1] + j) * channels + k] = mean ? all / count : all;
          }
        }
      }
    }
    return y;
  }
}
