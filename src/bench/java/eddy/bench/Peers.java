package eddy.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Python peers in a process of their own, which waits for requests and runs one at a time.
 *
 * <p>A request and its answer are one line each: {@code key=value} fields with tabs between.
 */
final class Peers implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;

  /**
   * @param python the interpreter of the benchmark's virtual environment; empty: every request
   *     fails with a sentence
   * @param script {@code peers.py}
   * @param threads how many threads PyTorch and the BLAS below NumPy may use
   */
  Peers(String python, Path script, int threads) throws IOException {
    if (python.isEmpty()) {
      process = null;
      answers = null;
      requests = null;
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(python, script.toString());
    String count = Integer.toString(threads);
    for (String variable :
        new String[] {"OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"}) {
      builder.environment().put(variable, count);
    }
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    process = builder.start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /** Sends one request ({@code key, value, key, value, ...}) and waits for its answer. */
  Map<String, String> ask(Object... fields) {
    if (process == null) {
      throw new IllegalStateException("no Python peers (./eddy bench sets them up)");
    }
    Map<String, String> request = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      request.put(fields[i].toString(), fields[i + 1].toString());
    }
    try {
      requests.write(
          request.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("\t", "", "\n")));
      requests.flush();
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("The Python peers stopped; their last words are above.");
      }
      Map<String, String> answer = new LinkedHashMap<>();
      for (String field : line.split("\t")) {
        int at = field.indexOf('=');
        answer.put(field.substring(0, at), field.substring(at + 1));
      }
      if (answer.containsKey("error")) {
        throw new IllegalStateException(answer.get("error"));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("The Python peers stopped.", e);
    }
  }

  /** Sends one request and returns the seconds that the peer measured. */
  double seconds(Object... fields) {
    return Double.parseDouble(ask(fields).get("seconds"));
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    try {
      requests.close();
    } catch (IOException e) {
      process.destroy();
    }
  }
}
