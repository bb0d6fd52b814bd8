package ruru.cluster;

import java.util.Arrays;

/**
 * The assignment problem: every row of a square cost matrix is assigned a different column so that the total cost is
 * minimal. Shortest augmenting paths with potentials, O(n^3). Sources: Kuhn 1955; Jonker and Volgenant 1987.
 */
final class Assignment {
  private Assignment() {}

  /** The column of each row. */
  static int[] cheapest(double[][] cost) {
    int n = cost.length;
    double[] rowPotential = new double[n + 1];
    double[] columnPotential = new double[n + 1];
    int[] rowOf = new int[n + 1];
    for (int row = 1; row <= n; row++) {
      augment(cost, row, rowPotential, columnPotential, rowOf);
    }
    int[] columns = new int[n];
    for (int j = 1; j <= n; j++) {
      columns[rowOf[j] - 1] = j - 1;
    }
    return columns;
  }

  // Rows and columns count from 1; column 0 is where the new row starts from.
  private static void augment(double[][] cost, int row, double[] u, double[] v, int[] rowOf) {
    int n = cost.length;
    double[] least = new double[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] used = new boolean[n + 1];
    int[] previous = new int[n + 1];
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0) {
      used[column] = true;
      double delta = Double.POSITIVE_INFINITY;
      int next = 0;
      for (int j = 1; j <= n; j++) {
        if (used[j]) {
          continue;
        }
        double reduced = cost[rowOf[column] - 1][j - 1] - u[rowOf[column]] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          previous[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (int j = 0; j <= n; j++) {
        if (used[j]) {
          u[rowOf[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    }
    while (column != 0) {
      rowOf[column] = rowOf[previous[column]];
      column = previous[column];
    }
  }
}
