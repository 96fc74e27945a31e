package eddy.linalg;

import static org.bytedeco.openblas.global.openblas_full.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_full.CblasTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasUpper;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_full;

/**
 * Matrix products by OpenBLAS, in row-major order, on memory outside the Java heap ({@link
 * FloatMatrix}, {@link DoubleMatrix}, or any JavaCPP pointer with an offset in elements). Nothing
 * is copied and nothing is allocated per call. Several threads may call at once.
 *
 * <p>Sizes are 32-bit integers, as in BLAS; offsets are 64-bit, so a matrix may lie anywhere in a
 * block of more than 2^31 elements.
 */
public final class Blas {
  private Blas() {}

  /**
   * Sets how many threads OpenBLAS uses in each call, in this whole process. A product repeats bit
   * for bit with the same number of threads; with another number the order of its sums may differ,
   * so pin it where the same bits are promised. Use 1 under several Java workers.
   *
   * @param n at least 1
   * @throws IllegalArgumentException if n is below 1
   */
  public static void threads(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("BLAS needs at least 1 thread, but " + n + " were asked.");
    }
    openblas_full.openblas_set_num_threads(n);
  }

  /** How many threads OpenBLAS uses in each call. */
  public static int threads() {
    return openblas_full.openblas_get_num_threads();
  }

  /**
   * Does something with a number of BLAS threads and sets the old number again.
   *
   * @param n at least 1
   * @param work what is done
   * @throws IllegalArgumentException if n is below 1
   */
  public static void withThreads(int n, Runnable work) {
    int before = threads();
    threads(n);
    try {
      work.run();
    } finally {
      threads(before);
    }
  }

  /**
   * Which kernels OpenBLAS has chosen for this processor, such as {@code SkylakeX} or {@code Zen};
   * {@code OPENBLAS_CORETYPE} in the environment changes it, usually for the worse.
   */
  public static String coreName() {
    return openblas_full.openblas_get_corename().getString();
  }

  /** The version of OpenBLAS and how it was built. */
  public static String version() {
    return openblas_full.openblas_get_config().getString().strip();
  }

  /**
   * C = alpha op(A) op(B) + beta C, with op(A) m x k, op(B) k x n, C m x n, in float32.
   *
   * @param transposeA op(A) = Aᵀ, so that A is stored k x m
   * @param transposeB op(B) = Bᵀ, so that B is stored n x k
   * @param m rows of C
   * @param n columns of C
   * @param k length of the sums
   * @param alpha factor of the product
   * @param a memory of A
   * @param offsetA where A starts, in elements
   * @param strideA elements from row to row of the stored A
   * @param b memory of B
   * @param offsetB where B starts
   * @param strideB elements from row to row of the stored B
   * @param beta factor of the old C; with 0 the old C is not read
   * @param c memory of C
   * @param offsetC where C starts
   * @param strideC elements from row to row of C
   * @throws IllegalArgumentException if a matrix does not fit its memory
   */
  public static void sgemm(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      float alpha,
      FloatPointer a,
      long offsetA,
      int strideA,
      FloatPointer b,
      long offsetB,
      int strideB,
      float beta,
      FloatPointer c,
      long offsetC,
      int strideC) {
    Window.check("A", a, offsetA, transposeA ? k : m, transposeA ? m : k, strideA);
    Window.check("B", b, offsetB, transposeB ? n : k, transposeB ? k : n, strideB);
    Window.check("C", c, offsetC, m, n, strideC);
    Window w = Window.local();
    openblas_full.cblas_sgemm(
        CblasRowMajor,
        order(transposeA),
        order(transposeB),
        m,
        n,
        k,
        alpha,
        w.floatsA.at(a, offsetA),
        strideA,
        w.floatsB.at(b, offsetB),
        strideB,
        beta,
        w.floatsC.at(c, offsetC),
        strideC);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
  }

  /**
   * C = alpha op(A) op(B) + beta C in float64; see {@link #sgemm(boolean, boolean, int, int, int,
   * float, FloatPointer, long, int, FloatPointer, long, int, float, FloatPointer, long, int)}.
   */
  public static void dgemm(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      long offsetA,
      int strideA,
      DoublePointer b,
      long offsetB,
      int strideB,
      double beta,
      DoublePointer c,
      long offsetC,
      int strideC) {
    Window.check("A", a, offsetA, transposeA ? k : m, transposeA ? m : k, strideA);
    Window.check("B", b, offsetB, transposeB ? n : k, transposeB ? k : n, strideB);
    Window.check("C", c, offsetC, m, n, strideC);
    Window w = Window.local();
    openblas_full.cblas_dgemm(
        CblasRowMajor,
        order(transposeA),
        order(transposeB),
        m,
        n,
        k,
        alpha,
        w.doublesA.at(a, offsetA),
        strideA,
        w.doublesB.at(b, offsetB),
        strideB,
        beta,
        w.doublesC.at(c, offsetC),
        strideC);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
  }

  /** C = alpha op(A) op(B) + beta C for whole matrices; the sizes follow from them. */
  public static void sgemm(
      boolean transposeA,
      boolean transposeB,
      float alpha,
      FloatMatrix a,
      FloatMatrix b,
      float beta,
      FloatMatrix c) {
    int k = transposeA ? a.rows() : a.columns();
    requireFit(
        k == (transposeB ? b.columns() : b.rows())
            && c.rows() == (transposeA ? a.columns() : a.rows())
            && c.columns() == (transposeB ? b.rows() : b.columns()));
    a.acquire();
    b.acquire();
    c.acquire();
    try {
      sgemm(
          transposeA,
          transposeB,
          c.rows(),
          c.columns(),
          k,
          alpha,
          a.pointer(),
          0,
          a.columns(),
          b.pointer(),
          0,
          b.columns(),
          beta,
          c.pointer(),
          0,
          c.columns());
    } finally {
      c.release();
      b.release();
      a.release();
    }
  }

  /** C = alpha op(A) op(B) + beta C for whole matrices; the sizes follow from them. */
  public static void dgemm(
      boolean transposeA,
      boolean transposeB,
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c) {
    int k = transposeA ? a.rows() : a.columns();
    requireFit(
        k == (transposeB ? b.columns() : b.rows())
            && c.rows() == (transposeA ? a.columns() : a.rows())
            && c.columns() == (transposeB ? b.rows() : b.columns()));
    a.acquire();
    b.acquire();
    c.acquire();
    try {
      dgemm(
          transposeA,
          transposeB,
          c.rows(),
          c.columns(),
          k,
          alpha,
          a.pointer(),
          0,
          a.columns(),
          b.pointer(),
          0,
          b.columns(),
          beta,
          c.pointer(),
          0,
          c.columns());
    } finally {
      c.release();
      b.release();
      a.release();
    }
  }

  /**
   * The upper triangle of C = alpha op(A) op(A)ᵀ + beta C in float32, with op(A) n x k and C n x n;
   * the lower triangle is neither read nor written.
   *
   * @param transpose op(A) = Aᵀ, so that A is stored k x n
   * @param n rows and columns of C
   * @param k length of the sums
   * @param alpha factor of the product
   * @param a memory of A
   * @param offsetA where A starts, in elements
   * @param strideA elements from row to row of the stored A
   * @param beta factor of the old C
   * @param c memory of C
   * @param offsetC where C starts
   * @param strideC elements from row to row of C
   * @throws IllegalArgumentException if a matrix does not fit its memory
   */
  public static void ssyrk(
      boolean transpose,
      int n,
      int k,
      float alpha,
      FloatPointer a,
      long offsetA,
      int strideA,
      float beta,
      FloatPointer c,
      long offsetC,
      int strideC) {
    Window.check("A", a, offsetA, transpose ? k : n, transpose ? n : k, strideA);
    Window.check("C", c, offsetC, n, n, strideC);
    Window w = Window.local();
    openblas_full.cblas_ssyrk(
        CblasRowMajor,
        CblasUpper,
        order(transpose),
        n,
        k,
        alpha,
        w.floatsA.at(a, offsetA),
        strideA,
        beta,
        w.floatsC.at(c, offsetC),
        strideC);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(c);
  }

  /** The upper triangle of C = alpha op(A) op(A)ᵀ + beta C in float64; see {@link #ssyrk}. */
  public static void dsyrk(
      boolean transpose,
      int n,
      int k,
      double alpha,
      DoublePointer a,
      long offsetA,
      int strideA,
      double beta,
      DoublePointer c,
      long offsetC,
      int strideC) {
    Window.check("A", a, offsetA, transpose ? k : n, transpose ? n : k, strideA);
    Window.check("C", c, offsetC, n, n, strideC);
    Window w = Window.local();
    openblas_full.cblas_dsyrk(
        CblasRowMajor,
        CblasUpper,
        order(transpose),
        n,
        k,
        alpha,
        w.doublesA.at(a, offsetA),
        strideA,
        beta,
        w.doublesC.at(c, offsetC),
        strideC);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(c);
  }

  /**
   * y = alpha op(A) x + beta y in float32, with A stored rows x columns.
   *
   * @param transpose op(A) = Aᵀ: x has {@code rows} elements and y {@code columns}; else the other
   *     way round
   * @param rows of the stored A
   * @param columns of the stored A
   * @param alpha factor of the product
   * @param a memory of A
   * @param offsetA where A starts, in elements
   * @param strideA elements from row to row of A
   * @param x memory of x
   * @param offsetX where x starts
   * @param beta factor of the old y; with 0 the old y is not read
   * @param y memory of y
   * @param offsetY where y starts
   * @throws IllegalArgumentException if an operand does not fit its memory
   */
  public static void sgemv(
      boolean transpose,
      int rows,
      int columns,
      float alpha,
      FloatPointer a,
      long offsetA,
      int strideA,
      FloatPointer x,
      long offsetX,
      float beta,
      FloatPointer y,
      long offsetY) {
    Window.check("A", a, offsetA, rows, columns, strideA);
    Window.check("x", x, offsetX, transpose ? rows : columns, 1, 1);
    Window.check("y", y, offsetY, transpose ? columns : rows, 1, 1);
    Window w = Window.local();
    openblas_full.cblas_sgemv(
        CblasRowMajor,
        order(transpose),
        rows,
        columns,
        alpha,
        w.floatsA.at(a, offsetA),
        strideA,
        w.floatsB.at(x, offsetX),
        1,
        beta,
        w.floatsC.at(y, offsetY),
        1);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
  }

  private static int order(boolean transpose) {
    return transpose ? CblasTrans : CblasNoTrans;
  }

  private static void requireFit(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("The sizes of the three matrices do not fit a product.");
    }
  }
}
