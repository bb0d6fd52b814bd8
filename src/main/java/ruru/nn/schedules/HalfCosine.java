package ruru.nn.schedules;

/** The curve of {@link Cosine} and {@link OneCycle}. */
final class HalfCosine {
  private HalfCosine() {}

  /** From {@code start} at time 0 to {@code end} at time 1 and after, with slope 0 at both. */
  static double between(double start, double end, double time) {
    return time >= 1 ? end : end + (start - end) * (1 + Math.cos(Math.PI * time)) / 2;
  }
}
