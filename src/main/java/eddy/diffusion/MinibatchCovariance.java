package eddy.diffusion;

/**
 * How the covariance of a mini-batch gradient g_b = (1/b) Σ_{k in batch} g_k follows from the
 * per-example gradients g_k of N examples (Chaudhari and Soatto, arXiv 1710.11029, App. A), with D
 * = (1/N) Σ g_k g_kᵀ − g gᵀ:
 *
 * <ul>
 *   <li>batches drawn with replacement: D / b, equation (A1);
 *   <li>batches that are uniform subsets: (N − b)/(N − 1) · D / b. Equation (A2) should read
 *       (1/b)(1 − b/N) [Σ g_k g_kᵀ/(N − 1) − (1 + 1/(N − 1)) g gᵀ]; it is printed with 1 − 1/(N −
 *       1), which does not vanish for identical gradients.
 * </ul>
 *
 * <p>Neither is what shuffled epochs do: there the batch gradients of an epoch sum to a constant at
 * fixed weights, so their noises are anti-correlated in time.
 *
 * <p>Gradients are given as g[k][i], example k, weight i; covariances come back as [i][j]. For
 * small N and d: see {@link DiffusionMatrix} for networks, and {@link BatchEnumeration} for the
 * same covariances without a formula.
 */
public final class MinibatchCovariance {
  private MinibatchCovariance() {}

  /** 1/b: the covariance of a batch drawn with replacement is this times D. */
  public static double withReplacementFactor(int batch) {
    checkBatch(1, batch);
    return 1.0 / batch;
  }

  /**
   * (N − b)/((N − 1) b): the covariance of a batch that is a uniform subset is this times D. It is
   * 0 at b = N.
   *
   * @throws IllegalArgumentException unless 1 ≤ b ≤ N and N ≥ 2
   */
  public static double withoutReplacementFactor(int examples, int batch) {
    checkSubset(examples, batch);
    return (examples - batch) / ((examples - 1.0) * batch);
  }

  /** D = (1/N) Σ (g_k − g)(g_k − g)ᵀ. */
  public static double[][] diffusion(double[][] gradients) {
    double[] mean = mean(gradients);
    double[][] d = new double[mean.length][mean.length];
    for (double[] gradient : gradients) {
      addOuter(d, gradient, mean, 1.0 / gradients.length);
    }
    return d;
  }

  /** D / b. */
  public static double[][] withReplacement(double[][] gradients, int batch) {
    return scaled(diffusion(gradients), withReplacementFactor(batch));
  }

  /** (N − b)/(N − 1) · D / b. */
  public static double[][] withoutReplacement(double[][] gradients, int batch) {
    return scaled(diffusion(gradients), withoutReplacementFactor(gradients.length, batch));
  }

  /** Equation (A2) as it is printed; wrong by the order 1/N, kept to show by how much. */
  public static double[][] printedA2(double[][] gradients, int batch) {
    int n = gradients.length;
    checkSubset(n, batch);
    double[] mean = mean(gradients);
    double[] zero = new double[mean.length];
    double[][] c = new double[mean.length][mean.length];
    double front = (1 - (double) batch / n) / batch;
    for (double[] gradient : gradients) {
      addOuter(c, gradient, zero, front / (n - 1));
    }
    addOuter(c, mean, zero, -front * (1 - 1.0 / (n - 1)));
    return c;
  }

  static double[] mean(double[][] gradients) {
    if (gradients.length == 0) {
      throw new IllegalArgumentException("There are no gradients to take a covariance of.");
    }
    double[] mean = new double[gradients[0].length];
    for (double[] gradient : gradients) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradient[i] / gradients.length;
      }
    }
    return mean;
  }

  static void addOuter(double[][] c, double[] g, double[] centre, double factor) {
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c.length; j++) {
        c[i][j] += factor * (g[i] - centre[i]) * (g[j] - centre[j]);
      }
    }
  }

  static double[][] scaled(double[][] c, double factor) {
    for (double[] row : c) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
    return c;
  }

  static void checkBatch(int examples, int batch) {
    if (examples < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "A batch holds at least one example, but b = " + batch + " was asked for.");
    }
  }

  static void checkSubset(int examples, int batch) {
    if (examples < 2 || batch < 1 || batch > examples) {
      throw new IllegalArgumentException(
          "Sampling without replacement needs N >= 2 and 1 <= b <= N, but N = "
              + examples
              + " and b = "
              + batch
              + ".");
    }
  }
}
