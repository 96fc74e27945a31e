package eddy.study.longrun;

import eddy.linalg.DoubleMatrix;
import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import java.util.List;

/**
 * The exact Hessian of the mean softmax cross-entropy of one batch in training mode, for networks
 * of one hidden layer as tiny-fc: dense, batch normalisation, ReLU, dense. With z the outputs, p
 * their softmax, r = (p − e_y)/n and P = diag p − p pᵀ,
 *
 * <pre>  H = Σ_k (∂z_k)ᵀ (P_k / n) ∂z_k + Σ_k r_kᵀ ∂²z_k,</pre>
 *
 * <p>where the derivatives go through the batch's own mean and variance. For hidden unit c with
 * weights w, centred inputs X̃, pre-activation X̃ w, s² = |X̃ w|²/n + ε, u = X̃ w/s and g = X̃ᵀu/n
 * = ∇s, the normalised activation has ∂u = (X̃ − u gᵀ)/s, and for any vector v, with a = X̃ᵀv, t =
 * vᵀX̃ w and M = X̃ᵀX̃/n,
 *
 * <pre>  ∂²(vᵀu) = −(a gᵀ + g aᵀ)/s² + 3 t g gᵀ/s³ − t M/s³.</pre>
 *
 * <p>The first sum is a Gram matrix of n · outputs rows, taken by BLAS. Kinks of the ReLU have
 * measure zero and are left out, as by finite differences that stay on one linear piece. A bias
 * before batch normalisation has zero rows. Not for several threads at once.
 */
final class BatchHessian {
  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final int d;
  private final double epsilon;
  private final int bias;
  private final int gamma;
  private final int beta;
  private final int second;
  private final int last;

  private double[] x = {};
  private double[] u = {};
  private double[] jacobian = {};
  private double[] open = {};
  private double[] activation = {};
  private double[] residual = {};
  private DoubleMatrix rows = new DoubleMatrix(0, 0);

  /**
   * For networks of one architecture.
   *
   * @throws IllegalArgumentException if it is not dense, batch normalisation, ReLU, dense
   */
  BatchHessian(Architecture architecture) {
    List<Architecture.Layer> layers = architecture.layers();
    if (layers.size() != 4
        || !(layers.get(0).spec() instanceof LayerSpec.Dense)
        || !(layers.get(1).spec() instanceof LayerSpec.BatchNorm norm)
        || !(layers.get(2).spec() instanceof LayerSpec.Relu)
        || !(layers.get(3).spec() instanceof LayerSpec.Dense)) {
      throw new IllegalArgumentException(
          "The exact Hessian is for dense, batch normalisation, ReLU, dense, not for "
              + architecture
              + ".");
    }
    inputs = architecture.input().size();
    hidden = layers.get(0).output().size();
    outputs = architecture.output().size();
    d = architecture.parameterCount();
    epsilon = norm.epsilon();
    bias = hidden * inputs;
    gamma = bias + hidden;
    beta = gamma + hidden;
    second = beta + hidden;
    last = second + outputs * hidden;
  }

  /**
   * Adds the Hessian of a batch.
   *
   * @param w weights, length d
   * @param pixels images, flat
   * @param labels their labels
   * @param index the batch, one number an example
   * @param gram d x d; its upper triangle receives the first sum
   * @param curvature d x d, row-major; its upper triangle receives the second sum
   */
  void add(
      double[] w,
      float[] pixels,
      int[] labels,
      int[] index,
      DoubleMatrix gram,
      double[] curvature) {
    int n = index.length;
    reserve(n);
    centre(pixels, index);
    double[] moments = moments(n);
    double[] s = new double[hidden];
    double[] slopes = new double[hidden * inputs];
    for (int c = 0; c < hidden; c++) {
      s[c] = normalise(w, c, n, slopes);
    }
    outputs(w, labels, index);
    gram.addGram(rows, n * outputs, 1);
    for (int c = 0; c < hidden; c++) {
      unitCurvature(w, c, n, s[c], slopes, moments, curvature);
      crossCurvature(w, c, n, curvature);
    }
  }

  private void reserve(int n) {
    if (x.length == n * inputs) {
      return;
    }
    x = new double[n * inputs];
    u = new double[n * hidden];
    jacobian = new double[hidden * n * inputs];
    open = new double[n * hidden];
    activation = new double[n * hidden];
    residual = new double[n * outputs];
    rows.close();
    rows = new DoubleMatrix(n * outputs, d);
  }

