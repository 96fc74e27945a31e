package eddy.spectral;

import eddy.run.Progress;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A statistic of many series at the same abscissas, with its spread over the series: the standard
 * deviation tells how much they differ, the standard error how well their mean is known. The band
 * in Figure 3 of Chaudhari and Soatto (2018) is most likely the latter, which shrinks as
 * 1/sqrt(count) and says nothing about the former.
 */
public final class Spread {
  private final double[] x;
  private final double[][] values;
  private final int dropped;

  private Spread(double[] x, double[][] values, int dropped) {
    this.x = x;
    this.values = values;
    this.dropped = dropped;
  }

  /**
   * Computes a statistic of each series; drops those where it is not a number, such as the
   * autocorrelation of a weight that never moves.
   */
  static Spread collect(
      Series series,
      double[] x,
      String phase,
      Progress progress,
      Supplier<Function<double[], double[]>> perThread) {
    double[][] bySeries = new double[series.count()][];
    Columns.forEach(
        series,
        phase,
        progress,
        () -> {
          Function<double[], double[]> statistic = perThread.get();
          return (i, values) -> bySeries[i] = kept(statistic.apply(values), x.length);
        });
    double[][] alive =
        Arrays.stream(bySeries).filter(v -> v.length == x.length).toArray(double[][]::new);
    if (alive.length == 0) {
      throw new IllegalArgumentException(
          "All "
              + series.count()
              + " series are constant or have a value that is not a number: nothing to analyse.");
    }
    return new Spread(x, alive, series.count() - alive.length);
  }

  private static double[] kept(double[] values, int length) {
    double[] start = Arrays.copyOf(values, length);
    return Arrays.stream(start).allMatch(Double::isFinite) ? start : new double[0];
  }

  /** The abscissas, such as frequencies or lags. */
  public double[] x() {
    return x.clone();
  }

  /** How many series are in. */
  public int count() {
    return values.length;
  }

  /** How many series were left out because the statistic is not a number for them. */
  public int dropped() {
    return dropped;
  }

  /** The statistic of the i-th series that is in. */
  public double[] series(int i) {
    return values[i].clone();
  }

  /** Mean over the series. */
  public double[] mean() {
    double[] mean = new double[x.length];
    for (double[] v : values) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += v[k] / values.length;
      }
    }
    return mean;
  }

  /** Standard deviation over the series (divisor count - 1); 0 for a single one. */
  public double[] standardDeviation() {
    double[] mean = mean();
    double[] square = new double[x.length];
    for (double[] v : values) {
      for (int k = 0; k < square.length; k++) {
        square[k] += (v[k] - mean[k]) * (v[k] - mean[k]);
      }
    }
    for (int k = 0; k < square.length; k++) {
      square[k] = Math.sqrt(square[k] / Math.max(1, values.length - 1));
    }
    return square;
  }

  /** Standard deviation of the mean, if the series were independent. */
  public double[] standardError() {
    double[] error = standardDeviation();
    for (int k = 0; k < error.length; k++) {
      error[k] /= Math.sqrt(values.length);
    }
    return error;
  }

  /**
   * The value below which a part of the series lies, interpolated between ranks as NumPy does.
   *
   * @param part 0 .. 1, for instance 0.16
   * @throws IllegalArgumentException if it is outside
   */
  public double[] quantile(double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new IllegalArgumentException("A quantile lies in 0 .. 1, but " + part + " was asked.");
    }
    double[] result = new double[x.length];
    double[] row = new double[values.length];
    for (int k = 0; k < result.length; k++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = values[i][k];
      }
      Arrays.sort(row);
      double rank = part * (row.length - 1);
      int low = (int) rank;
      int high = Math.min(row.length - 1, low + 1);
      result[k] = row[low] + (rank - low) * (row[high] - row[low]);
    }
    return result;
  }
}
