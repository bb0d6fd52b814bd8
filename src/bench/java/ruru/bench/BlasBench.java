package ruru.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;

/**
 * GFLOP/s and time of one gemm call by size for the provider that {@code -Druru.blas} asks for: the median of 9 rounds
 * of at least 50 ms each, after 12 rounds to warm up. All sizes run in one JVM, as they do in training; arguments such
 * as {@code "NN 64x64x64"} ask for some only. The time is the processor time of the calling thread, which alone
 * computes, so that other programs disturb less.
 */
public final class BlasBench {
  private static final int WARM_UP = 12;
  private static final int ROUNDS = 9;
  private static final long ROUND_NANOS = 50_000_000;

  /** "NN 8x16x32": whether A and B are transposed, and m x n x k. */
  private static final String[] CASES = {
      "NN 1x8x8", "NN 4x4x4", "NN 8x8x8", "NN 32x2x16", "NT 32x16x2", "TN 16x2x32", "NN 32x16x8", "NT 32x8x16",
      "TN 8x16x32", "NN 8x16x32", "NN 16x16x32", "NN 32x32x32", "NN 64x64x64", "NN 256x128x784", "NN 512x512x512",
      "NN 64x256x784", "NT 64x784x256", "TN 784x256x64"};

  private BlasBench() {}

  public static void main(String[] args) {
    Blas blas = BlasProvider.get();
    System.out.printf("%s, Java %s%n%-16s %9s %12s%n", blas.name(), Runtime.version().feature(), "gemm", "GFLOP/s",
        "us per call");
    for (String text : args.length > 0 ? args : CASES) {
      Product product = Product.of(text);
      double seconds = median(blas, product);
      System.out.printf("%-16s %9.1f %12.3f%n", text, product.flops() / seconds / 1e9, seconds * 1e6);
    }
  }

  private static double median(Blas blas, Product product) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    int calls = 1;
    double[] seconds = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = clock.getCurrentThreadCpuTime();
      long nanos = 0;
      long done = 0;
      while (nanos < ROUND_NANOS) {
        for (int i = 0; i < calls; i++) {
          product.run(blas);
        }
        done += calls;
        nanos = clock.getCurrentThreadCpuTime() - start;
        // The clock must not be read after each tiny call.
        calls = (int) Math.max(1, done * 1_000_000 / Math.max(1, nanos));
      }
      if (round >= 0) {
        seconds[round] = nanos * 1e-9 / done;
      }
    }
    Arrays.sort(seconds);
    return seconds[ROUNDS / 2];
  }

  private record Product(boolean transA, boolean transB, int m, int n, int k, float[] a, float[] b, float[] c) {
    static Product of(String text) {
      String[] sizes = text.substring(3).split("x");
      int m = Integer.parseInt(sizes[0]);
      int n = Integer.parseInt(sizes[1]);
      int k = Integer.parseInt(sizes[2]);
      return new Product(text.charAt(0) == 'T', text.charAt(1) == 'T', m, n, k, random(m * k), random(k * n),
          new float[m * n]);
    }

    void run(Blas blas) {
      blas.gemm(transA, transB, m, n, k, 1, a, 0, transA ? m : k, b, 0, transB ? k : n, 0, c, 0, n);
    }

    double flops() {
      return 2.0 * m * n * k;
    }

    private static float[] random(int length) {
      SplittableRandom random = new SplittableRandom(1);
      float[] values = new float[length];
      for (int i = 0; i < length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
      return values;
    }
  }
}
