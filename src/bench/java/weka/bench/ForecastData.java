package weka.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kinds of time series, each drawn anew for a seed: the law is that of the kind, its numbers are random too. */
final class ForecastData {
  private static final int SEASON = 12;

  private interface Kind {
    double[] draw(int n, Random random);
  }

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("growing season", ForecastData::growingSeason);
    KINDS.put("trend and season", (n, r) -> trendAndSeason(n, r, uniform(r, 0.3, 1.5), 12));
    KINDS.put("falling trend and season", (n, r) -> trendAndSeason(n, r, -uniform(r, 0.3, 1.2), 12));
    KINDS.put("trend alone", (n, r) -> trendAndSeason(n, r, uniform(r, 0.3, 1.5), 0));
    KINDS.put("random walk", (n, r) -> walk(n, r, 0));
    KINDS.put("random walk with drift", (n, r) -> walk(n, r, uniform(r, 0.2, 0.8)));
    KINDS.put("geometric walk", (n, r) -> exp(walk(n, r, 0.2), 0.02));
    KINDS.put("AR(2)", ForecastData::autoregression);
    KINDS.put("ARMA(1, 1)", ForecastData::movingAverage);
    KINDS.put("season of two years", (n, r) -> season(n, r, 24, 50, uniform(r, 5, 15), uniform(r, 1, 3)));
    KINDS.put("logistic map", ForecastData::logisticMap);
    KINDS.put("threshold autoregression", ForecastData::threshold);
    KINDS.put("level shift", ForecastData::levelShift);
    KINDS.put("negative values", (n, r) -> season(n, r, SEASON, uniform(r, -40, -5), uniform(r, 5, 15),
        uniform(r, 1, 4)));
    KINDS.put("counts", ForecastData::counts);
    KINDS.put("rare counts", ForecastData::rareCounts);
    KINDS.put("noisy sine", ForecastData::noisySine);
    KINDS.put("noise around a constant", (n, r) -> season(n, r, SEASON, 50, 0, uniform(r, 1, 10)));
  }

  private ForecastData() {}

  /** The names of all kinds whose name contains a text. */
  static List<String> names(String part) {
    return KINDS.keySet().stream().filter(n -> n.contains(part)).toList();
  }

  static double[] draw(String kind, int n, int seed) {
    return KINDS.get(kind).draw(n, new Random(31L * kind.hashCode() + seed));
  }

  private static double uniform(Random r, double low, double high) {
    return low + (high - low) * r.nextDouble();
  }

  /** A smooth shape of one period with mean about 0 and size about 1. */
  private static double[] shape(Random r, int period) {
    double[] shape = new double[period];
    for (int harmonic = 1; harmonic <= 3; harmonic++) {
      double size = r.nextGaussian() / harmonic;
      double phase = uniform(r, 0, 2 * Math.PI);
      for (int i = 0; i < period; i++) {
        shape[i] += size * Math.sin(2 * Math.PI * harmonic * i / period + phase);
      }
    }
    double squares = 0;
    for (double s : shape) {
      squares += s * s / period;
    }
    for (int i = 0; i < period; i++) {
      shape[i] /= Math.sqrt(squares);
    }
    return shape;
  }

  private static double[] growingSeason(int n, Random r) {
    double[] shape = shape(r, SEASON);
    double growth = uniform(r, 0.004, 0.014);
    double share = uniform(r, 0.08, 0.25);
    double noise = uniform(r, 0.01, 0.05);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = 100 * Math.exp(growth * t + share * shape[t % SEASON] + noise * r.nextGaussian());
    }
    return x;
  }

  private static double[] trendAndSeason(int n, Random r, double slope, double size) {
    double[] shape = shape(r, SEASON);
    double noise = uniform(r, 1, 5);
    double start = slope < 0 ? 300 : 100;
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = start + slope * t + size * shape[t % SEASON] + noise * r.nextGaussian();
    }
    return x;
  }

  private static double[] season(int n, Random r, int period, double level, double size, double noise) {
    double[] shape = shape(r, period);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = level + size * shape[t % period] + noise * r.nextGaussian();
    }
    return x;
  }

  private static double[] walk(int n, Random r, double drift) {
    double[] x = new double[n];
    double level = uniform(r, 50, 150);
    for (int t = 0; t < n; t++) {
      level += drift + r.nextGaussian();
      x[t] = level;
    }
    return x;
  }

  private static double[] exp(double[] x, double scale) {
    double[] y = new double[x.length];
    for (int t = 0; t < y.length; t++) {
      y[t] = 100 * Math.exp(scale * (x[t] - x[0]));
    }
    return y;
  }

  /** Complex roots: a cycle that fades. */
  private static double[] autoregression(int n, Random r) {
    double radius = uniform(r, 0.7, 0.95);
    double angle = 2 * Math.PI / uniform(r, 5, 20);
    double level = uniform(r, -20, 100);
    double[] x = new double[n];
    double one = 0;
    double two = 0;
    for (int t = -100; t < n; t++) {
      double next = 2 * radius * Math.cos(angle) * one - radius * radius * two + r.nextGaussian();
      two = one;
      one = next;
      if (t >= 0) {
        x[t] = level + next;
      }
    }
    return x;
  }

  private static double[] movingAverage(int n, Random r) {
    double past = uniform(r, 0.5, 0.9);
    double shock = uniform(r, -0.7, 0.7);
    double level = uniform(r, 0, 50);
    double[] x = new double[n];
    double state = 0;
    double before = 0;
    for (int t = -100; t < n; t++) {
      double e = r.nextGaussian();
      state = past * state + e + shock * before;
      before = e;
      if (t >= 0) {
        x[t] = level + state;
      }
    }
    return x;
  }

  private static double[] logisticMap(int n, Random r) {
    double rate = uniform(r, 3.6, 4);
    double state = uniform(r, 0.2, 0.8);
    double[] x = new double[n];
    for (int t = -50; t < n; t++) {
      state = rate * state * (1 - state);
      if (t >= 0) {
        x[t] = state;
      }
    }
    return x;
  }

  private static double[] threshold(int n, Random r) {
    double rising = uniform(r, 0.3, 0.9);
    double falling = -uniform(r, 0.3, 0.9);
    double state = 0;
    double[] x = new double[n];
    for (int t = -50; t < n; t++) {
      state = (state < 0 ? 2 + falling * state : rising * state - 1) + 0.3 * r.nextGaussian();
      if (t >= 0) {
        x[t] = 20 + state;
      }
    }
    return x;
  }

  private static double[] levelShift(int n, Random r) {
    int at = (int) (n * uniform(r, 0.25, 0.75));
    double step = (r.nextBoolean() ? 1 : -1) * uniform(r, 10, 30);
    double noise = uniform(r, 1, 4);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = 100 + (t >= at ? step : 0) + noise * r.nextGaussian();
    }
    return x;
  }

  private static int poisson(Random r, double rate) {
    double limit = Math.exp(-rate);
    int k = 0;
    for (double p = r.nextDouble(); p > limit; p *= r.nextDouble()) {
      k++;
    }
    return k;
  }

  private static double[] counts(int n, Random r) {
    double[] shape = shape(r, SEASON);
    double level = uniform(r, 3, 20);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = poisson(r, level * Math.exp(0.4 * shape[t % SEASON]));
    }
    return x;
  }

  private static double[] rareCounts(int n, Random r) {
    double level = uniform(r, 0.2, 1);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = poisson(r, level);
    }
    return x;
  }

  private static double[] noisySine(int n, Random r) {
    double period = uniform(r, 5, 30);
    double phase = uniform(r, 0, 2 * Math.PI);
    double noise = uniform(r, 0.1, 0.6);
    double level = uniform(r, -2, 10);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = level + Math.sin(2 * Math.PI * t / period + phase) + noise * r.nextGaussian();
    }
    return x;
  }
}
