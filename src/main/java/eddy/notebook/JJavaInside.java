package eddy.notebook;

import java.lang.reflect.Field;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * What an extension needs of JJava and JJava keeps to itself: two private fields of 1.0a8, the
 * version that the project pins. With a version that has others, Eddy does without.
 */
final class JJavaInside {
  private JJavaInside() {}

  /** What the cell that runs now answers through; empty between cells. */
  static Optional<ShellReplyEnvironment> cell(BaseKernel kernel) {
    return field(kernel.getIO().display, "env", ShellReplyEnvironment.class);
  }

  /** The connection that a channel belongs to. */
  static Optional<JupyterConnection> connection(ShellChannel channel) {
    return field(channel, "connection", JupyterConnection.class);
  }

  private static <T> Optional<T> field(Object owner, String name, Class<T> type) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return Optional.ofNullable(type.cast(field.get(owner)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
