package eddy.study.locations;

import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import eddy.fields.VectorField;
import eddy.potential.PotentialForm;
import eddy.potential.StationaryState;
import java.util.Arrays;

/**
 * Two matrices Q that give one and the same drift with the same Phi and D: where they exist,
 * Theorem 22 does not define Q uniquely. Adding A changes nothing when A rho has no divergence,
 * A_ij rho = sum_k eps_ijk dchi/dx_k. In two dimensions chi is a constant, and A12 = c/rho; next to
 * walls, or at infinity, it is excluded by asking for Q rho = 0 there. From three dimensions on chi
 * is an arbitrary function.
 *
 * @param change largest difference of an entry of Q at the points tried
 * @param drift largest difference of a component of grad f there
 */
public record FreedomOfQ(double change, double drift) {
  private static final double BETA = 2;

  /**
   * On the torus of {@link ManufacturedExample}, at beta = 2: Q12 and Q12 + c e^(beta Phi).
   *
   * @param c the constant
   */
  public static FreedomOfQ onTorus(double c) {
    ManufacturedExample example = ManufacturedExample.torus(BETA);
    MatrixField d = MatrixField.varying(2, ManufacturedExample::diffusion);
    VectorField one = (x, out) -> out[0] = ManufacturedExample.q12(x);
    VectorField other =
        (x, out) -> out[0] = ManufacturedExample.q12(x) + c * Math.exp(BETA * example.phi(x));
    double[][] points = new double[64][];
    for (int k = 0; k < points.length; k++) {
      points[k] = new double[] {Math.PI / 4 * (k % 8), Math.PI / 4 * (k / 8)};
    }
    return compare(
        PotentialForm.inPlane(example::gradPhi, d, one),
        PotentialForm.inPlane(example::gradPhi, d, other),
        points);
  }

  /**
   * In three dimensions, at beta = 2, Phi = |x|^2/2, D = I: Q = 0 and Q_ij = c sum_k eps_ijk
   * e^(beta Phi) dchi/dx_k with chi = e^(-beta Phi) x1 (a gauge that stays bounded on bounded sets
   * and whose Q rho vanishes at infinity).
   *
   * @param c the constant
   */
  public static FreedomOfQ inSpace(double c) {
    MatrixField d = MatrixField.identity(3);
    VectorField gradPhi = (x, out) -> System.arraycopy(x, 0, out, 0, 3);
    VectorField none = (x, out) -> Arrays.fill(out, 0);
    VectorField other =
        (x, out) -> {
          double first = c * (1 - BETA * x[0] * x[0]);
          double second = -c * BETA * x[0] * x[1];
          double third = -c * BETA * x[0] * x[2];
          double[] q = {0, third, -second, -third, 0, first, second, -first, 0};
          System.arraycopy(q, 0, out, 0, 9);
        };
    double[][] points = new double[27][];
    for (int k = 0; k < points.length; k++) {
      points[k] = new double[] {k % 3 - 0.9, k / 3 % 3 - 0.8, k / 9 - 1.1};
    }
    return compare(
        new PotentialForm(gradPhi, d, none), new PotentialForm(gradPhi, d, other), points);
  }

  /**
   * Q12 of {@link ManufacturedExample#torus} as a grid gives it, along the lower edge x2 = 0: (nx +
   * 1) values. Every extra constant in the stream function gives another one for the same drift.
   *
   * @param state the solution on the torus
   * @param extra 0 for the choice that is exact at the first corner
   */
  public static double[] alongEdge(StationaryState state, double extra) {
    ManufacturedExample example = ManufacturedExample.torus(state.beta());
    double[] corner = state.grid().box().low();
    double density = Math.exp(-state.beta() * example.phi(corner)) / example.partition();
    double exact = ManufacturedExample.q12(corner) * density / state.beta();
    double constant = exact - state.current().streamFunction()[0];
    return Arrays.copyOf(state.q12(constant + extra), state.grid().nx() + 1);
  }

  private static FreedomOfQ compare(PotentialForm one, PotentialForm other, double[][] points) {
    int n = one.d().dimension();
    double change = 0;
    double drift = 0;
    double[][] q = new double[2][n * n];
    double[][] b = new double[2][n];
    for (double[] x : points) {
      one.q().at(x, q[0]);
      other.q().at(x, q[1]);
      one.field(BETA).drift(x, b[0]);
      other.field(BETA).drift(x, b[1]);
      for (int i = 0; i < n * n; i++) {
        change = Math.max(change, Math.abs(q[0][i] - q[1][i]));
      }
      for (int i = 0; i < n; i++) {
        drift = Math.max(drift, Math.abs(b[0][i] - b[1][i]));
      }
    }
    return new FreedomOfQ(change, drift);
  }
}
