package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.fields.Box;
import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.run.ComputationInterrupted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bits with any number of threads, and after an interruption in the middle. */
class EnsembleResumeTest {
  private static final Field FIELD = Example19.field(1.5);

  private final PathHistogram histogram = new PathHistogram(Box.cube(2, 2), 20, 20).every(3);
  private final Moments moments = new Moments(2);
  private final AreaRates areas = new AreaRates(2);
  private final EntropyProduction work = new EntropyProduction(FIELD, 1);
  private final Paths paths = new Paths(3, 100);

  private Ensemble ensemble(Field field, int count) {
    return new Ensemble(field, 1, 0.01).paths(count).seed(5).start(1, 0).burnIn(50);
  }

  private Observer[] observers() {
    return new Observer[] {histogram, moments, areas, work, paths};
  }

  private List<Object> found(Ensemble ensemble) {
    List<Object> all = new ArrayList<>(List.of(histogram.density(), moments.covariance()));
    all.add(new double[] {areas.rate(0, 1), areas.error(0, 1), work.rate(), work.error()});
    all.add(paths.path(2));
    all.add(ensemble.positions());
    return all;
  }

  private static List<Object> reference(int count, int threads) {
    EnsembleResumeTest other = new EnsembleResumeTest();
    Ensemble whole = other.ensemble(FIELD, count).threads(threads);
    whole.run(600, other.observers());
    whole.run(200, other.observers());
    return other.found(whole);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    assertThat(reference(700, 3)).usingRecursiveComparison().isEqualTo(reference(700, 1));
  }

  @Test
  void aRunThatWasInterruptedGoesOnToTheSameBits(@TempDir Path folder) {
    Path file = folder.resolve("wells.ckpt");
    AtomicLong calls = new AtomicLong();
    Field stopsInTheMiddle =
        Field.ofDrift(
            (x, b) -> {
              FIELD.drift(x, b);
              if (calls.incrementAndGet() == 20_000) {
                interruptMe.interrupt();
              }
            },
            MatrixField.identity(2));
    interruptMe = Thread.currentThread();
    Ensemble first = ensemble(stopsInTheMiddle, 40).threads(2).checkpoints(file);
    assertThatThrownBy(() -> first.run(60_000, observers()))
        .isInstanceOf(ComputationInterrupted.class)
        .hasMessageContaining("% of the steps");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(file).exists();

    EnsembleResumeTest again = new EnsembleResumeTest();
    Field same = Field.ofDrift(FIELD::drift, MatrixField.identity(2));
    Ensemble second = again.ensemble(same, 40).threads(1).checkpoints(file);
    second.run(60_000, again.observers());
    EnsembleResumeTest whole = new EnsembleResumeTest();
    Ensemble uninterrupted = whole.ensemble(same, 40);
    uninterrupted.run(60_000, whole.observers());
    assertThat(again.found(second))
        .usingRecursiveComparison()
        .isEqualTo(whole.found(uninterrupted));
  }

  private volatile Thread interruptMe;

  @Test
  void anInterruptedEnsembleGoesOnWithTheSameObserversOnly() {
    Ensemble ensemble = ensemble(FIELD, 300);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ensemble.run(3000, observers()))
        .isInstanceOf(ComputationInterrupted.class);
    assertThatThrownBy(() -> ensemble.run(3000, new Moments(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("same observers");
    ensemble.run(3000, observers());
    EnsembleResumeTest whole = new EnsembleResumeTest();
    Ensemble uninterrupted = whole.ensemble(FIELD, 300);
    uninterrupted.run(3000, whole.observers());
    assertThat(found(ensemble)).usingRecursiveComparison().isEqualTo(whole.found(uninterrupted));
  }

  @Test
  void aFinishedRunIsReadAndTheNextOneGoesOn(@TempDir Path folder) {
    Path file = folder.resolve("wells.ckpt");
    ensemble(FIELD, 700).checkpoints(file).run(600, observers());
    EnsembleResumeTest again = new EnsembleResumeTest();
    Ensemble ensemble = again.ensemble(FIELD, 700).checkpoints(file);
    ensemble.run(600, again.observers());
    ensemble.run(200, again.observers());
    assertThat(Files.exists(folder.resolve("wells.ckpt-2"))).isTrue();
    assertThat(again.found(ensemble)).usingRecursiveComparison().isEqualTo(reference(700, 2));
  }

  @Test
  void aCheckpointOfOtherSettingsIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("wells.ckpt");
    ensemble(FIELD, 20).checkpoints(file).run(10, moments);
    assertThatThrownBy(() -> ensemble(FIELD, 21).checkpoints(file).run(10, new Moments(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("paths=20");
    assertThatThrownBy(
            () -> ensemble(Example19.field(1), 20).checkpoints(file).run(10, new Moments(2)))
        .hasMessageContaining("field=");
  }
}
