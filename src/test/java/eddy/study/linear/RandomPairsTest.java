package eddy.study.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.potential.LinearSteadyState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomPairsTest {
  @Test
  void currentsAreBoundedByTheCommutatorOnBothSides() {
    for (LinearSteadyState state : new RandomPairs(3).hessians(60)) {
      CurrentStrength s = CurrentStrength.of(state);
      assertThat(s.antisymmetric()).isBetween(s.lowest() * (1 - 1e-9), s.highest() * (1 + 1e-9));
      assertThat(s.relative()).isGreaterThan(1e-6);
    }
  }

  @Test
  void noiseOnTheAxesOfTheHessianDrivesNoCurrent() {
    int anisotropic = 0;
    for (LinearSteadyState state : new RandomPairs(4).commuting(60)) {
      CurrentStrength s = CurrentStrength.of(state);
      assertThat(s.relative()).isLessThan(1e-13);
      anisotropic += s.anisotropy() > 2 ? 1 : 0;
    }
    assertThat(anisotropic).isGreaterThan(40);
  }

  /** sin(2 angle) (d1 - d2) (l1 - l2) / (2 (l1 + l2)) at 30 degrees. */
  @Test
  void strengthInTwoDimensions() {
    double across = (5 - 0.2) * Math.sqrt(3) / 4;
    CurrentStrength s =
        CurrentStrength.of(
            LinearSteadyState.of(
                new double[][] {{3, 0}, {0, 1}}, new double[][] {{3.8, across}, {across, 1.4}}));
    assertThat(s.antisymmetric()).isCloseTo(across / 2 * Math.sqrt(2), within(1e-12));
    assertThat(s.commutator()).isCloseTo(2 * across * Math.sqrt(2), within(1e-12));
    assertThat(s.anisotropy()).isCloseTo(25, within(1e-9));
  }

  @Test
  void theMedianIsTheOneInTheMiddle() {
    List<CurrentStrength> systems =
        List.of(
            new CurrentStrength(6, 0, 2, 9, 0, 0),
            new CurrentStrength(1, 0, 2, 4, 0, 0),
            new CurrentStrength(4, 0, 2, 5, 0, 0));
    assertThat(CurrentStrength.median(systems, CurrentStrength::relative)).isEqualTo(2);
    assertThat(CurrentStrength.median(systems, CurrentStrength::anisotropy)).isEqualTo(5);
    assertThat(CurrentStrength.median(systems.subList(0, 2), CurrentStrength::anisotropy))
        .isEqualTo(9);
  }

  @Test
  void theSameSeedGivesTheSameMinima() {
    double[] one = new RandomPairs(8).rotations(5).get(4).x();
    assertThat(new RandomPairs(8).rotations(5).get(4).x()).isEqualTo(one);
    assertThat(new RandomPairs(9).rotations(200)).allMatch(LinearSteadyState::isStable);
  }

  @Test
  void everyReferenceCaseIsReproduced() {
    for (ReferenceCase c : ReferenceCase.values()) {
      assertThat(c.difference()).as(c.label()).isLessThan(1e-10);
    }
  }
}
