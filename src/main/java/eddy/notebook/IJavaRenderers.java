package eddy.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.Renderer;

/**
 * Teaches an IJava kernel to show Eddy's figures, Tablesaw's tables and XChart's charts when a cell
 * ends with one. IJava looks for no extensions: put the line {@code
 * eddy.notebook.IJavaRenderers.install(io.github.spencerpark.ijava.IJava.getKernelInstance());} in
 * its start-up script.
 */
public final class IJavaRenderers {
  private IJavaRenderers() {}

  /**
   * Registers the renderers.
   *
   * @param kernel the running kernel
   */
  public static void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  static void register(Renderer renderer) {
    Outputs.TYPES.forEach(type -> register(renderer, type));
  }

  private static <T> void register(Renderer renderer, Class<T> type) {
    renderer
        .createRegistration(type)
        .preferring("image/png", "text/html")
        .supporting("text/plain")
        .register(
            (value, context) ->
                context.getOutputContainer().assign(IJavaPage.data(Outputs.of(value))));
  }
}
