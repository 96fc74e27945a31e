package eddy.potential;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The stationary state of a Fokker-Planck equation on a grid, everything from one solve: density
 * rho, potential Phi, current J, force j = J/rho, the entry Q12 of Theorem 22 (Chaudhari and Soatto
 * 2018), entropy production and circulation. Arrays over the cells are {@code [iy * nx + ix]}.
 */
public final class StationaryState {
  /** Potential, force and Q12 are given where the density is above this fraction of its maximum. */
  public static final double SUPPORT = 1e-12;

  private final List<FokkerPlanckOperator> operators;
  private final List<double[]> masses;
  private final FokkerPlanckOperator operator;
  private final double[] mass;
  private final double largest;
  private final ProbabilityCurrent current;
  private final SolutionCheck check;

  StationaryState(List<FokkerPlanckOperator> operators, List<double[]> masses) {
    this.operators = List.copyOf(operators);
    this.masses = List.copyOf(masses);
    operator = operators.get(operators.size() - 1);
    mass = masses.get(masses.size() - 1);
    largest = mass[MassLevel.heaviest(mass)];
    current = ProbabilityCurrent.of(operator, mass);
    check = SolutionCheck.of(operator, mass);
  }

  /** The operators of the multigrid pyramid, the finest last. */
  List<FokkerPlanckOperator> operators() {
    return operators;
  }

  /** The stationary mass of each operator. */
  List<double[]> masses() {
    return masses;
  }

  /** The discrete operator L, of which the density is the null vector. */
  public FokkerPlanckOperator operator() {
    return operator;
  }

  /** The cells. */
  public Grid grid() {
    return operator.grid();
  }

  /** The inverse temperature that was solved for. */
  public double beta() {
    return operator.beta();
  }

  /** What the solver found when it checked its answer; read its warning first. */
  public SolutionCheck check() {
    return check;
  }

  /** The density rho_ss at the cell centres; its sum times the cell volume is 1. */
  public double[] density() {
    double volume = grid().cellVolume();
    double[] rho = new double[mass.length];
    for (int i = 0; i < rho.length; i++) {
      rho[i] = mass[i] / volume;
    }
    return rho;
  }

  /** The potential Phi = -(1/beta) log rho_ss at the cell centres; NaN outside the support. */
  public double[] potential() {
    double volume = grid().cellVolume();
    double[] phi = new double[mass.length];
    for (int i = 0; i < phi.length; i++) {
      phi[i] = isSupported(i) ? -Math.log(mass[i] / volume) / beta() : Double.NaN;
    }
    return phi;
  }

