package eddy.nets;

import eddy.run.RandomStream;

/**
 * What one pass through the network works with. A slot holds the activations of one block of
 * examples.
 */
final class Pass {
  final boolean training;
  final float[] w;

  /** Running statistics; in training null: they are left alone. */
  final float[] running;

  final Examples examples;

  /** Where training takes its dropout from, or null: no dropout. */
  final RandomStream dropout;

  final GradientSink sink;

  /** In training, the weight of this batch in the running statistics; 0: as each layer says. */
  final double momentum;

  /** Which block of the examples is in each slot. */
  final int[] block;

  private Pass(
      boolean training,
      float[] w,
      float[] running,
      Examples examples,
      RandomStream dropout,
      GradientSink sink,
      double momentum,
      int[] block) {
    this.training = training;
    this.w = w;
    this.running = running;
    this.examples = examples;
    this.dropout = dropout;
    this.sink = sink;
    this.momentum = momentum;
    this.block = block;
  }

  /** Block and slot are the same in training. */
  static Pass training(
      float[] w,
      float[] running,
      Examples batch,
      RandomStream dropout,
      GradientSink sink,
      double momentum,
      int[] identity) {
    return new Pass(true, w, running, batch, dropout, sink, momentum, identity);
  }

  static Pass evaluation(
      float[] w, float[] running, Examples examples, GradientSink sink, int[] block) {
    return new Pass(false, w, running, examples, null, sink, 0, block);
  }

  /** How many of a slot's lanes hold examples, 1 to {@link Lanes#COUNT}; the others hold copies. */
  int inSlot(int slot) {
    return examples.inBlock(block[slot]);
  }

  /** The place of a slot's first example among the examples. */
  int firstOf(int slot) {
    return block[slot] * Lanes.COUNT;
  }
}
