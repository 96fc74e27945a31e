package eddy.study.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.ManufacturedExample;
import eddy.run.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefinementTest {
  /** The largest errors of Q12 at n = 16, 32, 64 are those of a solver in another language. */
  @Test
  void torusIsRecoveredAtSecondOrder() {
    Refinement r = Refinement.of(ManufacturedExample.torus(2), Progress.NONE, 16, 32, 64);
    assertThat(r.errors(Recovery::q12))
        .containsExactly(new double[] {.102, .0274, .0070}, within(3e-4));
    assertThat(r.finest(Recovery::density)).isLessThan(6e-4);
    assertThat(r.finest(Recovery::potential)).isLessThan(1.1e-3);
    assertThat(r.order(Recovery::density)).isBetween(1.9, 2.1);
    assertThat(r.order(Recovery::potential)).isBetween(1.9, 2.1);
    assertThat(r.order(Recovery::force)).isBetween(1.8, 2.2);
    assertThat(r.order(Recovery::gradient)).isBetween(1.9, 2.1);
    double[] line = r.secondOrder(Recovery::density);
    assertThat(line[0] / line[2]).isCloseTo(16, within(1e-12));
  }

  @Test
  void planeIsRecovered() {
    Refinement r = Refinement.of(ManufacturedExample.plane(2), Progress.NONE, 48, 96);
    assertThat(r.order(Recovery::density)).isBetween(1.9, 2.1);
    assertThat(r.order(Recovery::potential)).isBetween(1.7, 2.3);
    assertThat(r.order(Recovery::q12)).isBetween(1.4, 2.3);
  }

  @Test
  void oneGridHasNoOrder() {
    assertThatThrownBy(() -> new Refinement(List.of())).hasMessageContaining("at least two grids");
  }

  @Test
  void powerLawsAreFound() {
    PowerLaw law = PowerLaw.fit(new double[] {1, 2, 4}, new double[] {3, 12, 48});
    assertThat(law.exponent()).isCloseTo(2, within(1e-12));
    assertThat(law.at(3)).isCloseTo(27, within(1e-10));
    double[] bent = {100, 7, 2, 4};
    assertThat(PowerLaw.fitFrom(2, new double[] {9, 8, 1, 2}, bent).exponent())
        .isCloseTo(1, within(1e-12));
    assertThatThrownBy(() -> PowerLaw.fit(new double[] {1, 2}, new double[] {0, 1}))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> PowerLaw.fit(new double[] {1}, new double[] {1}))
        .hasMessageContaining("two points");
  }
}
