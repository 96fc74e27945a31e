package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class ChainEliminationTest {
  /** A birth-death chain: p(i+1)/p(i) = up/down exactly, here over 10^-180. */
  @Test
  void stationaryVectorKeepsItsRelativeAccuracyInTheTails() {
    int n = 61;
    int[] a = new int[n - 1];
    int[] b = new int[n - 1];
    double[] up = new double[n - 1];
    double[] down = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      a[i] = i;
      b[i] = i + 1;
      up[i] = i < 30 ? 2e6 : 3e-3;
      down[i] = i < 30 ? 2 : 3e3;
    }
    RateMatrix rates = RateMatrix.ofEdges(n, n - 1, a, b, up, down);
    int[] position = new int[n];
    Arrays.setAll(position, i -> i);
    double[] p = new ChainElimination(rates, 0, position).stationary();
    for (int i = 0; i < n - 1; i++) {
      assertThat(p[i + 1] / p[i] / (up[i] / down[i])).isCloseTo(1, within(1e-13));
    }
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-14));
  }

  @Test
  void agreesWithDenseLinearAlgebraForAnyOrderAndShift() {
    int n = 12;
    RandomStream random = new RandomStream(7, StreamName.DATA);
    RateMatrix rates = randomRates(n, random);
    RealMatrix dense = dense(rates);
    double[] r = new double[n];
    for (int i = 0; i < n; i++) {
      r[i] = random.nextGaussian();
    }
    double shift = 0.3;
    double[] e = new double[n];
    new ChainElimination(rates, shift, random.permutation(n)).solve(r, e);
    RealMatrix shifted = dense.scalarMultiply(-1);
    for (int i = 0; i < n; i++) {
      shifted.addToEntry(i, i, shift);
    }
    double[] expected =
        new LUDecomposition(shifted).getSolver().solve(new ArrayRealVector(r)).toArray();
    assertThat(e).containsExactly(expected, within(1e-11));

    double mean = Arrays.stream(r).average().orElseThrow();
    double[] balanced = Arrays.stream(r).map(v -> v - mean).toArray();
    new ChainElimination(rates, 0, random.permutation(n)).solve(balanced, e);
    double[] image = new double[n];
    rates.image(0, e, image);
    assertThat(image).containsExactly(balanced, within(1e-11));
  }

  @Test
  void separateStatesAreRefused() {
    RateMatrix rates =
        RateMatrix.ofEdges(
            4, 2, new int[] {0, 2}, new int[] {1, 3}, new double[] {1, 1}, new double[] {1, 1});
    assertThatThrownBy(() -> new ChainElimination(rates, 0, new int[] {0, 1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no rate between them");
  }

  static RateMatrix randomRates(int n, RandomStream random) {
    int edges = n * (n - 1) / 2;
    int[] a = new int[edges];
    int[] b = new int[edges];
    double[] forward = new double[edges];
    double[] backward = new double[edges];
    int e = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++, e++) {
        a[e] = i;
        b[e] = j;
        forward[e] = random.nextDouble();
        backward[e] = random.nextDouble();
      }
    }
    return RateMatrix.ofEdges(n, edges, a, b, forward, backward);
  }

  static RealMatrix dense(RateMatrix rates) {
    int n = rates.size();
    RealMatrix dense = new Array2DRowRealMatrix(n, n);
    double[] unit = new double[n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      Arrays.fill(unit, 0);
      unit[j] = 1;
      rates.apply(unit, column);
      dense.setColumn(j, column);
    }
    return dense;
  }
}
