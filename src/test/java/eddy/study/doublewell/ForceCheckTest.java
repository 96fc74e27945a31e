package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Example19;
import org.junit.jupiter.api.Test;

class ForceCheckTest {
  @Test
  void example19IsStationaryButNeitherFreeOfDivergenceNorOfCurl() {
    ForceCheck check = ForceCheck.of(new Example19(1.5), Box.cube(2, 1.5), 30);
    assertThat(check.currentDivergence()).isLessThan(1e-11);
    assertThat(check.identityGap()).isLessThan(1e-14);
    assertThat(check.divergence()).isBetween(1.7, 1.84);
    assertThat(check.curl()).isBetween(5.0, 5.4);
  }

  /** At (1/2, 1/2) and lambda = 3/2 the divergence is known from another program. */
  @Test
  void looksAtTheCentresOfCells() {
    ForceCheck check = ForceCheck.of(new Example19(1.5), Box.of(0, 1, 0, 1), 1);
    assertThat(check.divergence()).isCloseTo(0.804054307794, within(1e-11));
  }

  @Test
  void withoutAForceAllVanishes() {
    ForceCheck check = ForceCheck.of(new Example19(0), Box.cube(2, 1.5), 5);
    assertThat(check).isEqualTo(new ForceCheck(0, 0, 0, 0));
  }
}
