package eddy.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/**
 * Teaches a JJava kernel to show Eddy's figures, Tablesaw's tables and XChart's charts when a cell
 * ends with one, and to drop the cells behind one that fails or is interrupted. The kernel finds it
 * in {@code META-INF/services} and installs it by itself.
 */
public final class JJavaExtension implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
    JJavaFirstCell.await(kernel);
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
                context.getOutputContainer().assign(JJavaPage.data(Outputs.of(value))));
  }
}
