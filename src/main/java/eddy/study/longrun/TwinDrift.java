package eddy.study.longrun;

/**
 * How much of a displacement is drift and how much is diffusion, by a twin that starts at the same
 * weights and draws other batches: what both do is drift, what they do independently is diffusion.
 * With displacements m + e and m + e', |x − y|²/2 is the part of the independent noise.
 *
 * @param snapshot times after the common start
 * @param displacement |x_t − x_0|/√d
 * @param diffusion |x_t − y_t|/√(2d)
 */
public record TwinDrift(int[] snapshot, double[] displacement, double[] diffusion) {

  /**
   * Compares.
   *
   * @param chain a trajectory with a burn-in
   * @param twin one that {@link LongStudy#branch} started where that ended
   * @param snapshots times after it, 1 to the length of the twin
   */
  public static TwinDrift of(LongChain chain, LongChain twin, int... snapshots) {
    float[] start = chain.trajectory().row(chain.burnIn() - 1);
    double[] displacement = new double[snapshots.length];
    double[] diffusion = new double[snapshots.length];
    for (int k = 0; k < snapshots.length; k++) {
      float[] x = chain.trajectory().row(chain.burnIn() + snapshots[k] - 1);
      float[] y = twin.trajectory().row(snapshots[k] - 1);
      displacement[k] = distance(x, start);
      diffusion[k] = distance(x, y) / Math.sqrt(2);
    }
    return new TwinDrift(snapshots.clone(), displacement, diffusion);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }

  /**
   * The displacement by its independent part at the last snapshot. In a stationary reversible
   * process it lies between 1 and √2 at all times: a mode of correlation c has 2(1 − c) and 1 − c²
   * times its variance in the squares, and 2/(1 + c) is between 1 and 2.
   */
  public double byIndependent() {
    int last = snapshot.length - 1;
    return displacement[last] / diffusion[last];
  }

  /** The part of the squared displacement that is drift, by snapshot; below 0 is scatter. */
  public double[] driftShare() {
    double[] share = new double[snapshot.length];
    for (int k = 0; k < share.length; k++) {
      double ratio = diffusion[k] / displacement[k];
      share[k] = 1 - ratio * ratio;
    }
    return share;
  }
}
