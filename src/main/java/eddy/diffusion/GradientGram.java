package eddy.diffusion;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.FloatMatrix;
import eddy.linalg.SymmetricEigen;

/**
 * The diffusion matrix through its dual: with the centred gradients as the rows of G (N x d), D =
 * GᵀG/N and K = GGᵀ/N have the same non-zero eigenvalues. K is N x N, so this is the way for fewer
 * examples than weights, where D would be mostly zeros. All in float64, from float32 gradients; G
 * lies outside the Java heap and takes 8 N d bytes.
 */
public final class GradientGram implements AutoCloseable {
  private final int dimension;
  private final DoubleMatrix rows;

  private GradientGram(int dimension, DoubleMatrix rows) {
    this.dimension = dimension;
    this.rows = rows;
  }

  /**
   * Reads all gradients and centres them.
   *
   * @throws IllegalArgumentException if there are more examples than weights
   */
  public static GradientGram of(GradientSource source) {
    int n = source.examples();
    int d = source.dimension();
    if (n > d) {
      throw new IllegalArgumentException(
          "There are more examples (" + n + ") than weights (" + d + "): use DiffusionMatrix.");
    }
    DoubleMatrix rows = new DoubleMatrix(n, d);
    try (FloatMatrix single = new FloatMatrix(n, d)) {
      try (GradientSource.Reader reader = source.open()) {
        reader.read(0, n, single);
      }
      double[] mean = new double[d];
      float[] row = new float[d];
      for (int k = 0; k < n; k++) {
        single.row(k, row);
        for (int i = 0; i < d; i++) {
          mean[i] += row[i] / (double) n;
        }
      }
      double[] centred = new double[d];
      for (int k = 0; k < n; k++) {
        single.row(k, row);
        for (int i = 0; i < d; i++) {
          centred[i] = row[i] - mean[i];
        }
        rows.setRow(k, centred);
      }
    }
    return new GradientGram(d, rows);
  }

  /** N. */
  public int examples() {
    return rows.rows();
  }

  /** d. */
  public int dimension() {
    return dimension;
  }

  /** The d eigenvalues of D: the N of K, and d − N zeros. */
  public Spectrum spectrum() {
    try (DoubleMatrix k = product(this, this)) {
      double[] some = SymmetricEigen.values(k);
      double[] all = new double[dimension];
      int positive = 0;
      while (positive < some.length && some[positive] > 0) {
        all[positive] = some[positive++];
      }
      int negative = some.length - positive;
      System.arraycopy(some, positive, all, dimension - negative, negative);
      return new Spectrum(all, examples(), Precision.FLOAT64);
    }
  }

  /**
   * ‖D_a − D_b‖_F / ‖D_a‖_F, where ‖D_a‖²_F = ‖K_a‖²_F and tr D_a D_b = ‖G_a G_bᵀ‖²_F / (N_a N_b).
   *
   * @throws IllegalArgumentException if the two have different weights
   */
  public static double relativeDistance(GradientGram a, GradientGram b) {
    double aa = squares(a, a);
    return Math.sqrt(Math.max(0, aa + squares(b, b) - 2 * squares(a, b)) / aa);
  }

  /**
   * ‖U_aᵀ U_b‖²_F / k of the leading k eigenvectors of both: 1 when they span the same space, k/d
   * for random spaces.
   *
   * @param k at most the number of examples of either
   * @throws IllegalArgumentException if the two have different weights, or k is too large
   */
  public static double subspaceOverlap(GradientGram a, GradientGram b, int k) {
    try (Eigenpairs va = leading(a, k);
        Eigenpairs vb = leading(b, k);
        DoubleMatrix cross = product(a, b);
        DoubleMatrix half = new DoubleMatrix(k, b.examples());
        DoubleMatrix small = new DoubleMatrix(k, k)) {
      double scale = Math.sqrt((double) a.examples() * b.examples());
      Blas.dgemm(false, false, 1, va.vectors(), cross, 0, half);
      Blas.dgemm(false, true, scale, half, vb.vectors(), 0, small);
      double sum = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double c = small.get(i, j);
          double norms = a.examples() * va.values()[i] * b.examples() * vb.values()[j];
          sum += c * c / norms;
        }
      }
      return sum / k;
    }
  }

  private static Eigenpairs leading(GradientGram a, int k) {
    try (DoubleMatrix gram = product(a, a)) {
      return SymmetricEigen.leading(gram, k);
    }
  }

  private static double squares(GradientGram a, GradientGram b) {
    try (DoubleMatrix k = product(a, b)) {
      double sum = 0;
      double[] row = new double[k.columns()];
      for (int i = 0; i < k.rows(); i++) {
        k.row(i, row);
        for (double v : row) {
          sum += v * v;
        }
      }
      return sum;
    }
  }

  /** G_a G_bᵀ / √(N_a N_b). */
  private static DoubleMatrix product(GradientGram a, GradientGram b) {
    if (a.dimension != b.dimension) {
      throw new IllegalArgumentException(
          "Diffusion matrices of "
              + a.dimension
              + " and "
              + b.dimension
              + " weights cannot be compared.");
    }
    DoubleMatrix k = new DoubleMatrix(a.examples(), b.examples());
    double scale = 1 / Math.sqrt((double) a.examples() * b.examples());
    Blas.dgemm(false, true, scale, a.rows, b.rows, 0, k);
    return k;
  }

  @Override
  public void close() {
    rows.close();
  }
}
