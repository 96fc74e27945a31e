package eddy.spectral;

import eddy.linalg.DoubleMatrix;
import eddy.linalg.Eigenpairs;
import eddy.linalg.SymmetricEigen;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.util.Arrays;

/**
 * The leading principal components of a trajectory after a centred moving average was subtracted
 * from each series. The trajectory is read twice by snapshots and never copied as a whole.
 *
 * @param variances of the components, the largest first: eigenvalues of the covariance (divisor n)
 * @param directions row i is the unit vector of component i over the series; 0 for dropped series
 * @param scores {@code scores[i][t]}: component i at snapshot t + halfWidth
 * @param totalVariance of all series together
 * @param dropped series that were left out for a value that is not a number
 */
public record PrincipalComponents(
    double[] variances,
    double[][] directions,
    double[][] scores,
    double totalVariance,
    int dropped) {
  private static final int BLOCK = 512;

  /**
   * Computes them.
   *
   * @param k how many, 1 .. number of series
   * @param halfWidth of the moving average in snapshots; 0 subtracts the mean only
   * @throws IllegalArgumentException if k is out of range or the window longer than the series
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public static PrincipalComponents of(Series series, int k, int halfWidth, Progress progress) {
    if (k < 1 || k > series.count()) {
      throw new IllegalArgumentException(
          series.count() + " series have no " + k + " principal components.");
    }
    int n = series.length() - 2 * MovingAverage.requireFit(series.length(), halfWidth);
    boolean[] alive = alive(series, progress);
    int d = series.count();
    try (DoubleMatrix covariance = new DoubleMatrix(d, d)) {
      forEachBlock(
          new Fluctuations(series, halfWidth, alive),
          "covariance",
          progress,
          (from, block, rows) -> covariance.addGram(block, rows, 1.0 / n));
      double total = trace(covariance);
      try (Eigenpairs pairs = SymmetricEigen.leading(covariance, k)) {
        double[][] directions = new double[k][d];
        for (int i = 0; i < k; i++) {
          pairs.vectors().row(i, directions[i]);
        }
        double[][] scores = new double[k][n];
        forEachBlock(
            new Fluctuations(series, halfWidth, alive),
            "components",
            progress,
            (from, block, rows) -> project(from, block, rows, directions, scores));
        int dead = 0;
        for (boolean a : alive) {
          dead += a ? 0 : 1;
        }
        return new PrincipalComponents(pairs.values(), directions, scores, total, dead);
      }
    }
  }

  private interface BlockWork {
    void accept(int from, DoubleMatrix block, int rows);
  }

  private static void forEachBlock(
      Fluctuations fluctuations, String phase, Progress progress, BlockWork work) {
    double[] row = new double[fluctuations.count()];
    try (DoubleMatrix block = new DoubleMatrix(BLOCK, row.length)) {
      for (int from = 0; from < fluctuations.length(); from += BLOCK) {
        int rows = Math.min(BLOCK, fluctuations.length() - from);
        for (int i = 0; i < rows; i++) {
          fluctuations.next(row);
          block.setRow(i, row);
        }
        work.accept(from, block, rows);
        progress.report(phase, from + rows, fluctuations.length(), "");
        Interrupts.check("");
      }
    }
  }

  private static void project(
      int from, DoubleMatrix block, int rows, double[][] directions, double[][] scores) {
    double[] row = new double[block.columns()];
    for (int t = 0; t < rows; t++) {
      block.row(t, row);
      for (int i = 0; i < directions.length; i++) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
          sum += directions[i][j] * row[j];
        }
        scores[i][from + t] = sum;
      }
    }
  }

  private static boolean[] alive(Series series, Progress progress) {
    boolean[] alive = new boolean[series.count()];
    Columns.forEach(
        series,
        "means",
        progress,
        () -> (i, x) -> alive[i] = Arrays.stream(x).allMatch(Double::isFinite));
    return alive;
  }

  private static double trace(DoubleMatrix a) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      sum += a.get(i, i);
    }
    return sum;
  }
}
