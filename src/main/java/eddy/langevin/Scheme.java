package eddy.langevin;

/** How one step of dx = b dt + sqrt(2 D/beta) dW is taken. */
public enum Scheme {
  /** x + b(x) dt + sigma(x) dW: strong order 1/2 (1 where D is constant), weak order 1. */
  EULER_MARUYAMA,
  /**
   * The drift averaged between x and the Euler-Maruyama prediction with the same dW: x + (b(x) +
   * b(y)) dt/2 + sigma(x) dW. For constant D: second order without noise, and a smaller constant
   * than Euler-Maruyama with it (weak order 2 in linear systems' stationary means). It is the
   * stochastic Heun scheme for Ito's equation: sigma is taken at x only.
   */
  HEUN
}
