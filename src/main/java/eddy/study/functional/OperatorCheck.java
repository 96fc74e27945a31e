package eddy.study.functional;

import eddy.potential.OperatorSplit;
import eddy.potential.StationaryState;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;

/**
 * The two parts of the Fokker-Planck operator (Equations A9 and A10 of Chaudhari and Soatto 2018)
 * on the matrix of a grid, tried on random densities. All numbers are relative to the size of what
 * they compare.
 *
 * @param sum the largest |L_S rho + L_A rho - L rho|
 * @param symmetric |(a, L_S b) - (L_S a, b)| in L2(1/rho_ss)
 * @param antisymmetric |(a, L_A b) + (L_A a, b)| in L2(1/rho_ss)
 * @param largestEnergy the largest (a, L_S a) by (a, a), per unit time: not above 0
 * @param stationary the largest |L_A rho_ss| by |L_A a|
 */
public record OperatorCheck(
    double sum, double symmetric, double antisymmetric, double largestEnergy, double stationary) {
  /**
   * Tries the parts.
   *
   * @param state the stationary state
   * @param pairs how many pairs of random densities
   * @param seed of the densities
   */
  public static OperatorCheck of(StationaryState state, int pairs, long seed) {
    OperatorSplit split = new OperatorSplit(state);
    double[] rho = state.density();
    double sum = 0;
    double symmetric = 0;
    double antisymmetric = 0;
    double energy = Double.NEGATIVE_INFINITY;
    double stationary = 0;
    for (int p = 0; p < pairs; p++) {
      double[] a = random(rho, seed, 2L * p);
      double[] b = random(rho, seed, 2L * p + 1);
      double[] evenA = split.symmetric(a);
      double[] oddA = split.antisymmetric(a);
      double[] whole = new double[a.length];
      state.operator().apply(a, whole);
      double[] gap = new double[a.length];
      Arrays.setAll(gap, i -> evenA[i] + oddA[i] - whole[i]);
      sum = Math.max(sum, largest(gap) / largest(whole));
      double size = -split.product(a, evenA);
      double ab = split.product(a, split.symmetric(b));
      symmetric = Math.max(symmetric, Math.abs(ab - split.product(evenA, b)) / size);
      double odd = split.product(a, split.antisymmetric(b));
      antisymmetric = Math.max(antisymmetric, Math.abs(odd + split.product(oddA, b)) / size);
      energy = Math.max(energy, -size / split.product(a, a));
      stationary = Math.max(stationary, largest(split.antisymmetric(rho)) / largest(oddA));
    }
    return new OperatorCheck(sum, symmetric, antisymmetric, energy, stationary);
  }

  private static double[] random(double[] rho, long seed, long substream) {
    RandomStream stream = new RandomStream(seed, StreamName.DATA, substream);
    double[] a = rho.clone();
    Arrays.setAll(a, i -> rho[i] * (1 + 0.5 * stream.nextGaussian()));
    return a;
  }

  private static double largest(double[] a) {
    return Arrays.stream(a).map(Math::abs).max().orElseThrow();
  }
}
