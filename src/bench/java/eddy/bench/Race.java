package eddy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same work by several contenders, round after round in turn, so that whatever else the machine
 * does falls on all of them alike.
 */
final class Race {
  private Race() {}

  /**
   * Runs {@code warmup + rounds} rounds and prints a line for each contender: median, smallest and
   * largest of the counted rounds, in {@code unit}, and how much longer it took than the first
   * contender (the median over rounds of the ratio within a round).
   *
   * @param units how many units of work one run holds (the printed time is per unit)
   */
  static void run(String title, double units, int warmup, int rounds, List<Contender> contenders) {
    System.out.printf("%n%s%n", title);
    double[][] seconds = new double[contenders.size()][rounds];
    List<String> failed = new ArrayList<>();
    for (int round = -warmup; round < rounds; round++) {
      for (int c = 0; c < contenders.size(); c++) {
        String name = contenders.get(c).name();
        if (failed.contains(name)) {
          continue;
        }
        try {
          double s = contenders.get(c).seconds().getAsDouble();
          if (round >= 0) {
            seconds[c][round] = s;
          }
        } catch (IllegalStateException e) {
          failed.add(name);
          System.out.printf("  %-44s not run: %s%n", name, e.getMessage());
        }
      }
    }
    System.out.printf("  %-44s %12s %27s %8s%n", "", "median", "smallest to largest", "x ours");
    for (int c = 0; c < contenders.size(); c++) {
      String name = contenders.get(c).name();
      if (!failed.contains(name)) {
        double[] sorted = seconds[c].clone();
        Arrays.sort(sorted);
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
          ratio[i] = seconds[c][i] / seconds[0][i];
        }
        System.out.printf(
            "  %-44s %12s %12s to %11s %8.2f%n",
            name,
            time(median(sorted) / units),
            time(sorted[0] / units),
            time(sorted[rounds - 1] / units),
            median(ratio));
      }
    }
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }

  private static String time(double seconds) {
    if (seconds < 1e-3) {
      return String.format("%.1f us", seconds * 1e6);
    }
    return seconds < 1 ? String.format("%.2f ms", seconds * 1e3) : String.format("%.2f s", seconds);
  }
}
