package eddy.diffusion;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.SymmetricEigen;
import eddy.run.Interrupts;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;

/**
 * An orthonormal basis of the span of Q, A Q, A² Q, ... and what A makes of it, both as rows. Rows
 * that add no direction are dropped.
 */
final class KrylovBasis implements AutoCloseable {
  private static final double NO_DIRECTION = 1e-13;

  private final SymmetricOperator operator;
  private final LeadingEigenpairs.Settings settings;
  private final int k;
  private final int d;
  private final DoubleMatrix basis;
  private final DoubleMatrix image;
  private int size;
  private int lastBlock;

  KrylovBasis(SymmetricOperator operator, LeadingEigenpairs.Settings settings, int k) {
    this.operator = operator;
    this.settings = settings;
    this.k = k;
    d = operator.dimension();
    long most = (long) settings.block() * settings.mostPasses();
    int rows = (int) Math.min(d, Math.max(most, k));
    basis = new DoubleMatrix(rows, d);
    image = new DoubleMatrix(rows, d);
  }

  /**
   * Adds the next block and multiplies it with A.
   *
   * @return false if there is no new direction, so that the basis spans all that A can reach
   */
  boolean extend() {
    Interrupts.check("");
    int wanted = Math.min(settings.block(), basis.rows() - size);
    if (wanted == 0) {
      return false;
    }
    try (DoubleMatrix block = size == 0 ? randomBlock(wanted) : lastImages(wanted)) {
      int kept = orthonormalise(block);
      if (kept == 0) {
        return false;
      }
      double[] row = new double[d];
      try (DoubleMatrix in = new DoubleMatrix(kept, d);
          DoubleMatrix out = new DoubleMatrix(kept, d)) {
        for (int i = 0; i < kept; i++) {
          block.row(i, row);
          in.setRow(i, row);
          basis.setRow(size + i, row);
        }
        operator.apply(in, out);
        for (int i = 0; i < kept; i++) {
          out.row(i, row);
          image.setRow(size + i, row);
        }
      }
      size += kept;
      lastBlock = kept;
      return true;
    }
  }

  private DoubleMatrix randomBlock(int rows) {
    RandomStream random = new RandomStream(settings.seed(), StreamName.SURROGATE);
    DoubleMatrix block = new DoubleMatrix(rows, d);
    double[] row = new double[d];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < d; j++) {
        row[j] = random.nextGaussian();
      }
      block.setRow(i, row);
    }
    return block;
  }

  private DoubleMatrix lastImages(int wanted) {
    int rows = Math.min(wanted, lastBlock);
    DoubleMatrix block = new DoubleMatrix(rows, d);
    double[] row = new double[d];
    for (int i = 0; i < rows; i++) {
      image.row(size - lastBlock + i, row);
      block.setRow(i, row);
    }
    return block;
  }

  /**
   * Makes the rows orthonormal to the basis and to each other, all of it twice; returns how many
   * are left.
   */
  private int orthonormalise(DoubleMatrix block) {
    double[] norms = norms(block);
    project(block, block.rows(), basis, size);
    int kept = orthonormaliseRows(block, norms);
    project(block, kept, basis, size);
    double[] ones = new double[kept];
    Arrays.fill(ones, 1);
    return orthonormaliseRows(block, ones);
  }

  private double[] norms(DoubleMatrix block) {
    double[] row = new double[d];
    double[] norms = new double[block.rows()];
    for (int i = 0; i < norms.length; i++) {
      block.row(i, row);
      norms[i] = Math.sqrt(dot(row, row));
    }
    return norms;
  }

  /** Gram and Schmidt, twice, within the block; drops rows that shrink to nothing. */
  private int orthonormaliseRows(DoubleMatrix block, double[] norms) {
    double[] row = new double[d];
    int kept = 0;
    try (DoubleMatrix vector = new DoubleMatrix(1, d)) {
      for (int i = 0; i < norms.length; i++) {
        block.row(i, row);
        vector.setRow(0, row);
        project(vector, 1, block, kept);
        project(vector, 1, block, kept);
        vector.row(0, row);
        double norm = Math.sqrt(dot(row, row));
        if (norm > NO_DIRECTION * norms[i]) {
          for (int j = 0; j < d; j++) {
            row[j] /= norm;
          }
          block.setRow(kept++, row);
        }
      }
    }
    return kept;
  }

  /** V −= (V Qᵀ) Q for the first rows of V and of Q. */
  private void project(DoubleMatrix v, int rows, DoubleMatrix q, int count) {
    if (rows == 0 || count == 0) {
      return;
    }
    try (DoubleMatrix c = new DoubleMatrix(rows, count)) {
      Blas.dgemm(
          false,
          true,
          rows,
          count,
          d,
          1,
          v.pointer(),
          0,
          d,
          q.pointer(),
          0,
          d,
          0,
          c.pointer(),
          0,
          count);
      Blas.dgemm(
          false,
          false,
          rows,
          d,
          count,
          -1,
          c.pointer(),
          0,
          count,
          q.pointer(),
          0,
          d,
          1,
          v.pointer(),
          0,
          d);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The best eigenpairs that the basis holds (Rayleigh and Ritz), with their residuals. */
  LeadingEigenpairs ritz(int passes, boolean complete) {
    int m = size;
    int count = Math.min(k, m);
    try (DoubleMatrix t = new DoubleMatrix(m, m)) {
      Blas.dgemm(
          false,
          true,
          m,
          m,
          d,
          1,
          basis.pointer(),
          0,
          d,
          image.pointer(),
          0,
          d,
          0,
          t.pointer(),
          0,
          m);
      try (Eigenpairs small = SymmetricEigen.leading(t, count);
          DoubleMatrix products = new DoubleMatrix(count, d)) {
        DoubleMatrix vectors = new DoubleMatrix(count, d);
        combine(small.vectors(), basis, vectors);
        combine(small.vectors(), image, products);
        double[] residuals = residuals(small.values(), vectors, products);
        boolean converged =
            complete || Arrays.stream(residuals).allMatch(r -> r <= settings.tolerance());
        return new LeadingEigenpairs(
            new Eigenpairs(small.values(), vectors), residuals, passes, converged);
      }
    }
  }

  private void combine(DoubleMatrix coefficients, DoubleMatrix rows, DoubleMatrix out) {
    Blas.dgemm(
        false,
        false,
        out.rows(),
        d,
        size,
        1,
        coefficients.pointer(),
        0,
        size,
        rows.pointer(),
        0,
        d,
        0,
        out.pointer(),
        0,
        d);
  }

  private double[] residuals(double[] values, DoubleMatrix vectors, DoubleMatrix products) {
    double[] residuals = new double[values.length];
    double[] v = new double[d];
    double[] av = new double[d];
    for (int i = 0; i < values.length; i++) {
      vectors.row(i, v);
      products.row(i, av);
      double sum = 0;
      for (int j = 0; j < d; j++) {
        double r = av[j] - values[i] * v[j];
        sum += r * r;
      }
      residuals[i] = Math.sqrt(sum) / values[0];
    }
    return residuals;
  }

  @Override
  public void close() {
    basis.close();
    image.close();
  }
}
