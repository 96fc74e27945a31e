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
  private final DoubleMatrix products;
  private Eigenpairs leading;

  private GradientGram(int dimension, DoubleMatrix rows) {
    this.dimension = dimension;
    this.rows = rows;
    products = product(this, this);
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

  /** tr D = (1/N) Σ |g_k − g|², without eigenvalues. */
  public double trace() {
    double sum = 0;
    double[] row = new double[dimension];
    for (int k = 0; k < examples(); k++) {
      rows.row(k, row);
      for (double g : row) {
        sum += g * g;
      }
    }
    return sum / examples();
  }

  /** The d eigenvalues of D: the N of K, and d − N zeros. */
  public Spectrum spectrum() {
    try (DoubleMatrix k = copy(products)) {
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
   * How D differs from another.
   *
   * @param distance ‖D_a − D_b‖_F / ‖D_a‖_F
   * @param overlap ‖U_aᵀ U_b‖²_F / k of the leading k eigenvectors of both: 1 when they span the
   *     same space, k/d for random spaces
   */
  public record Comparison(double distance, double overlap) {}

  /**
   * Compares two diffusion matrices of the same weights, where ‖D_a‖²_F = ‖K_a‖²_F and tr D_a D_b =
   * ‖G_a G_bᵀ‖²_F / (N_a N_b).
   *
   * @param a the first, by whose norm the distance is divided
   * @param b the second
   * @param k how many leading eigenvectors, at most the number of examples of either
   * @throws IllegalArgumentException if the two have different weights, or k is too large
   */
  public static Comparison compare(GradientGram a, GradientGram b, int k) {
    try (DoubleMatrix cross = product(a, b)) {
      double aa = squares(a.products);
      double difference = Math.max(0, aa + squares(b.products) - 2 * squares(cross));
      return new Comparison(Math.sqrt(difference / aa), overlap(a, b, cross, k));
    }
  }

  private static double overlap(GradientGram a, GradientGram b, DoubleMatrix cross, int k) {
    Eigenpairs va = a.leading(k);
    Eigenpairs vb = b.leading(k);
    try (DoubleMatrix half = new DoubleMatrix(k, b.examples());
        DoubleMatrix small = new DoubleMatrix(k, k)) {
      Blas.dgemm(false, false, 1, va.vectors(), cross, 0, half);
      Blas.dgemm(false, true, 1, half, vb.vectors(), 0, small);
      double sum = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          sum += small.get(i, j) * small.get(i, j) / (va.values()[i] * vb.values()[j]);
        }
      }
      return sum / k;
    }
  }

  private Eigenpairs leading(int k) {
    if (leading == null || leading.values().length != k) {
      closeLeading();
      try (DoubleMatrix gram = copy(products)) {
        leading = SymmetricEigen.leading(gram, k);
      }
    }
    return leading;
  }

  private void closeLeading() {
    if (leading != null) {
      leading.close();
    }
  }

  private static DoubleMatrix copy(DoubleMatrix a) {
    DoubleMatrix copy = new DoubleMatrix(a.rows(), a.columns());
    double[] row = new double[a.columns()];
    for (int i = 0; i < a.rows(); i++) {
      a.row(i, row);
      copy.setRow(i, row);
    }
    return copy;
  }

  private static double squares(DoubleMatrix a) {
    double sum = 0;
    double[] row = new double[a.columns()];
    for (int i = 0; i < a.rows(); i++) {
      a.row(i, row);
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
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
    closeLeading();
    products.close();
    rows.close();
  }
}
