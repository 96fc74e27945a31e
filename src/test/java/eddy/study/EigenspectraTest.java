package eddy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.nets.Evaluation;
import eddy.run.Progress;
import eddy.study.ImageSet.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EigenspectraTest {
  private static final Experiment SMALL = Experiment.fig1bPrinted().quick(300, 5);

  @TempDir Path runs;

  private SpectrumStudy study() {
    return new SpectrumStudy(runs, Progress.NONE);
  }

  @Test
  void obeysTheInvariantsOfADiffusionMatrix() {
    Course course = study().courses(SMALL, 1).get(0);
    assertThat(course.instants()).extracting(Instant::epoch).containsExactly(1, 2, 5);
    for (Instant instant : course.instants()) {
      Spectrum s = instant.spectrum();
      assertThat(s.dimension()).isEqualTo(3978);
      assertThat(s.smallest()).isGreaterThan(-1e-6 * s.largest());
      assertThat(s.rank(Precision.FLOAT64)).isLessThanOrEqualTo(299);
      assertThat(instant.training().error()).isBetween(0.0, 1.0);
    }
    assertThat(course.end().training().loss())
        .isLessThan(course.instants().get(0).training().loss());
    for (Similarity pair : course.similarities()) {
      assertThat(pair.traceRatio()).isGreaterThanOrEqualTo(1);
      assertThat(pair.overlap()).isBetween(0.0, 1.0);
      assertThat(pair.distance()).isPositive();
    }
  }

  @Test
  void findsAgainWhatItMeasured() throws IOException {
    Course first = study().courses(SMALL, 1).get(0);
    List<Path> files = files();
    Course second = study().courses(SMALL, 1).get(0);
    assertThat(files()).isEqualTo(files);
    assertThat(second.end().spectrum().values()).isEqualTo(first.end().spectrum().values());
    assertThat(second.similarities()).isEqualTo(first.similarities());
    Evaluation validation = first.end().validation();
    assertThat(second.end().validation()).isEqualTo(validation);
  }

  @Test
  void aSeedAndAChangedSettingHaveRunsOfTheirOwn() throws IOException {
    study().ends(SMALL, 1, 2);
    ImageSet fewer = SMALL.images().withDigits(0, 1, 2, 3, 4);
    study().ends(SMALL.withImages("digits 0 to 4", fewer), 1);
    try (Stream<Path> folders = Files.list(runs)) {
      assertThat(folders).hasSize(2);
    }
  }

  /** Results that were copied from a run on other images are not taken for this run's. */
  @Test
  void resultsBelongToTheirImagesAndWeights() throws IOException {
    Experiment other = Experiment.fig1bPrinted().quick(310, 5);
    study().ends(other, 1);
    study().trained(SMALL, 1);
    Path theirs = study().trained(other, 1).folder();
    Path ours = study().trained(SMALL, 1).folder();
    try (Stream<Path> files = Files.list(theirs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, ours.resolve(file.getFileName()));
      }
    }
    Spectrum end = study().ends(SMALL, 1).get(0).spectrum();
    assertThat(end.examples()).isEqualTo(300);
    assertThat(study().ends(SMALL, 1).get(0).spectrum().values()).isEqualTo(end.values());
  }

  @Test
  void theNullModelKeepsTheLengthsAndLosesTheDirections() {
    Spectrum measured = study().courses(SMALL, 1).get(0).end().spectrum();
    Spectrum random = study().nullModel(SMALL, 1);
    // Centring takes off |g|², which is small beside the mean of |g_k|².
    assertThat(random.trace() / measured.trace()).isBetween(0.99, 1.5);
    assertThat(random.participationRatio()).isGreaterThan(measured.participationRatio());
  }

  @Test
  void theLastEpochsAreMeasuredOneByOne() {
    List<Neighbour> last = study().neighbours(SMALL, 1);
    assertThat(last).extracting(Neighbour::epoch).containsExactly(1, 2, 3, 4, 5);
    Spectrum end = study().courses(SMALL, 1).get(0).end().spectrum();
    assertThat(last.get(4).trace() / end.trace()).isCloseTo(1, within(1e-9));
    assertThat(last.get(4).participationRatio()).isEqualTo(end.participationRatio());
  }

  @Test
  void refusesALengthThatHasNoFifths() {
    assertThatThrownBy(() -> SMALL.quick(300, 7))
        .hasMessage("The length of training must be a multiple of 5 epochs, not 7.");
  }

  @Test
  void namedExperimentsAreThePapers() {
    assertThat(Experiment.fig1a().architecture().parameterCount()).isEqualTo(13_338);
    assertThat(Experiment.fig1bPrinted().architecture().parameterCount()).isEqualTo(3_978);
    assertThat(Experiment.fig1a().instants()).containsExactly(10, 20, 50);
    assertThat(Experiment.fig1bCoded().images())
        .isEqualTo(ImageSet.mnist(View.WRAPPED_7).withDigits(0, 1));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(runs)) {
      return all.sorted().toList();
    }
  }
}
