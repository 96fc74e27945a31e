package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasTest {
  @Test
  @Tag("jdk")
  void theNativeLibraryLoadsAndNamesItsKernels() {
    assertThat(Blas.coreName()).isNotBlank();
    assertThat(Blas.version()).startsWith("OpenBLAS");
    assertThat(Blas.threads()).isPositive();
  }

  /** Products with offsets and strides against the sum that defines them. */
  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void gemmIsTheSumOfProducts(boolean ta, boolean tb) {
    int m = 5;
    int n = 7;
    int k = 4;
    int stride = 9;
    RandomStream random = new RandomStream(1, StreamName.DATA);
    double[] a = numbers(random, 11 + stride * 8);
    double[] b = numbers(random, 13 + stride * 8);
    double[] c = numbers(random, 17 + stride * 8);
    double[] expected = c.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
          double left = a[11 + (ta ? l * stride + i : i * stride + l)];
          sum += left * b[13 + (tb ? j * stride + l : l * stride + j)];
        }
        expected[17 + i * stride + j] = 0.5 * sum + 2 * c[17 + i * stride + j];
      }
    }
    try (DoublePointer pa = new DoublePointer(a);
        DoublePointer pb = new DoublePointer(b);
        DoublePointer pc = new DoublePointer(c)) {
      Blas.dgemm(ta, tb, m, n, k, 0.5, pa, 11, stride, pb, 13, stride, 2, pc, 17, stride);
      double[] out = new double[c.length];
      pc.get(out);
      assertThat(out).containsExactly(expected, within(1e-14));
    }
    try (FloatPointer pa = new FloatPointer(floats(a));
        FloatPointer pb = new FloatPointer(floats(b));
        FloatPointer pc = new FloatPointer(floats(c))) {
      Blas.sgemm(ta, tb, m, n, k, 0.5f, pa, 11, stride, pb, 13, stride, 2, pc, 17, stride);
      float[] out = new float[c.length];
      pc.get(out);
      assertThat(out).containsExactly(floats(expected), within(2e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void gemvIsTheSumOfProducts(boolean transpose) {
    int rows = 4;
    int columns = 6;
    RandomStream random = new RandomStream(2, StreamName.DATA);
    double[] a = numbers(random, 3 + 8 * rows);
    double[] x = numbers(random, 8);
    double[] y = numbers(random, 9);
    double[] expected = y.clone();
    for (int i = 0; i < (transpose ? columns : rows); i++) {
      double sum = 0;
      for (int j = 0; j < (transpose ? rows : columns); j++) {
        sum += a[3 + (transpose ? j * 8 + i : i * 8 + j)] * x[2 + j];
      }
      expected[1 + i] = 3 * sum - y[1 + i];
    }
    try (FloatPointer pa = new FloatPointer(floats(a));
        FloatPointer px = new FloatPointer(floats(x));
        FloatPointer py = new FloatPointer(floats(y))) {
      Blas.sgemv(transpose, rows, columns, 3, pa, 3, 8, px, 2, -1, py, 1);
      float[] out = new float[y.length];
      py.get(out);
      assertThat(out).containsExactly(floats(expected), within(5e-6f));
    }
  }

  /** The same bits with the same number of threads; within rounding with another number. */
  @Test
  void productsRepeatWithTheSameNumberOfThreads() {
    int before = Blas.threads();
    try (DoubleMatrix a = random(400, 300)) {
      double[][] products = new double[4][];
      double[][] grams = new double[4][];
      int[] threads = {1, 1, 2, 2};
      for (int i = 0; i < 4; i++) {
        int run = i;
        Blas.withThreads(
            threads[i],
            () -> {
              assertThat(Blas.threads()).isEqualTo(threads[run]);
              try (DoubleMatrix c = new DoubleMatrix(300, 300);
                  DoubleMatrix gram = new DoubleMatrix(300, 300)) {
                Blas.dgemm(true, false, 1, a, a, 0, c);
                products[run] = elements(c);
                gram.addGram(a, 400, 1);
                gram.mirrorUpper();
                grams[run] = elements(gram);
              }
            });
      }
      assertThat(Arrays.equals(products[0], products[1])).isTrue();
      assertThat(Arrays.equals(products[2], products[3])).isTrue();
      assertThat(Arrays.equals(grams[0], grams[1])).isTrue();
      assertThat(Arrays.equals(grams[2], grams[3])).isTrue();
      double largest = 0;
      for (int i = 0; i < grams[0].length; i++) {
        largest = Math.max(largest, Math.abs(products[0][i] - grams[2][i]));
      }
      assertThat(largest).isLessThan(400 * 5 * 5 * Math.ulp(1.0));
    }
    assertThat(Blas.threads()).isEqualTo(before);
  }

  @Test
  void badSizesAreNamed() {
    try (FloatPointer p = new FloatPointer(12L);
        FloatMatrix a = new FloatMatrix(2, 3)) {
      assertThatThrownBy(() -> Blas.sgemm(false, false, 3, 3, 3, 1, p, 4, 3, p, 0, 3, 0, p, 0, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A needs 13 elements of memory, but only 12 are there.");
      assertThatThrownBy(() -> Blas.sgemm(false, false, 3, 3, 3, 1, p, 0, 2, p, 0, 3, 0, p, 0, 3))
          .hasMessageContaining("A has 3 x 3 elements");
      assertThatThrownBy(() -> Blas.sgemm(false, false, 1, a, a, 0, a))
          .hasMessageContaining("do not fit");
      assertThatThrownBy(() -> Blas.threads(0)).hasMessageContaining("at least 1 thread");
    }
  }

  static DoubleMatrix random(int rows, int columns) {
    RandomStream random = new RandomStream(5, StreamName.DATA);
    DoubleMatrix a = new DoubleMatrix(rows, columns);
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
      a.setRow(i, row);
    }
    return a;
  }

  static double[] elements(DoubleMatrix a) {
    double[] out = new double[(int) a.size()];
    a.read(0, out, 0, out.length);
    return out;
  }

  private static double[] numbers(RandomStream random, int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextFloat() - 0.5;
    }
    return x;
  }

  private static float[] floats(double[] x) {
    float[] f = new float[x.length];
    for (int i = 0; i < f.length; i++) {
      f[i] = (float) x[i];
    }
    return f;
  }
}
