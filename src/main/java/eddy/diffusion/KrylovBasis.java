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
  private static final double ROUND_OFF = 0x1p-52;
  private static final int ROUNDS = 3;

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
    DoubleMatrix start = size == 0 ? randomBlock(wanted) : lastImages(wanted);
    try (DoubleMatrix block = orthonormalise(start);
        DoubleMatrix product = new DoubleMatrix(block.rows(), d)) {
      if (block.rows() == 0) {
        return false;
      }
      operator.apply(block, product);
      double[] row = new double[d];
      for (int i = 0; i < block.rows(); i++) {
        block.row(i, row);
        basis.setRow(size + i, row);
        product.row(i, row);
        image.setRow(size + i, row);
      }
      size += block.rows();
      lastBlock = block.rows();
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

  /** Makes the rows orthonormal to the basis and to each other; uses up the block it is given. */
  private DoubleMatrix orthonormalise(DoubleMatrix block) {
    DoubleMatrix rows = block;
    for (int round = 0; round < ROUNDS; round++) {
      try (DoubleMatrix old = rows) {
        project(old, basis, size);
        rows = whiten(old);
      }
    }
    return rows;
  }

  /**
   * Orthonormal rows with the same span (A. Stathopoulos and K. Wu, SIAM J. Sci. Comput. 23, 2002):
   * Λ^(-1/2) Uᵀ N V, where N scales the rows of V to length 1 and U Λ Uᵀ = N V Vᵀ N. Rows whose Λ
   * is round-off are left out.
   */
  private DoubleMatrix whiten(DoubleMatrix v) {
    int rows = v.rows();
    if (rows == 0) {
      return new DoubleMatrix(0, d);
    }
    try (DoubleMatrix gram = new DoubleMatrix(rows, rows)) {
      Blas.dgemm(false, true, 1, v, v, 0, gram);
      double[] scale = new double[rows];
      for (int i = 0; i < rows; i++) {
        scale[i] = gram.get(i, i) > 0 ? 1 / Math.sqrt(gram.get(i, i)) : 0;
      }
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < rows; j++) {
          gram.set(i, j, gram.get(i, j) * scale[i] * scale[j]);
        }
      }
      try (Eigenpairs directions = SymmetricEigen.leading(gram, rows)) {
        return combineDirections(v, directions, scale);
      }
    }
  }

  private DoubleMatrix combineDirections(DoubleMatrix v, Eigenpairs directions, double[] scale) {
    int rows = v.rows();
    double[] values = directions.values();
    int kept = 0;
    while (kept < rows && values[kept] > rows * ROUND_OFF * values[0]) {
      kept++;
    }
    DoubleMatrix out = new DoubleMatrix(kept, d);
    if (kept > 0) {
      try (DoubleMatrix coefficients = new DoubleMatrix(kept, rows)) {
        for (int i = 0; i < kept; i++) {
          for (int j = 0; j < rows; j++) {
            double u = directions.vectors().get(i, j);
            coefficients.set(i, j, u * scale[j] / Math.sqrt(values[i]));
          }
        }
        Blas.dgemm(false, false, 1, coefficients, v, 0, out);
      }
    }
    return out;
  }

  /** V −= (V Qᵀ) Q for the first rows of Q. */
  private void project(DoubleMatrix v, DoubleMatrix q, int count) {
    int rows = v.rows();
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
