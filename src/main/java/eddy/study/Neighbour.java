package eddy.study;

import eddy.diffusion.DiffusionMatrix;
import eddy.diffusion.GradientGram;
import eddy.diffusion.GradientSource;
import eddy.diffusion.LeadingEigenpairs;
import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * D at one of the last epochs, in the three numbers that need no eigenvalues but the largest: how
 * much the noise differs between iterates that nobody would tell apart.
 *
 * @param epoch how many epochs were done
 * @param trace tr D
 * @param largest λmax
 * @param participationRatio (tr D)² / tr D²
 */
public record Neighbour(int epoch, double trace, double largest, double participationRatio) {

  /** All of the last epochs of a run, from disk where they are known. */
  static List<Neighbour> of(TrainedNetwork network, Progress progress) {
    List<Neighbour> found = new ArrayList<>();
    for (int epoch : network.lastEpochs()) {
      String settings = network.identity(epoch);
      String name = RunFolder.name("neighbour-" + epoch, settings) + ".checkpoint";
      Path file = network.folder().resolve(name);
      Optional<Checkpoint> stored = Checkpoint.read(file, settings);
      double[] numbers;
      if (stored.isPresent()) {
        numbers = stored.get().array("trace, largest, participation ratio").doubles();
      } else {
        numbers = measure(network.gradients(epoch), progress);
        new Checkpoint(
                settings,
                Map.of(),
                Map.of("trace, largest, participation ratio", NpyArray.of(numbers)))
            .write(file);
      }
      found.add(new Neighbour(epoch, numbers[0], numbers[1], numbers[2]));
    }
    return found;
  }

  private static double[] measure(GradientSource gradients, Progress progress) {
    if (gradients.examples() <= gradients.dimension()) {
      try (GradientGram gram = GradientGram.of(gradients)) {
        Spectrum s = gram.spectrum();
        return new double[] {gram.trace(), s.largest(), s.participationRatio()};
      }
    }
    try (DiffusionMatrix d = DiffusionMatrix.exact(gradients, Precision.FLOAT32, progress)) {
      double trace = d.trace();
      double norm = d.frobeniusNorm();
      try (LeadingEigenpairs leading =
          LeadingEigenpairs.of(
              d.operator(), 1, LeadingEigenpairs.Settings.forCount(1), Progress.NONE)) {
        double ratio = trace * trace / (norm * norm);
        return new double[] {trace, leading.pairs().values()[0], ratio};
      }
    }
  }
}
