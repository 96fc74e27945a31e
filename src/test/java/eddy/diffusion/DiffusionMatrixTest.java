package eddy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.Blas;
import eddy.run.ComputationInterrupted;
import eddy.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffusionMatrixTest {
  private static double[] scales(int d) {
    double[] scale = new double[d];
    Arrays.setAll(scale, i -> 1.0 / (i + 1));
    return scale;
  }

  /**
   * With mean gradients up to a thousand times the noise, for which (1/N) Σ g gᵀ − g gᵀ in float32
   * would lose everything. Numbers of examples on both sides of the blocks.
   */
  @ParameterizedTest
  @CsvSource({
    "2500, 0",
    "2500, 1000",
    "1024, 30",
    "1025, 30",
    "70, 30",
    "5, 30",
    "1, 30",
  })
  void agreesWithThePlainFormula(int n, double mean) {
    ArrayGradients source = ArrayGradients.random(n, scales(37), mean, n);
    double[][] expected = source.diffusion();
    double trace = 0;
    for (int i = 0; i < 37; i++) {
      trace += expected[i][i];
    }
    for (Precision precision : Precision.values()) {
      double tolerance = (precision == Precision.FLOAT32 ? 1e-6 : 1e-13) * Math.max(trace, 1e-30);
      try (DiffusionMatrix d = DiffusionMatrix.exact(source, precision, Progress.NONE)) {
        assertThat(d.precision()).isEqualTo(precision);
        assertThat(d.examples()).isEqualTo(n);
        assertThat(d.trace()).isCloseTo(trace, within(10 * tolerance));
        double[] row = new double[37];
        for (int i = 0; i < 37; i++) {
          d.upperRow(i, row);
          for (int j = 0; j < 37; j++) {
            assertThat(d.get(i, j)).isCloseTo(expected[i][j], within(tolerance));
            if (j >= i) {
              assertThat(row[j]).isEqualTo(d.get(i, j));
            }
          }
        }
        double[] g = source.mean();
        for (int i = 0; i < 37; i++) {
          assertThat(d.meanGradient()[i]).isCloseTo(g[i], within(1e-12 * (1 + Math.abs(mean))));
        }
      }
    }
  }

  @Test
  void sameBitsOnOneAndTwoThreads() {
    ArrayGradients source = ArrayGradients.random(1500, scales(60), 3, 1);
    int before = Blas.threads();
    List<double[]> rows = new ArrayList<>();
    try {
      for (int threads = 1; threads <= 2; threads++) {
        Blas.threads(threads);
        try (DiffusionMatrix d = DiffusionMatrix.exact(source, Precision.FLOAT32, Progress.NONE)) {
          double[] all = new double[60 * 60];
          Arrays.setAll(all, k -> d.get(k / 60, k % 60));
          rows.add(all);
        }
        assertThat(Blas.threads()).isEqualTo(threads);
      }
    } finally {
      Blas.threads(before);
    }
    assertThat(rows.get(0)).isEqualTo(rows.get(1));
  }

  @Test
  void anInterruptDoesNotWaitForTheWorker() {
    ArrayGradients inner = ArrayGradients.random(100, scales(5), 0, 1);
    AtomicBoolean first = new AtomicBoolean(true);
    Thread caller = Thread.currentThread();
    CountDownLatch release = new CountDownLatch(1);
    GradientSource stuck =
        new Delegating(inner) {
          @Override
          public Reader open() {
            return (from, count, out) -> {
              if (first.compareAndSet(true, false)) {
                caller.interrupt();
              }
              await(release);
              inner.open().read(from, count, out);
            };
          }
        };
    assertThatThrownBy(() -> DiffusionMatrix.exact(stuck, Precision.FLOAT32, Progress.NONE))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("0 of 100");
    release.countDown();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void refusesWhatDoesNotFitAndSaysWhatToDo() {
    GradientSource large =
        new Delegating(ArrayGradients.random(10, scales(5), 0, 1)) {
          @Override
          public int dimension() {
            return 100_000;
          }
        };
    assertThatThrownBy(
            () -> DiffusionBuilder.build(large, Precision.FLOAT64, Progress.NONE, 50_000_000_000L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("80.0 GB")
        .hasMessageContaining("LeadingEigenpairs")
        .hasMessageContaining("FLOAT32");
  }

  @Test
  void aFailingReaderIsHeard() {
    GradientSource broken =
        new Delegating(ArrayGradients.random(10, scales(5), 0, 1)) {
          @Override
          public Reader open() {
            return (from, count, out) -> {
              throw new IllegalArgumentException("label 12 is no class");
            };
          }
        };
    assertThatThrownBy(() -> DiffusionMatrix.exact(broken, Precision.FLOAT32, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label 12 is no class");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  private abstract static class Delegating implements GradientSource {
    private final GradientSource inner;

    Delegating(GradientSource inner) {
      this.inner = inner;
    }

    @Override
    public int dimension() {
      return inner.dimension();
    }

    @Override
    public int examples() {
      return inner.examples();
    }

    @Override
    public Reader open() {
      return inner.open();
    }
  }
}
