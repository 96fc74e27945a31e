package eddy.bench;

import eddy.linalg.DoubleMatrix;
import eddy.linalg.SymmetricEigen;
import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All eigenvalues of a symmetric matrix in float64: Eddy, NumPy, SciPy. */
final class SpectrumRace {
  private SpectrumRace() {}

  static void run(Plan plan, Peers peers, Path folder, int n) {
    double[] elements = gram(n);
    Path file = folder.resolve("matrix.npy");
    Npy.write(file, NpyArray.of(elements, n, n));
    Path result = folder.resolve("eigenvalues.npy");
    double[][] values = new double[1][];
    Contender ours =
        new Contender(
            "Eddy",
            () -> {
              try (DoubleMatrix a = new DoubleMatrix(n, n)) {
                a.write(0, elements, 0, elements.length);
                long start = System.nanoTime();
                values[0] = SymmetricEigen.values(a);
                return (System.nanoTime() - start) * 1e-9;
              }
            });
    int rounds = plan.full() ? 1 : Math.min(3, plan.rounds());
    Race.run(
        "all eigenvalues in float64, n = " + n,
        1,
        0,
        rounds,
        List.of(
            ours,
            peer("NumPy eigvalsh", "numpy", peers, file, result),
            peer("SciPy eigvalsh, driver evd", "scipy", peers, file, result)));
    if (Files.exists(result)) {
      double[] theirs = Npy.read(result).doubles();
      double worst = 0;
      for (int i = 0; i < n; i++) {
        worst = Math.max(worst, Math.abs(values[0][i] - theirs[n - 1 - i]));
      }
      System.out.printf(
          "  largest |ours - theirs| / largest eigenvalue = %.1e%n", worst / values[0][0]);
    }
  }

  private static Contender peer(String name, String library, Peers peers, Path file, Path result) {
    return new Contender(
        name,
        () ->
            peers.seconds(
                "case", "eigvalsh", "library", library, "matrix", file, "result", result));
  }

  /** A full-rank matrix of the kind that D is: the products of 2n random rows, scaled like 1/i. */
  private static double[] gram(int n) {
    RandomStream random = new RandomStream(2, StreamName.DATA);
    try (DoubleMatrix rows = new DoubleMatrix(2 * n, n);
        DoubleMatrix a = new DoubleMatrix(n, n)) {
      double[] row = new double[n];
      for (int i = 0; i < 2 * n; i++) {
        for (int j = 0; j < n; j++) {
          row[j] = random.nextGaussian() / (1 + j);
        }
        rows.setRow(i, row);
      }
      a.addGram(rows, 2 * n, 1.0 / (2 * n));
      a.mirrorUpper();
      double[] elements = new double[Math.multiplyExact(n, n)];
      a.read(0, elements, 0, elements.length);
      return elements;
    }
  }
}
