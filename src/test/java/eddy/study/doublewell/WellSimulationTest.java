package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WellSimulationTest {
  private static final WellSimulation SMALL =
      new WellSimulation(200, 1500, 1500, 0.005, Box.of(-2.5, 2.5, -4, 4), 20, 32, 1, 2);

  /** The density is e^-Phi/Z with and without the force; only the force makes paths turn. */
  @Test
  void theForceTurnsPathsAndLeavesTheDensity() {
    List<SimulatedWell> wells =
        SMALL.sweep(Example19::field, Example19::stationaryDensity, Progress.NONE, 0, 1.5);
    for (int k = 0; k < 2; k++) {
      SimulatedWell well = wells.get(k);
      Example19 example = new Example19(k * 1.5);
      assertThat(well.largestTotalVariation()).isBetween(0.005, 0.1);
      assertThat(Math.abs(well.areaRate().deviation(example.areaRate()))).isLessThan(4);
      double off = well.entropyProduction().mean() - example.entropyProduction();
      assertThat(off).isCloseTo(0, within(4 * well.entropyProduction().error() + 0.02));
      assertThat(well.areaRate().values()).hasSize(2);
    }
    double[] along = wells.get(0).along(0, 0.2);
    double[] x = wells.get(0).centres(0);
    assertThat(x[0]).isCloseTo(-2.375, within(1e-12));
    assertThat(along[13] / along[0]).isGreaterThan(10);
    assertThat(wells.get(0).along(1, 0.2)).hasSize(32);
  }

  /** A second run with the same settings reads what the first one kept; other settings do not. */
  @Test
  void keptEnsemblesAreNotSimulatedAgain(@TempDir Path folder) throws IOException {
    WellSimulation kept = SMALL.every(0.01, 5, 20).keptIn(folder);
    double first = simulate(kept);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
    assertThat(simulate(kept)).isEqualTo(first);
    simulate(kept.every(0.01, 5, 21));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(4);
    }
    assertThatThrownBy(
            () -> kept.of("a", Example19.field(1), 1, Example19::stationaryDensity, Progress.NONE))
        .hasMessageContaining("a-seed-1");
  }

  private static double simulate(WellSimulation simulation) {
    return simulation
        .of("a", Example19.field(0.5), 1, Example19::stationaryDensity, Progress.NONE)
        .areaRate()
        .mean();
  }

  @Test
  void settingsAreChangedOneByOne() {
    WellSimulation other = SMALL.on(Box.cube(2, 1), 4, 5).every(0.01, 3, 7).seeded(5);
    assertThat(other.seeds()).containsExactly(5);
    assertThat(other.nx()).isEqualTo(4);
    assertThat(other.dt()).isEqualTo(0.01);
    assertThat(other.steps()).isEqualTo(7);
    assertThat(other.paths()).isEqualTo(200);
    assertThatThrownBy(() -> new WellSimulation(1, 1, 1, 1, Box.cube(2, 1), 1, 1))
        .hasMessageContaining("seed");
  }

  @Test
  void measuredNumbersPoolTheirSeeds() {
    Measured measured = new Measured(new double[] {1, 2}, new double[] {0.03, 0.04});
    assertThat(measured.mean()).isEqualTo(1.5);
    assertThat(measured.error()).isCloseTo(0.025, within(1e-15));
    assertThat(measured.deviation(1.45)).isCloseTo(2, within(1e-12));
    assertThat(measured).hasToString("1.500 ± 0.025");
    assertThat(measured.times(-2)).isEqualTo("-3.000 ± 0.050");
  }
}
