package eddy.nets;

/** The loss at the end of the chain: l and dl/dz of each example of a slot, and its mistakes. */
final class LossKernel {
  private final Loss loss;
  private final int classes;
  private final double[][] outputs;
  private final double[][] gradients;

  /** By slot: the sum of the losses, and how many largest outputs are not the right class. */
  final double[] losses;

  final int[] mistakes;

  LossKernel(Loss loss, int classes, int slots, int threads) {
    this.loss = loss;
    this.classes = classes;
    this.outputs = new double[threads][classes];
    this.gradients = new double[threads][classes];
    this.losses = new double[slots];
    this.mistakes = new int[slots];
  }

  /**
   * Fills the sums of this slot, and the chain's gradient by the outputs with {@code scale}·dl/dz,
   * 0 in lanes without an example.
   */
  void run(Chain chain, Pass pass, int slot, int thread, double scale) {
    int begin = pass.firstOf(slot);
    int count = pass.inSlot(slot);
    float[] z = chain.outputs();
    int zAt = slot * classes * Lanes.COUNT;
    float[] dz = chain.outputGradient();
    int dzAt = chain.gradientAt(slot);
    double sum = 0;
    int wrong = 0;
    double[] output = outputs[thread];
    double[] gradient = gradients[thread];
    for (int l = 0; l < Lanes.COUNT; l++) {
      if (l >= count) {
        for (int c = 0; c < classes; c++) {
          dz[dzAt + c * Lanes.COUNT + l] = 0;
        }
        continue;
      }
      int largest = 0;
      for (int c = 0; c < classes; c++) {
        output[c] = z[zAt + c * Lanes.COUNT + l];
        largest = output[c] > output[largest] ? c : largest;
      }
      int label = pass.examples.y()[pass.examples.number(begin + l)];
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "The label "
                + label
                + " is no class of a network with "
                + classes
                + " outputs: labels run from 0 to "
                + (classes - 1)
                + ".");
      }
      wrong += largest == label ? 0 : 1;
      sum += loss.value(output, label, gradient);
      for (int c = 0; c < classes; c++) {
        dz[dzAt + c * Lanes.COUNT + l] = (float) (scale * gradient[c]);
      }
    }
    losses[slot] = sum;
    mistakes[slot] = wrong;
  }
}
