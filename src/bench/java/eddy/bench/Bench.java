package eddy.bench;

import eddy.linalg.Blas;
import eddy.nets.Architectures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Eddy against its peers on this machine, in one run: {@code ./eddy bench}. Contenders of one race
 * take turns, everybody gets the same number of threads, and where a peer computes the same numbers
 * they are compared.
 */
public final class Bench {
  private Bench() {}

  /** Runs the parts that the arguments name (one string may hold several). */
  public static void main(String[] arguments) throws IOException {
    String[] words =
        Stream.of(arguments)
            .flatMap(a -> Stream.of(a.split(" ")))
            .filter(a -> !a.isBlank())
            .toArray(String[]::new);
    Plan plan;
    try {
      plan =
          Plan.of(
              words,
              System.getProperty("bench.python", ""),
              Path.of(System.getProperty("bench.script", "src/bench/python/peers.py")));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("eddy-bench");
    try (Peers peers = new Peers(plan.python(), plan.script(), plan.threads())) {
      run(plan, peers, folder);
    } finally {
      delete(folder);
    }
  }

  private static void run(Plan plan, Peers peers, Path folder) {
    String load = load();
    Blas.threads(plan.threads());
    Nd4j.getEnvironment().setMaxThreads(plan.threads());
    Nd4j.getEnvironment().setMaxMasterThreads(plan.threads());
    double peak = Peak.measure(plan.threads());
    System.out.printf("threads            %d for everybody%n", plan.threads());
    System.out.printf("load before        %s%n", load);
    System.out.printf("OpenBLAS           %s, kernels for %s%n", Blas.version(), Blas.coreName());
    System.out.printf(
        "multiply-add peak  %.0f GFLOP/s float32, measured (%d lanes)%n",
        peak * 1e-9, Peak.lanes());
    System.out.printf(
        "Java               %s, %s%n",
        System.getProperty("java.vm.name"), System.getProperty("java.vm.version"));
    System.out.printf("peers              %s%n", versions(peers));
    if (plan.has("gradients")) {
      GradientRace.run(
          plan, peers, folder, new Subject(Architectures.smallLenet(0), 1024), 1024, 256);
      GradientRace.run(
          plan, peers, folder, new Subject(Architectures.smallAllcnn(10), 256), 256, 64);
    }
    if (plan.has("training")) {
      TrainingRace.run(plan, peers, folder, new Subject(Architectures.smallLenet(0), 128), 20);
      TrainingRace.run(plan, peers, folder, new Subject(Architectures.smallAllcnn(10), 128), 4);
    }
    if (plan.has("trainer")) {
      TrainerRace.run(plan, peers, folder);
    }
    if (plan.has("diffusion")) {
      DiffusionRace.run(
          plan, peak, new Subject(Architectures.smallLenet(0), plan.full() ? 60_000 : 8192));
      DiffusionRace.run(
          plan, peak, new Subject(Architectures.smallAllcnn(10), plan.full() ? 50_000 : 3072));
    }
    if (plan.has("spectrum")) {
      SpectrumRace.run(plan, peers, folder, plan.full() ? 13_338 : 4000);
    }
    if (plan.has("ensembles")) {
      EnsembleRace.run(plan, peers);
    }
    if (plan.has("stationary")) {
      for (int n : new int[] {256, 512, 1024}) {
        StationaryRace.run(plan, peers, folder, n);
      }
    }
  }

  /** How busy the machine already was; others' work makes threads wait for each other. */
  private static String load() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    double load = system.getSystemLoadAverage();
    if (load < 0) {
      return "not known here";
    }
    String text = "%.1f on %d cores".formatted(load, system.getAvailableProcessors());
    return load < 0.3 * system.getAvailableProcessors()
        ? text
        : text + ": busy with other work, so do not quote what follows";
  }

  private static String versions(Peers peers) {
    String dl4j = "DL4J " + "1.0.0-M2.1";
    try {
      Map<String, String> found = peers.ask("case", "versions");
      return "%s, PyTorch %s, NumPy %s, SciPy %s"
          .formatted(dl4j, found.get("torch"), found.get("numpy"), found.get("scipy"));
    } catch (IllegalStateException e) {
      return dl4j + "; " + e.getMessage();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
