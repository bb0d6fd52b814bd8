package ruru.nn;

/**
 * Random numbers that depend only on their purpose: a stream is named by a seed, its use ({@link RandomStream}), a step
 * and an index, so the order in which threads draw never changes a result.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood 2014): element i of the stream with key k is mix(k + (i + 1)
 * gamma).
 */
public final class Rng {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long state;
  private double spare = Double.NaN;

  /** For single draws. */
  public Rng(long seed, RandomStream stream) {
    this(seed, stream, 0);
  }

  /** For repeated draws. */
  public Rng(long seed, RandomStream stream, long index) {
    this(seed, stream, 0, index);
  }

  /** For repeated draws in each step. */
  public Rng(long seed, RandomStream stream, long step, long index) {
    state = key(seed, stream, step, index);
  }

  /** The name of a stream as one number, for {@link #uniform} and {@link #gaussian}. */
  public static long key(long seed, RandomStream stream, long step, long index) {
    long purpose = mix(mix(seed + GAMMA) + stream.purpose() * GAMMA);
    return mix(mix(purpose + (stream.firstStep() + step) * GAMMA) + (stream.firstIndex() + index) * GAMMA);
  }

  /** Element {@code index} of the stream, uniform in [0, 1). */
  public static float uniform(long key, int index) {
    return (mix(key + (index + 1) * GAMMA) >>> 40) * 0x1p-24f;
  }

  /** Element {@code index} of the stream, normal with mean 0 and standard deviation 1 (Box and Muller 1958). */
  public static float gaussian(long key, int index) {
    long bits = mix(key + (index + 1) * GAMMA);
    double u = ((bits >>> 32) + 1) * 0x1p-32;
    double v = (bits & 0xFFFFFFFFL) * 0x1p-32;
    return (float) (Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v));
  }

  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [0, bound). */
  public int nextInt(int bound) {
    return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double nextGaussian() {
    if (!Double.isNaN(spare)) {
      double result = spare;
      spare = Double.NaN;
      return result;
    }
    double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
    double angle = 2 * Math.PI * nextDouble();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Puts the first {@code n} elements into random order (Fisher and Yates). */
  public void shuffle(int[] values, int n) {
    for (int i = n - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int v = values[i];
      values[i] = values[j];
      values[j] = v;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
