package eddy.langevin;

import java.util.Arrays;

/**
 * The matrix A of a linear recursion. Where it has few entries in each row, as in coordinates in
 * which the Hessian is diagonal, products take them one by one instead of the whole rows, in O(n^2)
 * instead of O(n^3); squares of such matrices stay so.
 */
final class Propagator {
  private static final int FEW = 8;

  private final int n;
  private final double[] dense;

  /** The columns of the non-zero entries of each row; null where they are many. */
  private final int[][] columns;

  /** Keeps the array, row-major. */
  Propagator(int n, double[] dense) {
    this.n = n;
    this.dense = dense;
    this.columns = fewColumns(n, dense);
  }

  private static int[][] fewColumns(int n, double[] a) {
    if (n < 4 * FEW) {
      return null;
    }
    int[][] found = new int[n][];
    int[] row = new int[FEW];
    for (int i = 0; i < n; i++) {
      int count = 0;
      for (int j = 0; j < n; j++) {
        if (a[i * n + j] != 0) {
          if (count == FEW) {
            return null;
          }
          row[count++] = j;
        }
      }
      found[i] = Arrays.copyOf(row, count);
    }
    return found;
  }

  /** All entries; not a copy. */
  double[] entries() {
    return dense;
  }

  /** A X. */
  private double[] times(double[] x) {
    if (columns == null) {
      return Dense.times(n, dense, x);
    }
    double[] y = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k : columns[i]) {
        addRow(dense[i * n + k], x, k * n, y, i * n);
      }
    }
    return y;
  }

  private void addRow(double factor, double[] from, int at, double[] to, int toAt) {
    for (int j = 0; j < n; j++) {
      to[toAt + j] += factor * from[at + j];
    }
  }

  /** A B. */
  Propagator times(Propagator b) {
    return new Propagator(n, times(b.dense));
  }

  /** X Aᵀ. */
  double[] timesTransposed(double[] x) {
    if (columns == null) {
      return Dense.timesTransposed(n, x, dense);
    }
    double[] y = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k : columns[j]) {
          sum += dense[j * n + k] * x[i * n + k];
        }
        y[i * n + j] = sum;
      }
    }
    return y;
  }

  /** A X Aᵀ + R for symmetric X and R, symmetric to the last bit. */
  double[] congruence(double[] x, double[] r) {
    double[] y = timesTransposed(times(x));
    for (int i = 0; i < n; i++) {
      y[i * n + i] += r[i * n + i];
      for (int j = 0; j < i; j++) {
        double mean = (y[i * n + j] + y[j * n + i]) / 2 + r[i * n + j];
        y[i * n + j] = mean;
        y[j * n + i] = mean;
      }
    }
    return y;
  }

  /** y += A x. */
  void addTo(double[] y, double[] x) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      if (columns == null) {
        for (int j = 0; j < n; j++) {
          sum += dense[i * n + j] * x[j];
        }
      } else {
        for (int j : columns[i]) {
          sum += dense[i * n + j] * x[j];
        }
      }
      y[i] += sum;
    }
  }
}
