package eddy.bench;

import eddy.diffusion.DiffusionMatrix;
import eddy.diffusion.PerExampleGradients;
import eddy.diffusion.Precision;
import eddy.linalg.FloatMatrix;
import eddy.run.Progress;
import java.util.List;

/** The whole D, gradients included, against nothing but the ssyrk in it. */
final class DiffusionRace {
  private static final int BLOCK = 1024;

  private DiffusionRace() {}

  static void run(Plan plan, double peak, Subject subject) {
    int n = subject.images.count();
    int d = subject.architecture.parameterCount();
    PerExampleGradients gradients =
        new PerExampleGradients(
            subject.architecture, subject.loss, subject.w, subject.running, subject.images);
    double[] last = new double[1];
    try (FloatMatrix rows = new FloatMatrix(BLOCK, d);
        FloatMatrix sum = new FloatMatrix(d, d)) {
      gradients.open().read(0, Math.min(BLOCK, n), rows);
      Contender bare =
          Contender.here(
              "ssyrk alone, same shape",
              () -> {
                for (int from = 0; from < n; from += BLOCK) {
                  sum.addGram(rows, Math.min(BLOCK, n - from), 1);
                }
              });
      Contender whole =
          Contender.here(
              "Eddy, the whole D",
              () -> DiffusionMatrix.exact(gradients, Precision.FLOAT32, Progress.NONE).close());
      Contender counted = new Contender(bare.name(), () -> last[0] = bare.seconds().getAsDouble());
      Race.run(
          "D in float32, " + subject.name() + ", " + n + " examples, d = " + d,
          1,
          1,
          plan.full() ? 1 : Math.min(3, plan.rounds()),
          List.of(whole, counted));
    }
    double rate = (double) n * d * (d + 1) / last[0];
    System.out.printf(
        "  ssyrk: %.0f GFLOP/s, %.0f %% of the measured peak%n", rate * 1e-9, 100 * rate / peak);
  }
}