  /** {@link #potential} over its lowest value; NaN outside the support. */
  public double[] height() {
    double[] phi = potential();
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : phi) {
      lowest = value < lowest ? value : lowest;
    }
    for (int i = 0; i < phi.length; i++) {
      phi[i] -= lowest;
    }
    return phi;
  }

  /** The probability current J_ss. */
  public ProbabilityCurrent current() {
    return current;
  }

  /**
   * One component of the force j = J_ss / rho_ss at the cell centres: the mean over the two faces
   * of the discrete flux over the geometric mean of the densities on its sides. NaN outside the
   * support.
   *
   * @param axis 0 or 1
   */
  public double[] force(int axis) {
    Grid grid = grid();
    double volume = grid.cellVolume();
    int stride = axis == 0 ? 1 : grid.nx();
    int n = grid.cells()[axis];
    double[] j = new double[mass.length];
    for (int i = 0; i < j.length; i++) {
      int k = i / stride % n;
      int before = i + (k == 0 ? n - 1 : -1) * stride;
      int after = i + (k == n - 1 ? 1 - n : 1) * stride;
      double low = current.face(axis, i) / Math.sqrt(mass[i] * mass[before]);
      double high = current.nextFace(axis, i) / Math.sqrt(mass[i] * mass[after]);
      j[i] = isSupported(i) ? volume * (low + high) / 2 : Double.NaN;
    }
    return j;
  }

  /**
   * Q12 = beta psi / rho_ss at the cell corners, (nx+1) x (ny+1) values with x fastest, where J =
   * (dpsi/dx2, -dpsi/dx1). With walls psi vanishes there, which makes Q12 unique; on a torus the
   * constant of psi is free, and that of {@link ProbabilityCurrent#streamFunction()} is used. NaN
   * outside the support. Two dimensions only.
   */
  public double[] q12() {
    return q12(0);
  }

  /**
   * Q12 for another choice of the constant in the stream function.
   *
   * @param constant added to psi
   */
  public double[] q12(double constant) {
    Grid grid = grid();
    double[] psi = current.streamFunction();
    double volume = grid.cellVolume();
    int nx = grid.nx();
    int ny = grid.ny();
    double[] q = new double[psi.length];
    for (int j = 0; j <= ny; j++) {
      int below = neighbour(j - 1, ny, grid.periodic()[1]);
      int above = neighbour(j, ny, grid.periodic()[1]);
      for (int i = 0; i <= nx; i++) {
        int left = neighbour(i - 1, nx, grid.periodic()[0]);
        int right = neighbour(i, nx, grid.periodic()[0]);
        double product =
            Math.sqrt(mass[below * nx + left] * mass[above * nx + right])
                * Math.sqrt(mass[below * nx + right] * mass[above * nx + left]);
        double rho = Math.sqrt(product) / volume;
        int k = j * (nx + 1) + i;
        q[k] = rho * volume > SUPPORT * largest ? beta() * (psi[k] + constant) / rho : Double.NaN;
      }
    }
    return q;
  }

  private static int neighbour(int i, int n, boolean periodic) {
    return periodic ? Math.floorMod(i, n) : Math.min(Math.max(i, 0), n - 1);
  }

  /**
   * The rate of entropy production beta * integral of rho j^T D^-1 j, per unit time, at least 0; as
   * the sum over all steps between cells of flux times log(flow / flow back), which is exact for
   * the discrete process.
   */
  public double entropyProduction() {
    double sum = 0;
    for (int e = 0; e < operator.edges(); e++) {
      double ahead = operator.forwardFlow(e, mass);
      double back = operator.backwardFlow(e, mass);
      if (ahead > 0 && back > 0) {
        sum += (ahead - back) * Math.log(ahead / back);
      }
    }
    return sum;
  }

  /**
   * The mean circulation (1/2) &lt;x1 o dx2 - x2 o dx1&gt;/dt = (1/2) integral of (x1 J2 - x2 J1) =
   * &lt;Q12&gt;/beta, positive counter-clockwise. NaN in one dimension and on a periodic axis,
   * where it is not defined.
   */
  public double areaRate() {
    Grid grid = grid();
    if (grid.dimension() == 1 || grid.periodic()[0] || grid.periodic()[1]) {
      return Double.NaN;
    }
    double hx = grid.spacing(0);
    double hy = grid.spacing(1);
    double sum = 0;
    for (int e = 0; e < operator.edges(); e++) {
      double flux = operator.forwardFlow(e, mass) - operator.backwardFlow(e, mass);
      int a = operator.from(e);
      double x = grid.centre(0, a % grid.nx());
      double y = grid.centre(1, a / grid.nx());
      sum += flux * (x * operator.stepY(e) * hy - y * operator.stepX(e) * hx);
    }
    return sum / 2;
  }

  /** The mean of a function of the point, by the midpoint rule. */
  public double mean(ToDoubleFunction<double[]> function) {
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i] * function.applyAsDouble(grid().point(i));
    }
    return sum;
  }

  /**
   * The marginal density along one axis, at the cell centres.
   *
   * @param axis 0 or 1
   */
  public double[] marginal(int axis) {
    Grid grid = grid();
    double[] rho = new double[grid.cells()[axis]];
    for (int i = 0; i < mass.length; i++) {
      rho[axis == 0 ? i % grid.nx() : i / grid.nx()] += mass[i] / grid.spacing(axis);
    }
    return rho;
  }

  /** Whether the density of a cell is above {@value #SUPPORT} of the largest. */
  public boolean isSupported(int cell) {
    return mass[cell] > SUPPORT * largest;
  }
}
