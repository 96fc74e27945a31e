package eddy.spectral;

import eddy.linalg.Blas;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How often a circulation test rejects on a process whose answer is known: at the level 0.05 a
 * calibrated test rejects 5 % of reversible series, within the chance of the repetitions, and all
 * of those that circulate strongly. The series go through the same detrending as data.
 *
 * @param process what is drawn
 * @param settings the test; its seed is replaced in each repetition
 * @param length snapshots of each series
 * @param halfWidth of the moving average that is subtracted; 0 subtracts the mean only
 * @param repetitions how many independent series
 * @param rejections how many had a p-value of at most 0.05
 * @param warned how many came with a warning, so that the test was outside its domain
 */
public record Calibration(
    CalibrationCase process,
    CirculationSettings settings,
    int length,
    int halfWidth,
    int repetitions,
    int rejections,
    int warned) {
  private static final double LEVEL = 0.05;
  private static final double TAIL = 0.0005;
  private static final int COMPONENTS = 3;

  /**
   * Runs the test on independent draws, on all cores. Repetition r draws from the substream r of
   * the stream "noise".
   *
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static Calibration run(
      CalibrationCase process,
      CirculationSettings settings,
      int length,
      int halfWidth,
      int repetitions,
      long seed,
      Progress progress) {
    AtomicInteger rejections = new AtomicInteger();
    AtomicInteger warned = new AtomicInteger();
    IntConsumer repetition =
        r -> {
          double[][] x = process.draw(length, new RandomStream(seed, StreamName.NOISE, r));
          CirculationResult result =
              Circulation.test(
                  fluctuations(x, halfWidth), settings.withSeed(seed + r), 1, Progress.NONE);
          rejections.addAndGet(result.rejects(LEVEL) ? 1 : 0);
          warned.addAndGet(result.warnings().isEmpty() ? 0 : 1);
        };
    Blas.withThreads(
        1,
        () ->
            Workers.forEach(
                Workers.all(), repetitions, process.title(), progress, () -> repetition));
    return new Calibration(
        process, settings, length, halfWidth, repetitions, rejections.get(), warned.get());
  }

  private static double[][] fluctuations(double[][] x, int halfWidth) {
    return x.length <= COMPONENTS
        ? MovingAverage.subtract(x, halfWidth)
        : PrincipalComponents.of(Series.of(x), COMPONENTS, halfWidth, Progress.NONE).scores();
  }

  /**
   * Whether the number of rejections lies between the quantiles 0.0005 and 0.9995 of the binomial
   * law of a test that rejects 5 %: 29 .. 74 of 1,000.
   */
  public boolean calibrated() {
    BinomialDistribution law = new BinomialDistribution(null, repetitions, LEVEL);
    return rejections >= law.inverseCumulativeProbability(TAIL)
        && rejections <= law.inverseCumulativeProbability(1 - TAIL);
  }
}
