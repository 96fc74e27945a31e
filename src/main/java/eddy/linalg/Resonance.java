package eddy.linalg;

/**
 * A Sylvester or Lyapunov equation without a unique solution, because two eigenvalues cancel within
 * rounding. The message names them.
 */
public final class Resonance extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  Resonance(String message) {
    super(message);
  }
}
