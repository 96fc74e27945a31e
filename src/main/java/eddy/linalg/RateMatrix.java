package eddy.linalg;

/**
 * A sparse matrix A of jump rates between n states, as a master equation dp/dt = A p has it: A_ij
 * is the rate from j to i (never negative), and A_jj = -sum_i A_ij, so that every column sums to 0
 * and the total of p is kept.
 *
 * <p>The diagonal is not stored but summed from the rates that leave a state, which keeps the
 * columns at 0 to the last bit that matters. Rows are stored one after the other; in row i the rate
 * from i+1 stands first and that from i-1 last, so that a sweep adds the number that it has only
 * just computed at the end, and the processor need not wait for it before.
 */
public final class RateMatrix {
  private final int size;
  private final int[] start;
  private final int[] source;
  private final double[] rate;
  private final double[] leaving;

  private RateMatrix(int size, int[] start, int[] source, double[] rate, double[] leaving) {
    this.size = size;
    this.start = start;
    this.source = source;
    this.rate = rate;
    this.leaving = leaving;
  }

  /**
   * Builds the matrix from undirected edges. Two edges between the same states add up.
   *
   * @param size number n of states
   * @param edges how many entries of the arrays to use
   * @param a one end of each edge, 0 to n-1
   * @param b the other end, different from a
   * @param forward rate from a to b, at least 0
   * @param backward rate from b to a, at least 0
   */
  public static RateMatrix ofEdges(
      int size, int edges, int[] a, int[] b, double[] forward, double[] backward) {
    int[] start = new int[size + 1];
    for (int e = 0; e < edges; e++) {
      start[a[e] + 1]++;
      start[b[e] + 1]++;
    }
    for (int i = 0; i < size; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] source = new int[2 * edges];
    double[] rate = new double[2 * edges];
    double[] leaving = new double[size];
    for (int e = 0; e < edges; e++) {
      int i = a[e];
      int j = b[e];
      leaving[i] += forward[e];
      leaving[j] += backward[e];
      int k = next[j]++;
      source[k] = i;
      rate[k] = forward[e];
      k = next[i]++;
      source[k] = j;
      rate[k] = backward[e];
    }
    RateMatrix matrix = new RateMatrix(size, start, source, rate, leaving);
    for (int i = 0; i < size; i++) {
      matrix.arrange(i);
    }
    return matrix;
  }

  private void arrange(int i) {
    int first = start[i];
    int last = start[i + 1] - 1;
    for (int k = first; k <= last; k++) {
      if (source[k] == i + 1) {
        swap(k, first);
      }
    }
    for (int k = first; k <= last; k++) {
      if (source[k] == i - 1) {
        swap(k, last);
      }
    }
  }

  private void swap(int k, int l) {
    int i = source[k];
    source[k] = source[l];
    source[l] = i;
    double r = rate[k];
    rate[k] = rate[l];
    rate[l] = r;
  }

  /**
   * The matrix on a part of the states: the others receive nothing, send nothing, and are left at
   * rate 1, while the states that are kept still lose to them. A solution for a right-hand side
   * that vanishes outside vanishes there.
   */
  public RateMatrix restrictedTo(boolean[] kept) {
    int[] first = new int[size + 1];
    int count = 0;
    for (int i = 0; i < size; i++) {
      for (int k = start[i]; kept[i] && k < start[i + 1]; k++) {
        count += kept[source[k]] ? 1 : 0;
      }
      first[i + 1] = count;
    }
    int[] sources = new int[count];
    double[] rates = new double[count];
    double[] total = leaving.clone();
    count = 0;
    for (int i = 0; i < size; i++) {
      for (int k = start[i]; kept[i] && k < start[i + 1]; k++) {
        if (kept[source[k]]) {
          sources[count] = source[k];
          rates[count++] = rate[k];
        }
      }
      total[i] = kept[i] ? total[i] : 1;
    }
    return new RateMatrix(size, first, sources, rates, total);
  }

  /** The number n of states. */
  public int size() {
    return size;
  }

  /** The total rate at which state i is left, -A_ii. */
  public double leaving(int i) {
    return leaving[i];
  }

  /** Computes out = A p. */
  public void apply(double[] p, double[] out) {
    for (int i = 0; i < size; i++) {
      out[i] = entering(i, p) - leaving[i] * p[i];
    }
  }

  /** Computes out = (shift I - A) e. */
  public void image(double shift, double[] e, double[] out) {
    for (int i = 0; i < size; i++) {
      out[i] = (leaving[i] + shift) * e[i] - entering(i, e);
    }
  }

  /** Computes out = r - (shift I - A) e, the residual of {@code (shift I - A) e = r}. */
  public void residual(double shift, double[] e, double[] r, double[] out) {
    for (int i = 0; i < size; i++) {
      out[i] = r[i] + entering(i, e) - (leaving[i] + shift) * e[i];
    }
  }

  /**
   * One Gauss-Seidel sweep for (shift I - A) e = r over states that form a rectangle, state = row *
   * width + column; each row is swept there and back before the next. It keeps e positive where r
   * is not negative.
   *
   * @param width number of columns; n to sweep through all states in one row
   * @param up whether rows are visited in ascending order
   * @param right whether the columns of a row are visited in ascending order first
   */
  public void sweep(double shift, double[] e, double[] r, int width, boolean up, boolean right) {
    int rows = size / width;
    for (int k = 0; k < rows; k++) {
      int first = (up ? k : rows - 1 - k) * width;
      if (right) {
        sweepUp(shift, e, r, first, first + width);
        sweepDown(shift, e, r, first, first + width);
      } else {
        sweepDown(shift, e, r, first, first + width);
        sweepUp(shift, e, r, first, first + width);
      }
    }
  }

  private void sweepUp(double shift, double[] e, double[] r, int first, int end) {
    for (int i = first; i < end; i++) {
      e[i] = (r[i] + entering(i, e)) * (1 / (leaving[i] + shift));
    }
  }

  private void sweepDown(double shift, double[] e, double[] r, int first, int end) {
    for (int i = end - 1; i >= first; i--) {
      e[i] = (r[i] + enteringBackwards(i, e)) * (1 / (leaving[i] + shift));
    }
  }

  /** One Gauss-Seidel sweep for -A e = 0 over the states in the given order; e stays positive. */
  public void sweep(double[] e, int[] order) {
    for (int i : order) {
      e[i] = entering(i, e) / leaving[i];
    }
  }

  /** The flow into state i, sum over j of (rate from j to i) p_j. */
  private double entering(int i, double[] p) {
    double sum = 0;
    for (int k = start[i], end = start[i + 1]; k < end; k++) {
      sum += rate[k] * p[source[k]];
    }
    return sum;
  }

  /** The same sum, the terms in the opposite order. */
  private double enteringBackwards(int i, double[] p) {
    double sum = 0;
    for (int k = start[i + 1] - 1, end = start[i]; k >= end; k--) {
      sum += rate[k] * p[source[k]];
    }
    return sum;
  }

  /** Calls back for each stored rate, for instance to hand the matrix to another solver. */
  public void forEach(RateVisitor visitor) {
    for (int i = 0; i < size; i++) {
      for (int k = start[i]; k < start[i + 1]; k++) {
        visitor.visit(source[k], i, rate[k]);
      }
    }
  }

  /** Receives the rates one by one. */
  @FunctionalInterface
  public interface RateVisitor {
    /** The rate at which {@code from} is left towards {@code to}. */
    void visit(int from, int to, double rate);
  }
}
