package eddy.study.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.potential.LinearSteadyState;
import eddy.run.Progress;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class WeightSpectrumTest {
  private static final double BETA = 5;

  @Test
  void theExactSpectrumIsALorentzianOnTheAxesWhateverQIs() {
    HessianAxes axes = new HessianAxes(ReferenceCase.HESSIAN_6.state());
    LinearSteadyState[] systems = {
      ReferenceCase.HESSIAN_6.state(), axes.mirrored(), axes.withoutCurrents()
    };
    for (LinearSteadyState system : systems) {
      for (int k = 0; k < axes.count(); k++) {
        for (double w : new double[] {0, 0.3, 0.93, 7}) {
          double lorentzian = axes.lorentzian(k, BETA, w);
          assertThat(WeightSpectrum.exact(system, BETA, axes.axis(k), w))
              .isCloseTo(lorentzian, within(1e-11 * lorentzian));
        }
      }
    }
    assertThat(CurrentStrength.of(systems[1]).antisymmetric())
        .isCloseTo(CurrentStrength.of(systems[0]).antisymmetric(), within(1e-10));
    assertThat(systems[1].q()[1]).isNotCloseTo(systems[0].q()[1], within(0.05));
    assertThat(CurrentStrength.of(systems[2]).relative()).isLessThan(1e-14);
  }

  /**
   * The integral over dw/(2 pi) is the variance, for a twin and for a matrix that is no Hessian.
   */
  @Test
  void theExactSpectrumIntegratesToTheVariance() {
    IterativeLegendreGaussIntegrator rule = new IterativeLegendreGaussIntegrator(5, 1e-9, 1e-12);
    LinearSteadyState rotation = ReferenceCase.ROTATION_2.state();
    double[] direction = {0.6, -0.8};
    double[] sigma = rotation.covariance(4);
    double variance = 0.36 * sigma[0] - 0.96 * sigma[1] + 0.64 * sigma[3];
    for (LinearSteadyState s : new LinearSteadyState[] {rotation, rotation.reversibleTwin()}) {
      double half =
          rule.integrate(
              1_000_000,
              z -> WeightSpectrum.exact(s, 4, direction, Math.tan(z)) / Math.pow(Math.cos(z), 2),
              0,
              Math.PI / 2 - 1e-9);
      assertThat(half / Math.PI).isCloseTo(variance, within(1e-6 * variance));
    }
  }

  @Test
  void theMeasuredSpectrumIsTheExactOne() {
    LinearSteadyState state = ReferenceCase.HESSIAN_2.state();
    HessianAxes axes = new HessianAxes(state);
    WeightSpectrum.Sampling sampling = new WeightSpectrum.Sampling(0.05, 1 << 17, 1 << 11, 3);
    WeightSpectrum[] found =
        WeightSpectrum.measure(state, 1, sampling, Progress.NONE, axes.axis(0), axes.axis(1));
    for (int k = 0; k < 2; k++) {
      int axis = k;
      double[] ratio = found[k].ratio(w -> axes.lorentzian(axis, 1, w));
      double chi = 0;
      for (int i = 0; i < ratio.length; i++) {
        assertThat(ratio[i]).isCloseTo(1, within(4 * found[k].error()[i] + 0.02)); // folding 1 %
        chi += Math.pow((ratio[i] - 1) / found[k].error()[i], 2) / ratio.length;
      }
      assertThat(chi).isBetween(0.4, 2.0);
      assertThat(ratio.length).isGreaterThan(8);
    }
  }

  @Test
  void theLargestRatioIsTakenFromTheNearestBands() {
    double[] w = {1, 2, 3};
    WeightSpectrum one = new WeightSpectrum(w, new double[] {2, 6, 9}, new double[] {.1, .3, .1});
    WeightSpectrum two = new WeightSpectrum(w, new double[] {2, 2, 1}, new double[] {.1, .4, .1});
    Measured ratio = one.largestRatio(two, 0.7, 2.2);
    assertThat(ratio.value()).isEqualTo(3);
    assertThat(ratio.error()).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void axesAreOrderedAndOfAHessian() {
    HessianAxes axes = new HessianAxes(ReferenceCase.HESSIAN_6.state());
    for (int k = 1; k < axes.count(); k++) {
      assertThat(axes.rate(k)).isGreaterThan(axes.rate(k - 1));
    }
    assertThat(axes.rate(0)).isCloseTo(0.8004, within(5e-5));
    assertThatThrownBy(() -> new HessianAxes(ReferenceCase.ROTATION_2.state()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not symmetric");
  }
}
