package eddy.diffusion;

import eddy.linalg.DoubleMatrix;
import eddy.linalg.FloatMatrix;

/** From float64 to float32. */
final class Narrow {
  private Narrow() {}

  /** A rounded copy, to be closed. */
  static FloatMatrix toFloat(DoubleMatrix a) {
    FloatMatrix copy = new FloatMatrix(a.rows(), a.columns());
    double[] wide = new double[a.columns()];
    for (int i = 0; i < a.rows(); i++) {
      a.row(i, wide);
      copy.setRow(i, toFloat(wide));
    }
    return copy;
  }

  /** A rounded copy. */
  static float[] toFloat(double[] a) {
    float[] copy = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      copy[i] = (float) a[i];
    }
    return copy;
  }
}
