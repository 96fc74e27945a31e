package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class RateMatrixTest {
  private final RandomStream random = new RandomStream(3, StreamName.DATA);
  private final RateMatrix rates = ChainEliminationTest.randomRates(10, random);
  private final RealMatrix dense = ChainEliminationTest.dense(rates);

  @Test
  void columnsSumToZero() {
    for (int j = 0; j < 10; j++) {
      assertThat(Arrays.stream(dense.getColumn(j)).sum()).isCloseTo(0, within(1e-14));
      assertThat(dense.getEntry(j, j)).isEqualTo(-rates.leaving(j));
    }
  }

  @Test
  void everySweepOrderConvergesToTheSameSolutionAndKeepsItPositive() {
    double[] r = new double[10];
    Arrays.setAll(r, i -> random.nextDouble());
    for (boolean up : new boolean[] {true, false}) {
      for (boolean right : new boolean[] {true, false}) {
        double[] e = new double[10];
        double[] left = new double[10];
        for (int k = 0; k < 200; k++) {
          rates.sweep(2, e, r, 5, up, right);
          assertThat(Arrays.stream(e).min().orElseThrow()).isPositive();
        }
        rates.residual(2, e, r, left);
        assertThat(left).containsExactly(new double[10], within(1e-13));
      }
    }
  }

  @Test
  void restrictionKeepsTheRatesAmongTheKeptStatesAndWhatLeavesThem() {
    boolean[] kept = new boolean[10];
    Arrays.fill(kept, 2, 9, true);
    RealMatrix part = ChainEliminationTest.dense(rates.restrictedTo(kept));
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        double expected = kept[i] && kept[j] ? dense.getEntry(i, j) : i == j ? -1 : 0;
        assertThat(part.getEntry(i, j)).isEqualTo(expected);
      }
    }
  }
}
