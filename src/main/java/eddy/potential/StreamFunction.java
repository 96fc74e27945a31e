package eddy.potential;

/** Adds up flows through faces to the stream function on the corners. */
final class StreamFunction {
  private final int nx;
  private final int ny;
  private final boolean wallX;
  private final boolean wallY;
  private final double[] flowX;
  private final double[] flowY;
  private final double[] psi;

  StreamFunction(Grid grid, double[] flowX, double[] flowY) {
    nx = grid.nx();
    ny = grid.ny();
    wallX = !grid.periodic()[0];
    wallY = !grid.periodic()[1];
    this.flowX = flowX;
    this.flowY = flowY;
    psi = new double[(nx + 1) * (ny + 1)];
  }

  double[] values() {
    if (wallY) {
      for (int i = 0; i <= nx; i++) {
        double[] steps = new double[ny];
        for (int j = 0; j < ny; j++) {
          steps[j] = flowX[j * (nx + 1) + i];
        }
        fromBothEnds(steps, i, nx + 1);
      }
    } else if (wallX) {
      for (int j = 0; j <= ny; j++) {
        double[] steps = new double[nx];
        for (int i = 0; i < nx; i++) {
          steps[i] = -flowY[j * nx + i];
        }
        fromBothEnds(steps, j * (nx + 1), 1);
      }
    } else {
      onTorus();
    }
    return psi;
  }

  /**
   * Sums from the lower and from the upper wall and takes at each corner the sum over the smaller
   * flows, which keeps its relative accuracy in the tails on both sides.
   */
  private void fromBothEnds(double[] steps, int first, int stride) {
    int n = steps.length;
    double[] size = new double[n + 1];
    double sum = 0;
    double total = 0;
    for (int k = 0; k < n; k++) {
      sum += steps[k];
      total += Math.abs(steps[k]);
      psi[first + (k + 1) * stride] = sum;
      size[k + 1] = total;
    }
    sum = 0;
    total = 0;
    psi[first + n * stride] = 0;
    for (int k = n - 1; k >= 0; k--) {
      sum -= steps[k];
      total += Math.abs(steps[k]);
      if (total < size[k]) {
        psi[first + k * stride] = sum;
      }
    }
  }

  private void onTorus() {
    double mean = 0;
    for (int j = 0; j <= ny; j++) {
      int row = j * (nx + 1);
      psi[row] = j == 0 ? 0 : psi[row - nx - 1] + flowX[row - nx - 1];
      for (int i = 0; i < nx; i++) {
        psi[row + i + 1] = psi[row + i] - flowY[j * nx + i];
        mean += j < ny ? psi[row + i] / ((double) nx * ny) : 0;
      }
    }
    for (int k = 0; k < psi.length; k++) {
      psi[k] -= mean;
    }
  }
}
