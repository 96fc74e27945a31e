package eddy.nets;

/**
 * The loss of one example, a function of the network's outputs z and the label y; the loss of a
 * batch is the mean over its examples.
 */
public sealed interface Loss {

  /**
   * The loss of one example, and its derivative by the outputs.
   *
   * @param outputs z, one number a class
   * @param label the right class, 0 to {@code outputs.length − 1}
   * @param gradient receives dl/dz, same length; may be the same array as {@code outputs}
   * @return l(z, y)
   */
  double value(double[] outputs, int label, double[] gradient);

  /**
   * l = log Σ_c exp z_c − z_y, in natural logarithms; dl/dz = softmax(z) − e_y. Computed with the
   * largest output subtracted, so that no exponential overflows.
   */
  record SoftmaxCrossEntropy() implements Loss {
    @Override
    public double value(double[] outputs, int label, double[] gradient) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double z : outputs) {
        largest = Math.max(largest, z);
      }
      double right = outputs[label] - largest;
      double sum = 0;
      for (int c = 0; c < outputs.length; c++) {
        gradient[c] = Math.exp(outputs[c] - largest);
        sum += gradient[c];
      }
      for (int c = 0; c < outputs.length; c++) {
        gradient[c] /= sum;
      }
      gradient[label] -= 1;
      return Math.log(sum) - right;
    }
  }

  /** l = ½ Σ_c (z_c − [c = y])²; dl/dz = z − e_y. */
  record SquaredError() implements Loss {
    @Override
    public double value(double[] outputs, int label, double[] gradient) {
      double sum = 0;
      for (int c = 0; c < outputs.length; c++) {
        double difference = outputs[c] - (c == label ? 1 : 0);
        gradient[c] = difference;
        sum += difference * difference;
      }
      return sum / 2;
    }
  }
}
