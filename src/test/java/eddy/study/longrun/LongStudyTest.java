package eddy.study.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Progress;
import eddy.spectral.Series;
import eddy.study.Experiment;
import eddy.trajectory.LearningRate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongStudyTest {
  private static final Experiment SMALL =
      Experiment.fig3()
          .quick(800, 150)
          .withLearningRate("short burn-in", LearningRate.constant(0.1).then(30, 0.01));
  private static final QuadraticFit.Settings FIT = new QuadraticFit.Settings(2, 1000, 128, 1);

  @TempDir Path runs;

  @Test
  void trainsMeasuresAndFindsAgain() {
    LongStudy study = new LongStudy(runs);
    List<LongChain> chains = study.chains(SMALL, 1, 2);
    LongChain chain = chains.get(0);
    assertThat(chain.snapshots()).isEqualTo(120);
    assertThat(chain.burnIn()).isEqualTo(30);
    assertThat(chain.steps()).isEqualTo(chain.images().count() / 128);
    assertThat(chain.images().classes()).isEqualTo(5);
    assertThat(chain.rate()).isEqualTo(0.01);
    assertThat(chain.momentum()).isEqualTo(0.9);
    assertThat(chain.points(4)).containsExactly(59, 89, 119, 149);
    assertThat(chain.weights().length()).isEqualTo(120);
    assertThat(chain.last(20).snapshots()).isEqualTo(20);
    assertThat(chain.last(20).weights().column(5)[19]).isEqualTo(chain.weights().column(5)[119]);
    assertThatThrownBy(() -> chain.last(121))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("120 snapshots");
    assertThat(chain.gradientNorms()[0]).contains(1).isSorted();
    QuadraticModel model = study.model(chain, 1, FIT);
    HeavyBallModes modes = chain.modes(model, 1e-3);
    SeedCurves all = study.figure3(chain, model, modes);
    Figure3Curves data = all.data();
    assertThat(all.kept().spectrum().mean()[1]).isLessThan(data.spectrum().mean()[1]);

    LongStudy again = new LongStudy(runs);
    LongChain same = again.chains(SMALL, 1, 2).get(0);
    assertThat(again.model(same, 1, FIT).hessian()).isEqualTo(model.hessian());
    Figure3Curves curves = again.figure3(same, model, modes).data();
    assertThat(curves.spectrum().mean()).isEqualTo(data.spectrum().mean());
    assertThat(curves.autocorrelation().low()).isEqualTo(data.autocorrelation().low());
    assertThat(curves.autocorrelation().dropped()).isGreaterThanOrEqualTo(0);
  }

  /** What was measured belongs to one trajectory, whatever else lies in its folder later. */
  @Test
  void anotherTrajectoryInTheFolderIsMeasuredAnew() {
    LongStudy study = new LongStudy(runs);
    List<LongChain> two = study.chains(SMALL, 1, 2);
    LongChain chain = two.get(0);
    QuadraticModel model = study.model(chain, 1, FIT);
    HeavyBallModes modes = chain.modes(model, 1e-3);
    Figure3Curves theirs = study.figure3(chain, model, modes).data();
    LongChain swapped =
        new LongChain(
            SMALL,
            1,
            chain.images(),
            chain.burnIn(),
            chain.steps(),
            two.get(1).trajectory(),
            chain.folder());
    assertThat(study.model(swapped, 1, FIT).hessian()).isNotEqualTo(model.hessian());
    double[] expected = study.figure3(two.get(1), model, modes).data().spectrum().mean();
    assertThat(study.figure3(swapped, model, modes).data().spectrum().mean())
        .isEqualTo(expected)
        .isNotEqualTo(theirs.spectrum().mean());
  }

  @Test
  void aBranchStartsWhereTheBurnInEnded() {
    LongStudy study = new LongStudy(runs);
    LongChain chain = study.chains(SMALL, 1).get(0);
    LongChain branch = study.branch(chain, LongStudy.ablations(SMALL).get(1), 5, 1);
    assertThat(branch.burnIn()).isZero();
    assertThat(branch.steps()).isEqualTo(1);
    assertThat(branch.momentum()).isZero();
    assertThat(branch.snapshots()).isEqualTo(5 * chain.steps());
    float[] start = chain.trajectory().row(29);
    float[] first = branch.trajectory().row(0);
    double moved = 0;
    double size = 0;
    for (int i = 0; i < start.length; i++) {
      moved += (first[i] - start[i]) * (first[i] - start[i]);
      size += start[i] * start[i];
    }
    assertThat(moved).isPositive().isLessThan(1e-3 * size);
    LongChain twin = study.branch(chain, SMALL, 5, 0);
    TwinDrift drift = TwinDrift.of(chain, twin, 1, 5);
    assertThat(drift.displacement()[1]).isGreaterThan(drift.displacement()[0]);
    assertThat(drift.diffusion()[0]).isPositive();
    double ratio = drift.diffusion()[1] / drift.displacement()[1];
    assertThat(drift.driftShare()[1]).isEqualTo(1 - ratio * ratio);
    assertThat(drift.byIndependent()).isCloseTo(1 / ratio, within(1e-12));
    TwinDrift same = study.twins(List.of(chain), 5, 1, 5).get(0);
    assertThat(same.displacement()).isEqualTo(drift.displacement());
  }

  /** |w|² of scale-invariant weights grows by (η/(1 − μ))² tr C a step. */
  @Test
  void theFirstLayerGrowsAsScaleInvarianceSays() {
    LongStudy study = new LongStudy(runs);
    LongChain chain = study.chains(SMALL, 3).get(0);
    NormDrift drift = NormDrift.of(chain, study.model(chain, 3, FIT));
    double grown = drift.growth() - 1;
    int last = drift.norm().length - 1;
    double law = drift.predicted()[last] / drift.predicted()[0] - 1;
    assertThat(grown).isPositive();
    assertThat(Math.log(grown / law)).isCloseTo(0, within(Math.log(2)));
  }

  /** The null model of all weights has the covariance of its modes. */
  @Test
  void theNullModelFluctuatesAsTheModesSay() {
    double[] f = HeavyBallModesTest.definite(4, 1, 0.5);
    double[] c = HeavyBallModesTest.definite(4, 2, 0.5);
    QuadraticModel model = HeavyBallModesTest.model(4, f, c);
    HeavyBallModes modes = HeavyBallModes.of(model, 0.05, 0.5, 10, 1e-6);
    double[] s = HeavyBallModesTest.turnedBack(modes, modes.covariance());
    int n = 20_000;
    Series path = QuadraticNull.of(model, 0.05, 0.5, 10, true, n, 1, Progress.NONE);
    double slowest = modes.relaxationTimes()[3];
    double relative = Math.sqrt(2 * (1 + 2 * slowest) / n);
    for (int i = 0; i < 4; i++) {
      double[] x = path.column(i);
      double square = 0;
      for (double v : x) {
        square += v * v / n;
      }
      assertThat(square).isCloseTo(s[i * 5], within(4 * relative * s[i * 5]));
    }
  }
}
