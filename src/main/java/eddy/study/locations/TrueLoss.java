package eddy.study.locations;

import eddy.fields.GradientDoubleWell;
import eddy.linalg.LinearSystem;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.MostLikelyPoint;
import eddy.potential.StationaryState;
import eddy.run.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The steady state of {@link GradientDoubleWell} at one temperature: a true loss, noise that is
 * constant, and yet most likely points beside the minima (Remark 25 of Chaudhari and Soatto 2018).
 *
 * @param state the solution on [-2.4, 2.4]^2
 * @param right the most likely point next to the minimum (1, 0) of f
 */
public record TrueLoss(StationaryState state, MostLikelyPoint right) {
  private static final double HALF = 2.4;

  /**
   * Solves on n x n cells.
   *
   * @param beta inverse temperature, above 0
   * @param n cells along each axis
   * @param progress told each grid of the solver
   * @throws IllegalStateException when no most likely point lies in the right half
   */
  public static TrueLoss at(double beta, int n, Progress progress) {
    StationaryState state =
        FokkerPlanck.stationary(GradientDoubleWell.field(), beta, Grid.square(HALF, n), progress);
    MostLikelyPoint right =
        MostLikelyPoint.of(state).stream()
            .filter(p -> p.x1() > 0)
            .min(Comparator.comparingDouble(MostLikelyPoint::potential))
            .orElseThrow(
                () -> new IllegalStateException("No most likely point in the right half."));
    return new TrueLoss(state, right);
  }

  /**
   * The largest distance of the most likely points from given ones.
   *
   * @param states at several temperatures
   * @param points two coordinates for each
   */
  public static double farthest(List<TrueLoss> states, double[][] points) {
    double farthest = 0;
    for (int k = 0; k < points.length; k++) {
      MostLikelyPoint p = states.get(k).right();
      farthest = Math.max(farthest, Math.hypot(p.x1() - points[k][0], p.x2() - points[k][1]));
    }
    return farthest;
  }

  /** Inverse temperature. */
  public double beta() {
    return state.beta();
  }

  /** Distance of the most likely point from the minimum (1, 0) of f. */
  public double distance() {
    return Math.hypot(right.x1() - 1, right.x2());
  }

  /** Coordinates of all most likely points. */
  public double[][] mostLikely() {
    return MostLikelyPoint.of(state).stream()
        .map(p -> new double[] {p.x1(), p.x2()})
        .toArray(double[][]::new);
  }

  /** Phi over its minimum, at the cell centres; infinite outside the support. */
  public double[] height() {
    return Arrays.stream(state.potential())
        .map(v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : v - right.potential())
        .toArray();
  }

  /** Distance of {@link #predictedMinimum} from the truth. */
  public double predictionError() {
    double[] x = predictedMinimum();
    return Math.hypot(x[0] - 1, x[1]);
  }

  /** Height of Phi at the origin, the saddle of f, over its minimum. */
  public double barrier() {
    return at(state.potential(), 0, 0) - right.potential();
  }

  /**
   * Height of -(1/beta) log of the marginal density of x1 at 0 over its minimum, by parabolas
   * through three cells: exactly 1/4 at every beta, as in the limit of no noise the height of Phi.
   */
  public double marginalBarrier() {
    double[] rho = state.marginal(0);
    int top = rho.length / 2;
    int best = top;
    for (int i = top; i < rho.length; i++) {
      best = rho[i] > rho[best] ? i : best;
    }
    double high =
        rho.length % 2 == 1 ? level(rho[top]) : (level(rho[top]) + level(rho[top - 1])) / 2;
    double low = level(rho[best]);
    double slope = (level(rho[best + 1]) - level(rho[best - 1])) / 2;
    double bend = level(rho[best + 1]) + level(rho[best - 1]) - 2 * low;
    return high - (low - slope * slope / (2 * bend));
  }

  private double level(double density) {
    return -Math.log(density) / beta();
  }

  /** The total variation distance between the computed and the exact marginal density of x1. */
  public double marginalError() {
    double[] rho = state.marginal(0);
    double sum = 0;
    for (int i = 0; i < rho.length; i++) {
      double exact = GradientDoubleWell.marginalOfX1(state.grid().centre(0, i), beta());
      sum += Math.abs(rho[i] - exact) * state.grid().spacing(0) / 2;
    }
    return sum;
  }

  /**
   * Where Theorem 22 puts the critical point of f, from the most likely point: x + (1/beta) [(D +
   * Q) Hess Phi]^-1 div Q, with Phi and Q from the grid. The truth is (1, 0).
   */
  public double[] predictedMinimum() {
    double h = 3 * state.grid().spacing(0);
    double x = right.x1();
    double y = right.x2();
    double[] phi = state.potential();
    double[] q = centred(state.q12());
    double q12 = at(q, x, y);
    double xx = (at(phi, x + h, y) - 2 * at(phi, x, y) + at(phi, x - h, y)) / (h * h);
    double yy = (at(phi, x, y + h) - 2 * at(phi, x, y) + at(phi, x, y - h)) / (h * h);
    double xy =
        (at(phi, x + h, y + h)
                - at(phi, x + h, y - h)
                - at(phi, x - h, y + h)
                + at(phi, x - h, y - h))
            / (4 * h * h);
    double[] divergence = {
      (at(q, x, y + h) - at(q, x, y - h)) / (2 * h), -(at(q, x + h, y) - at(q, x - h, y)) / (2 * h)
    };
    double a = GradientDoubleWell.D11;
    double b = GradientDoubleWell.D12 + q12;
    double c = GradientDoubleWell.D12 - q12;
    double d = GradientDoubleWell.D22;
    double[] product = {a * xx + b * xy, a * xy + b * yy, c * xx + d * xy, c * xy + d * yy};
    double[] shift = LinearSystem.solve("(D + Q) Hess Phi", 2, product, 1, divergence);
    return new double[] {x + shift[0] / beta(), y + shift[1] / beta()};
  }

  /** Values at corners, averaged over the four corners of each cell. */
  private double[] centred(double[] corners) {
    int nx = state.grid().nx();
    double[] out = new double[state.grid().size()];
    for (int i = 0; i < out.length; i++) {
      int k = i / nx * (nx + 1) + i % nx;
      out[i] = (corners[k] + corners[k + 1] + corners[k + nx + 1] + corners[k + nx + 2]) / 4;
    }
    return out;
  }

  /** Cell values at a point, by the product of parabolas through the nine nearest centres. */
  private double at(double[] values, double x, double y) {
    Grid grid = state.grid();
    double u = (x - grid.centre(0, 0)) / grid.spacing(0);
    double v = (y - grid.centre(1, 0)) / grid.spacing(1);
    int i = (int) Math.round(u);
    int j = (int) Math.round(v);
    double[] wx = parabola(u - i);
    double[] wy = parabola(v - j);
    double sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        sum += wx[dx + 1] * wy[dy + 1] * values[(j + dy) * grid.nx() + i + dx];
      }
    }
    return sum;
  }

  private static double[] parabola(double t) {
    return new double[] {t * (t - 1) / 2, 1 - t * t, t * (t + 1) / 2};
  }
}
