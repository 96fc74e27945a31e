package eddy.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure, as the command line says.
 *
 * @param only which parts: gradients, training, trainer, diffusion, spectrum, ensembles, stationary
 * @param threads how many threads everybody gets
 * @param rounds how many rounds count; one more before them does not
 * @param full the sizes of the paper instead of smaller ones with the same ratios
 * @param python the interpreter with the Python peers; empty for none
 * @param script the program that runs there
 */
record Plan(List<String> only, int threads, int rounds, boolean full, String python, Path script) {
  private static final List<String> PARTS =
      List.of(
          "gradients", "training", "trainer", "diffusion", "spectrum", "ensembles", "stationary");
  static final String USAGE =
      "Arguments: [part ...] [--threads N] [--rounds N] [--full], parts among "
          + String.join(", ", PARTS)
          + "; all without one.";

  /**
   * @throws IllegalArgumentException if an argument is not understood
   */
  static Plan of(String[] arguments, String python, Path script) {
    List<String> only = new ArrayList<>();
    int threads = Runtime.getRuntime().availableProcessors();
    int rounds = 7;
    boolean full = false;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (PARTS.contains(argument)) {
        only.add(argument);
      } else if (argument.equals("--full")) {
        full = true;
      } else if (argument.equals("--threads") && i + 1 < arguments.length) {
        threads = Integer.parseInt(arguments[++i]);
      } else if (argument.equals("--rounds") && i + 1 < arguments.length) {
        rounds = Integer.parseInt(arguments[++i]);
      } else {
        throw new IllegalArgumentException(
            "Not understood: " + argument + " in " + Arrays.toString(arguments) + ". " + USAGE);
      }
    }
    return new Plan(
        only.isEmpty() ? PARTS : List.copyOf(only), threads, rounds, full, python, script);
  }

  boolean has(String part) {
    return only.contains(part);
  }
}
