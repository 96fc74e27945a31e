package eddy.potential;

/**
 * The free energy of a density on a grid (Theorem 5 of Chaudhari and Soatto 2018),
 *
 * <pre>  F(rho) = (1/beta) KL(rho || rho_ss) = mean of Phi - H(rho)/beta,</pre>
 *
 * <p>with Phi = -(1/beta) log rho_ss, so that log Z = 0. It falls along the Fokker-Planck equation
 * because div(j rho_ss) = 0 alone; Assumption 4 of the paper, div j = 0, is not needed.
 *
 * @param value F(rho), at least 0
 * @param energy the mean of Phi
 * @param entropy H(rho) = -integral of rho log rho
 * @param rate dF/dt under the discrete operator, exact; at most 0
 */
public record FreeEnergy(double value, double energy, double entropy, double rate) {
  /**
   * Evaluates a density.
   *
   * @param state the stationary state
   * @param rho density at the cell centres, above 0 where it is not exactly 0
   */
  public static FreeEnergy of(StationaryState state, double[] rho) {
    double[] stationary = state.density();
    double volume = state.grid().cellVolume();
    double[] change = new double[rho.length];
    state.operator().apply(rho, change);
    double energy = 0;
    double entropy = 0;
    double divergence = 0;
    double rate = 0;
    for (int i = 0; i < rho.length; i++) {
      if (rho[i] > 0) {
        double ratio = Math.log(rho[i] / stationary[i]);
        energy -= volume * rho[i] * Math.log(stationary[i]) / state.beta();
        entropy -= volume * rho[i] * Math.log(rho[i]);
        divergence += volume * rho[i] * ratio;
        rate += volume * change[i] * ratio / state.beta();
      }
    }
    return new FreeEnergy(divergence / state.beta(), energy, entropy, rate);
  }
}
