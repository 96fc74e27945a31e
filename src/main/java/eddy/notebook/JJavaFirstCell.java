package eddy.notebook;

import java.lang.reflect.Field;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.MessageType;

/**
 * Puts a {@link JJavaQueue} into a JJava kernel when its first cell runs: JJava installs extensions
 * before it has a connection, and hands them none later. The connection is read from two private
 * fields of JJava 1.0a8; with a JJava that has others, cells queue as JJava has it.
 */
final class JJavaFirstCell {
  private final BaseKernel kernel;
  private JShell shell;
  private JShell.Subscription subscription;
  private JJavaQueue queue;

  private JJavaFirstCell(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** Waits for the first cell of this kernel. */
  static void await(BaseKernel kernel) {
    var first = new JJavaFirstCell(kernel);
    try {
      first.shell = (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
      first.subscription = first.shell.onSnippetEvent(first::evaluated);
    } catch (ReflectiveOperationException e) {
      System.err.println("Eddy: this JJava runs queued cells after an interrupt: " + e);
    }
  }

  private void evaluated(SnippetEvent event) {
    if (!kernel.getIO().isAttached()) {
      return; // the kernel starts: no cell, no connection
    }
    try {
      var env = (ShellReplyEnvironment) field(kernel.getIO().display, "env");
      if (queue == null) {
        install((ShellChannel) env.getShell());
        env.defer(() -> shell.unsubscribe(subscription));
      }
      if (event.exception() != null || event.status() == Snippet.Status.REJECTED) {
        env.defer(() -> queue.drop((ShellChannel) env.getShell()));
      }
    } catch (ReflectiveOperationException e) {
      shell.unsubscribe(subscription);
      System.err.println("Eddy: this JJava runs queued cells after an interrupt: " + e);
    }
  }

  private void install(ShellChannel channel) throws ReflectiveOperationException {
    var connection = (JupyterConnection) field(channel, "connection");
    queue = new JJavaQueue(connection, connection.getHandler(MessageType.EXECUTE_REQUEST));
    connection.setHandler(MessageType.EXECUTE_REQUEST, queue);
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
