package eddy.langevin;

/**
 * Arithmetic on rows of lanes, one row for each coordinate, whose length is a multiple of {@value
 * Bundle#GRAIN}. Plain Java here; {@link VectorRows} does the same operations with the Vector API:
 * the same bits.
 */
class Rows {
  /** With the Vector API where the Java virtual machine has it, otherwise plain. */
  static Rows best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorRows()
        : new Rows();
  }

  /** Row i of x += v dt + a g, where a multiplies row j of g. */
  void step(int n, int i, double[] x, double dt, double[] v, double a, int j, double[] g) {
    int row = i * n;
    int first = j * n;
    for (int l = 0; l < n; l++) {
      x[row + l] = Math.fma(a, g[first + l], Math.fma(dt, v[row + l], x[row + l]));
    }
  }

  /** Row i of x += v dt + a g_0 + b g_1, where a and b multiply rows 0 and 1 of g. */
  void step(int n, int i, double[] x, double dt, double[] v, double a, double b, double[] g) {
    int row = i * n;
    for (int l = 0; l < n; l++) {
      double sum = Math.fma(a, g[l], Math.fma(dt, v[row + l], x[row + l]));
      x[row + l] = Math.fma(b, g[n + l], sum);
    }
  }

  /** Row i of x += a g, where a multiplies row j of g. */
  void add(int n, int i, double[] x, double a, int j, double[] g) {
    int row = i * n;
    int first = j * n;
    for (int l = 0; l < n; l++) {
      x[row + l] = Math.fma(a, g[first + l], x[row + l]);
    }
  }
}
