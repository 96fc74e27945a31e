package eddy.nets.reference;

import java.util.Arrays;

/** y_o = b_o + sum_i W[o][i] x_i, with W {@code [out][in]} and then b at {@code at} in w. */
final class ReferenceDense extends ReferenceLayer {
  private final int at;

  ReferenceDense(int inputs, int outputs, int at) {
    super(inputs, outputs);
    this.at = at;
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    int bias = at + outputs * inputs;
    for (int k = 0; k < n; k++) {
      for (int o = 0; o < outputs; o++) {
        double sum = 0;
        int row = at + o * inputs;
        for (int i = 0; i < inputs; i++) {
          sum += w[row + i] * input[k * inputs + i];
        }
        output[k * outputs + o] = w[bias + o] + sum;
      }
    }
  }

  /** dW = dyᵀ x, db = sum of dy over the examples, dx = dy W. */
  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    int bias = at + outputs * inputs;
    for (int k = 0; k < n; k++) {
      int x = k * inputs;
      Arrays.fill(inputGradient, x, x + inputs, 0);
      for (int o = 0; o < outputs; o++) {
        double g = dy[k * outputs + o];
        int row = at + o * inputs;
        dw[bias + o] += g;
        for (int i = 0; i < inputs; i++) {
          dw[row + i] += g * input[x + i];
        }
        for (int i = 0; i < inputs; i++) {
          inputGradient[x + i] += g * w[row + i];
        }
      }
    }
    return inputGradient;
  }
}
