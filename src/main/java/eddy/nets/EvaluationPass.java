package eddy.nets;

/**
 * Consecutive examples in evaluation mode: block after block goes forward, to the loss and back, as
 * far as asked; either each through a slot of its own, or through that of the thread that takes it.
 */
record EvaluationPass(
    Extent extent, boolean ownSlots, Chain chain, Pass pass, LossKernel loss, BlockResult result)
    implements Team.Job {

  /** How far a block goes. */
  enum Extent {
    OUTPUTS,
    LOSS,
    GRADIENT
  }

  /** Takes what a block leaves in its slot. */
  interface BlockResult {
    void accept(int block, int slot);
  }

  @Override
  public int stages() {
    return 1;
  }

  @Override
  public void run(int stage, int block, int thread) {
    int slot = ownSlots ? block : thread;
    pass.block[slot] = block;
    chain.load(pass, slot);
    for (int i = 0; i < chain.length(); i++) {
      chain.kernel(i).forward(pass, slot, thread);
    }
    if (extent != Extent.OUTPUTS) {
      loss.run(chain, pass, slot, thread, 1);
    }
    if (extent == Extent.GRADIENT) {
      for (int i = chain.length() - 1; i >= chain.first(); i--) {
        chain.backward(i, pass, slot, thread);
      }
    }
    result.accept(block, slot);
  }

  @Override
  public void after(int stage) {}
}
