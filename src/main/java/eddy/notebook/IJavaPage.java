package eddy.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The page of an IJava kernel. */
final class IJavaPage implements Page {
  private final BaseKernel kernel;
  private final Set<String> shown = new HashSet<>();

  IJavaPage(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** The running IJava kernel's page; empty outside of one. */
  static Optional<Page> attached() {
    try {
      Object kernel =
          Class.forName("io.github.spencerpark.ijava.IJava")
              .getMethod("getKernelInstance")
              .invoke(null);
      return kernel == null ? Optional.empty() : Optional.of(new IJavaPage((BaseKernel) kernel));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // IJava is not on the class path
    }
  }

  @Override
  public void show(Output output) {
    kernel.display(data(output));
  }

  @Override
  public synchronized void update(String name, Output output) {
    DisplayData data = data(output);
    data.putMetaData("eddy", "progress"); // dropped when a notebook is published
    if (shown.add(name)) {
      data.putTransientData("display_id", name);
      kernel.display(data);
    } else {
      kernel.getIO().display.updateDisplay(name, data);
    }
  }

  static DisplayData data(Output output) {
    DisplayData data = new DisplayData();
    output.byMimeType().forEach(data::putData);
    output.metadata().forEach(data::putMetaData);
    return data;
  }
}
