package eddy.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.run.ComputationInterrupted;
import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.Progress;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {
  private static final int COUNT = 37;
  private static final int LENGTH = 50;

  @TempDir Path folder;

  @Test
  void allWaysInGiveTheSameValues() {
    float[] rows = new float[LENGTH * COUNT];
    double[] wide = new double[rows.length];
    double[][] listed = new double[COUNT][LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      for (int i = 0; i < COUNT; i++) {
        listed[i][t] = value(i, t);
        rows[t * COUNT + i] = value(i, t);
        wide[t * COUNT + i] = value(i, t);
      }
    }
    Path narrowFile = folder.resolve("float32.npy");
    Path wideFile = folder.resolve("float64.npy");
    Npy.write(narrowFile, NpyArray.of(rows, LENGTH, COUNT));
    Npy.write(wideFile, NpyArray.of(wide, LENGTH, COUNT));
    check(Series.of(listed));
    check(Series.ofRows(rows, COUNT));
    check(Series.open(narrowFile));
    check(Series.open(wideFile));
  }

  private static float value(int i, int t) {
    return 1000 * i + t + 0.5f;
  }

  private static void check(Series series) {
    assertThat(series.count()).isEqualTo(COUNT);
    assertThat(series.length()).isEqualTo(LENGTH);
    double[] snapshot = new double[COUNT];
    series.snapshot(49, snapshot);
    double[][] columns = new double[5][LENGTH];
    series.read(32, columns);
    assertThat(snapshot[36]).isEqualTo(value(36, 49));
    assertThat(columns[4][7]).isEqualTo(value(36, 7));
    Series part = series.part(10, 41, 6);
    assertThat(part.length()).isEqualTo(6);
    assertThat(part.column(3)).containsExactly(3010.5, 3016.5, 3022.5, 3028.5, 3034.5, 3040.5);
    part.snapshot(1, snapshot);
    assertThat(snapshot[2]).isEqualTo(value(2, 16));
    double[] sums = new double[COUNT];
    Columns.forEach(
        series,
        "",
        Progress.NONE,
        () ->
            (i, x) -> {
              for (double v : x) {
                sums[i] += v;
              }
            });
    for (int i = 0; i < COUNT; i++) {
      assertThat(sums[i]).isEqualTo(LENGTH * (1000 * i + 0.5 + (LENGTH - 1) / 2.0));
    }
  }

  @Test
  void aFileOfOneDimensionIsOneSeries() {
    Path file = folder.resolve("one.npy");
    Npy.write(file, NpyArray.of(new double[] {3, 1, 2}));
    assertThat(Series.open(file).column(0)).containsExactly(3, 1, 2);
  }

  /** Written by NumPy. */
  private static Path fortran() throws URISyntaxException {
    return Path.of(SeriesTest.class.getResource("/eddy/run/fortran.npy").toURI());
  }

  @Test
  void refusesWhatIsNoTrajectory() {
    Path whole = folder.resolve("labels.npy");
    Npy.write(whole, NpyArray.of(new int[] {1, 2}));
    assertThatThrownBy(() -> Series.open(whole)).hasMessageContaining("float32 or float64");
    Path empty = folder.resolve("empty.npy");
    Npy.write(empty, NpyArray.of(new float[0], 0, 5));
    assertThatThrownBy(() -> Series.open(empty)).hasMessageContaining("at least one of each");
    Path cube = folder.resolve("cube.npy");
    Npy.write(cube, NpyArray.of(new float[12], 3, 2, 2));
    assertThatThrownBy(() -> Series.open(cube))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 dimensions")
        .hasMessageContaining("reshape");
    assertThatThrownBy(() -> Series.open(fortran()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Fortran order: save it again with numpy.ascontiguousarray");
    assertThatThrownBy(() -> Series.open(folder.resolve("missing.npy")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> Series.of()).hasMessageContaining("at least one value");
    assertThatThrownBy(() -> Series.of(new double[3], new double[4]))
        .hasMessageContaining("one length");
    assertThatThrownBy(() -> Series.ofRows(new float[7], 3)).hasMessageContaining("whole");
    Series three = Series.of(new double[3]);
    assertThatThrownBy(() -> three.part(1, 4, 1)).hasMessageContaining("no part");
  }

  @Test
  void aFailureOfAWorkerReachesTheCaller() {
    Series series = Series.of(new double[50][3]);
    assertThatThrownBy(
            () ->
                Columns.forEach(
                    series,
                    "",
                    Progress.NONE,
                    () ->
                        (i, x) -> {
                          throw new ArithmeticException("series " + i);
                        }))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void anInterruptStopsTheWork() {
    AtomicLong seen = new AtomicLong();
    Progress interrupts = (phase, done, total, safe) -> Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> Workers.forEach(1, 9, "", interrupts, () -> i -> seen.incrementAndGet()))
        .isInstanceOf(ComputationInterrupted.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(seen.get()).isEqualTo(1);
  }

  /** The helper waits until the caller was interrupted, and both stop. */
  @Test
  void anInterruptStopsTheHelpersToo() {
    AtomicLong seen = new AtomicLong();
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                Workers.forEach(
                    2,
                    1000,
                    "",
                    Progress.NONE,
                    () ->
                        i -> {
                          seen.incrementAndGet();
                          if (Thread.currentThread() == caller) {
                            caller.interrupt();
                          } else {
                            while (seen.get() < 2) {
                              Thread.onSpinWait();
                            }
                          }
                        }))
        .isInstanceOf(ComputationInterrupted.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** A series that is not a number somewhere is left out and counted; the spread is NumPy's. */
  @Test
  void spreadOverSeries() {
    double[][] values = new double[6][64];
    for (int i = 0; i < 6; i++) {
      values[i][0] = Math.sqrt(i);
    }
    values[5][3] = Double.NaN;
    Welch welch = new Welch(64, 0, Window.RECTANGULAR, Trend.NONE, 32);
    Spread spread = welch.spectra(Series.of(values), 2, Progress.NONE);
    assertThat(spread.count()).isEqualTo(5);
    assertThat(spread.dropped()).isEqualTo(1);
    assertThat(spread.x()).containsExactly(0, 1.0 / 2048);
    assertThat(spread.mean()).containsExactly(1, 2);
    assertThat(spread.standardDeviation()[1]).isEqualTo(Math.sqrt(2.5));
    assertThat(spread.standardError()[1]).isEqualTo(Math.sqrt(0.5));
    assertThat(spread.quantile(0.1)[1]).isEqualTo(0.4);
    assertThat(spread.series(4)[1]).isEqualTo(4);
    assertThatThrownBy(() -> spread.quantile(2)).hasMessageContaining("0 .. 1");
    double[][] none = {{Double.NaN, 0, 0}};
    assertThatThrownBy(() -> Welch.of(2, 1).spectra(Series.of(none), 9, Progress.NONE))
        .hasMessageContaining("nothing to analyse");
  }
}
