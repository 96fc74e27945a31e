package eddy.nets.reference;

/**
 * One layer of the float64 twin: its forward pass, and next to it the derivative.
 *
 * <p>A layer owns its two buffers (output, and gradient with respect to its input) and remembers
 * the input of its last forward pass, which must not change before {@link #backward}. Not for use
 * by several threads.
 */
abstract class ReferenceLayer {
  final int inputs;
  final int outputs;
  double[] input;
  double[] output = new double[0];
  double[] inputGradient = new double[0];

  /**
   * @param inputs numbers per example that go in
   * @param outputs numbers per example that come out
   */
  ReferenceLayer(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Runs the layer on {@code n} examples, {@code x[example*inputs + i]}; the result is owned. */
  final double[] forward(double[] w, double[] x, int n, Mode mode) {
    input = x;
    if (output.length < n * outputs) {
      output = new double[n * outputs];
    }
    if (inputGradient.length < n * inputs) {
      inputGradient = new double[n * inputs];
    }
    forwardInto(w, n, mode);
    return output;
  }

  /** Fills {@link #output} from {@link #input}. */
  abstract void forwardInto(double[] w, int n, Mode mode);

  /**
   * From dL/d(output) to dL/d(input), which is returned and owned; dL/dw is added to {@code dw}.
   */
  abstract double[] backward(double[] w, double[] dy, double[] dw, int n);

  /**
   * What decides which linear piece of the network a point lies on (signs before a ReLU, winners of
   * a maximum), folded into one number: equal at two points means that no kink lies between them
   * unless it was crossed twice. Smooth layers return {@code seed}.
   */
  long piece(long seed, int n) {
    return seed;
  }
}
