package ruru.nn.train;

import ruru.nn.Network;
import ruru.nn.Parameter;

/**
 * The number of parts that a batch is divided into. The rule depends only on the network and the batch, never on the
 * machine, because the shards determine the order of sums and so the last bits of the result.
 */
final class Shards {
  /** Rows that keep a matrix product efficient. */
  private static final int ROWS = 64;
  private static final int ROWS_OF_MAPS = 32;
  /** Multiplications below which passing work to another thread costs more than it saves. */
  private static final long WORK = 2_000_000;
  private static final int MOST = 8;
  /** Parameters above which memory counts: every shard has its own gradient, here of more than 64 MB. */
  private static final int LARGE = 1 << 24;
  private static final int MOST_OF_LARGE = 2;

  private Shards() {}

  /**
   * The number of shards for batches of the given size, from 1 to {@value #MOST}, or {@value #MOST_OF_LARGE} for large
   * networks.
   */
  static int count(Network network, int batch) {
    long perRow = 0;
    for (Network.Node node : network.nodes()) {
      for (Parameter p : node.parameters()) {
        perRow += p.role() == Parameter.Role.WEIGHT ? (long) used(network, node, p) * uses(network, node) : 0;
      }
    }
    long byWork = 3 * perRow * batch / WORK;
    int byRows = batch / (hasMaps(network) ? ROWS_OF_MAPS : ROWS);
    int limit = network.values().length > LARGE ? MOST_OF_LARGE : MOST;
    return (int) Math.max(1, Math.min(limit, Math.min(byWork, byRows)));
  }

  /** Numbers of a weight that are used at a position. */
  private static int used(Network network, Network.Node node, Parameter weight) {
    return network.steps().get(node.step()).layer().looksUp() ? weight.shape().channels() : weight.size();
  }

  /** How often a weight is used for a row: once for each position, or for each step that a recurrent layer takes. */
  private static int uses(Network network, Network.Node node) {
    boolean recurrent = network.steps().get(node.step()).layer().isRecurrent();
    return (recurrent ? network.nodes().get(node.inputs()[0]) : node).shape().positions();
  }

  /** Rows that run through the network at once: maps are large, and few rows keep them in the cache. */
  static int chunk(Network network) {
    return hasMaps(network) ? 32 : 256;
  }

  private static boolean hasMaps(Network network) {
    return network.nodes().stream().anyMatch(n -> n.shape().positions() > 1);
  }
}
