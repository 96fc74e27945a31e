package eddy.fields;

import java.util.Arrays;

/** D independent of x; two are equal when their entries are. */
record ConstantMatrix(int dimension, double[] rows) implements MatrixField {
  ConstantMatrix {
    if (dimension < 1) {
      throw new IllegalArgumentException("A field needs at least one dimension, not 0.");
    }
    rows = rows.clone();
    requireSymmetric(rows, dimension);
    requireSemiDefinite(rows, dimension);
  }

  @Override
  public void at(double[] x, double[] out) {
    System.arraycopy(rows, 0, out, 0, rows.length);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ConstantMatrix m && Arrays.equals(rows, m.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  private static void requireSymmetric(double[] a, int d) {
    double largest = 0;
    for (double v : a) {
      if (!Double.isFinite(v)) {
        throw new IllegalArgumentException("A diffusion matrix has finite entries, not " + v + ".");
      }
      largest = Math.max(largest, Math.abs(v));
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(a[i * d + j] - a[j * d + i]) > 1e-12 * largest) {
          throw new IllegalArgumentException(
              "A diffusion matrix is symmetric, but entries ("
                  + i
                  + ","
                  + j
                  + ") and ("
                  + j
                  + ","
                  + i
                  + ") are "
                  + a[i * d + j]
                  + " and "
                  + a[j * d + i]
                  + ".");
        }
      }
    }
  }

  /** Cholesky with diagonal pivots: what is left when no pivot is positive must vanish. */
  private static void requireSemiDefinite(double[] rows, int d) {
    double[] a = rows.clone();
    double trace = 0;
    for (int i = 0; i < d; i++) {
      trace += Math.abs(a[i * d + i]);
    }
    double tolerance = 1e-12 * d * Math.max(trace, Double.MIN_NORMAL);
    boolean[] done = new boolean[d];
    for (int step = 0; step < d; step++) {
      int p = -1;
      for (int i = 0; i < d; i++) {
        if (!done[i] && (p < 0 || a[i * d + i] > a[p * d + p])) {
          p = i;
        }
      }
      double pivot = a[p * d + p];
      if (pivot <= tolerance) {
        requireVanishing(a, done, d, tolerance);
        return;
      }
      done[p] = true;
      for (int i = 0; i < d; i++) {
        double ratio = done[i] ? 0 : a[i * d + p] / pivot;
        for (int j = 0; ratio != 0 && j < d; j++) {
          a[i * d + j] -= ratio * a[p * d + j];
        }
      }
    }
  }

  private static void requireVanishing(double[] a, boolean[] done, int d, double tolerance) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        if (!done[i] && !done[j] && Math.abs(a[i * d + j]) > tolerance) {
          throw new IllegalArgumentException(
              "A diffusion matrix has no negative eigenvalue, but this one has: check its signs.");
        }
      }
    }
  }
}
