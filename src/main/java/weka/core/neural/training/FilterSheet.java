package weka.core.neural.training;

import java.awt.image.BufferedImage;
import java.util.List;
import ruru.blas.Blas;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.train.Dataset;

/**
 * A picture of what a convolutional network has learnt: the filters of its first convolution, and below, for some
 * images, the image and the maps that these filters make of it. Each filter and each map is stretched separately to the
 * full range from black to white; filters over three channels are in colour.
 */
final class FilterSheet {
  /** An image and sixteen of its maps. */
  private static final int COLUMNS = 17;
  private static final int GAP = 2;
  /** The minimum side of a tile on the sheet, in pixels. */
  private static final int SIDE = 48;
  private static final int BACKGROUND = 0xFFFFFF;

  private FilterSheet() {}

  /**
   * Draws the sheet.
   *
   * @param images how many rows of the data set to show
   * @throws IllegalArgumentException if no layer convolves images
   */
  static BufferedImage draw(Network network, Dataset data, int images, Blas blas) {
    int node = firstConvolution(network);
    int maps = activated(network, node);
    Parameter weight = network.nodes().get(node).parameters().get(0);
    int filters = weight.shape().channels();
    int shown = Math.min(images, data.size());
    int mapRows = (filters + COLUMNS - 2) / (COLUMNS - 1);
    int filterRows = (filters + COLUMNS - 2) / (COLUMNS - 1);
    int cell = SIDE + GAP;
    BufferedImage sheet = new BufferedImage(COLUMNS * cell + GAP,
        (filterRows + shown * mapRows) * cell + 2 * GAP + cell / 2, BufferedImage.TYPE_INT_RGB);
    fill(sheet);
    for (int f = 0; f < filters; f++) {
      tile(sheet, 1 + f % (COLUMNS - 1), GAP + f / (COLUMNS - 1) * cell, filter(network.values(), weight, f));
    }
    Workspace w = new Workspace(network, 1, Workspace.Mode.INSPECT, blas);
    for (int i = 0; i < shown; i++) {
      int top = GAP + cell / 2 + (filterRows + i * mapRows) * cell;
      data.read(new int[] {i}, 0, 1, w.input(), null);
      w.forward(false);
      tile(sheet, 0, top, pixels(w.input(), 0, w.input().channels()));
      for (int f = 0; f < filters; f++) {
        tile(sheet, 1 + f % (COLUMNS - 1), top + f / (COLUMNS - 1) * cell, pixels(w.output(maps), f, 1));
      }
    }
    return sheet;
  }

  /** @throws IllegalArgumentException if no layer convolves images, so that nothing can be drawn */
  static void requireConvolution(Network network) {
    firstConvolution(network);
  }

  private static int firstConvolution(Network network) {
    List<Network.Node> nodes = network.nodes();
    for (int k = 1; k < nodes.size(); k++) {
      List<Parameter> parameters = nodes.get(k).parameters();
      if (!parameters.isEmpty() && parameters.get(0).shape().rank() == 4 && nodes.get(k).shape().rank() == 3) {
        return k;
      }
    }
    throw new IllegalArgumentException("the network has no convolution over images, so there are no filters to draw");
  }

  /** The node after the convolution if it only changes the values: its activation. */
  private static int activated(Network network, int node) {
    boolean follows = node + 1 < network.nodes().size() && network.nodes().get(node + 1).inputs().length == 1
        && network.nodes().get(node + 1).inputs()[0] == node
        && network.nodes().get(node + 1).shape().equals(network.nodes().get(node).shape());
    return follows ? node + 1 : node;
  }

  /** [height][width][1 or 3] of one filter; channels other than three are averaged. */
  private static float[][][] filter(float[] values, Parameter weight, int filter) {
    Shape s = weight.shape();
    int channels = s.dim(2);
    float[][][] result = new float[s.dim(0)][s.dim(1)][channels == 3 ? 3 : 1];
    for (int y = 0; y < s.dim(0); y++) {
      for (int x = 0; x < s.dim(1); x++) {
        for (int c = 0; c < channels; c++) {
          float v = values[weight.offset() + ((y * s.dim(1) + x) * channels + c) * s.dim(3) + filter];
          result[y][x][channels == 3 ? c : 0] += channels == 3 ? v : v / channels;
        }
      }
    }
    return result;
  }

  private static float[][][] pixels(Tensor t, int channel, int channels) {
    Shape s = t.shape();
    boolean colour = channels == 3;
    float[][][] result = new float[s.dim(0)][s.dim(1)][colour ? 3 : 1];
    for (int y = 0; y < s.dim(0); y++) {
      for (int x = 0; x < s.dim(1); x++) {
        for (int c = 0; c < (colour ? 3 : 1); c++) {
          result[y][x][c] = t.get(0, (y * s.dim(1) + x) * s.channels() + channel + c);
        }
      }
    }
    return result;
  }

  private static void fill(BufferedImage sheet) {
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        sheet.setRGB(x, y, BACKGROUND);
      }
    }
  }

  /** Draws values enlarged to the side of a tile, from the smallest, black, to the largest, white. */
  private static void tile(BufferedImage sheet, int column, int top, float[][][] values) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float[][] row : values) {
      for (float[] pixel : row) {
        for (float v : pixel) {
          min = Math.min(min, v);
          max = Math.max(max, v);
        }
      }
    }
    int left = GAP + column * (SIDE + GAP);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float[] pixel = values[y * values.length / SIDE][x * values[0].length / SIDE];
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          float v = pixel[pixel.length == 3 ? c : 0];
          rgb = rgb << 8 | (max > min ? Math.round(255 * (v - min) / (max - min)) : 0);
        }
        sheet.setRGB(left + x, top + y, rgb);
      }
    }
  }
}
