package eddy.langevin;

/**
 * How one step of dx = b dt + sqrt(2 D/beta) dW is taken. The A-type integration of Chaudhari and
 * Soatto (Sec. 5.2) is no scheme of its own: it is Ito's equation with the drift -(D + Q) grad Phi
 * + (1/beta) div(D + Q), which {@code eddy.potential.PotentialForm} makes.
 */
public enum Scheme {
  /** x + b(x) dt + sigma(x) dW: strong order 1/2 (1 where D is constant), weak order 1. */
  EULER_MARUYAMA,
  /**
   * The drift averaged between x and the Euler-Maruyama prediction with the same dW: x + (b(x) +
   * b(y)) dt/2 + sigma(x) dW. For constant D: second order without noise, and a smaller constant
   * than Euler-Maruyama with it (weak order 2 in linear systems' stationary means). It is the
   * stochastic Heun scheme for Ito's equation: sigma is taken at x only.
   */
  HEUN,
  /**
   * Milstein's scheme without derivatives (Platen): x_i + b_i dt + s_i g_i + (s_i(y) - s_i)(g_i^2 -
   * 1)/2 with s_i = sqrt(2 D_ii dt/beta) and y = x + b dt + s. Strong order 1 where the noise is
   * diagonal and D_ii depends on x_i alone, which covers one dimension; any other noise needs
   * iterated integrals that have no cheap law, and is refused.
   */
  MILSTEIN
}
