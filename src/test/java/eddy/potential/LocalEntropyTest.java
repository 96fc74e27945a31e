package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;

class LocalEntropyTest {
  private static final DoubleUnaryOperator WELL = x -> (x * x - 1) * (x * x - 1) / 4;

  @Test
  void quadraticLossHasItsClosedForm() {
    double k = 1.7;
    double gamma = 0.6;
    LocalEntropy f = new LocalEntropy(x -> k * x * x / 2, gamma, 1);
    for (double x : new double[] {-1.5, 0, 0.4, 2}) {
      double expected = k * x * x / (2 * (1 + k * gamma)) + Math.log(1 + k * gamma) / 2;
      assertThat(f.at(x)).isCloseTo(expected, within(1e-12));
      assertThat(f.slope(x)).isCloseTo(k * x / (1 + k * gamma), within(1e-12));
      assertThat(f.curvature(x)).isCloseTo(k / (1 + k * gamma), within(1e-11));
    }
  }

  @Test
  void doubleWellAgreesWithTheReferenceTable() {
    double[][] rows = {
      {0.05, 0.0, 0.22640840389132968},
      {0.05, 0.5, 0.1338856765759439},
      {0.05, 1.0, 0.04850551799641935},
      {0.2, 0.0, 0.17718517161597053},
      {0.2, 0.5, 0.1386349454867803},
      {0.2, 1.0, 0.16369667583557101},
      {0.5, 0.0, 0.16212955306899288},
      {0.5, 0.5, 0.1830944273396216},
      {0.5, 1.0, 0.29472472828406854},
      {1.0, 0.0, 0.22748959878667796},
      {1.0, 0.5, 0.26893373662019593},
      {1.0, 1.0, 0.40352354063327506}
    };
    for (double[] row : rows) {
      assertThat(new LocalEntropy(WELL, row[0], 1).at(row[1])).isCloseTo(row[2], within(1e-11));
    }
  }

  /** Where the barrier point becomes the minimum, for four temperatures. */
  @Test
  void barrierBecomesTheMinimumAtAKnownVariance() {
    double[][] rows = {
      {1, 0.39554544040942763}, {2, 0.4477283943}, {5, 0.5780688901}, {10, 0.7311830688}
    };
    for (double[] row : rows) {
      double gamma =
          new BrentSolver(1e-13)
              .solve(200, g -> new LocalEntropy(WELL, g, row[0]).curvature(0), 0.2, 1);
      assertThat(gamma).isCloseTo(row[1], within(1e-10));
    }
    assertThatThrownBy(() -> new LocalEntropy(WELL, 0, 1)).hasMessageContaining("above 0");
  }
}
