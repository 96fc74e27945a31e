package eddy.study.locations;

import eddy.fields.ManufacturedExample;
import eddy.potential.Grid;
import eddy.potential.StationaryState;

/** Differences between a solution on a grid and the exact one. */
final class Comparison {
  private static final double BULK = 1e-3;

  private final ManufacturedExample example;
  private final StationaryState state;
  private final Grid grid;
  private final boolean torus;
  private final double z;
  private final double[] rho;
  private final double[] phi;
  private final double[] q;
  private final boolean[] bulk;

  Comparison(ManufacturedExample example, StationaryState state) {
    this.example = example;
    this.state = state;
    grid = state.grid();
    torus = grid.periodic()[0];
    z = example.partition();
    rho = state.density();
    phi = state.potential();
    q = torus ? state.q12(constant()) : state.q12();
    double largest = 0;
    for (double r : rho) {
      largest = Math.max(largest, r);
    }
    bulk = new boolean[rho.length];
    for (int i = 0; i < rho.length; i++) {
      bulk[i] = rho[i] > BULK * largest;
    }
  }

  /** The constant of the stream function that makes it exact at the first corner. */
  private double constant() {
    double[] corner = grid.box().low();
    double exact = ManufacturedExample.q12(corner) * exactDensity(corner) / example.beta();
    return exact - state.current().streamFunction()[0];
  }

  private double exactDensity(double[] x) {
    return Math.exp(-example.beta() * example.phi(x)) / z;
  }

  double density() {
    double sum = 0;
    for (int i = 0; i < rho.length; i++) {
      sum += Math.abs(rho[i] - exactDensity(grid.point(i))) * grid.cellVolume();
    }
    return sum;
  }

  double potential() {
    double mean = 0;
    int cells = 0;
    for (int i = 0; i < rho.length; i++) {
      if (bulk[i]) {
        mean += phi[i] - example.phi(grid.point(i));
        cells++;
      }
    }
    mean /= cells;
    double worst = 0;
    for (int i = 0; i < rho.length; i++) {
      if (bulk[i]) {
        worst = Math.max(worst, Math.abs(phi[i] - example.phi(grid.point(i)) - mean));
      }
    }
    return worst;
  }

  double q12() {
    double worst = 0;
    int n = grid.nx() + 1;
    for (int i = 0; i < rho.length; i++) {
      if (bulk[i]) {
        int corner = i / grid.nx() * n + i % grid.nx();
        double[] x = grid.point(i);
        x[0] -= grid.spacing(0) / 2;
        x[1] -= grid.spacing(1) / 2;
        worst = Math.max(worst, Math.abs(q[corner] - ManufacturedExample.q12(x)));
      }
    }
    return worst;
  }

  double force() {
    double worst = 0;
    double[] j1 = state.force(0);
    double[] j2 = state.force(1);
    double[] exact = new double[2];
    for (int i = 0; i < rho.length; i++) {
      if (bulk[i]) {
        example.force(grid.point(i), exact);
        worst = Math.max(worst, Math.hypot(j1[i] - exact[0], j2[i] - exact[1]));
      }
    }
    return worst;
  }

  double gradient() {
    double worst = 0;
    for (int i = 0; i < rho.length; i++) {
      if (bulk[i] && (torus || inside(i))) {
        worst = Math.max(worst, gradientError(i));
      }
    }
    return worst;
  }

  private boolean inside(int i) {
    int x = i % grid.nx();
    int y = i / grid.nx();
    return x > 0 && y > 0 && x < grid.nx() - 1 && y < grid.ny() - 1;
  }

  /** |grad f - ((D + Q) grad Phi - div(D + Q) / beta)| at a cell. */
  private double gradientError(int i) {
    double hx = grid.spacing(0);
    double hy = grid.spacing(1);
    double[] x = grid.point(i);
    double phiX = (phi[neighbour(i, 1, 0)] - phi[neighbour(i, -1, 0)]) / (2 * hx);
    double phiY = (phi[neighbour(i, 0, 1)] - phi[neighbour(i, 0, -1)]) / (2 * hy);
    int low = i / grid.nx() * (grid.nx() + 1) + i % grid.nx();
    int high = low + grid.nx() + 1;
    double q12 = (q[low] + q[low + 1] + q[high] + q[high + 1]) / 4;
    double qX = (q[low + 1] + q[high + 1] - q[low] - q[high]) / (2 * hx);
    double qY = (q[high] + q[high + 1] - q[low] - q[low + 1]) / (2 * hy);
    double[] d = new double[4];
    double[] divD = new double[2];
    double[] exact = new double[2];
    ManufacturedExample.diffusion(x, d);
    ManufacturedExample.divD(x, divD);
    example.gradF(x, exact);
    double beta = example.beta();
    double first = d[0] * phiX + (d[1] + q12) * phiY - (divD[0] + qY) / beta;
    double second = (d[2] - q12) * phiX + d[3] * phiY - (divD[1] - qX) / beta;
    return Math.hypot(first - exact[0], second - exact[1]);
  }

  private int neighbour(int i, int dx, int dy) {
    int x = Math.floorMod(i % grid.nx() + dx, grid.nx());
    int y = Math.floorMod(i / grid.nx() + dy, grid.ny());
    return y * grid.nx() + x;
  }
}
