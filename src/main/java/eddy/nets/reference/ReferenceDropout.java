package eddy.nets.reference;

/**
 * In training y = x / (1 − rate) where {@code nextFloat() >= rate} and 0 elsewhere, drawn in
 * storage order; otherwise y = x.
 */
final class ReferenceDropout extends ReferenceLayer {
  private final double rate;
  private double[] factor = new double[0];

  ReferenceDropout(int size, double rate) {
    super(size, size);
    this.rate = rate;
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    if (factor.length < n * inputs) {
      factor = new double[n * inputs];
    }
    boolean drop = mode.train() && mode.dropout() != null;
    for (int i = 0; i < n * inputs; i++) {
      factor[i] = !drop ? 1 : mode.dropout().nextFloat() >= rate ? 1 / (1 - rate) : 0;
      output[i] = factor[i] * input[i];
    }
  }

  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    for (int i = 0; i < n * inputs; i++) {
      inputGradient[i] = factor[i] * dy[i];
    }
    return inputGradient;
  }
}
