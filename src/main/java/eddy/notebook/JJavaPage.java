package eddy.notebook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The page of a JJava kernel. Only calls that JJava 1.0-a6 and 1.0a8 share. */
final class JJavaPage implements Page {
  private final BaseKernel kernel;
  private final Map<String, Line> lines = new HashMap<>();

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

  /**
   * A line that the cell which runs has not shown yet is shown anew, below that cell: a front end
   * would change it where it first stood, below a cell that has ended.
   */
  @Override
  public synchronized void update(String name, Output output) {
    DisplayData data = data(output);
    data.putMetaData("eddy", "progress"); // dropped when a notebook is published
    Object cell = JJavaInside.cell(kernel).orElse(null);
    Line line = lines.get(name);
    if (line != null && line.cell() == cell) {
      kernel.getIO().display.updateDisplay(line.id(), data);
    } else {
      line = new Line(cell, line == null ? name : line.id() + "'");
      lines.put(name, line);
      data.putTransientData("display_id", line.id()); // setDisplayId changed in 1.0a8
      kernel.display(data);
    }
  }

  static DisplayData data(Output output) {
    DisplayData data = new DisplayData();
    output.byMimeType().forEach(data::putData);
    output.metadata().forEach(data::putMetaData);
    return data;
  }

  /** Where a line stands: the cell and the name under which the front end knows it. */
  private record Line(Object cell, String id) {}
}
