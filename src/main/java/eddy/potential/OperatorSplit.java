package eddy.potential;

/**
 * The operator L of a stationary state as the sum L_S + L_A of a part that is self-adjoint and one
 * that is antisymmetric in L2(1/rho_ss) (Equations A9, A10 of Chaudhari and Soatto 2018):
 *
 * <pre>  L_S rho = div( D grad Phi rho + (1/beta) D grad rho ),   L_A rho = -div(j rho),</pre>
 *
 * <p>on the grid's own matrix: along each step the flows of rho_ss forward and back are (s + J/2, s
 * - J/2), and with u = rho/rho_ss the flux of rho is s (u_from - u_to) + J (u_from + u_to)/2. Both
 * parts leave rho_ss alone. L_S is the operator of the reversible process, Eq. 7.
 */
public final class OperatorSplit {
  private final StationaryState state;
  private final double[] stationary;

  /** The parts of the operator of a stationary state. */
  public OperatorSplit(StationaryState state) {
    this.state = state;
    stationary = state.density();
  }

  /** L_S rho at the cell centres. */
  public double[] symmetric(double[] rho) {
    return part(rho, 1, 0);
  }

  /** L_A rho at the cell centres. */
  public double[] antisymmetric(double[] rho) {
    return part(rho, 0, 1);
  }

  private double[] part(double[] rho, double even, double odd) {
    FokkerPlanckOperator operator = state.operator();
    double[] out = new double[rho.length];
    for (int e = 0; e < operator.edges(); e++) {
      int a = operator.from(e);
      int b = operator.to(e);
      double ahead = operator.forwardFlow(e, stationary);
      double back = operator.backwardFlow(e, stationary);
      double ua = rho[a] / stationary[a];
      double ub = rho[b] / stationary[b];
      double flux = even * (ahead + back) / 2 * (ua - ub) + odd * (ahead - back) / 2 * (ua + ub);
      out[a] -= flux;
      out[b] += flux;
    }
    return out;
  }

  /** The inner product of L2(1/rho_ss). */
  public double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i] / stationary[i];
    }
    return sum * state.grid().cellVolume();
  }
}
