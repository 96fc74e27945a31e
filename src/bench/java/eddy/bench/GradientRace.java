package eddy.bench;

import eddy.linalg.FloatMatrix;
import eddy.nets.Network;
import eddy.run.Npy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Per-example gradients in evaluation mode: Eddy, PyTorch one by one, PyTorch's vmap(grad). */
final class GradientRace {
  private GradientRace() {}

  static void run(Plan plan, Peers peers, Path folder, Subject subject, int count, int chunk) {
    subject.save(folder, count);
    Network network = new Network(subject.architecture, subject.loss, 128, plan.threads());
    try (FloatMatrix rows = new FloatMatrix(count, subject.architecture.parameterCount())) {
      Runnable ours =
          () ->
              network.perExampleGradients(
                  subject.w,
                  subject.running,
                  subject.images.pixels(),
                  subject.images.labels(),
                  0,
                  count,
                  rows);
      Warmup.run(ours);
      Path result = folder.resolve("gradients.npy");
      Race.run(
          "per-example gradient, " + subject.name() + " (" + count + " examples a run)",
          count,
          1,
          plan.rounds(),
          List.of(
              Contender.here("Eddy", ours),
              peer(
                  "PyTorch, one example at a time",
                  plan,
                  peers,
                  folder,
                  subject,
                  "batch-1",
                  count,
                  chunk),
              peer(
                  "PyTorch, vmap(grad) in chunks of " + chunk,
                  plan,
                  peers,
                  folder,
                  subject,
                  "vmap",
                  count,
                  chunk)));
      if (Files.exists(result)) {
        agreement(rows, Npy.read(result).floats());
      }
    }
  }

  private static Contender peer(
      String name,
      Plan plan,
      Peers peers,
      Path folder,
      Subject subject,
      String which,
      int count,
      int chunk) {
    return new Contender(
        name,
        () ->
            peers.seconds(
                "case", which,
                "network", subject.name(),
                "folder", folder,
                "threads", plan.threads(),
                "count", count,
                "chunk", chunk,
                "result", folder.resolve("gradients.npy")));
  }

  private static void agreement(FloatMatrix ours, float[] theirs) {
    int d = ours.columns();
    double difference = 0;
    double size = 0;
    for (int i = 0; i < theirs.length; i++) {
      double a = ours.get(i / d, i % d);
      difference += (a - theirs[i]) * (a - theirs[i]);
      size += (double) theirs[i] * theirs[i];
    }
    System.out.printf(
        "  |ours - PyTorch's| / |PyTorch's| = %.1e on the first %d rows%n",
        Math.sqrt(difference / size), theirs.length / d);
  }
}
