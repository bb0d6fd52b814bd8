package ruru.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

class ShardsTest {
  private static int count(String layers, int batch) {
    return Shards.count(new Network(Shape.of(4096), 10, NetworkText.parse(layers)), batch);
  }

  @Test
  void aBatchIsCutByItsRowsAndWork() {
    assertEquals(1, count("output", 64));
    assertEquals(1, count("dense 256, output", 100));
    assertEquals(2, count("dense 256, output", 128));
    assertEquals(8, count("dense 256, output", 512));
    assertEquals(8, count("dense 256, output", 100_000));
  }

  /** The weights of a recurrent layer work at every step, whatever it gives out. */
  @Test
  void aRecurrentLayerWorksAtEveryStep() {
    assertEquals(1, count("reshape 4096x1, globalavgpool, dense 64, output", 128));
    assertEquals(4, count("reshape 4096x1, lstm 64, output", 128));
    assertEquals(4, count("reshape 4096x1, gru 64 output=all, last, output", 128));
  }

  /** However many words there are, one vector is read at a step. */
  @Test
  void aTableIsNotMultiplied() {
    assertEquals(1, count("reshape 4096x1, embedding 1 words=1000000, globalavgpool, output", 64));
    assertEquals(4, count("reshape 4096x1, embedding 64 words=2, globalavgpool, output", 128));
    assertEquals(4, count("reshape 4096x1, embedding 64 words=100000, globalavgpool, output", 128));
  }

  /** A gradient for each of eight shards of 62 million parameters would take 2 GB. */
  @Test
  void largeNetworksGetTwoAtMost() {
    assertEquals(8, count("dense 4080, output", 512));
    assertEquals(2, count("dense 4100, output", 512));
    assertEquals(1, count("dense 4100, output", 64));
  }
}
