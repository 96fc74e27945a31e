package eddy.fields;

/**
 * A two-dimensional example with a diffusion matrix that varies and is anisotropic, and whose
 * stationary density is exactly exp(-beta Phi)/Z, made by Theorem 22 of Chaudhari and Soatto:
 *
 * <pre>  grad f = (D + Q) grad Phi - (1/beta) div (D + Q),   (div M)_i = sum_j dM_ij/dx_j,
 *   D11 = 1 + 0.4 sin x1,  D22 = 1 + 0.4 cos x2,  D12 = 0.3 sin(x1 + x2),
 *   Q12 = -Q21 = q = 0.5 + 0.4 sin(x1 - x2).</pre>
 *
 * <p>The divergence is taken along rows; along columns Q would enter with the wrong sign. As beta
 * enters grad f, the field is solved at the beta that it was built for.
 *
 * @param domain the torus or the plane
 * @param beta inverse temperature, above 0
 */
public record ManufacturedExample(Domain domain, double beta) {
  /** Where the example lives, which also decides Phi. */
  public enum Domain {
    /** Period 2 pi in both coordinates; Phi = sin x1 cos x2 + 0.5 cos x1. */
    TORUS,
    /** The whole plane; Phi = (x1^2 - 1)^2/4 + x2^2/2 + x2^4/4. */
    PLANE
  }

  private static final MatrixField D = MatrixField.varying(2, ManufacturedExample::diffusion);

  /** Refuses a beta that is not positive and finite. */
  public ManufacturedExample {
    if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("beta must be above 0 and finite, not " + beta + ".");
    }
  }

  /** The example on the torus. */
  public static ManufacturedExample torus(double beta) {
    return new ManufacturedExample(Domain.TORUS, beta);
  }

  /** The example on the plane. */
  public static ManufacturedExample plane(double beta) {
    return new ManufacturedExample(Domain.PLANE, beta);
  }

  /** Drift -grad f and D(x). Its stationary density is exp(-beta Phi)/Z at this beta only. */
  public Field field() {
    return Field.ofGradient(this::gradF, D);
  }

  /** Phi(x). */
  public double phi(double[] x) {
    if (domain == Domain.TORUS) {
      return Math.sin(x[0]) * Math.cos(x[1]) + 0.5 * Math.cos(x[0]);
    }
    double a = x[0] * x[0] - 1;
    double b = x[1] * x[1];
    return a * a / 4 + b / 2 + b * b / 4;
  }

  /** grad Phi. */
  public void gradPhi(double[] x, double[] out) {
    double x1 = x[0];
    double x2 = x[1];
    if (domain == Domain.TORUS) {
      out[0] = Math.cos(x1) * Math.cos(x2) - 0.5 * Math.sin(x1);
      out[1] = -Math.sin(x1) * Math.sin(x2);
    } else {
      out[0] = x1 * x1 * x1 - x1;
      out[1] = x2 + x2 * x2 * x2;
    }
  }

  /** D(x): four entries, row-major; its determinant is at least 0.27. */
  public static void diffusion(double[] x, double[] out) {
    double x1 = x[0];
    double x2 = x[1];
    out[0] = 1 + 0.4 * Math.sin(x1);
    out[3] = 1 + 0.4 * Math.cos(x2);
    out[1] = 0.3 * Math.sin(x1 + x2);
    out[2] = out[1];
  }

  /** div D, along rows. */
  public static void divD(double[] x, double[] out) {
    double mixed = 0.3 * Math.cos(x[0] + x[1]);
    double x2 = x[1];
    out[0] = 0.4 * Math.cos(x[0]) + mixed;
    out[1] = mixed - 0.4 * Math.sin(x2);
  }

  /** q = Q12. */
  public static double q12(double[] x) {
    return 0.5 + 0.4 * Math.sin(x[0] - x[1]);
  }

  /** div Q = (dq/dx2, -dq/dx1), along rows. */
  public static void divQ(double[] x, double[] out) {
    double c = -0.4 * Math.cos(x[0] - x[1]);
    out[0] = c;
    out[1] = c;
  }

  /** grad f = (D + Q) grad Phi - (1/beta) div (D + Q). */
  public void gradF(double[] x, double[] out) {
    double[] g = new double[2];
    double[] d = new double[4];
    double[] divD = new double[2];
    gradPhi(x, g);
    diffusion(x, d);
    divD(x, divD);
    force(x, out);
    for (int i = 0; i < 2; i++) {
      out[i] = d[2 * i] * g[0] + d[2 * i + 1] * g[1] - divD[i] / beta - out[i];
    }
  }

  /** The force j = J/rho_ss = -Q grad Phi + (1/beta) div Q. */
  public void force(double[] x, double[] out) {
    double[] g = new double[2];
    double[] divQ = new double[2];
    gradPhi(x, g);
    divQ(x, divQ);
    double q = q12(x);
    out[0] = -q * g[1] + divQ[0] / beta;
    out[1] = q * g[0] + divQ[1] / beta;
  }

  /** div j = beta j . grad Phi: not 0, against Assumption 4. */
  public double divForce(double[] x) {
    double[] g = new double[2];
    double[] j = new double[2];
    gradPhi(x, g);
    force(x, j);
    return beta * (j[0] * g[0] + j[1] * g[1]);
  }

  /**
   * Z, the integral of exp(-beta Phi), by the trapezoidal rule (exact to round-off for beta up to
   * 1e4).
   */
  public double partition() {
    boolean torus = domain == Domain.TORUS;
    int n = 1000;
    double end1 = torus ? Math.PI : Math.sqrt(1 + Math.sqrt(160 / beta));
    double end2 = torus ? Math.PI : Math.pow(160 / beta, 0.25);
    double sum = 0;
    double[] x = new double[2];
    for (int i = 0; i < n; i++) {
      x[0] = -end1 + 2 * end1 * i / n;
      double row = 0;
      for (int k = 0; k < n; k++) {
        x[1] = -end2 + 2 * end2 * k / n;
        row += Math.exp(-beta * phi(x));
      }
      sum += row;
    }
    return sum * 4 * end1 * end2 / ((double) n * n);
  }
}
