package eddy.notebook;

import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;

/**
 * Lets Shift-Tab answer where a reader presses it, behind a name or a parenthesis: JJava looks one
 * letter behind the cursor, and finds nothing at the end of what was typed.
 */
final class JJavaInspection implements ShellHandler<InspectRequest> {
  private final ShellHandler<InspectRequest> kernel;

  /**
   * Makes a handler that asks for the letter before the cursor.
   *
   * @param kernel what answers an inspection
   */
  JJavaInspection(ShellHandler<InspectRequest> kernel) {
    this.kernel = kernel;
  }

  @Override
  public void handle(ShellReplyEnvironment env, Message<InspectRequest> message) {
    InspectRequest asked = message.getContent();
    int before = Math.max(0, asked.getCursorPos() - 1);
    var content = new InspectRequest(asked.getCode(), before, asked.getDetailLevel());
    kernel.handle(env, new Message<>(message.getHeader(), content));
  }
}
