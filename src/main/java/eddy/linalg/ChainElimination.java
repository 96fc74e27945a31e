package eddy.linalg;

/**
 * Direct solution for a {@link RateMatrix} with a narrow band, by the elimination of Grassmann,
 * Taksar and Heyman (Operations Research 33, 1985): states are removed one by one and the rates
 * through them handed to their neighbours. It adds, multiplies and divides positive numbers only,
 * so each entry of the stationary vector is right to a few units in the last place, however small
 * it is.
 *
 * <p>Cost n b^2 for n states and band width b (the largest |position(i) - position(j)| of two
 * states with a rate between them), storage n (2 b + 1).
 */
public final class ChainElimination {
  private static final double HUGE = 1e200;

  private final int size;
  private final int band;
  private final int[] position;
  private final double[] rates;
  private final double[] total;
  private final double[] ending;

  /**
   * Eliminates all states but one.
   *
   * @param a the rates
   * @param shift a rate at which every state ends, at least 0: the matrix is A - shift I
   * @param position place of each state in the order of elimination, a permutation of 0 to n-1
   * @throws IllegalArgumentException when some state cannot be left towards the others
   */
  public ChainElimination(RateMatrix a, double shift, int[] position) {
    size = a.size();
    this.position = position.clone();
    int[] widest = {1};
    a.forEach((i, j, r) -> widest[0] = Math.max(widest[0], Math.abs(position[i] - position[j])));
    band = widest[0];
    rates = new double[Math.multiplyExact(size, 2 * band + 1)];
    a.forEach((i, j, r) -> rates[at(position[i], position[j])] += r);
    total = new double[size];
    ending = new double[size];
    java.util.Arrays.fill(ending, shift);
    eliminate();
  }

  private int at(int from, int to) {
    return from * (2 * band + 1) + to - from + band;
  }

  private void eliminate() {
    for (int k = size - 1; k > 0; k--) {
      int low = Math.max(0, k - band);
      double sum = ending[k];
      for (int j = low; j < k; j++) {
        sum += rates[at(k, j)];
      }
      if (!(sum > 0)) {
        throw new IllegalArgumentException(
            "The states fall into parts with no rate between them: the stationary vector is not"
                + " unique.");
      }
      total[k] = sum;
      int row = at(k, 0);
      for (int i = low; i < k; i++) {
        double share = rates[at(i, k)] / sum;
        if (share != 0) {
          int target = at(i, 0);
          for (int j = low; j < k; j++) {
            rates[target + j] += share * rates[row + j];
          }
          ending[i] += share * ending[k];
        }
      }
    }
  }

  /** The stationary vector, all entries at least 0, with sum 1. */
  public double[] stationary() {
    double[] p = new double[size];
    p[0] = 1;
    for (int k = 1; k < size; k++) {
      double sum = 0;
      for (int i = Math.max(0, k - band); i < k; i++) {
        sum += p[i] * rates[at(i, k)];
      }
      p[k] = sum / total[k];
      if (p[k] > HUGE) {
        for (int i = 0; i <= k; i++) {
          p[i] /= HUGE;
        }
      }
    }
    double sum = 0;
    for (double v : p) {
      sum += v;
    }
    double[] out = new double[size];
    for (int i = 0; i < size; i++) {
      out[i] = p[position[i]] / sum;
    }
    return out;
  }

  /**
   * Solves (shift I - A) e = r. Without shift the entries of r must sum to 0; of the solutions,
   * which differ by multiples of the stationary vector, the one with 0 in the state at position 0.
   *
   * @param r right-hand side
   * @param out receives the solution; may be r itself
   */
  public void solve(double[] r, double[] out) {
    double[] p = new double[size];
    for (int i = 0; i < size; i++) {
      p[position[i]] = r[i];
    }
    for (int k = size - 1; k > 0; k--) {
      double share = p[k] / total[k];
      int row = at(k, 0);
      for (int j = Math.max(0, k - band); j < k; j++) {
        p[j] += share * rates[row + j];
      }
    }
    p[0] = ending[0] > 0 ? p[0] / ending[0] : 0;
    for (int k = 1; k < size; k++) {
      double sum = p[k];
      for (int i = Math.max(0, k - band); i < k; i++) {
        sum += p[i] * rates[at(i, k)];
      }
      p[k] = sum / total[k];
    }
    for (int i = 0; i < size; i++) {
      out[i] = p[position[i]];
    }
  }
}
