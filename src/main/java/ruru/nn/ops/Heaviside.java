package ruru.nn.ops;

/** The step at 0 without a branch, so that the compiler can make vector instructions of a loop. */
public final class Heaviside {
  /** Large enough that min(1, v * HUGE) is 1 for every v above 1e-38. */
  private static final float HUGE = 3e38f;

  private Heaviside() {}

  /** 1 where v is above 0, and 0 at 0; v is at least 0. */
  public static float of(float v) {
    return Math.min(1f, v * HUGE);
  }
}
