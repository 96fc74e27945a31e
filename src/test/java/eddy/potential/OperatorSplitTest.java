package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.ManufacturedExample;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OperatorSplitTest {
  private final StationaryState state =
      FokkerPlanck.stationary(
          ManufacturedExample.torus(2).field(),
          2,
          Grid.torus(Box.of(0, 2 * Math.PI, 0, 2 * Math.PI), 24, 24));
  private final OperatorSplit split = new OperatorSplit(state);

  private double[] random(long substream) {
    RandomStream stream = new RandomStream(9, StreamName.DATA, substream);
    double[] rho = state.density();
    Arrays.setAll(rho, i -> rho[i] * (1 + 0.5 * stream.nextGaussian()));
    return rho;
  }

  @Test
  void partsAreSelfAdjointAndAntisymmetricAndAddUp() {
    double[] a = random(1);
    double[] b = random(2);
    double[] even = split.symmetric(a);
    double[] odd = split.antisymmetric(a);
    double[] whole = new double[a.length];
    state.operator().apply(a, whole);
    double scale = Arrays.stream(whole).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < a.length; i++) {
      assertThat(even[i] + odd[i]).isCloseTo(whole[i], within(1e-12 * scale));
    }
    double symmetric = split.product(even, b);
    assertThat(split.product(a, split.symmetric(b)))
        .isCloseTo(symmetric, within(1e-11 * Math.abs(split.product(a, even))));
    assertThat(split.product(a, even)).isNegative();
    assertThat(split.product(a, split.antisymmetric(b)))
        .isCloseTo(-split.product(odd, b), within(1e-11 * Math.abs(split.product(a, even))));
    assertThat(split.product(a, odd))
        .isCloseTo(0, within(1e-11 * Math.abs(split.product(a, even))));
  }

  @Test
  void bothPartsLeaveTheStationaryDensityAlone() {
    double[] rho = state.density();
    double scale = Arrays.stream(split.symmetric(random(3))).map(Math::abs).max().orElseThrow();
    for (double v : split.symmetric(rho)) {
      assertThat(v).isCloseTo(0, within(1e-13 * scale));
    }
    for (double v : split.antisymmetric(rho)) {
      assertThat(v).isCloseTo(0, within(1e-12 * scale));
    }
  }

  /** L_A rho_ss u = -div(j rho_ss u) = -J . grad u, to second order. */
  @Test
  void antisymmetricPartIsTransportByTheForce() {
    double[] error = new double[2];
    ManufacturedExample example = ManufacturedExample.torus(2);
    for (int k = 0; k < 2; k++) {
      StationaryState s =
          FokkerPlanck.stationary(
              example.field(),
              2,
              Grid.torus(Box.of(0, 2 * Math.PI, 0, 2 * Math.PI), 24 << k, 24 << k));
      double[] rho = s.density();
      double[] u = s.grid().sample(x -> Math.sin(x[0]) + Math.cos(x[1]));
      double[] product = new double[rho.length];
      Arrays.setAll(product, i -> rho[i] * u[i]);
      double[] ours = new OperatorSplit(s).antisymmetric(product);
      double[] j = new double[2];
      for (int i = 0; i < rho.length; i++) {
        double[] x = s.grid().point(i);
        example.force(x, j);
        double exact = -rho[i] * (j[0] * Math.cos(x[0]) - j[1] * Math.sin(x[1]));
        error[k] += Math.abs(ours[i] - exact) * s.grid().cellVolume();
      }
    }
    assertThat(Math.log(error[0] / error[1]) / Math.log(2)).isBetween(1.7, 2.3);
  }
}
