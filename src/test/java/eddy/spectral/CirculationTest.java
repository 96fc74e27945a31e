package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CirculationTest {
  private static final int N = 20_000;

  @TempDir Path folder;

  /** Two series a quarter turn apart: C12 = -C21 = r sin, so T = sqrt 2 r sin(omega). */
  @Test
  void statisticOfARotation() {
    double omega = 2 * Math.PI / 100;
    double[][] x = new double[2][N];
    for (int t = 0; t < N; t++) {
      x[0][t] = 3 * Math.cos(omega * t);
      x[1][t] = 0.2 * Math.sin(omega * t) + x[0][t];
    }
    LaggedCovariance c = LaggedCovariance.of(x, 1);
    assertThat(c.statistic()).isCloseTo(Math.sqrt(2) * Math.sin(omega), within(1e-4));
    LaggedCovariance.Modes modes = c.modes();
    assertThat(modes.correlations())
        .containsExactly(new double[] {Math.cos(omega), Math.cos(omega)}, within(1e-3));
    LaggedCovariance turned = LaggedCovariance.of(modes.of(x), 1);
    assertThat(turned.covariance()).containsExactly(new double[] {1, 0, 0, 1}, within(1e-9));
    assertThat(turned.statistic()).isCloseTo(c.statistic(), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(ReversibleNull.class)
  void findsTheCirculationOfTheNonCommutingCase(ReversibleNull nullModel) {
    double[][] x = CalibrationCase.CIRCULATING_SGD.draw(N, new RandomStream(1, StreamName.NOISE));
    CirculationSettings settings = CirculationSettings.of(nullModel).withSurrogates(99);
    CirculationResult result = Circulation.test(x, settings);
    assertThat(result.pValue()).isEqualTo(0.01);
    assertThat(result.excess()).isGreaterThan(2);
    assertThat(result.rejects(0.05)).isTrue();
    assertThat(result.warnings()).isEmpty();
    assertThat(Circulation.test(x, settings).surrogates()).containsExactly(result.surrogates());
    assertThat(Circulation.test(x, settings.withSeed(2)).surrogates())
        .isNotEqualTo(result.surrogates());
    assertThat(Circulation.test(x, settings.withLag(10)).pValue()).isEqualTo(0.01);
  }

  /**
   * Block sign-flips on the raw leading components of Brownian motion reject nearly always; the
   * result warns each time.
   */
  @Test
  void blockSignsMustNotBeUsedOnRawComponentsOfBrownianMotion() {
    CirculationSettings settings =
        CirculationSettings.of(ReversibleNull.BLOCK_SIGNS).withSurrogates(199);
    Calibration raw =
        Calibration.run(
            CalibrationCase.BROWNIAN_COMPONENTS, settings, 4000, 0, 20, 1, Progress.NONE);
    assertThat(raw.rejections()).isGreaterThanOrEqualTo(18);
    assertThat(raw.warned()).isEqualTo(20);
    assertThat(raw.calibrated()).isFalse();
  }

  /** One entry point from a file: detrended principal components of float32 weights. */
  @Test
  void testsATrajectoryInAFile() {
    double[][] x = CalibrationCase.CIRCULATING_SGD.draw(N, new RandomStream(1, StreamName.NOISE));
    float[] rows = new float[5 * N];
    for (int t = 0; t < N; t++) {
      rows[5 * t] = (float) (x[0][t] + 1e-3 * t);
      rows[5 * t + 1] = (float) (x[1][t] + x[0][t]);
      rows[5 * t + 2] = (float) x[2][t];
      rows[5 * t + 3] = Float.NaN;
      rows[5 * t + 4] = 0.5f;
    }
    Path file = folder.resolve("trajectory.npy");
    Npy.write(file, NpyArray.of(rows, N, 5));
    CirculationSettings settings =
        CirculationSettings.of(ReversibleNull.SPECTRUM).withSurrogates(99);
    CirculationResult result = Circulation.test(Series.open(file), 3, 250, settings, Progress.NONE);
    assertThat(result.pValue()).isEqualTo(0.01);
    assertThat(result.warnings()).isEmpty();
    double[][] same = MovingAverage.subtract(new double[][] {x[0], x[1], x[2]}, 250);
    double direct = Circulation.test(same, settings).statistic();
    assertThat(result.statistic()).isCloseTo(direct, within(1e-5));
  }

  @Test
  void refusesWhatCannotCirculate() {
    CirculationSettings settings = CirculationSettings.of(ReversibleNull.SPECTRUM);
    double[] x = Rows.white(100, 1);
    assertThatThrownBy(() -> Circulation.test(new double[][] {x}, settings))
        .hasMessageContaining("at least 2 series");
    assertThatThrownBy(() -> Circulation.test(new double[][] {x, new double[99]}, settings))
        .hasMessageContaining("one length");
    double[] twice = Arrays.stream(x).map(v -> 2 * v + 1).toArray();
    assertThatThrownBy(() -> Circulation.test(new double[][] {x, twice}, settings))
        .hasMessageContaining("leave it out");
    assertThatThrownBy(() -> settings.withSurrogates(10)).hasMessageContaining("19 surrogates");
    CirculationSettings blocks =
        CirculationSettings.of(ReversibleNull.BLOCK_SIGNS).withBlockLength(60);
    assertThatThrownBy(() -> Circulation.test(new double[][] {x, Rows.white(100, 2)}, blocks))
        .hasMessageContaining("do not hold two");
  }
}
