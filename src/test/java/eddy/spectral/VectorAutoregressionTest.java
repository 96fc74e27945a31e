package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.Lyapunov;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

/** Against the reference cases of Lemma 20 and of SGD on a quadratic loss. */
class VectorAutoregressionTest {
  /** Case (b): F not symmetric, beta = 4; entropy production 3.339 per unit time, Q12 = 0.74. */
  private static final double[] F = {1, 2, -1, 1.5};

  private static final double[] D = {1, 0.3, 0.3, 0.5};

  /** The Ornstein-Uhlenbeck process of case (b), exactly at steps dt. */
  private static VectorAutoregression caseB(double dt) {
    double[] q = new double[4];
    for (int i = 0; i < 4; i++) {
      q[i] = 2 * D[i] / 4;
    }
    double[] s = Lyapunov.solve(2, F, q);
    double[] m = {1, 0, 0, 1};
    double[] term = {1, 0, 0, 1};
    double[] step = {-F[0] * dt, -F[1] * dt, -F[2] * dt, -F[3] * dt};
    for (int k = 1; k < 30; k++) {
      term = product(term, step);
      for (int i = 0; i < 4; i++) {
        term[i] /= k;
        m[i] += term[i];
      }
    }
    double[] decayed = LaggedCovariance.congruence(m, s, 2);
    double[] r = new double[4];
    for (int i = 0; i < 4; i++) {
      r[i] = s[i] - decayed[i];
    }
    return new VectorAutoregression(2, m, r);
  }

  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]
    };
  }

  /** The oracle's covariance and area per step of SGD, F = [[3,1],[1,2]], C = [[2,.5],[.5,1]]. */
  @Test
  void sgdHasTheOraclesCovarianceAndArea() {
    double[] f = {3, 1, 1, 2};
    double[] c = {2, 0.5, 0.5, 1};
    VectorAutoregression sgd = VectorAutoregression.sgd(2, f, c, 0.1);
    double[] s = {
      0.03985428051001823, -0.00025500910746812625, -0.0002550091074681265, 0.028998178506375243
    };
    assertThat(sgd.stationaryCovariance()).containsExactly(s, within(1e-15));
    double area = -0.0005555555555555554;
    assertThat(sgd.areaPerStep()).containsExactly(new double[] {0, area, -area, 0}, within(1e-16));
    double[] commuting = {1, 0.3, 0.3, 0.7};
    VectorAutoregression still = VectorAutoregression.sgd(2, commuting, commuting, 0.1);
    assertThat(still.areaPerStep()[1]).isCloseTo(0, within(1e-17));
    assertThat(still.entropyProduction()).isCloseTo(0, within(1e-13));
  }

  /** dt tr(Q^T D^-1 Q U) as dt goes to 0, with an error that halves with dt; less at long steps. */
  @Test
  void entropyProductionOfTheOrnsteinUhlenbeckProcess() {
    double exact = 3.339024390244;
    double coarse = exact - caseB(2e-3).entropyProduction() / 2e-3;
    double fine = exact - caseB(1e-3).entropyProduction() / 1e-3;
    assertThat(fine).isCloseTo(0, within(0.02));
    assertThat(coarse / fine).isCloseTo(2, within(0.02));
    assertThat(caseB(0.5).entropyProduction() / 0.5).isBetween(0.0, exact);
    double dt = 1e-3;
    assertThat(caseB(dt).areaPerStep()[1] / dt).isCloseTo(0.74 / 4, within(1e-3));
  }

  /** Same covariance, symmetric M S, and nearly the same noise. */
  @Test
  void reversibleTwinDoesNotCirculate() {
    VectorAutoregression b = caseB(0.01);
    VectorAutoregression twin = b.reversibleTwin();
    assertThat(twin.stationaryCovariance())
        .containsExactly(b.stationaryCovariance(), within(1e-13));
    assertThat(twin.areaPerStep()[1]).isCloseTo(0, within(1e-15));
    assertThat(twin.entropyProduction()).isCloseTo(0, within(1e-12));
    assertThat(b.areaPerStep()[1]).isGreaterThan(1e-3);
    for (int i = 0; i < 4; i++) {
      assertThat(twin.noise()[i]).isCloseTo(b.noise()[i], within(0.03 * b.noise()[0]));
    }
  }

  /** A long path of case (b): area 0.185 and bounds of the entropy production 3.339. */
  @Test
  void measuresAreaAndEntropyProductionOfAPath() {
    double dt = 0.05;
    VectorAutoregression b = caseB(dt);
    double[][] x = b.path(200_000, new RandomStream(1, StreamName.NOISE));
    AreaRate areas = AreaRate.of(x, 400);
    assertThat(areas.rate(0, 1)).isCloseTo(b.areaPerStep()[1], within(4 * areas.error(0, 1)));
    assertThat(areas.error(0, 1) / areas.rate(0, 1)).isBetween(0.001, 0.05);
    assertThat(areas.rate(1, 0)).isEqualTo(-areas.rate(0, 1));
    VectorAutoregression fit = VectorAutoregression.fit(x);
    double[] s = LaggedCovariance.of(x, 1).covariance();
    assertThat(fit.stationaryCovariance()).containsExactly(s, within(1e-12));
    EntropyProduction production = EntropyProduction.of(x, 400, 1);
    double truth = b.entropyProduction();
    assertThat(production.fitted()).isCloseTo(fit.entropyProduction(), within(1e-10));
    assertThat(production.fitted() - production.bias()).isCloseTo(truth, within(0.05 * truth));
    assertThat(production.currentBound() / dt)
        .isCloseTo(1.46, within(4 * production.currentError() / dt));
    assertThat(production.currentError() / dt).isLessThan(0.3);
    assertThat(production.currentBound()).isLessThan(truth);
  }

  /**
   * A reversible path: what the fit shows is its bias, and the current bound is 0 within errors.
   */
  @Test
  void reversiblePathsProduceNothingButBias() {
    double fitted = 0;
    double bias = 0;
    double bound = 0;
    double error = 0;
    for (int r = 0; r < 40; r++) {
      double[][] x =
          caseB(0.1).reversibleTwin().path(10_000, new RandomStream(r, StreamName.NOISE));
      EntropyProduction production = EntropyProduction.of(x, 200, r);
      fitted += production.fitted() / 40;
      bias += production.bias() / 40;
      bound += production.currentBound() / 40;
      error += production.currentError() / 40;
    }
    double deviation = bias * Math.sqrt(2) / Math.sqrt(40);
    assertThat(fitted).isCloseTo(bias, within(4 * deviation));
    double spread = 2 / 200.0 * Math.sqrt(2) / 25;
    assertThat(bound).isCloseTo(0, within(4 * (error + spread) / Math.sqrt(40)));
  }

  @Test
  void refusesTooFewBlocks() {
    double[][] x = caseB(0.1).path(1000, new RandomStream(1, StreamName.NOISE));
    assertThatThrownBy(() -> EntropyProduction.of(x, 200, 1)).hasMessageContaining("too few");
    assertThatThrownBy(() -> AreaRate.of(x, 600)).hasMessageContaining("do not hold two");
    assertThatThrownBy(() -> AreaRate.of(x, 0)).hasMessageContaining("do not hold two");
  }
}
