package eddy.nets;

/** Where a layer's backward pass puts the gradient by its parameters. */
interface GradientSink {

  /** For passes without gradient. */
  GradientSink NONE = (pass, slot, thread, lanes, offset, count) -> {};

  /**
   * Takes the gradients of the examples of one slot by some parameters.
   *
   * @param lanes {@code [parameter][lane]}, overwritten after the call
   * @param offset the first parameter's place in the flat vector
   * @param count how many parameters
   */
  void accept(Pass pass, int slot, int thread, float[] lanes, int offset, int count);
}
