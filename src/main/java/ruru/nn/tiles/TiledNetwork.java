package ruru.nn.tiles;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.train.Parallel;

/**
 * Predicts a class for each pixel of images of any size with a network that was trained on crops of one size. An image
 * whose sides are no multiples of what the network's poolings need is continued to the right and downwards by
 * reflection; a large one is cut into tiles that overlap as far as an output sees, so that the result is that of the
 * whole image. For one caller at a time.
 */
public final class TiledNetwork {
  /** The fewest pixels of a tile's side besides its margins. */
  private static final int SIDE = 96;
  /** Pixels of a tile's side for each pixel of a margin: with 4, tiles have 9/4 of the pixels that they keep. */
  private static final int SIDE_OF_MARGIN = 4;
  /** Tiles that run through the network at once: few keep them in the cache. */
  private static final int ROWS = 4;
  /** Pixels that do so, for the sake of memory. */
  private static final int PIXELS = 1 << 18;
  /** Sizes for which networks are kept. */
  private static final int KEPT = 4;

  /** The pixels of an image as the network's inputs. */
  public interface Pixels {
    /** Writes the channels of a pixel to[at ..). */
    void read(int y, int x, float[] to, int at);
  }

  /** Receives the predictions, in any order and from any thread. */
  public interface Predictions {
    /** The probabilities of the classes at a pixel: p[at ..). */
    void take(int y, int x, float[] p, int at);
  }

  private final Network network;
  private final Loss loss;
  private final int threads;
  private final Blas blas;
  private final int side;
  private final ReceptiveField rows;
  private final ReceptiveField columns;
  private final Map<Shape, Lanes> lanes = new LinkedHashMap<>(8, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Shape, Lanes> eldest) {
      return size() > KEPT;
    }
  };

  /** Memory for some tiles. */
  private record Lane(Workspace workspace, Tensor prediction) {}

  /** One for each thread that has needed it. */
  private record Lanes(Shape shape, @Nullable Lane[] all) {}

  /**
   * @param threads the most threads
   * @throws IllegalArgumentException if a layer sees the whole image, or the output is not as large as the input
   */
  public TiledNetwork(Network network, Loss loss, int threads, Blas blas) {
    this(network, loss, threads, blas, 0);
  }

  /** @param side pixels of a tile's side besides its margins; 0 to let the margins decide */
  TiledNetwork(Network network, Loss loss, int threads, Blas blas, int side) {
    this.network = network;
    this.loss = loss;
    this.threads = threads;
    this.blas = blas;
    rows = ReceptiveField.of(network, 0);
    columns = ReceptiveField.of(network, 1);
    this.side = side > 0 ? side : Math.max(SIDE, SIDE_OF_MARGIN * Math.max(rows.reach(), columns.reach()));
    requireSameSize(network);
  }

  /**
   * Checks that a network has an output for each pixel.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireSameSize(Network network) {
    Shape in = network.inputShape();
    Shape out = network.outputShape();
    if (out.rank() != in.rank() || out.dim(0) != in.dim(0) || out.dim(1) != in.dim(1)) {
      throw new IllegalArgumentException("layers: the network makes " + out + " of images of " + in
          + ", but a class for "
          + "each pixel needs maps of the same height and width; undo each pooling or stride with upsample, deconv or "
          + "unpool, as in 'unet-small'");
    }
  }

  /** Predicts the pixels of an image, for as long as that is wanted. */
  public <E extends Exception> void predict(int height, int width, Pixels image, Predictions result,
      Cancellation<E> cancellation) throws E {
    Cut down = Cut.of(Cut.up(height, rows.multiple()), rows, side);
    Cut across = Cut.of(Cut.up(width, columns.multiple()), columns, side);
    int tiles = down.count() * across.count();
    int atOnce = atOnce(down.length() * across.length());
    int parts = (tiles + atOnce - 1) / atOnce;
    Lanes all = lanes.computeIfAbsent(Shape.of(down.length(), across.length(), network.inputShape().channels()),
        shape -> new Lanes(shape, new Lane[Math.max(1, threads)]));
    int used = Math.min(all.all.length, parts);
    Parallel.run(used, used, lane -> {
      for (int part = lane; part < parts; part += used) {
        cancellation.check();
        Tile[] chosen = new Tile[Math.min(atOnce, tiles - part * atOnce)];
        for (int r = 0; r < chosen.length; r++) {
          int tile = part * atOnce + r;
          chosen[r] = new Tile(down, across, tile / across.count(), tile % across.count(), height, width);
        }
        run(lane(all, lane), chosen, image, result, cancellation);
      }
    });
  }

  private static int atOnce(int pixels) {
    return Math.max(1, Math.min(ROWS, PIXELS / pixels));
  }

  private Lane lane(Lanes lanes, int place) {
    Lane lane = lanes.all[place];
    if (lane == null) {
      Network sized = new Network(lanes.shape, network.outputs(), network.steps());
      requireSameSize(sized);
      System.arraycopy(network.values(), 0, sized.values(), 0, network.values().length);
      int atOnce = atOnce(lanes.shape.positions());
      lane = new Lane(new Workspace(sized, atOnce, Workspace.Mode.PREDICT, blas),
          new Tensor(sized.outputShape(), atOnce));
      lanes.all[place] = lane;
    }
    return lane;
  }

  private <E extends Exception> void run(Lane lane, Tile[] tiles, Pixels image, Predictions result,
      Cancellation<E> cancellation) throws E {
    Tensor x = lane.workspace.input();
    lane.workspace.setRows(tiles.length);
    lane.prediction.setRows(tiles.length);
    for (int r = 0; r < tiles.length; r++) {
      tiles[r].read(image, x, r);
    }
    lane.workspace.forward(false, cancellation);
    loss.predict(lane.workspace.output(), Loss.Task.CLASSES, lane.prediction);
    for (int r = 0; r < tiles.length; r++) {
      tiles[r].write(lane.prediction, r, result);
    }
  }

  /** A part of an image. */
  private record Tile(Cut down, Cut across, int row, int column, int height, int width) {
    void read(Pixels image, Tensor x, int at) {
      for (int i = 0; i < down.length(); i++) {
        int y = inside(down.start(row) + i, height);
        for (int j = 0; j < across.length(); j++) {
          image.read(y, inside(across.start(column) + j, width), x.plane(i * across.length() + j), at * x.channels());
        }
      }
    }

    void write(Tensor prediction, int at, Predictions result) {
      for (int y = down.from(row); y < Math.min(height, down.to(row)); y++) {
        for (int x = across.from(column); x < Math.min(width, across.to(column)); x++) {
          int place = (y - down.start(row)) * across.length() + x - across.start(column);
          result.take(y, x, prediction.plane(place), at * prediction.channels());
        }
      }
    }

    /** Beyond the end the axis goes on backwards. */
    private static int inside(int place, int size) {
      int turn = place % (2 * size);
      return turn < size ? turn : 2 * size - 1 - turn;
    }
  }
}
