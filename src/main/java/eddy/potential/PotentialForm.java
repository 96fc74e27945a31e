package eddy.potential;

import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.fields.VectorField;
import eddy.linalg.LinearSystem;

/**
 * A process given by what one wants to know of it (Theorem 22 of Chaudhari and Soatto 2018): the
 * potential Phi, the diffusion matrix D and an antisymmetric Q. The drift that has them is -grad f
 * with
 *
 * <pre>
 *   grad f = (D + Q) grad Phi - (1/beta) div(D + Q),   (div M)_i = sum_j dM_ij/dx_j along rows,
 * </pre>
 *
 * <p>its stationary density is exp(-beta Phi)/Z and its current J = (1/beta) div(Q rho). For
 * simulation: the A-type integration that the paper uses in Sec. 5.2 is Ito's with this drift.
 * Divergences are central differences extrapolated to step 0 (relative error about 1e-11 for
 * functions that change over lengths of order 1).
 *
 * @param gradPhi grad Phi
 * @param d D
 * @param q Q, d*d entries, row-major, antisymmetric
 */
public record PotentialForm(VectorField gradPhi, MatrixField d, VectorField q) {
  private static final double STEP = 2e-2;

  /**
   * In two dimensions, where Q has one entry Q12.
   *
   * @param gradPhi grad Phi
   * @param d D, 2 x 2
   * @param q12 writes Q12 into the first place of its output
   */
  public static PotentialForm inPlane(VectorField gradPhi, MatrixField d, VectorField q12) {
    return new PotentialForm(
        gradPhi,
        d,
        (x, out) -> {
          double[] entry = new double[1];
          q12.at(x, entry);
          out[0] = 0;
          out[1] = entry[0];
          out[2] = -entry[0];
          out[3] = 0;
        });
  }

  /**
   * The field with drift -grad f and diffusion matrix D, to be solved at this beta.
   *
   * @param beta inverse temperature, above 0; infinite for the limit of no noise
   */
  public Field field(double beta) {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta must be above 0, not " + beta + ".");
    }
    return Field.ofGradient((x, out) -> gradF(x, beta, out), d);
  }

  private void gradF(double[] x, double beta, double[] out) {
    int n = d.dimension();
    double[] g = new double[n];
    double[] sum = sum(x);
    double[] divergence = divergence(x);
    gradPhi.at(x, g);
    for (int i = 0; i < n; i++) {
      out[i] = -divergence[i] / beta;
      for (int j = 0; j < n; j++) {
        out[i] += sum[i * n + j] * g[j];
      }
    }
  }

  /** D + Q. */
  private double[] sum(double[] x) {
    int n = d.dimension();
    double[] a = new double[n * n];
    double[] b = new double[n * n];
    d.at(x, a);
    q.at(x, b);
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }

  /** div(D + Q) along rows. */
  public double[] divergence(double[] x) {
    int n = d.dimension();
    double[] out = new double[n];
    double[] weight = {1 / 45., -20 / 45., 64 / 45.};
    double[] y = x.clone();
    for (int j = 0; j < n; j++) {
      for (int level = 0; level < 3; level++) {
        double h = STEP / (1 << level);
        y[j] = x[j] + h;
        double[] plus = sum(y);
        y[j] = x[j] - h;
        double[] minus = sum(y);
        for (int i = 0; i < n; i++) {
          out[i] += weight[level] * (plus[i * n + j] - minus[i * n + j]) / (2 * h);
        }
      }
      y[j] = x[j];
    }
    return out;
  }

  /**
   * How far, to first order in 1/beta, a critical point of Phi lies from the zero of grad f next to
   * it: (1/beta) [(D + Q) Hess Phi]^-1 div(D + Q). The error is of order beta^-2.
   *
   * @param x a critical point of Phi
   * @param hessian Hess Phi there, row-major
   * @param beta inverse temperature, above 0
   * @return zero of grad f minus x
   */
  public double[] shift(double[] x, double[] hessian, double beta) {
    int n = d.dimension();
    double[] sum = sum(x);
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product[i * n + j] += sum[i * n + k] * hessian[k * n + j];
        }
      }
    }
    double[] shift = LinearSystem.solve("(D + Q) Hess Phi", n, product, 1, divergence(x));
    for (int i = 0; i < n; i++) {
      shift[i] /= beta;
    }
    return shift;
  }
}
