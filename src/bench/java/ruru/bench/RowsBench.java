package ruru.bench;

import java.util.Locale;
import ruru.nn.Shape;
import ruru.nn.train.Dataset;
import ruru.nn.train.Trainer;

/**
 * What a row costs in training as the rows become more: the same net on 28 numbers with 10,000, 100,000 and 1,000,000
 * rows, in turn, one thread by its processor time, best of some rounds.
 */
public final class RowsBench {
  private static final int[] ROWS = {10_000, 100_000, 1_000_000};
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;

  private RowsBench() {}

  public static void main(String[] args) throws InterruptedException {
    Net[] nets = new Net[ROWS.length];
    Trainer[] trainers = new Trainer[ROWS.length];
    for (int i = 0; i < ROWS.length; i++) {
      nets[i] = new Net("rows", "dense 256 relu, dense 128 relu, output", Shape.of(28), 2, 128, ROWS[i], 0);
      Dataset data = nets[i].data();
      trainers[i] = nets[i].trainer(nets[i].network(), data, 1, 0);
    }
    double[] best = new double[ROWS.length];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < ROWS.length; i++) {
        Trainer trainer = trainers[i];
        double speed = ThroughputBench.speed(nets[i], 1, () -> trainer.epoch(1, new double[1]));
        best[i] = round < 0 ? 0 : Math.max(best[i], speed);
      }
    }
    System.out.printf("%-44s %14s %14s%n", "28-256-128-2, batch 128, 1 thread", "rows/s", "time per row");
    for (int i = 0; i < ROWS.length; i++) {
      System.out.printf(Locale.ROOT, "%-44s %,14.0f %14.2f%n", String.format(Locale.ROOT, "%,d rows", ROWS[i]), best[i],
          best[0] / best[i]);
    }
  }
}
