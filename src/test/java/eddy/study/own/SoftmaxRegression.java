package eddy.study.own;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.run.RandomStream;
import eddy.run.StreamName;

/**
 * A network of one dense layer, whose gradients and Hessian are known in closed form: with p the
 * softmax of W x + c and r = p − e_y, the gradient is r ⊗ (x, 1), the Hessian (diag p − p pᵀ) ⊗ (x,
 * 1)(x, 1)ᵀ.
 */
record SoftmaxRegression(float[] weights, float[] inputs, int[] labels, int size, int classes) {

  static SoftmaxRegression random(int examples, int size, int classes, long seed) {
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    float[] weights = new float[classes * size + classes];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.5 * random.nextGaussian());
    }
    float[] inputs = new float[examples * size];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    int[] labels = new int[examples];
    for (int k = 0; k < examples; k++) {
      labels[k] = random.nextInt(classes);
    }
    return new SoftmaxRegression(weights, inputs, labels, size, classes);
  }

  OwnNetwork network() {
    return new OwnNetwork(
        "softmax regression",
        Architecture.of("softmax regression", Shape.vector(size), new LayerSpec.Dense(classes)),
        new Loss.SoftmaxCrossEntropy(),
        weights,
        new float[0]);
  }

  Images images() {
    return Images.of(inputs, labels, size, 1, 1, classes, "Gaussian inputs");
  }

  int dimension() {
    return weights.length;
  }

  private double[] probabilities(int k) {
    double[] p = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      double z = weights[classes * size + c];
      for (int i = 0; i < size; i++) {
        z += (double) weights[c * size + i] * inputs[k * size + i];
      }
      p[c] = Math.exp(z);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }

  /** (x, 1) of an example as it stands beside the weights of one output. */
  private double input(int k, int i) {
    return i < size ? inputs[k * size + i] : 1;
  }

  private int place(int c, int i) {
    return i < size ? c * size + i : classes * size + c;
  }

  double[][] gradients() {
    double[][] g = new double[labels.length][dimension()];
    for (int k = 0; k < labels.length; k++) {
      double[] p = probabilities(k);
      for (int c = 0; c < classes; c++) {
        for (int i = 0; i <= size; i++) {
          g[k][place(c, i)] = (p[c] - (c == labels[k] ? 1 : 0)) * input(k, i);
        }
      }
    }
    return g;
  }

  double[][] hessian() {
    double[][] h = new double[dimension()][dimension()];
    for (int k = 0; k < labels.length; k++) {
      double[] p = probabilities(k);
      for (int a = 0; a < classes; a++) {
        for (int b = 0; b < classes; b++) {
          double weight = ((a == b ? p[a] : 0) - p[a] * p[b]) / labels.length;
          for (int i = 0; i <= size; i++) {
            for (int j = 0; j <= size; j++) {
              h[place(a, i)][place(b, j)] += weight * input(k, i) * input(k, j);
            }
          }
        }
      }
    }
    return h;
  }
}
