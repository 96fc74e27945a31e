package eddy.bench;

import eddy.fields.Field;
import eddy.fields.ManufacturedExample;
import eddy.linalg.RateMatrix;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import eddy.run.Npy;
import eddy.run.NpyArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stationary Fokker-Planck equation in two dimensions, D oblique and varying: Eddy from the
 * field to density, current and checks, against SciPy's sparse LU of the very same matrix, which is
 * given to it ready-made (factorisation and solution alone are timed). Of its orderings minimum
 * degree of A + A^T in symmetric mode is the best; COLAMD, its default, runs beside it.
 */
final class StationaryRace {
  private static final double BETA = 2;
  private static final double HALF = 4;

  private StationaryRace() {}

  static void run(Plan plan, Peers peers, Path folder, int n) {
    Field field = ManufacturedExample.plane(BETA).field();
    Grid grid = Grid.square(HALF, n);
    StationaryState[] state = {FokkerPlanck.stationary(field, BETA, grid)};
    double[] expected = state[0].density();
    save(state[0].operator().rates(), expected, folder);
    Path result = folder.resolve("density.npy");
    Contender ours =
        Contender.here("Eddy", () -> state[0] = FokkerPlanck.stationary(field, BETA, grid));
    List<Contender> contenders = new ArrayList<>();
    contenders.add(ours);
    contenders.add(
        peer("SciPy splu, minimum degree of A + A^T", "MMD_AT_PLUS_A", peers, folder, result));
    if (n <= 512) {
      contenders.add(peer("SciPy splu, COLAMD", "COLAMD", peers, folder, result));
    }
    Race.run(
        "stationary Fokker-Planck equation, " + n + " x " + n + " cells",
        1,
        n > 512 ? 0 : 1,
        n > 512 ? Math.min(3, plan.rounds()) : plan.rounds(),
        contenders);
    if (Files.exists(result)) {
      compare(Npy.read(result).doubles(), expected);
    }
  }

  private static void save(RateMatrix rates, double[] density, Path folder) {
    int[] count = new int[1];
    rates.forEach((from, to, rate) -> count[0]++);
    int[] from = new int[count[0]];
    int[] to = new int[count[0]];
    double[] rate = new double[count[0]];
    count[0] = 0;
    rates.forEach(
        (a, b, r) -> {
          from[count[0]] = a;
          to[count[0]] = b;
          rate[count[0]++] = r;
        });
    Npy.write(folder.resolve("from.npy"), NpyArray.of(from, from.length));
    Npy.write(folder.resolve("to.npy"), NpyArray.of(to, to.length));
    Npy.write(folder.resolve("rate.npy"), NpyArray.of(rate, rate.length));
    Npy.write(folder.resolve("expected.npy"), NpyArray.of(density, density.length));
  }

  private static Contender peer(
      String name, String ordering, Peers peers, Path folder, Path result) {
    return new Contender(
        name,
        () ->
            peers.seconds(
                "case", "stationary", "folder", folder, "ordering", ordering, "result", result));
  }

  private static void compare(double[] theirs, double[] ours) {
    double largest = 0;
    double sum = 0;
    double total = 0;
    for (int i = 0; i < ours.length; i++) {
      largest = Math.max(largest, ours[i]);
      sum += theirs[i];
      total += ours[i];
    }
    double worst = 0;
    for (int i = 0; i < ours.length; i++) {
      if (ours[i] > StationaryState.SUPPORT * largest) {
        worst = Math.max(worst, Math.abs(theirs[i] / sum * total / ours[i] - 1));
      }
    }
    System.out.printf("  largest |theirs / ours - 1| where the density counts = %.1e%n", worst);
  }
}
