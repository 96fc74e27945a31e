package eddy.study.functional;

import eddy.diffusion.BatchEnumeration;
import eddy.diffusion.MinibatchCovariance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The covariance of a mini-batch gradient by going through all batches that there are, against the
 * formulas of Appendix A of Chaudhari and Soatto (2018), as fractions of tr D.
 *
 * @param batch the batch size b
 * @param withReplacement trace over all N^b batches
 * @param withoutReplacement trace over all subsets
 * @param printedTrace trace of (A2) as printed
 * @param errorA1 largest entry of the enumerated covariance less (A1)
 * @param errorA2 largest entry of the enumerated covariance less the corrected (A2)
 * @param errorPrinted largest entry of the enumerated covariance less (A2) as printed
 */
public record MiniBatchCheck(
    int batch,
    double withReplacement,
    double withoutReplacement,
    double printedTrace,
    double errorA1,
    double errorA2,
    double errorPrinted) {
  /** Five gradients in two dimensions, for which everything can be enumerated. */
  public static double[][] fiveGradients() {
    return new double[][] {
      {1.79, 0.44}, {0.1, -1.86}, {-0.28, -0.35}, {-0.08, -0.63}, {-0.04, -0.48}
    };
  }

  /** One batch size. */
  public static MiniBatchCheck of(double[][] gradients, int batch) {
    double[][] with = BatchEnumeration.withReplacement(gradients, batch);
    double[][] without = BatchEnumeration.withoutReplacement(gradients, batch);
    double[][] printed = MinibatchCovariance.printedA2(gradients, batch);
    double scale = trace(MinibatchCovariance.diffusion(gradients));
    return new MiniBatchCheck(
        batch,
        trace(with) / scale,
        trace(without) / scale,
        trace(printed) / scale,
        gap(with, MinibatchCovariance.withReplacement(gradients, batch)),
        gap(without, MinibatchCovariance.withoutReplacement(gradients, batch)),
        gap(without, printed));
  }

  /** All batch sizes from 1 to N. */
  public static List<MiniBatchCheck> all(double[][] gradients) {
    return IntStream.rangeClosed(1, gradients.length).mapToObj(b -> of(gradients, b)).toList();
  }

  /** The largest difference of the enumeration from (A1) over batch sizes. */
  public static double worstA1(List<MiniBatchCheck> checks) {
    return checks.stream().mapToDouble(MiniBatchCheck::errorA1).max().orElseThrow();
  }

  /** The largest difference of the enumeration from the corrected (A2) over batch sizes. */
  public static double worstA2(List<MiniBatchCheck> checks) {
    return checks.stream().mapToDouble(MiniBatchCheck::errorA2).max().orElseThrow();
  }

  /**
   * The factor of g g^T in (A2) that the enumeration asks for: Cov = (1/b) (1 - b/N) [sum of g_k
   * g_k^T / (N - 1) - factor g g^T]. The paper prints 1 - 1/(N - 1).
   *
   * @param gradients with a mean other than 0
   * @param batch below N
   */
  public static double factorOfMean(double[][] gradients, int batch) {
    int n = gradients.length;
    double[][] cov = BatchEnumeration.withoutReplacement(gradients, batch);
    double front = (1 - (double) batch / n) / batch;
    double product = 0;
    double square = 0;
    for (int i = 0; i < cov.length; i++) {
      for (int j = 0; j < cov.length; j++) {
        double second = 0;
        double mean = mean(gradients, i) * mean(gradients, j);
        for (double[] g : gradients) {
          second += g[i] * g[j] / (n - 1);
        }
        product += (second - cov[i][j] / front) * mean;
        square += mean * mean;
      }
    }
    return product / square;
  }

  private static double mean(double[][] gradients, int i) {
    return Arrays.stream(gradients).mapToDouble(g -> g[i]).average().orElseThrow();
  }

  private static double trace(double[][] a) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i][i]).sum();
  }

  private static double gap(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return largest;
  }
}
