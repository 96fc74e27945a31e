package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/**
 * Stands in for IJava's main class, which no registry has: the one method that Eddy calls, by name.
 */
public final class IJava {
  private static volatile BaseKernel kernel;

  private IJava() {}

  /** The running kernel, or null, as IJava 1.3.0 has it. */
  public static BaseKernel getKernelInstance() {
    return kernel;
  }

  /** Says which kernel runs; null for none. */
  public static void run(BaseKernel running) {
    kernel = running;
  }
}
