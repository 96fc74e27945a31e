package eddy.study.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.potential.MostLikelyPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaddleTest {
  @Test
  void smallNoiseKeepsTheIndex() {
    SaddleInertia inertia = SaddleInertia.random(200, 6, 3);
    assertThat(inertia.pairs()).isEqualTo(200);
    assertThat(inertia.saddles()).isGreaterThan(150);
    assertThat(inertia.changed()).isZero();
  }

  /** Below beta = 2 the saddle is the one most likely point, above it there are two. */
  @Test
  void noiseThatIsWeakestAtTheSaddleMakesItAttract() {
    List<MostLikelyPoint> hot = AttractingSaddle.mostLikelyOnGrid(1.8, 65);
    assertThat(hot).hasSize(1);
    assertThat(hot.get(0).x1()).isCloseTo(0, within(1e-9));
    List<MostLikelyPoint> cold = AttractingSaddle.mostLikelyOnGrid(4, 129);
    assertThat(cold).hasSize(2);
    for (MostLikelyPoint p : cold) {
      assertThat(Math.abs(p.x1())).isCloseTo(Math.sqrt(0.5), within(1e-3));
    }
    assertThat(AttractingSaddle.rightmostOnGrid(4, 129)).isCloseTo(Math.sqrt(0.5), within(1e-3));
    double[] found = {0.75, 0.01};
    assertThat(AttractingSaddle.difference(new double[] {0.25, 0.5}, found))
        .isCloseTo(0.75 - Math.sqrt(0.5), within(1e-12));
    for (double beta : new double[] {2.5, 4, 10}) {
      double x = AttractingSaddle.mostLikely(beta);
      double slope =
          (AttractingSaddle.potential(beta).at(x + 1e-4)
                  - AttractingSaddle.potential(beta).at(x - 1e-4))
              / 2e-4;
      assertThat(slope).isCloseTo(0, within(1e-7));
    }
  }
}
