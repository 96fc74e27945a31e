package eddy.diffusion;

import eddy.linalg.Blas;
import eddy.linalg.DoubleMatrix;
import eddy.linalg.FloatMatrix;
import eddy.linalg.SymmetricEigen;
import eddy.run.Background;
import eddy.run.Progress;
import java.util.function.DoubleBinaryOperator;

/**
 * The diffusion matrix D = (1/N) Σ g_k g_kᵀ − g gᵀ, g = (1/N) Σ g_k, of N per-example gradients of
 * d weights (Chaudhari and Soatto, arXiv 1710.11029, Def. 1): symmetric, positive semi-definite, of
 * rank at most N − 1. Its upper triangle lies outside the Java heap.
 */
public final class DiffusionMatrix implements AutoCloseable {
  private final int dimension;
  private final int examples;
  private final double[] meanGradient;
  private final FloatMatrix floats;
  private final DoubleMatrix doubles;
  private final double trace;

  DiffusionMatrix(int examples, double[] meanGradient, FloatMatrix floats, DoubleMatrix doubles) {
    this.dimension = meanGradient.length;
    this.examples = examples;
    this.meanGradient = meanGradient;
    this.floats = floats;
    this.doubles = doubles;
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      sum += get(i, i);
    }
    trace = sum;
  }

  /**
   * Computes D exactly, over all N examples, in blocks. Uses as many threads as BLAS does. Stops
   * within a moment when the calling thread is interrupted; nothing is kept then.
   *
   * @param source the gradients; each is read once, about a thousand doubles
   * @param precision how the products are accumulated; FLOAT64 takes about doubles the time and the
   *     memory
   * @param progress hears how many examples are done
   * @throws IllegalArgumentException if D does not fit this machine; says its size and what to do
   *     instead
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public static DiffusionMatrix exact(
      GradientSource source, Precision precision, Progress progress) {
    return DiffusionBuilder.build(source, precision, progress, MemoryNeed.available());
  }

  /** d. */
  public int dimension() {
    return dimension;
  }

  /** N. */
  public int examples() {
    return examples;
  }

  /** How the products were accumulated. */
  public Precision precision() {
    return floats != null ? Precision.FLOAT32 : Precision.FLOAT64;
  }

  /** tr D, from the diagonal. */
  public double trace() {
    return trace;
  }

  /** g, the gradient of the mean loss (a copy). */
  public double[] meanGradient() {
    return meanGradient.clone();
  }

  /** D_ij. */
  public double get(int i, int j) {
    int row = Math.min(i, j);
    int column = Math.max(i, j);
    return floats != null ? floats.get(row, column) : doubles.get(row, column);
  }

  /** Puts D_ii .. D_i,d−1 into {@code out[i .. d − 1]}. */
  void upperRow(int i, double[] out) {
    long from = (long) i * dimension + i;
    if (doubles != null) {
      doubles.read(from, out, i, dimension - i);
      return;
    }
    float[] narrow = new float[dimension - i];
    floats.read(from, narrow, 0, narrow.length);
    for (int j = 0; j < narrow.length; j++) {
      out[i + j] = narrow[j];
    }
  }

  /**
   * All eigenvalues, by LAPACK on a background thread. Uses this matrix up, whatever happens: it is
   * closed afterwards. An interrupt returns at once while LAPACK goes on; the next call with the
   * same key waits for that result or takes it.
   *
   * @param key names this matrix; the same key must mean the same D
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted while it waits
   */
  public Spectrum spectrum(String key) {
    if (Background.holds(key)) {
      close();
    }
    return Background.call(
        key,
        () -> {
          try (this) {
            return eigenvalues();
          }
        });
  }

  Spectrum eigenvalues() {
    double[] values =
        floats != null ? SymmetricEigen.values(floats) : SymmetricEigen.values(doubles);
    return new Spectrum(values, examples, precision());
  }

  /** ‖D‖_F = √Σ D_ij². */
  public double frobeniusNorm() {
    return Math.sqrt(sumOverEntries((row, other) -> row * row, null));
  }

  /**
   * ‖D − D'‖_F / ‖D‖_F: how far another D' is from this one, directions and all. Two matrices with
   * the same eigenvalues can be as far apart as √2.
   *
   * @param other D', of the same size
   * @throws IllegalArgumentException if the sizes differ
   */
  public double relativeDistance(DiffusionMatrix other) {
    if (other.dimension != dimension) {
      throw new IllegalArgumentException(
          "Diffusion matrices of "
              + dimension
              + " and "
              + other.dimension
              + " weights cannot be compared entry by entry.");
    }
    double squares = sumOverEntries((mine, theirs) -> (mine - theirs) * (mine - theirs), other);
    return Math.sqrt(squares) / frobeniusNorm();
  }

  /** Σ_ij f(D_ij, D'_ij) for an even f. */
  private double sumOverEntries(DoubleBinaryOperator f, DiffusionMatrix other) {
    double[] mine = new double[dimension];
    double[] theirs = new double[dimension];
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      upperRow(i, mine);
      if (other != null) {
        other.upperRow(i, theirs);
      }
      double row = 0;
      for (int j = i + 1; j < dimension; j++) {
        row += f.applyAsDouble(mine[j], theirs[j]);
      }
      sum += f.applyAsDouble(mine[i], theirs[i]) + 2 * row;
    }
    return sum;
  }

  /** This matrix as something that multiplies vectors; good until this matrix is used up. */
  public SymmetricOperator operator() {
    if (floats != null) {
      floats.mirrorUpper();
    } else {
      doubles.mirrorUpper();
    }
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public void apply(DoubleMatrix rows, DoubleMatrix out) {
        if (doubles != null) {
          Blas.dgemm(false, false, 1, rows, doubles, 0, out);
          return;
        }
        try (FloatMatrix narrow = Narrow.toFloat(rows);
            FloatMatrix product = new FloatMatrix(rows.rows(), dimension)) {
          Blas.sgemm(false, false, 1, narrow, floats, 0, product);
          out.copyRows(product, 0, rows.rows());
        }
      }
    };
  }

  @Override
  public void close() {
    if (floats != null) {
      floats.close();
    } else {
      doubles.close();
    }
  }
}
