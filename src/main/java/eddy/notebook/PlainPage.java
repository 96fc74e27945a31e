package eddy.notebook;

import java.io.PrintStream;

/** A page without a kernel: text on one stream, lines that are updated on another. */
final class PlainPage implements Page {
  private final PrintStream out;
  private final PrintStream err;

  PlainPage(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void show(Output output) {
    out.println(output.text());
  }

  @Override
  public void update(String name, Output output) {
    err.println(output.text());
  }
}
