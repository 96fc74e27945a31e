package eddy.fields;

/**
 * The reversible process that shares the stationary density of another one (Chaudhari and Soatto
 * 2018, Eq. 7): dx = -D grad Phi dt + (1/beta) div D dt + sqrt(2 D/beta) dW. It has no probability
 * current, so it is the null model of every test for circulation.
 *
 * <p>Because j = -grad f + D grad Phi - (1/beta) div D, its drift is simply b - j: neither Phi nor
 * div D has to be known.
 */
public final class ReversibleTwin {
  private ReversibleTwin() {}

  /**
   * Takes the force out of a drift.
   *
   * @param field a field of drift b
   * @param force its force j = J_ss / rho_ss at the inverse temperature in question; exact or known
   *     on a grid
   * @return the field of drift b - j under the same D
   */
  public static Field of(Field field, VectorField force) {
    return Field.sum(field, Field.ofGradient(force, field.diffusion()));
  }
}
