package ruru.nn.optimizers;

import no.uib.cipr.matrix.DenseMatrix;
import no.uib.cipr.matrix.DenseVector;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Linear or logistic regression with correlated, standardised features: the mean loss in float as a net computes it,
 * and the exact solution by Newton's method in double. The last parameter is the intercept, which has no ridge.
 */
final class LinearModel implements FullBatchOptimizer.Objective {
  private final boolean logistic;
  private final double ridge;
  private final float[][] rows;
  private final float[] targets;
  int evaluations;

  /** @param correlation of every two features, before they are standardised */
  LinearModel(boolean logistic, int n, int features, double correlation, double noise, double ridge, long seed) {
    this.logistic = logistic;
    this.ridge = ridge;
    Rng rng = new Rng(seed, RandomStream.LAYER, 0, 0);
    double[][] columns = new double[features + 1][n];
    double[] truth = new double[features];
    for (int j = 0; j < features; j++) {
      truth[j] = rng.nextGaussian();
    }
    for (int r = 0; r < n; r++) {
      double common = rng.nextGaussian();
      for (int j = 0; j < features; j++) {
        columns[j][r] = Math.sqrt(1 - correlation) * rng.nextGaussian() + Math.sqrt(correlation) * common;
        columns[features][r] += truth[j] * columns[j][r];
      }
      columns[features][r] += noise * rng.nextGaussian();
    }
    rows = new float[n][features];
    targets = new float[n];
    for (int j = 0; j <= features; j++) {
      double[] standard = standardise(columns[j]);
      for (int r = 0; r < n; r++) {
        if (j < features) {
          rows[r][j] = (float) standard[r];
        } else {
          targets[r] = logistic ? standard[r] > 0 ? 1 : 0 : (float) standard[r];
        }
      }
    }
  }

  private static double[] standardise(double[] values) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double variance = 0;
    for (double v : values) {
      variance += (v - mean) * (v - mean) / values.length;
    }
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (values[i] - mean) / Math.sqrt(variance);
    }
    return result;
  }

  int parameters() {
    return rows[0].length + 1;
  }

  @Override
  public double evaluate(float[] w, float[] gradient) {
    evaluations++;
    int d = w.length - 1;
    float[] sum = new float[d + 1];
    double loss = 0;
    for (int r = 0; r < rows.length; r++) {
      float z = w[d];
      for (int j = 0; j < d; j++) {
        z += rows[r][j] * w[j];
      }
      float error = logistic ? (float) (1 / (1 + Math.exp(-z))) - targets[r] : z - targets[r];
      loss += logistic ? (float) (Math.max(z, 0) - z * targets[r] + Math.log1p(Math.exp(-Math.abs(z))))
          : error * error / 2;
      for (int j = 0; j < d; j++) {
        sum[j] += error * rows[r][j];
      }
      sum[d] += error;
    }
    loss /= rows.length;
    for (int j = 0; j <= d; j++) {
      gradient[j] = (float) (sum[j] / (double) rows.length + (j < d ? ridge * w[j] : 0));
      loss += j < d ? ridge / 2 * w[j] * w[j] : 0;
    }
    return loss;
  }

  /** The minimum, by Newton's method. */
  double[] solution() {
    int m = parameters();
    double[] w = new double[m];
    double largest = 1;
    for (int iteration = 0; iteration < 60 && largest > 1e-10; iteration++) {
      DenseMatrix hessian = new DenseMatrix(m, m);
      DenseVector gradient = new DenseVector(m);
      for (int i = 0; i < m - 1; i++) {
        hessian.add(i, i, ridge);
        gradient.add(i, ridge * w[i]);
      }
      for (int r = 0; r < rows.length; r++) {
        double p = predict(r, w);
        double curvature = logistic ? p * (1 - p) : 1;
        for (int i = 0; i < m; i++) {
          gradient.add(i, (p - targets[r]) * feature(r, i) / rows.length);
          for (int j = 0; j < m; j++) {
            hessian.add(i, j, curvature * feature(r, i) * feature(r, j) / rows.length);
          }
        }
      }
      DenseVector move = new DenseVector(m);
      hessian.solve(gradient, move);
      largest = 0;
      for (int i = 0; i < m; i++) {
        w[i] -= move.get(i);
        largest = Math.max(largest, Math.abs(move.get(i)));
      }
    }
    return w;
  }

  /** The largest difference in a prediction (a probability, if logistic). */
  double distance(float[] w, double[] exact) {
    double[] wide = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      wide[i] = w[i];
    }
    double result = 0;
    for (int r = 0; r < rows.length; r++) {
      result = Math.max(result, Math.abs(predict(r, wide) - predict(r, exact)));
    }
    return result;
  }

  private double feature(int row, int j) {
    return j < rows[row].length ? rows[row][j] : 1;
  }

  private double predict(int row, double[] w) {
    double z = 0;
    for (int j = 0; j < w.length; j++) {
      z += feature(row, j) * w[j];
    }
    return logistic ? 1 / (1 + Math.exp(-z)) : z;
  }
}
