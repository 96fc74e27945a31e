package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.potential.LatticeStep.Parity;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

class LatticeStepTest {
  @Test
  void threeStepsWithPositiveWeightsAddUpToTheMatrix() {
    RandomStream random = new RandomStream(5, StreamName.DATA);
    LatticeStep step = new LatticeStep();
    for (int trial = 0; trial < 1000; trial++) {
      double angle = Math.PI * random.nextDouble();
      double small = Math.pow(10, -4 * random.nextDouble());
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double d11 = c * c + small * s * s;
      double d12 = (1 - small) * c * s;
      double d22 = s * s + small * c * c;
      double[] sum = new double[3];
      for (Parity parity : Parity.values()) {
        step.find(d11, d12, d22, parity);
        assertThat(step.weight()).isNotNegative();
        assertThat(step.p() & 1).isEqualTo(parity == Parity.FACE_Y ? 0 : 1);
        assertThat(step.q() & 1).isEqualTo(parity == Parity.FACE_X ? 0 : 1);
        assertThat(step.p()).isNotNegative();
        sum[0] += step.weight() * step.p() * step.p();
        sum[1] += step.weight() * step.p() * step.q();
        sum[2] += step.weight() * step.q() * step.q();
      }
      assertThat(sum).containsExactly(new double[] {d11, d12, d22}, within(1e-10));
    }
  }

  /** The matrix of the true-gradient double well, decomposed by hand. */
  @Test
  void aKnownMatrix() {
    LatticeStep step = new LatticeStep();
    step.find(1, 0.6, 0.5, Parity.FACE_X);
    assertThat(step.weight()).isCloseTo(0.2, within(1e-15));
    assertThat(new int[] {step.p(), step.q()}).containsExactly(1, 0);
    step.find(1, 0.6, 0.5, Parity.FACE_Y);
    assertThat(step.weight()).isCloseTo(0.1, within(1e-15));
    assertThat(new int[] {step.p(), step.q()}).containsExactly(2, 1);
    step.find(1, 0.6, 0.5, Parity.CORNER);
    assertThat(step.weight()).isCloseTo(0.4, within(1e-15));
    assertThat(new int[] {step.p(), step.q()}).containsExactly(1, 1);
  }
}
