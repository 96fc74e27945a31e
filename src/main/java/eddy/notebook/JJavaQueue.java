package eddy.notebook;

import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * Drops the cells that wait behind a cell that failed or was interrupted, as Jupyter's Python
 * kernel does. JJava goes on with the next one: after "Run All" an interrupt would end one long
 * cell and start another, with the variables of the first missing.
 *
 * <p>A dropped cell is answered with the status {@code aborted}; whatever else waits (completion,
 * inspection) is answered as ever. All of it happens on the thread of the shell channel, before the
 * failing cell's own answer leaves, so a client that waits for answers loses nothing.
 */
final class JJavaQueue implements ShellHandler<ExecuteRequest> {
  private static final int READABLE = 1; // ZMQ_POLLIN
  private static final String INTERRUPTED = "EvaluationInterruptedException";

  private final JupyterConnection connection;
  private final ShellHandler<ExecuteRequest> kernel;

  /**
   * Makes a handler that drops what waits behind a failure.
   *
   * @param connection the kernel's connection
   * @param kernel what runs a cell
   */
  JJavaQueue(JupyterConnection connection, ShellHandler<ExecuteRequest> kernel) {
    this.connection = connection;
    this.kernel = kernel;
  }

  @Override
  public void handle(ShellReplyEnvironment env, Message<ExecuteRequest> request) {
    var watched = new Watched(env);
    try {
      kernel.handle(watched, request);
      if (watched.failed && request.getContent().shouldStopOnError()) {
        drop(watched.channel());
      }
    } finally {
      watched.resolveDeferrals();
    }
  }

  /** Answers everything that has arrived and not been read. */
  void drop(ShellChannel channel) {
    while ((channel.getEvents() & READABLE) != 0) {
      Message<?> message = channel.readMessage();
      if (message == null) {
        return; // the connection was closed meanwhile
      }
      ShellReplyEnvironment env = connection.prepareReplyEnv(channel, message);
      try {
        answer(env, message);
      } finally {
        env.resolveDeferrals();
      }
      if (env.isMarkedForShutdown()) {
        connection.close();
        return;
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void answer(ShellReplyEnvironment env, Message<?> message) {
    MessageType<?> type = message.getHeader().getType();
    if (type == MessageType.EXECUTE_REQUEST) {
      env.setBusyDeferIdle();
      env.reply(new Message<>(message, (MessageType) MessageType.EXECUTE_REPLY, new Aborted()));
    } else {
      ShellHandler handler = connection.getHandler(type);
      if (handler != null) {
        handler.handle(env, message);
      }
    }
  }

  /** The content of the answer to a dropped cell. */
  private static final class Aborted {
    @SuppressWarnings("unused") // written as JSON
    private final String status = "aborted";
  }

  /** Notices whether the answer is an error, and tells the reader what to do after an interrupt. */
  private static final class Watched extends ShellReplyEnvironment {
    private final ShellReplyEnvironment plain;
    private boolean failed;

    Watched(ShellReplyEnvironment plain) {
      super((ShellChannel) plain.getShell(), null, plain.getIopub(), plain.getContext());
      this.plain = plain;
    }

    ShellChannel channel() {
      return (ShellChannel) getShell();
    }

    @Override
    public void replyError(MessageType<?> type, ErrorReply error) {
      failed = true;
      super.replyError(type, error); // deferred: whatever is sent next leaves first
      if (error.getErrorName().endsWith(INTERRUPTED)) {
        writeToStdErr("Stopped. Run the cell again: it goes on from what is safe on disk.\n");
      }
    }

    @Override
    public String readFromStdIn(String prompt, boolean password) {
      return plain.readFromStdIn(prompt, password);
    }
  }
}
