package ruru.nn;

/**
 * exp(x), exp(x) - 1 and log(1 + x) in float32, to 2e-7 relative or better, using only sums, products, quotients, min
 * and max: a loop that calls one of them and does little else is vectorised, and takes a tenth of the time of Math.exp.
 *
 * <p>x = t ln 2 + r with a whole number t and |r| at most ln(2)/2, so that exp(x) = 2^t exp(r). exp(r) is a minimax
 * polynomial. 2^t must avoid integer and bit operations, which the compiler of Java 17 does not vectorise: an
 * approximate 2^t is rounded to the nearest power of two.
 *
 * <p>Arguments below {@value #LEAST} and above {@value #MOST} are clamped to these; NaN stays NaN. The exponentials
 * have as many operations as fit into a loop that is still vectorised; anything more than a negation beside them needs
 * a separate loop.
 */
public final class FloatMath {
  private static final float LEAST = -87;
  private static final float MOST = 48;

  /**
   * t = MAGIC' - (MAGIC' - x / ln 2), since a float of this size has no fraction; all by 1/256, the unit of {@link
   * #power}.
   */
  private static final float UNIT = 1f / 256;
  private static final float MAGIC = 12582912 * UNIT;
  private static final float LOG2_E = 1.44269504f * UNIT;
  /** ln 2 in two parts, the first with so few bits that its product with t is exact. */
  private static final float LN2_HIGH = 0.693359375f / UNIT;
  private static final float LN2_LOW = -2.12194440e-4f / UNIT;

  private FloatMath() {}

  /** exp(x). */
  public static float exp(float x) {
    float bounded = Math.min(Math.max(x, LEAST), MOST);
    float u = (bounded * LOG2_E + MAGIC) - MAGIC;
    float r = (bounded - u * LN2_HIGH) - u * LN2_LOW;
    float power = power(u);
    return power + power * expm1OfSmall(r);
  }

  /** exp(x) - 1, with the same relative error near 0. */
  public static float expm1(float x) {
    float bounded = Math.min(Math.max(x, LEAST), MOST);
    float u = (bounded * LOG2_E + MAGIC) - MAGIC;
    float r = (bounded - u * LN2_HIGH) - u * LN2_LOW;
    float power = power(u);
    return power * expm1OfSmall(r) + (power - 1f);
  }

  /** 1 - exp(-x) for x from 0 on; shorter than {@link #expm1}, so that a product beside it fits into the loop. */
  public static float oneMinusExp(float x) {
    float bounded = Math.min(x, -LEAST);
    float u = (MAGIC - bounded * LOG2_E) - MAGIC;
    float minusR = (bounded + u * LN2_HIGH) + u * LN2_LOW;
    float power = power(u);
    return (1f - power) - power * expm1OfSmall(-minusR);
  }

  /**
   * log(1 + x) for x from 0 to 1: 2 artanh(s) = 2 (s + s^3 q(s^2)) with s = x / (2 + x), at most 1/3, and the q of
   * degree 3 of least error, 4.5e-9 relative.
   */
  public static float log1p(float x) {
    float s = x / (2f + x);
    float z = s * s;
    float q = 0.3333321f + z * (0.20010763f + z * (0.14000903f + z * 0.14005993f));
    return 2f * (s + s * z * q);
  }

  /**
   * 2^(256 u), where 256 u is a whole number. A quadratic approximation of 2^u (minimax for u from -0.496 to 0.274),
   * squared eight times, is accurate to a fifth. The difference with its multiple by 2^23 + 1 then leaves one leading
   * bit (Dekker's splitting), and that is the power of two.
   */
  private static float power(float u) {
    float w = 1.0006918f + u * (0.6966574f + u * 0.22144866f);
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    w *= w;
    float multiple = w * 8388609f;
    return multiple - (multiple - w);
  }

  /** exp(r) - 1 for |r| up to ln(2)/2: r + r^2 q(r), with the q of degree 4 of least error, 1.4e-8 relative. */
  private static float expm1OfSmall(float r) {
    return r + r * r * (0.5f + r * (0.16666538f + r * (0.041666267f + r * (0.0083672341f + r * 0.0013947575f))));
  }
}
