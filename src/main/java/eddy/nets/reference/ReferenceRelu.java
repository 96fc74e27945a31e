package eddy.nets.reference;

/** y = max(x, 0), with derivative 0 at 0. */
final class ReferenceRelu extends ReferenceLayer {

  ReferenceRelu(int size) {
    super(size, size);
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    for (int i = 0; i < n * inputs; i++) {
      output[i] = Math.max(input[i], 0);
    }
  }

  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    for (int i = 0; i < n * inputs; i++) {
      inputGradient[i] = input[i] > 0 ? dy[i] : 0;
    }
    return inputGradient;
  }

  @Override
  long piece(long seed, int n) {
    long hash = seed;
    for (int i = 0; i < n * inputs; i++) {
      hash = 31 * hash + (input[i] > 0 ? 1 : 0);
    }
    return hash;
  }
}
