package eddy.potential;

import eddy.linalg.RateMatrix;
import java.util.Arrays;

/**
 * Jump rates on a coarse grid that leave a given mass stationary, whatever the Peclet number: the
 * flows of detailed balance,
 *
 * <pre>  w / beta ( B(-z) m_from - B(z) m_to ) = 0   with z = log(m_to / m_from),</pre>
 *
 * <p>along the steps of the coarse grid's own diffusion matrix, and on top the current of the
 * finest grid through the faces of the coarse cells, by its stream function. In terms of u = e/m
 * this is div((1/beta) m D grad u - J u), which is what the fine operator does to corrections e.
 */
final class CoarseRates {
  private final FokkerPlanckOperator operator;
  private final double[] mass;
  private final double[] psi;
  private final int nx;
  private final int ny;
  private final EdgeList list;
  private final int[][] faceEdge;

  private CoarseRates(FokkerPlanckOperator operator, double[] mass, double[] psi) {
    this.operator = operator;
    this.mass = mass;
    this.psi = psi;
    nx = operator.grid().nx();
    ny = operator.grid().ny();
    list = new EdgeList(operator.edges() + 2 * mass.length);
    faceEdge = new int[2][mass.length];
    Arrays.fill(faceEdge[0], -1);
    Arrays.fill(faceEdge[1], -1);
  }

  /**
   * Builds the rates.
   *
   * @param operator the coarse operator, for its steps and their weights
   * @param mass the mass, one for each coarse cell
   * @param psi the stream function at the corners of the finest grid
   * @param finest that grid
   */
  static RateMatrix of(FokkerPlanckOperator operator, double[] mass, double[] psi, Grid finest) {
    CoarseRates rates = new CoarseRates(operator, mass, atCorners(psi, finest, operator.grid()));
    rates.balanced();
    rates.current();
    EdgeList l = rates.list;
    return RateMatrix.ofEdges(mass.length, l.count, l.from, l.to, l.forward, l.backward);
  }

  /** Bilinear interpolation of corner values: differences along it have no divergence either. */
  private static double[] atCorners(double[] psi, Grid fine, Grid coarse) {
    int nx = coarse.nx();
    int ny = coarse.ny();
    int width = fine.nx() + 1;
    double[] out = new double[(nx + 1) * (ny + 1)];
    for (int j = 0; j <= ny; j++) {
      double y = (double) j * fine.ny() / ny;
      int b = Math.min((int) y, fine.ny() - 1);
      double v = y - b;
      for (int i = 0; i <= nx; i++) {
        double x = (double) i * fine.nx() / nx;
        int a = Math.min((int) x, fine.nx() - 1);
        double u = x - a;
        int k = b * width + a;
        double low = (1 - u) * psi[k] + u * psi[k + 1];
        double high = (1 - u) * psi[k + width] + u * psi[k + width + 1];
        out[j * (nx + 1) + i] = (1 - v) * low + v * high;
      }
    }
    return out;
  }

  private void balanced() {
    for (int e = 0; e < operator.edges(); e++) {
      int a = operator.from(e);
      int b = operator.to(e);
      double z = Math.log(mass[b] / mass[a]);
      double w = operator.weight(e);
      int p = operator.stepX(e);
      int q = operator.stepY(e);
      if (p == 1 && q == 0) {
        faceEdge[0][a] = list.count;
      } else if (p == 0 && q == 1) {
        faceEdge[1][a] = list.count;
      }
      list.add(a, b, p, q, w * Bernoulli.of(-z), w * Bernoulli.of(z));
    }
  }

  private void current() {
    boolean wrapX = operator.grid().periodic()[0];
    boolean wrapY = operator.grid().periodic()[1];
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int a = j * nx + i;
        int corner = j * (nx + 1) + i;
        if (i < nx - 1 || wrapX) {
          add(0, a, j * nx + (i + 1) % nx, psi[corner + nx + 2] - psi[corner + 1]);
        }
        if (j < ny - 1 || wrapY) {
          add(1, a, (j + 1) % ny * nx + i, psi[corner + nx + 1] - psi[corner + nx + 2]);
        }
      }
    }
  }

  /** Adds a net flow from a to b through their face. */
  private void add(int axis, int a, int b, double net) {
    int e = faceEdge[axis][a];
    if (e >= 0) {
      double flow = list.forward[e] * mass[a];
      double against = flow * Bernoulli.of(Math.abs(net / flow));
      double along = against + Math.abs(net);
      list.forward[e] = (net > 0 ? along : against) / mass[a];
      list.backward[e] = (net > 0 ? against : along) / mass[b];
    } else if (net != 0) {
      list.add(a, b, 1 - axis, axis, Math.max(net, 0) / mass[a], Math.max(-net, 0) / mass[b]);
    }
  }
}
