package eddy.study.linear;

import eddy.potential.LinearSteadyState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Linear systems whose decomposition F = (D + Q) U was computed with SciPy (Bartels-Stewart,
 * float64), to be compared with.
 */
public enum ReferenceCase {
  /** A 2 x 2 Hessian. */
  HESSIAN_2("sym2x2", "(a) minimum, 2-d"),
  /** A 2 x 2 matrix F that is no Hessian, so that no loss has it. */
  ROTATION_2("nonsym2x2", "(b) no Hessian, 2-d"),
  /** A 3 x 3 Hessian. */
  HESSIAN_3("sym3x3", "(c) minimum, 3-d"),
  /** A saddle of a loss. */
  SADDLE_2("saddle2x2", "(d) saddle, 2-d"),
  /** A 6 x 6 Hessian. */
  HESSIAN_6("sym6x6", "(e) minimum, 6-d"),
  /** A 6 x 6 matrix F that is no Hessian. */
  ROTATION_6("nonsym6x6", "(f) no Hessian, 6-d"),
  /** A saddle whose F is no Hessian. */
  SADDLE_3("saddle_nonsym3x3", "(g) saddle, no Hessian, 3-d"),
  /** Noise proportional to the Hessian. */
  ALIGNED("hessian_aligned_Q0", "(h) D = F/2"),
  /** Anisotropic noise on the axes of the Hessian. */
  COMMUTING("commuting_anisotropic_Q0", "(i) D on the axes of F");

  private final String key;
  private final String label;

  ReferenceCase(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** A short name for tables and figures. */
  public String label() {
    return label;
  }

  /** Our solution of Lemma 20. */
  public LinearSteadyState state() {
    Map<String, double[]> numbers = read();
    double[] f = numbers.get("F");
    return LinearSteadyState.of((int) Math.round(Math.sqrt(f.length)), f, numbers.get("D"));
  }

  /** The inverse temperature that goes with the case. */
  public double beta() {
    return read().get("beta")[0];
  }

  /**
   * The reference for one quantity.
   *
   * @param quantity X, Q, U (row-major) or EPR (entropy production)
   * @return its numbers; one NaN where the case has none
   */
  public double[] reference(String quantity) {
    return read().getOrDefault(quantity, new double[] {Double.NaN});
  }

  /** The largest difference between our X, Q, U, entropy production and the reference. */
  public double difference() {
    LinearSteadyState s = state();
    double largest = Math.max(gap(s.x(), reference("X")), gap(s.q(), reference("Q")));
    largest = Math.max(largest, gap(s.u(), reference("U")));
    return s.isStable()
        ? Math.max(largest, Math.abs(s.entropyProduction() - reference("EPR")[0]))
        : largest;
  }

  private static double gap(double[] ours, double[] reference) {
    double largest = 0;
    for (int i = 0; i < ours.length; i++) {
      largest = Math.max(largest, Math.abs(ours[i] - reference[i]));
    }
    return largest;
  }

  private Map<String, double[]> read() {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    try (InputStream file = LinearSteadyState.class.getResourceAsStream("lemma20.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split(","))
          .filter(parts -> parts[0].equals(key))
          .forEach(
              parts ->
                  numbers.put(
                      parts[1],
                      Arrays.stream(parts).skip(2).mapToDouble(Double::parseDouble).toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }
}
