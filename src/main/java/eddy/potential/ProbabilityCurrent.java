package eddy.potential;

/**
 * The probability current J = b rho - (1/beta) div(D rho) of a density on a grid, by the same
 * discrete fluxes that the density was solved with. A flux along an oblique step is led through the
 * faces that the straight line between the two cells crosses, in equal parts on both sides where it
 * meets a corner; so what the faces of a cell gain and lose is what the operator says, to
 * round-off.
 */
public final class ProbabilityCurrent {
  private final Grid grid;
  private final double[][] flow;

  private ProbabilityCurrent(Grid grid, double[][] flow) {
    this.grid = grid;
    this.flow = flow;
  }

  /**
   * The current of a mass (density times cell volume).
   *
   * @param operator the discrete operator
   * @param mass one value for each cell
   */
  static ProbabilityCurrent of(FokkerPlanckOperator operator, double[] mass) {
    Grid grid = operator.grid();
    int nx = grid.nx();
    int ny = grid.ny();
    double[][] flow = new double[2][];
    flow[0] = new double[(nx + 1) * ny];
    flow[1] = new double[nx * (ny + 1)];
    ProbabilityCurrent current = new ProbabilityCurrent(grid, flow);
    for (int e = 0; e < operator.edges(); e++) {
      double flux = operator.forwardFlow(e, mass) - operator.backwardFlow(e, mass);
      int a = operator.from(e);
      current.lead(flux, a % nx, a / nx, operator.stepX(e), operator.stepY(e));
    }
    for (int j = 0; j < ny; j++) {
      flow[0][j * (nx + 1) + nx] = grid.periodic()[0] ? flow[0][j * (nx + 1)] : 0;
    }
    for (int i = 0; i < nx && grid.dimension() == 2; i++) {
      flow[1][ny * nx + i] = grid.periodic()[1] ? flow[1][i] : 0;
    }
    return current;
  }

  /** Leads a flux from the cell (x, y) through the faces on the way to (x + p, y + q), p >= 0. */
  private void lead(double flux, int x, int y, int p, int q) {
    int rows = Math.abs(q);
    int up = q < 0 ? -1 : 1;
    int i = 0;
    int j = 0;
    while (i < p || j < rows) {
      int nextX = (2 * i + 1) * rows;
      int nextY = (2 * j + 1) * p;
      int row = y + up * j;
      if (j == rows || (i < p && nextX < nextY)) {
        crossX(flux, x + i, row);
        i++;
      } else if (i == p || nextY < nextX) {
        crossY(up * flux, x + i, q < 0 ? row - 1 : row);
        j++;
      } else {
        crossX(flux / 2, x + i, row);
        crossX(flux / 2, x + i, row + up);
        crossY(up * flux / 2, x + i, q < 0 ? row - 1 : row);
        crossY(up * flux / 2, x + i + 1, q < 0 ? row - 1 : row);
        i++;
        j++;
      }
    }
  }

  /** Through the face between (x, y) and (x + 1, y). */
  private void crossX(double flux, int x, int y) {
    flow[0][Math.floorMod(y, grid.ny()) * (grid.nx() + 1) + Math.floorMod(x + 1, grid.nx())] +=
        flux;
  }

  /** Through the face between (x, y) and (x, y + 1). */
  private void crossY(double flux, int x, int y) {
    flow[1][Math.floorMod(y + 1, grid.ny()) * grid.nx() + Math.floorMod(x, grid.nx())] += flux;
  }

  /**
   * J through the faces across one axis: for axis 0, (nx+1) x ny values {@code [iy*(nx+1) + ix]} at
   * the lower faces of the cells and the last upper one; for axis 1, nx x (ny+1) values {@code
   * [iy*nx + ix]}. On a periodic axis the first and the last are the same face.
   *
   * @param axis 0 or 1
   */
  public double[] faces(int axis) {
    double[] out = flow[axis].clone();
    double width = width(axis);
    for (int i = 0; i < out.length; i++) {
      out[i] /= width;
    }
    return out;
  }

  /** Length of a face across an axis; 1 in one dimension. */
  private double width(int axis) {
    return grid.dimension() == 1 ? 1 : grid.spacing(1 - axis);
  }

  /** J through the lower face of a cell. */
  double face(int axis, int cell) {
    return flow[axis][lower(axis, cell)] / width(axis);
  }

  /** J through the upper face of a cell. */
  double nextFace(int axis, int cell) {
    return flow[axis][lower(axis, cell) + (axis == 0 ? 1 : grid.nx())] / width(axis);
  }

  private int lower(int axis, int cell) {
    return axis == 0 ? cell + cell / grid.nx() : cell;
  }

  /**
   * One component of J at the cell centres, the mean over the two faces.
   *
   * @param axis 0 or 1
   */
  public double[] centres(int axis) {
    double[] out = new double[grid.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (face(axis, i) + nextFace(axis, i)) / 2;
    }
    return out;
  }

  /** The discrete divergence of J in each cell: what leaves through its faces over its volume. */
  public double[] divergence() {
    double[] out = new double[grid.size()];
    for (int i = 0; i < out.length; i++) {
      for (int axis = 0; axis < grid.dimension(); axis++) {
        out[i] += (nextFace(axis, i) - face(axis, i)) / grid.spacing(axis);
      }
    }
    return out;
  }

  /** The largest |J| of a component on any face. */
  public double largest() {
    double most = 0;
    for (int axis = 0; axis < grid.dimension(); axis++) {
      for (double f : flow[axis]) {
        most = Math.max(most, Math.abs(f) / width(axis));
      }
    }
    return most;
  }

  /**
   * The mass that crosses the box along an axis in unit time, through all faces at its lower end.
   * With walls 0; on a torus what makes the stream function many-valued.
   *
   * @param axis 0 or 1
   */
  public double throughput(int axis) {
    double sum = 0;
    int n = grid.cells()[axis];
    for (int i = 0; i < grid.size(); i++) {
      if (axis == 0 ? i % n == 0 : i < grid.nx()) {
        sum += flow[axis][lower(axis, i)];
      }
    }
    return sum;
  }

  /**
   * The stream function psi of a current without divergence, J = (dpsi/dx2, -dpsi/dx1), at the cell
   * corners: (nx+1) x (ny+1) values {@code [iy*(nx+1) + ix]}. It adds up the flow from the nearer
   * wall, where it is 0. On a torus psi is 0 on average, and jumps by {@link #throughput} from one
   * end of an axis to the other.
   *
   * @throws IllegalStateException in one dimension
   */
  public double[] streamFunction() {
    if (grid.dimension() != 2) {
      throw new IllegalStateException("A stream function needs two dimensions.");
    }
    return new StreamFunction(grid, flow[0], flow[1]).values();
  }
}
