package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryAnalysisTest {
  private static final int N = 10_000;

  @TempDir Path folder;

  /** A user's file in, everything out: circulation of three hidden modes in eight weights. */
  @Test
  void analysesAFileOfAUsersOwn() {
    double[][] x = CalibrationCase.CIRCULATING_SGD.draw(N, new RandomStream(2, StreamName.NOISE));
    double[] weights = new double[8 * N];
    RandomStream noise = new RandomStream(2, StreamName.DATA);
    for (int t = 0; t < N; t++) {
      for (int i = 0; i < 7; i++) {
        weights[8 * t + i] = x[i % 3][t] * (1 + i / 3) + 1e-3 * noise.nextGaussian();
      }
    }
    Path file = folder.resolve("weights.npy");
    Npy.write(file, NpyArray.of(weights, N, 8));
    TrajectoryAnalysis all = TrajectoryAnalysis.of(file, 3, 300, 99, Progress.NONE);
    assertThat(all.increments().x()).hasSize(1000);
    assertThat(all.increments().dropped()).isZero();
    assertThat(all.autocorrelation().dropped()).isEqualTo(1);
    assertThat(all.components().scores()[0]).hasSize(N - 600);
    assertThat(all.correlationTimes()).hasSize(3);
    assertThat(all.correlationTimes().get(0).time()).isBetween(5.0, 150.0);
    assertThat(all.circulation()).hasSize(3);
    for (CirculationResult result : all.circulation()) {
      assertThat(result.pValue()).isEqualTo(0.01);
    }
    double significance = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        significance =
            Math.max(significance, Math.abs(all.areas().rate(i, j)) / all.areas().error(i, j));
      }
    }
    assertThat(significance).isGreaterThan(4);
    Series twin = NullModel.RANDOM_PHASES.twin(Series.open(file), 5, Progress.NONE);
    double[] kept = IncrementSpectrum.over(twin, 100, Progress.NONE).mean();
    double[] known = all.increments().mean();
    for (int k = 1; k < 100; k++) {
      assertThat(kept[k]).isCloseTo(known[k], within(1e-3 * known[k]));
    }
  }
}
