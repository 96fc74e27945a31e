package eddy.potential;

import eddy.fields.Field;
import eddy.potential.LatticeStep.Parity;
import java.util.Arrays;

/**
 * Finds the steps between cells and their rates. It works on the lattice of half cells: node (X, Y)
 * lies at low + (X, Y) h/2, so cell centres have both numbers odd, faces one, corners none. Each
 * face and corner inside the box is the middle of one step. div D comes from central differences
 * between neighbouring nodes.
 */
final class EdgeAssembly {
  /** D counts as singular below this ratio of its eigenvalues. */
  private static final double SINGULAR = 1e-10;

  private static final int LONGEST = Short.MAX_VALUE;

  private final Field field;
  private final double beta;
  private final Grid grid;
  private final boolean plane;
  private final int nx;
  private final int ny;
  private final boolean wrapX;
  private final boolean wrapY;
  private final double hx;
  private final double hy;
  private final double[] point;
  private final double[] drift;
  private final double[] matrix;
  private final LatticeStep step = new LatticeStep();
  private final EdgeList list;

  EdgeAssembly(Field field, double beta, Grid grid) {
    if (field.dimension() != grid.dimension()) {
      throw new IllegalArgumentException(
          "The field has "
              + field.dimension()
              + " dimensions and the grid "
              + grid.dimension()
              + ": they must be the same, one or two.");
    }
    if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The inverse temperature beta must be above 0 and finite, not " + beta + ".");
    }
    this.field = field;
    this.beta = beta;
    this.grid = grid;
    plane = grid.dimension() == 2;
    nx = grid.nx();
    ny = grid.ny();
    wrapX = grid.periodic()[0];
    wrapY = plane && grid.periodic()[1];
    hx = grid.spacing(0);
    hy = plane ? grid.spacing(1) : 1;
    int d = grid.dimension();
    point = new double[d];
    drift = new double[d];
    matrix = new double[d * d];
    list = new EdgeList(plane ? Math.multiplyExact(3, nx * ny) : nx);
  }

  FokkerPlanckOperator assemble() {
    if (plane) {
      inPlane();
    } else {
      onLine();
    }
    return new FokkerPlanckOperator(grid, beta, list);
  }

  private void onLine() {
    double[] d = new double[2 * nx + 1];
    for (int k = 0; k <= 2 * nx; k++) {
      d[k] = diffusion(k, 1)[0];
      if (!(d[k] > 0)) {
        throw notPositive(d[k]);
      }
    }
    for (int k = wrapX ? 0 : 2; k < 2 * nx; k += 2) {
      double slope = (d[k + 1] - d[k == 0 ? 2 * nx - 1 : k - 1]) / hx;
      evaluateDrift(k, 1);
      double z = (beta * drift[0] - slope) / d[k] * hx;
      double rate = d[k] / (beta * hx * hx);
      add((k / 2 + nx - 1) % nx, k / 2, 1, 0, rate, z);
    }
  }

  private void inPlane() {
    boolean constant = field.diffusion().isConstant();
    double[] below = new double[3 * (2 * nx + 1)];
    double[] here = new double[below.length];
    double[] above = new double[below.length];
    if (constant) {
      row(0, here);
      below = here.clone();
      above = here.clone();
    } else {
      row(wrapY ? 2 * ny - 1 : 0, below);
      row(0, here);
    }
    for (int y = 0; y < 2 * ny; y++) {
      if (!constant) {
        row(y + 1, above);
      }
      if (y > 0 || wrapY) {
        for (int x = 0; x < 2 * nx; x += 1 + (y & 1)) {
          if (x > 0 || wrapX) {
            middle(x, y, below, here, above);
          }
        }
      }
      double[] t = below;
      below = here;
      here = above;
      above = t;
    }
  }

  /** D at all nodes of one row of the lattice: D11, D12, D22 after each other. */
  private void row(int y, double[] out) {
    for (int x = 0; x <= 2 * nx; x++) {
      double[] d = diffusion(x, y);
      double a = d[0];
      double c = d[3];
      double b = (d[1] + d[2]) / 2;
      if (Math.abs(d[1] - d[2]) > 1e-9 * (Math.abs(a) + Math.abs(c))) {
        throw new IllegalArgumentException(
            "The diffusion matrix at " + Arrays.toString(point) + " is not symmetric.");
      }
      double half = (a + c) / 2;
      double spread = Math.sqrt((a - c) * (a - c) / 4 + b * b);
      if (!(half - spread > SINGULAR * (half + spread))) {
        throw notPositive(half - spread);
      }
      out[3 * x] = a;
      out[3 * x + 1] = b;
      out[3 * x + 2] = c;
    }
  }

  private void middle(int x, int y, double[] below, double[] here, double[] above) {
    int k = 3 * x;
    int left = x == 0 ? 3 * (2 * nx - 1) : k - 3;
    int right = k + 3;
    double slopeX = (here[right] - here[left]) / hx + (above[k + 1] - below[k + 1]) / hy;
    double slopeY = (here[right + 1] - here[left + 1]) / hx + (above[k + 2] - below[k + 2]) / hy;
    double a = here[k] / (hx * hx);
    double b = here[k + 1] / (hx * hy);
    double c = here[k + 2] / (hy * hy);
    Parity parity = (x & 1) == 1 ? Parity.FACE_Y : (y & 1) == 1 ? Parity.FACE_X : Parity.CORNER;
    step.find(a, b, c, parity);
    if (!(step.weight() > 0)) {
      return;
    }
    evaluateDrift(x, y);
    double vx = (beta * drift[0] - slopeX) / hx;
    double vy = (beta * drift[1] - slopeY) / hy;
    double det = a * c - b * b;
    double ax = (c * vx - b * vy) / det;
    double ay = (a * vy - b * vx) / det;
    place(x, y, parity, ax, ay);
  }

  /** Adds the step found last, around the node (x, y), cut where it would leave through a wall. */
  private void place(int x, int y, Parity parity, double ax, double ay) {
    int p = step.p();
    int q = step.q();
    double weight = step.weight();
    boolean fits =
        Math.max(p, Math.abs(q)) <= LONGEST
            && (wrapX || (x - p > 0 && x + p < 2 * nx))
            && (wrapY || (y - Math.abs(q) > 0 && y + Math.abs(q) < 2 * ny));
    if (!fits) {
      switch (parity) {
        case FACE_X -> {
          weight *= (double) p * p;
          p = 1;
          q = 0;
        }
        case FACE_Y -> {
          weight *= (double) q * q;
          p = 0;
          q = 1;
        }
        default -> {
          weight *= Math.abs((double) p * q);
          p = 1;
          q = Integer.signum(q);
        }
      }
    }
    int a = cell(x - p, nx) + nx * cell(y - q, ny);
    int b = cell(x + p, nx) + nx * cell(y + q, ny);
    add(a, b, p, q, weight / beta, ax * p + ay * q);
  }

  /** The cell whose centre has this (odd) number on the lattice. */
  private static int cell(int node, int n) {
    return Math.floorMod(Math.floorDiv(node - 1, 2), n);
  }

  private void add(int a, int b, int p, int q, double rate, double z) {
    if (a != b) {
      list.add(a, b, p, q, rate * Bernoulli.of(-z), rate * Bernoulli.of(z));
    }
  }

  private void locate(int x, int y) {
    point[0] = grid.box().low()[0] + x * hx / 2;
    if (plane) {
      point[1] = grid.box().low()[1] + y * hy / 2;
    }
  }

  private void evaluateDrift(int x, int y) {
    locate(x, y);
    field.drift(point, drift);
    for (double b : drift) {
      if (!Double.isFinite(b)) {
        throw new IllegalArgumentException(
            "The drift at "
                + Arrays.toString(point)
                + " is "
                + b
                + ": check the field there, or choose a smaller box.");
      }
    }
  }

  private double[] diffusion(int x, int y) {
    locate(x, y);
    field.diffusion(point, matrix);
    for (double d : matrix) {
      if (!Double.isFinite(d)) {
        throw new IllegalArgumentException(
            "The diffusion matrix at "
                + Arrays.toString(point)
                + " has the entry "
                + d
                + ": check the field there, or choose a smaller box.");
      }
    }
    return matrix;
  }

  private IllegalArgumentException notPositive(double smallest) {
    return new IllegalArgumentException(
        "The diffusion matrix at "
            + Arrays.toString(point)
            + " is "
            + (smallest < -1e-12 ? "not positive semi-definite" : "singular")
            + " (smallest eigenvalue "
            + smallest
            + "), so a density on the grid need not exist: add a small multiple of the identity to"
            + " it.");
  }
}
