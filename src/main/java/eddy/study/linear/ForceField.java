package eddy.study.linear;

import eddy.fields.Field;
import eddy.fields.Flow;
import eddy.fields.FlowPath;
import eddy.fields.MatrixField;
import eddy.fields.OrnsteinUhlenbeck;
import eddy.linalg.Eigenvalues;
import eddy.potential.LinearSteadyState;

/** The force j(x) = -Q U x of a linear system, and its potential Phi = x^T U x / 2. */
public final class ForceField {
  private final int n;
  private final double[] u;
  private final double[] turn;

  /**
   * The force of a system.
   *
   * @param state with a regular X
   */
  public ForceField(LinearSteadyState state) {
    n = state.dimension();
    u = state.u();
    double[] q = state.q();
    turn = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          turn[i * n + j] += q[i * n + k] * u[k * n + j];
        }
      }
    }
  }

  /** The field whose deterministic flow is dx/dt = j(x). */
  public Field field() {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n * n; i++) {
      rows[i / n][i % n] = turn[i];
    }
    return OrnsteinUhlenbeck.field(rows, MatrixField.identity(n));
  }

  /** Phi(x). */
  public double potential(double[] x) {
    double sum = 0;
    for (int i = 0; i < n * n; i++) {
      sum += x[i / n] * u[i] * x[i % n];
    }
    return sum / 2;
  }

  /**
   * The largest relative change of Phi along dx/dt = j(x), integrated numerically; 0 but for the
   * error of the integrator.
   *
   * @param start a point with Phi other than 0
   * @param duration above 0
   */
  public double potentialChange(double[] start, double duration) {
    FlowPath path = Flow.of(field()).path(start, duration, 401);
    double first = potential(start);
    double largest = 0;
    for (int k = 0; k < path.count(); k++) {
      largest = Math.max(largest, Math.abs(potential(path.point(k)) / first - 1));
    }
    return largest;
  }

  /** The eigenvalues of dx/dt = -Q U x: imaginary where it turns, real where it stretches. */
  public Eigenvalues eigenvalues() {
    double[] minus = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      minus[i] = -turn[i];
    }
    return Eigenvalues.of(n, minus);
  }
}
