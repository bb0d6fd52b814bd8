package weka.gui.neural.lab;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.train.Training;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.images.FilterLayer;
import weka.core.neural.lab.images.LookedAtRows;
import weka.core.neural.lab.images.NetworkEye;
import weka.core.neural.watch.WatchedTraining;

/** A network of which pictures are made, and the rows for them. Made and used by one thread; others read its fields. */
final class ImageSubject {
  private final Network network;
  private final LookedAtRows rows;
  private final List<String> classes;
  private final List<FilterLayer> filters;
  private final int networks;
  private float @Nullable [][] range;
  private @Nullable NetworkEye eye;

  private ImageSubject(Network network, LookedAtRows rows, int networks) {
    this.network = network;
    this.rows = rows;
    this.networks = networks;
    classes = rows.classes(network);
    filters = FilterLayer.all(network);
  }

  /** Null while the training is prepared. */
  static @Nullable ImageSubject of(ShownTraining shown) {
    LabRun run = shown.run();
    WatchedTraining watched = shown.training();
    if (run != null) {
      LookedAtRows found = LookedAtRows.of(run);
      Network network = network(shown);
      return found == null || network == null || found.fitted() == null ? null
          : new ImageSubject(network, found, found.fitted().models().size());
    }
    Training training = watched.running();
    return training == null ? null : new ImageSubject(training.network(), LookedAtRows.of(training), 1);
  }

  /** The network whose pictures are to be drawn now; null if there is none. */
  static @Nullable Network network(ShownTraining shown) {
    LabRun run = shown.run();
    return run != null && run.state() == LabRun.State.ENDED && run.fitted() != null
        ? run.fitted().models().get(0).network() : shown.training().network();
  }

  Network network() {
    return network;
  }

  LookedAtRows rows() {
    return rows;
  }

  /** Names of the classes; empty for a number. */
  List<String> classes() {
    return classes;
  }

  List<FilterLayer> filters() {
    return filters;
  }

  /** Whether the network sees images. */
  boolean seesImages() {
    return rows.areImages();
  }

  boolean reconstructs() {
    return rows.reconstruct(network);
  }

  /** A copy of the network to look through. */
  NetworkEye eye() {
    NetworkEye now = eye;
    if (now == null) {
      now = new NetworkEye(network);
      eye = now;
    }
    return now;
  }

  /** What is drawn black and white, for each channel. */
  float[][] range() {
    float[][] now = range;
    if (now == null) {
      now = rows.range();
      range = now;
    }
    return now;
  }

  /** Why there are no pictures of images; null if there can be. */
  @Nullable
  String obstacle() {
    Shape shape = network.inputShape();
    return seesImages() ? null : "The network's input is no image, but has the shape " + shape + ": open a folder of "
        + "images, or say under Network at 'input' how the attributes are pixels, such as 28x28x1. "
        + "Worst rows can be shown of any data.";
  }

  /** What to know beside the picture; empty if nothing. */
  String remark() {
    return networks > 1 ? String.format(Locale.ROOT, "network 1 of %d", networks) : "";
  }
}
