package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.study.Experiment;
import eddy.trajectory.Momentum;
import org.junit.jupiter.api.Test;

class ExperimentTableTest {
  @Test
  void momentumIsSaidInWords() {
    Experiment ball = Experiment.fig1a();
    var table =
        ExperimentTable.of(
            ball,
            ball.withMomentum("Nesterov", new Momentum.Nesterov(0.95)),
            ball.withMomentum("plain", new Momentum.Plain()));
    assertThat(table.stringColumn("momentum"))
        .containsExactly("heavy ball, μ = 0.9", "Nesterov, μ = 0.95", "none");
  }
}
