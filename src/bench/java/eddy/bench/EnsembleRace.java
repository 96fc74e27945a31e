package eddy.bench;

import eddy.fields.Example19;
import eddy.fields.Field;
import eddy.fields.GradientDoubleWell;
import eddy.langevin.Ensemble;
import java.util.List;
import java.util.Map;

/** Euler-Maruyama paths in two dimensions in float64: Eddy on one core and on all, NumPy. */
final class EnsembleRace {
  private static final int PATHS = 4096;
  private static final int STEPS = 500;
  private static final double DT = 0.005;

  private EnsembleRace() {}

  static void run(Plan plan, Peers peers) {
    run(plan, peers, "polynomial drift, full D", "well", GradientDoubleWell.field());
    run(plan, peers, "Example 19, drift with an exponential", "example19", Example19.field(1.5));
  }

  private static void run(Plan plan, Peers peers, String title, String name, Field field) {
    Ensemble one = ensemble(field).threads(1);
    Ensemble all = ensemble(field).threads(plan.threads());
    Warmup.run(() -> one.run(STEPS));
    double[] theirs = new double[2];
    Contender numpy =
        new Contender(
            "NumPy, in place, one core",
            () -> {
              Map<String, String> answer =
                  peers.ask(
                      "case", "ensemble", "field", name, "paths", PATHS, "steps", STEPS, "dt", DT);
              theirs[0] = Double.parseDouble(answer.get("square1"));
              theirs[1] = Double.parseDouble(answer.get("square2"));
              return Double.parseDouble(answer.get("seconds"));
            });
    Race.run(
        "a million steps of %d paths, %s".formatted(PATHS, title),
        1e-6 * PATHS * STEPS,
        2,
        plan.rounds(),
        List.of(
            Contender.here("Eddy, one core", () -> one.run(STEPS)),
            Contender.here("Eddy, threads as above", () -> all.run(STEPS)),
            numpy));
    System.out.printf(
        "  mean squares of x1, x2 at the end: ours %.3f, %.3f, NumPy's %.3f, %.3f (each ± %.3f)%n",
        square(one, 0), square(one, 1), theirs[0], theirs[1], 1 / Math.sqrt(PATHS));
  }

  private static Ensemble ensemble(Field field) {
    return new Ensemble(field, 1, DT).paths(PATHS).seed(1);
  }

  private static double square(Ensemble ensemble, int i) {
    double sum = 0;
    for (double[] x : ensemble.positions()) {
      sum += x[i] * x[i] / PATHS;
    }
    return sum;
  }
}
