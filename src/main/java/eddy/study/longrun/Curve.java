package eddy.study.longrun;

import eddy.run.NpyArray;
import eddy.spectral.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A statistic of all weights at the same abscissas: its mean over weights and how much the weights
 * differ.
 *
 * @param x the abscissas
 * @param mean over weights
 * @param low 16 % of the weights lie below
 * @param high 16 % of the weights lie above
 * @param error standard error of the mean, were the weights independent: what the authors' band is
 * @param weights how many are in
 * @param dropped how many never moved
 */
public record Curve(
    double[] x,
    double[] mean,
    double[] low,
    double[] high,
    double[] error,
    int weights,
    int dropped) {
  private static final double TAIL = 0.16;

  static Curve of(Spread spread) {
    return new Curve(
        spread.x(),
        spread.mean(),
        spread.quantile(TAIL),
        spread.quantile(1 - TAIL),
        spread.standardError(),
        spread.count(),
        spread.dropped());
  }

  NpyArray rows() {
    int n = x.length;
    double[] all = new double[5 * n + 2];
    double[][] parts = {x, mean, low, high, error};
    for (int k = 0; k < parts.length; k++) {
      System.arraycopy(parts[k], 0, all, k * n, n);
    }
    all[5 * n] = weights;
    all[5 * n + 1] = dropped;
    return NpyArray.of(all);
  }

  static Curve of(NpyArray rows) {
    double[] all = rows.doubles();
    int n = (all.length - 2) / 5;
    double[][] parts = new double[5][n];
    for (int k = 0; k < parts.length; k++) {
      System.arraycopy(all, k * n, parts[k], 0, n);
    }
    return new Curve(
        parts[0], parts[1], parts[2], parts[3], parts[4], (int) all[5 * n], (int) all[5 * n + 1]);
  }

  /**
   * Means over bins that are even on a logarithmic axis, for drawing; abscissas at or below 0 are
   * left out. Bounds of the weights are averaged like their mean.
   *
   * @param perDecade bins in a factor of ten
   */
  public Curve binned(int perDecade) {
    Map<Long, List<Integer>> bins = new TreeMap<>();
    for (int k = 0; k < x.length; k++) {
      if (x[k] > 0) {
        long bin = (long) Math.floor(perDecade * Math.log10(x[k]));
        bins.computeIfAbsent(bin, b -> new ArrayList<>()).add(k);
      }
    }
    double[][] from = {x, mean, low, high, error};
    double[][] to = new double[from.length][bins.size()];
    int at = 0;
    for (List<Integer> bin : bins.values()) {
      for (int p = 0; p < from.length; p++) {
        double[] part = from[p];
        to[p][at] = bin.stream().mapToDouble(k -> part[k]).average().orElseThrow();
      }
      at++;
    }
    return new Curve(to[0], to[1], to[2], to[3], to[4], weights, dropped);
  }

  /** The mean over abscissas from {@code from} to {@code to} of the mean over weights. */
  public double level(double from, double to) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < x.length; k++) {
      if (x[k] >= from && x[k] <= to) {
        sum += mean[k];
        count++;
      }
    }
    return sum / count;
  }
}
