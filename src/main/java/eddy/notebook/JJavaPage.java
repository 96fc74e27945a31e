package eddy.notebook;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The page of a JJava kernel. Only calls that JJava 1.0-a6 and 1.0a8 share. */
final class JJavaPage implements Page {
  private final BaseKernel kernel;
  private final Set<String> shown = new HashSet<>();

  JJavaPage(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** The running JJava kernel's page; empty outside of one. */
  static Optional<Page> attached() {
    try {
      return Optional.of(new JJavaPage(BaseKernel.notebookKernel()));
    } catch (NullPointerException | LinkageError e) {
      return Optional.empty(); // not started by a kernel, or no JJava on the class path
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
      data.putTransientData("display_id", name); // setDisplayId changed its signature in 1.0a8
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
