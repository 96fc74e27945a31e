package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GaussianRelaxationTest {
  private static final Offset<Double> CLOSE = within(1e-10);

  private final LinearSteadyState state =
      LinearSteadyState.of(new double[][] {{1, 2}, {-1, 1.5}}, new double[][] {{1, .3}, {.3, .5}});
  private final GaussianRelaxation relaxation =
      new GaussianRelaxation(state, 4, new double[] {1, -0.5}, new double[] {.5, .1, .1, .2});

  /** Rows of t, F, mean energy, entropy and dF/dt, solved with SciPy. */
  @Test
  void freeEnergyAgreesWithTheReferenceTable() {
    double[][] rows = {
      {0, 1.5416776049952476, 1.999269005847954, 1.6339042620834094, -3.754020467836261},
      {0.1, 1.2029574795254054, 1.6269235747004136, 1.499403039372618, -3.0407498919121903},
      {0.5, 0.4055957926170972, 0.7326059762672312, 1.1115793932731197, -1.1749240988204863},
      {1, 0.09067789419565181, 0.36567894867923706, 0.9035428766069243, -0.26870324307429244},
      {2, 0.008680775732623826, 0.2610473323953605, 0.8130048853235303, -0.01782864650267687},
      {4, 5.146673585089805e-05, 0.2500676066229387, 0.803603218220935, -0.00010340268263854149}
    };
    for (double[] row : rows) {
      GaussianRelaxation.Point p = relaxation.at(row[0]);
      assertThat(p.freeEnergy()).isCloseTo(row[1], CLOSE);
      assertThat(p.energy()).isCloseTo(row[2], CLOSE);
      assertThat(p.entropy()).isCloseTo(row[3], CLOSE);
      assertThat(p.rate()).isCloseTo(row[4], CLOSE);
    }
    assertThat(relaxation.logPartition()).isCloseTo(-0.19646134132741613, CLOSE);
    GaussianRelaxation.Point p = relaxation.at(1);
    assertThat(p.mean())
        .containsExactly(new double[] {0.30415474554107086, 0.20238110770961043}, CLOSE);
    assertThat(p.covariance())
        .containsExactly(
            new double[] {
              0.18323685745307808, 0.0418583050701626, 0.0418583050701626, 0.1235465472107373
            },
            CLOSE);
  }

  @Test
  void rateIsTheDerivativeOfTheFreeEnergy() {
    double h = 1e-4;
    for (double t : new double[] {0.2, 0.7, 1.9}) {
      double slope =
          (relaxation.at(t + h).freeEnergy() - relaxation.at(t - h).freeEnergy()) / 2 / h;
      assertThat(relaxation.at(t).rate()).isCloseTo(slope, within(1e-6));
    }
  }
}
