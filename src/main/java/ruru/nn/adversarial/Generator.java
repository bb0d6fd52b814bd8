package ruru.nn.adversarial;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/**
 * A network that makes rows of noise: standard normal numbers, followed by one for each kind of row, 1 for the wanted
 * one and 0 for the others, if there are kinds to choose from.
 *
 * @param noise numbers of noise
 * @param kinds 0 if the kind cannot be chosen
 */
public record Generator(Network network, int noise, int kinds) {
  private static final int CHUNK = 64;

  /** @throws IllegalArgumentException if the network's inputs are others */
  public Generator {
    if (network.inputShape().rank() != 1 || network.inputShape().size() != noise + kinds) {
      throw new IllegalArgumentException(
          "the generator takes " + network.inputShape() + ", expected [" + (noise + kinds)
              + "]: " + noise + " numbers of noise and " + kinds + " kinds");
    }
  }

  /**
   * Makes rows. A row depends on the seed, its number and its kind alone, so the same noise gives comparable rows while
   * the network is trained.
   *
   * @param kind of each row; not read if the kind cannot be chosen
   * @return [rows][shape of the network's output]
   */
  public <E extends Exception> float[] rows(int rows, int[] kind, long seed, Blas blas, Cancellation<E> cancellation)
      throws E {
    int size = network.outputShape().size();
    float[] made = new float[Math.multiplyExact(rows, size)];
    Workspace w = new Workspace(network, Math.min(rows, CHUNK), Workspace.Mode.PREDICT, blas);
    for (int from = 0; from < rows; from += CHUNK) {
      int n = Math.min(CHUNK, rows - from);
      w.setRows(n);
      for (int r = 0; r < n; r++) {
        draw(w.input(), r, Rng.key(seed, RandomStream.CODES, 0, from + r), kinds == 0 ? 0 : kind[from + r]);
      }
      w.forward(false, cancellation);
      for (int r = 0; r < n; r++) {
        w.output().readRow(r, made, (from + r) * size);
      }
    }
    return made;
  }

  /** Fills a row of the network's input. */
  void draw(Tensor input, int row, long key, int kind) {
    float[] to = input.matrix();
    int at = row * (noise + kinds);
    for (int i = 0; i < noise; i++) {
      to[at + i] = Rng.gaussian(key, i);
    }
    if (kinds > 0) {
      Arrays.fill(to, at + noise, at + noise + kinds, 0);
      to[at + noise + kind] = 1;
    }
  }
}