  private void centre(float[] pixels, int[] index) {
    int n = index.length;
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        x[k * inputs + i] = pixels[index[k] * inputs + i];
        sum += x[k * inputs + i];
      }
      for (int k = 0; k < n; k++) {
        x[k * inputs + i] -= sum / n;
      }
    }
  }

  /** M = X̃ᵀX̃/n. */
  private double[] moments(int n) {
    double[] m = new double[inputs * inputs];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < inputs; i++) {
        double xi = x[k * inputs + i] / n;
        for (int j = 0; j < inputs; j++) {
          m[i * inputs + j] += xi * x[k * inputs + j];
        }
      }
    }
    return m;
  }

  /** u, ∂u and the activation of one unit; returns s. */
  private double normalise(double[] w, int c, int n, double[] slopes) {
    double[] z = new double[n];
    double square = 0;
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < inputs; i++) {
        z[k] += x[k * inputs + i] * w[c * inputs + i];
      }
      square += z[k] * z[k];
    }
    double s = Math.sqrt(square / n + epsilon);
    for (int k = 0; k < n; k++) {
      double normal = z[k] / s;
      u[k * hidden + c] = normal;
      for (int i = 0; i < inputs; i++) {
        slopes[c * inputs + i] += x[k * inputs + i] * normal / n;
      }
      double a = w[gamma + c] * normal + w[beta + c];
      open[k * hidden + c] = a > 0 ? 1 : 0;
      activation[k * hidden + c] = Math.max(a, 0);
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < inputs; i++) {
        jacobian[(c * n + k) * inputs + i] =
            (x[k * inputs + i] - u[k * hidden + c] * slopes[c * inputs + i]) / s;
      }
    }
    return s;
  }

  /** The residuals, and the rows of the Gram matrix: P = S Sᵀ with S = diag √p − p √pᵀ. */
  private void outputs(double[] w, int[] labels, int[] index) {
    int n = index.length;
    double[] p = new double[outputs];
    double[] row = new double[d];
    double[] v = new double[outputs];
    for (int k = 0; k < n; k++) {
      softmax(w, k, p);
      for (int o = 0; o < outputs; o++) {
        residual[k * outputs + o] = (p[o] - (labels[index[k]] == o ? 1 : 0)) / n;
      }
      for (int r = 0; r < outputs; r++) {
        double root = Math.sqrt(p[r] / n);
        for (int o = 0; o < outputs; o++) {
          v[o] = ((o == r ? 1 : 0) - p[o]) * root;
        }
        fill(w, k, n, v, row);
        rows.setRow(k * outputs + r, row);
      }
    }
  }

  private void softmax(double[] w, int k, double[] p) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int o = 0; o < outputs; o++) {
      double z = w[last + o];
      for (int c = 0; c < hidden; c++) {
        z += w[second + o * hidden + c] * activation[k * hidden + c];
      }
      p[o] = z;
      largest = Math.max(largest, z);
    }
    double sum = 0;
    for (int o = 0; o < outputs; o++) {
      p[o] = Math.exp(p[o] - largest);
      sum += p[o];
    }
    for (int o = 0; o < outputs; o++) {
      p[o] /= sum;
    }
  }

  /** row = vᵀ ∂z_k. */
  private void fill(double[] w, int k, int n, double[] v, double[] row) {
    for (int c = 0; c < hidden; c++) {
      double back = 0;
      for (int o = 0; o < outputs; o++) {
        back += v[o] * w[second + o * hidden + c];
        row[second + o * hidden + c] = v[o] * activation[k * hidden + c];
      }
      back *= open[k * hidden + c];
      row[gamma + c] = back * u[k * hidden + c];
      row[beta + c] = back;
      double scale = back * w[gamma + c];
      for (int i = 0; i < inputs; i++) {
        row[c * inputs + i] = scale * jacobian[(c * n + k) * inputs + i];
      }
    }
    System.arraycopy(v, 0, row, last, outputs);
  }

  /** Second derivatives of γ u by the unit's own weights and γ, under the back-propagated r. */
  private void unitCurvature(
      double[] w, int c, int n, double s, double[] slopes, double[] moments, double[] h) {
    double[] a = new double[inputs];
    double[] byGamma = new double[inputs];
    double t = 0;
    for (int k = 0; k < n; k++) {
      double v = 0;
      for (int o = 0; o < outputs; o++) {
        v += residual[k * outputs + o] * w[second + o * hidden + c];
      }
      v *= open[k * hidden + c];
      t += v * u[k * hidden + c] * s;
      for (int i = 0; i < inputs; i++) {
        a[i] += v * x[k * inputs + i];
        byGamma[i] += v * jacobian[(c * n + k) * inputs + i];
      }
    }
    double scale = w[gamma + c];
    for (int i = 0; i < inputs; i++) {
      double gi = slopes[c * inputs + i];
      int at = (c * inputs + i) * d;
      for (int j = i; j < inputs; j++) {
        double gj = slopes[c * inputs + j];
        double mixed = -(a[i] * gj + gi * a[j]) / (s * s);
        double own = (3 * t * gi * gj - t * moments[i * inputs + j]) / (s * s * s);
        h[at + c * inputs + j] += scale * (mixed + own);
      }
      h[at + gamma + c] += byGamma[i];
    }
  }

  /** Second derivatives by a weight of the last layer and one of the unit that it reads. */
  private void crossCurvature(double[] w, int c, int n, double[] h) {
    double scale = w[gamma + c];
    for (int k = 0; k < n; k++) {
      if (open[k * hidden + c] == 0) {
        continue;
      }
      for (int o = 0; o < outputs; o++) {
        double r = residual[k * outputs + o];
        int column = second + o * hidden + c;
        for (int i = 0; i < inputs; i++) {
          h[(c * inputs + i) * d + column] += r * scale * jacobian[(c * n + k) * inputs + i];
        }
        h[(gamma + c) * d + column] += r * u[k * hidden + c];
        h[(beta + c) * d + column] += r;
      }
    }
  }
}
