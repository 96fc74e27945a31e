package eddy.study.linear;

import eddy.potential.LinearSteadyState;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A minimum of a loss seen along the eigenvectors v_k of its Hessian F. There the coordinate v_k^T
 * x decays at the rate l_k and is driven by noise of strength D_kk, whatever the other entries of D
 * are; its power spectrum is a Lorentzian. Only those other entries make Q: Q_ij = D_ij (l_i - l_j)
 * / (l_i + l_j).
 */
public final class HessianAxes {
  private final RealMatrix f;
  private final RealMatrix noise;
  private final RealMatrix axes;
  private final double[] rates;

  /**
   * The axes of a minimum.
   *
   * @param state with a symmetric F
   * @throws IllegalArgumentException when F is not symmetric
   */
  public HessianAxes(LinearSteadyState state) {
    int n = state.dimension();
    f = square(n, state.f());
    if (f.subtract(f.transpose()).getNorm() > 1e-12 * f.getNorm()) {
      throw new IllegalArgumentException("F is not symmetric, so it is not the Hessian of a loss.");
    }
    EigenDecomposition eigen = new EigenDecomposition(f);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(eigen.getRealEigenvalue(a), rate(eigen, b)));
    axes = new Array2DRowRealMatrix(n, n);
    rates = new double[n];
    for (int k = 0; k < n; k++) {
      rates[k] = eigen.getRealEigenvalue(order[k]);
      axes.setColumnVector(k, eigen.getEigenvector(order[k]));
    }
    noise = axes.transpose().multiply(square(n, state.d())).multiply(axes);
  }

  private static double rate(EigenDecomposition eigen, int k) {
    return eigen.getRealEigenvalue(k);
  }

  private static RealMatrix square(int n, double[] entries) {
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      a.setEntry(i / n, i % n, entries[i]);
    }
    return a;
  }

  /** Number of axes. */
  public int count() {
    return rates.length;
  }

  /** The eigenvalue l_k of F, ascending with k from 0: the slowest coordinate comes first. */
  public double rate(int k) {
    return rates[k];
  }

  /** The eigenvector v_k, of length 1. */
  public double[] axis(int k) {
    return axes.getColumn(k);
  }

  /** The strength D_kk of the noise along axis k. */
  public double noise(int k) {
    return noise.getEntry(k, k);
  }

  /**
   * The two-sided spectrum (2/beta) D_kk / (w^2 + l_k^2) of the coordinate k at an angular
   * frequency; its integral over dw/(2 pi) is the variance D_kk / (beta l_k).
   */
  public double lorentzian(int k, double beta, double frequency) {
    return 2 / beta * noise(k) / (frequency * frequency + rates[k] * rates[k]);
  }

  /**
   * The same Hessian and the same D_kk, but another Q: every second axis is mirrored in the noise,
   * which turns the sign of Q_ij between an even and an odd axis.
   */
  public LinearSteadyState mirrored() {
    RealMatrix other = noise.copy();
    for (int i = 0; i < rates.length; i++) {
      for (int j = 0; j < rates.length; j++) {
        other.multiplyEntry(i, j, (i + j) % 2 == 0 ? 1 : -1);
      }
    }
    return with(other);
  }

  /** The same Hessian and the same D_kk, but noise that is diagonal on the axes: Q = 0. */
  public LinearSteadyState withoutCurrents() {
    RealMatrix other = noise.copy();
    for (int i = 0; i < rates.length; i++) {
      for (int j = 0; j < rates.length; j++) {
        other.multiplyEntry(i, j, i == j ? 1 : 0);
      }
    }
    return with(other);
  }

  private LinearSteadyState with(RealMatrix other) {
    RealMatrix d = axes.multiply(other).multiply(axes.transpose());
    RealMatrix symmetric = d.add(d.transpose()).scalarMultiply(0.5);
    return LinearSteadyState.of(f.getData(), symmetric.getData());
  }
}
