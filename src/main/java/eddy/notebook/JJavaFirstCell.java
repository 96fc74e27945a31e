package eddy.notebook;

import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.MessageType;

/**
 * Puts a {@link JJavaQueue} and a {@link JJavaInspection} into a JJava kernel when its first cell
 * runs: JJava installs extensions before it has a connection, and hands them none later.
 */
final class JJavaFirstCell {
  private final BaseKernel kernel;
  private final JShell shell;
  private JShell.Subscription subscription;
  private JJavaQueue queue;

  private JJavaFirstCell(BaseKernel kernel, JShell shell) {
    this.kernel = kernel;
    this.shell = shell;
  }

  /** Waits for the first cell of this kernel; of one that shows its JShell, as JJava 1.0a8 does. */
  static void await(BaseKernel kernel) {
    try {
      var shell = (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
      var first = new JJavaFirstCell(kernel, shell);
      first.subscription = shell.onSnippetEvent(first::evaluated);
    } catch (ReflectiveOperationException e) {
      System.err.println("Eddy: this JJava runs the cells behind an interrupted one: " + e);
    }
  }

  private void evaluated(SnippetEvent event) {
    Optional<ShellReplyEnvironment> cell = JJavaInside.cell(kernel);
    if (cell.isEmpty()) {
      return; // the kernel starts
    }
    ShellReplyEnvironment env = cell.get();
    var channel = (ShellChannel) env.getShell();
    if (queue == null) {
      JJavaInside.connection(channel).ifPresent(this::install);
      env.defer(() -> shell.unsubscribe(subscription));
    }
    boolean failed = event.exception() != null || event.status() == Snippet.Status.REJECTED;
    if (failed && queue != null) {
      env.defer(() -> queue.drop(channel));
    }
  }

  private void install(JupyterConnection connection) {
    queue = new JJavaQueue(connection, connection.getHandler(MessageType.EXECUTE_REQUEST));
    connection.setHandler(MessageType.EXECUTE_REQUEST, queue);
    connection.setHandler(
        MessageType.INSPECT_REQUEST,
        new JJavaInspection(connection.getHandler(MessageType.INSPECT_REQUEST)));
  }
}
