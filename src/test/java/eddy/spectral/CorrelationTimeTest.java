package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorrelationTimeTest {
  /** On the exact autocorrelation a^h the sums are geometric: 1 + 2 a (1 - a^M)/(1 - a). */
  @Test
  void sumsTheExactAutocorrelation() {
    double a = 0.9;
    double[] rho = new double[2000];
    Arrays.setAll(rho, h -> Math.pow(a, h));
    CorrelationTime sokal = CorrelationTime.sokal(rho, 5);
    int m = sokal.window();
    double partial = 1 + 2 * a * (1 - Math.pow(a, m)) / (1 - a);
    assertThat(sokal.time()).isCloseTo(partial, within(1e-12));
    assertThat((double) m).isGreaterThanOrEqualTo(5 * partial);
    assertThat(m - 1.0).isLessThan(5 * partial);
    assertThat(CorrelationTime.geyer(rho).time()).isCloseTo((1 + a) / (1 - a), within(1e-10));
    assertThat(CorrelationTime.decorrelationLag(rho)).isEqualTo(10);
    assertThat(CorrelationTime.decorrelationLag(new double[] {1, 0.9, 0.8})).isEqualTo(-1);
  }

  /** Alternating correlations: Geyer's pairs see through them, and tau is below 1. */
  @Test
  void anticorrelatedSeriesHaveATimeBelowOne() {
    double a = -0.5;
    double[] rho = new double[100];
    Arrays.setAll(rho, h -> Math.pow(a, h));
    assertThat(CorrelationTime.geyer(rho).time()).isCloseTo(1.0 / 3, within(1e-12));
  }

  /** 40 autoregressions of tau = 19: both windows within 4 standard errors of their mean. */
  @Test
  void estimatesAutoregressions() {
    double a = 0.9;
    int n = 20_000;
    double sokal = 0;
    double geyer = 0;
    double error = 0;
    for (int i = 0; i < 40; i++) {
      double[] x = new Ar1(a, 1).path(n, new RandomStream(i, StreamName.NOISE));
      double[] r = Autocorrelation.of(x);
      sokal += CorrelationTime.sokal(r, 5).time() / 40;
      geyer += CorrelationTime.geyer(r).time() / 40;
      error += CorrelationTime.sokal(r, 5).error() / 40;
    }
    assertThat(sokal).isCloseTo(19, within(4 * error / Math.sqrt(40)));
    assertThat(geyer).isCloseTo(19, within(4 * error / Math.sqrt(40)));
  }
}
