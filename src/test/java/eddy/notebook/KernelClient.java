package eddy.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The other end of a kernel's sockets, as a notebook server is it (Jupyter messaging protocol 5.3):
 * runs cells and hears what the kernel publishes.
 */
final class KernelClient implements AutoCloseable {
  private static final String DELIMITER = "<IDS|MSG>";
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int GLANCE_MILLIS = 200;

  /** A published message: its type, its content, and which request it answers. */
  record Message(String type, JsonObject content, String request) {
    /** What it shows as a MIME type. */
    String data(String mimeType) {
      return content.getAsJsonObject("data").get(mimeType).getAsString();
    }

    /** The name under which it can be replaced. */
    String displayId() {
      return content.getAsJsonObject("transient").get("display_id").getAsString();
    }
  }

  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell = context.createSocket(SocketType.DEALER);
  private final ZMQ.Socket published = context.createSocket(SocketType.SUB);
  private final String key;
  private int requests;

  /** Connects, and waits until the kernel answers and its publications arrive. */
  KernelClient(KernelConnectionProperties kernel) {
    key = kernel.getKey();
    String host = kernel.getTransport() + "://" + kernel.getIp() + ":";
    shell.connect(host + kernel.getShellPort());
    published.connect(host + kernel.getIopubPort());
    published.subscribe(new byte[0]);
    published.setReceiveTimeOut(GLANCE_MILLIS);
    for (int waited = 0; waited < PATIENCE_MILLIS; waited += GLANCE_MILLIS) {
      send("kernel_info_request", new JsonObject());
      if (published.recv() != null) {
        drain();
        published.setReceiveTimeOut(PATIENCE_MILLIS);
        return;
      }
    }
    throw new AssertionError("The kernel does not publish anything.");
  }

  private void drain() {
    while (published.recv() != null) {
      // until nothing came for a moment
    }
  }

  /** Asks for a cell to be run; what it publishes is heard by {@link #next}. */
  String execute(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    return send("execute_request", content);
  }

  /** Runs a cell, and returns what it published until the kernel was idle again. */
  List<Message> run(String code) {
    String request = execute(code);
    List<Message> heard = new ArrayList<>();
    while (true) {
      Message message = next();
      if (!message.request().equals(request)) {
        continue;
      }
      if (message.type().equals("status")) {
        if (message.content().get("execution_state").getAsString().equals("idle")) {
          return heard;
        }
      } else if (!message.type().equals("execute_input")) {
        heard.add(message);
      }
    }
  }

  /** The next message of a type. */
  Message next(String type) {
    Message message = next();
    while (!message.type().equals(type)) {
      message = next();
    }
    return message;
  }

  private Message next() {
    byte[] part = published.recv();
    if (part == null) {
      throw new AssertionError("The kernel has published nothing for " + PATIENCE_MILLIS + " ms.");
    }
    while (!Arrays.equals(part, DELIMITER.getBytes(StandardCharsets.US_ASCII))) {
      part = published.recv();
    }
    String signature = published.recvStr();
    String[] parts = {
      published.recvStr(), published.recvStr(), published.recvStr(), published.recvStr()
    };
    if (!signature.equals(signature(parts))) {
      throw new AssertionError("A message is signed wrongly.");
    }
    JsonObject header = JsonParser.parseString(parts[0]).getAsJsonObject();
    JsonObject parent = JsonParser.parseString(parts[1]).getAsJsonObject();
    return new Message(
        header.get("msg_type").getAsString(),
        JsonParser.parseString(parts[3]).getAsJsonObject(),
        parent.has("msg_id") ? parent.get("msg_id").getAsString() : "");
  }

  private String send(String type, JsonObject content) {
    String id = "request-" + ++requests;
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("msg_type", type);
    header.addProperty("session", "test");
    header.addProperty("username", "test");
    header.addProperty("date", "2026-01-01T00:00:00Z");
    header.addProperty("version", "5.3");
    String[] parts = {header.toString(), "{}", "{}", content.toString()};
    shell.sendMore(DELIMITER);
    shell.sendMore(signature(parts));
    for (int i = 0; i < parts.length; i++) {
      shell.send(parts[i], i < parts.length - 1 ? ZMQ.SNDMORE : 0);
    }
    return id;
  }

  private String signature(String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      for (String part : parts) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
