package ruru.nn;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import ruru.nn.layers.AvgPool;
import ruru.nn.layers.Conv;
import ruru.nn.layers.Conv1d;
import ruru.nn.layers.Crop;
import ruru.nn.layers.Deconv;
import ruru.nn.layers.GlobalAvgPool;
import ruru.nn.layers.GlobalMaxPool;
import ruru.nn.layers.MapDropout;
import ruru.nn.layers.MaxPool;
import ruru.nn.layers.Pad;
import ruru.nn.layers.Unpool;
import ruru.nn.layers.Upsample;

/**
 * {@link Oracles} of the layers on maps and series: loops over [height][width][channels], a series being maps of width
 * 1.
 */
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
    all.put(MaxPool.class, c -> {
      MaxPool l = (MaxPool) c.layer();
      return pool(c, new Sliding(c, l.window(), step(l.stride(), l.window()), l.padding(), Shape.of(1)), Math::max,
          false);
    });
    all.put(AvgPool.class, c -> {
      AvgPool l = (AvgPool) c.layer();
      return pool(c, new Sliding(c, l.window(), step(l.stride(), l.window()), l.padding(), Shape.of(1)), Double::sum,
          true);
    });
    all.put(Deconv.class, ConvOracles::spread);
    all.put(Upsample.class, ConvOracles::upsample);
    all.put(Pad.class, c -> shift(c, ((Pad) c.layer()).size(), 1));
    all.put(Crop.class, c -> shift(c, ((Crop) c.layer()).size(), -1));
    all.put(Unpool.class, ConvOracles::unpool);
    all.put(MapDropout.class, c -> c.training() ? null : c.x()[0]);
    all.put(GlobalMaxPool.class, c -> pool(c, new Sliding(c), Math::max, false));
    all.put(GlobalAvgPool.class, c -> pool(c, new Sliding(c), Double::sum, true));
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
          boolean series = c.shapes()[0].rank() == 2;
          before[a] = series ? (span - 1) / 2 : Math.max(0, (out[a] - 1) * step[a] + span - in[a]) / 2;
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

  /** Every input pixel adds its products to the pixels that the window touches; what falls outside is cut off. */
  private static double[][] spread(Oracles.Case c) {
    Deconv l = (Deconv) c.layer();
    int[] in = {c.shapes()[0].dim(0), c.shapes()[0].rank() == 2 ? 1 : c.shapes()[0].dim(1)};
    int[] size = {1, 1};
    int[] step = {1, 1};
    int[] cut = {0, 0};
    int[] out = {1, 1};
    for (int a = 0; a < c.shapes()[0].rank() - 1; a++) {
      size[a] = l.kernel().dim(l.kernel().rank() == 1 ? 0 : a);
      step[a] = l.stride().dim(l.stride().rank() == 1 ? 0 : a);
      String[] numbers = l.padding().split("x");
      boolean same = l.padding().equals("same");
      cut[a] = same ? Math.max(0, size[a] - step[a]) / 2
          : l.padding().equals("valid") ? 0 : Integer.parseInt(numbers[numbers.length == 1 ? 0 : a]);
      out[a] = same ? in[a] * step[a] : (in[a] - 1) * step[a] + size[a] - 2 * cut[a];
    }
    int channels = c.shapes()[0].channels();
    double[] bias = c.parameter().get("bias");
    double[][] y = new double[c.x()[0].length][out[0] * out[1] * l.filters()];
    for (int r = 0; r < y.length; r++) {
      for (int k = 0; k < y[r].length; k++) {
        y[r][k] = bias == null ? 0 : bias[k % l.filters()];
      }
      for (int pixel = 0; pixel < in[0] * in[1]; pixel++) {
        for (int tap = 0; tap < size[0] * size[1]; tap++) {
          int row = pixel / in[1] * step[0] + tap / size[1] - cut[0];
          int column = pixel % in[1] * step[1] + tap % size[1] - cut[1];
          for (int k = 0; k < channels * l.filters(); k++) {
            if (row >= 0 && row < out[0] && column >= 0 && column < out[1]) {
              y[r][(row * out[1] + column) * l.filters() + k % l.filters()] += c.x()[0][r][pixel * channels
                  + k / l.filters()]
                  * c.parameter().get("weight")[tap * channels * l.filters() + k];
            }
          }
        }
      }
    }
    return y;
  }

  /** A pixel of a row; outside the nearest one inside, or 0. */
  private static double at(Oracles.Case c, int r, int row, int column, int channel, boolean hold) {
    int height = c.shapes()[0].dim(0);
    int width = c.shapes()[0].rank() == 2 ? 1 : c.shapes()[0].dim(1);
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    if (!inside && !hold) {
      return 0;
    }
    int i = Math.min(height - 1, Math.max(0, row));
    int j = Math.min(width - 1, Math.max(0, column));
    return c.x()[0][r][(i * width + j) * c.shapes()[0].channels() + channel];
  }

  private static double[][] upsample(Oracles.Case c) {
    Upsample l = (Upsample) c.layer();
    int channels = c.shapes()[0].channels();
    int rows = l.factor().dim(0);
    int columns = c.shapes()[0].rank() == 2 ? 1 : l.factor().dim(l.factor().rank() - 1);
    int width = (c.shapes()[0].rank() == 2 ? 1 : c.shapes()[0].dim(1)) * columns;
    double[][] y = new double[c.x()[0].length][c.x()[0][0].length * rows * columns];
    for (int r = 0; r < y.length; r++) {
      for (int k = 0; k < y[r].length; k++) {
        double row = (k / channels / width + 0.5) / rows - 0.5;
        double column = (k / channels % width + 0.5) / columns - 0.5;
        int i = (int) Math.floor(row);
        int j = (int) Math.floor(column);
        double down = row - i;
        double right = column - j;
        y[r][k] = l.mode() == Upsample.Mode.NEAREST
            ? at(c, r, k / channels / width / rows, k / channels % width / columns, k % channels, false)
            : (1 - down) * (1 - right) * at(c, r, i, j, k % channels, true)
                + (1 - down) * right * at(c, r, i, j + 1, k % channels, true)
                + down * (1 - right) * at(c, r, i + 1, j, k % channels, true)
                + down * right * at(c, r, i + 1, j + 1, k % channels, true);
      }
    }
    return y;
  }

  /** Padding (sign 1) or cropping (sign -1). */
  private static double[][] shift(Oracles.Case c, String size, int sign) {
    int[] n = java.util.Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
    boolean series = c.shapes()[0].rank() == 2;
    int[] ends = n.length == 1 ? new int[] {n[0], n[0], n[0], n[0]}
        : n.length == 4 ? n : series ? new int[] {n[0], n[1], 0, 0} : new int[] {n[0], n[0], n[1], n[1]};
    int channels = c.shapes()[0].channels();
    int height = c.shapes()[0].dim(0) + sign * (ends[0] + ends[1]);
    int width = series ? 1 : c.shapes()[0].dim(1) + sign * (ends[2] + ends[3]);
    double[][] y = new double[c.x()[0].length][height * width * channels];
    for (int r = 0; r < y.length; r++) {
      for (int k = 0; k < y[r].length; k++) {
        y[r][k] = at(c, r, k / channels / width - sign * ends[0],
            k / channels % width - (series ? 0 : sign * ends[2]), k % channels, false);
      }
    }
    return y;
  }

  /** For windows side by side, whose size is then that of what was pooled over that of what it gave. */
  private static double[][] unpool(Oracles.Case c) {
    int channels = c.shapes()[0].channels();
    int width = c.shapes()[0].rank() == 2 ? 1 : c.shapes()[0].dim(1);
    int wide = c.shapes()[2].rank() == 2 ? 1 : c.shapes()[2].dim(1);
    int rows = c.shapes()[2].dim(0) / c.shapes()[0].dim(0);
    int columns = wide / width;
    double[][] y = new double[c.x()[0].length][c.x()[2][0].length];
    for (int r = 0; r < y.length; r++) {
      for (int k = 0; k < c.x()[0][r].length; k++) {
        int best = -1;
        for (int t = 0; t < rows * columns; t++) {
          int i = k / channels / width * rows + t / columns;
          int j = k / channels % width * columns + t % columns;
          int at = (i * wide + j) * channels + k % channels;
          best = best < 0 || c.x()[2][r][at] > c.x()[2][r][best] ? at : best;
        }
        y[r][best] = c.x()[0][r][k];
      }
    }
    return y;
  }
}
