package eddy.study.own;

import eddy.data.Images;
import eddy.diffusion.GradientSource;
import eddy.diffusion.RandomDirections;
import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import eddy.run.Progress;
import eddy.study.RunFolder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The spectrum of D of a network on some examples, and that of its null model, each kept on disk
 * once it is there and found again by weights and examples.
 */
public final class OwnSpectra {
  private static final long DIRECTIONS = 1;

  private final GradientSource source;
  private final GradientMoments moments;
  private final SpectrumPlan plan;
  private final String settings;
  private final Path folder;

  /**
   * Of one network on some examples.
   *
   * @param network the network
   * @param images the examples that D averages over
   * @param moments of the gradients of both
   * @param plan how eigenvalues are computed
   * @param folder where results are kept
   */
  public OwnSpectra(
      OwnNetwork network, Images images, GradientMoments moments, SpectrumPlan plan, Path folder) {
    this.source = network.gradients(images);
    this.moments = moments;
    this.plan = plan;
    this.folder = folder;
    settings =
        "network=%s, weights=%s, examples=%s, way=%s, precision=%s, eigenvalues=%d"
            .formatted(
                network.architecture().describe().replaceAll("\\s+", " ").replace(", ", " "),
                checksum(network.weights()) + checksum(network.running()),
                images.checksum(),
                plan.way(),
                plan.precision(),
                plan.leading());
  }

  /**
   * The spectrum of D.
   *
   * @param progress hears about gradients and passes
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public OwnSpectrum measured(Progress progress) {
    return of("measured", source, progress);
  }

  /**
   * The null model: gradients of the same lengths in random directions.
   *
   * @param progress hears about gradients and passes
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public OwnSpectrum nullModel(Progress progress) {
    return of("null-" + DIRECTIONS, new RandomDirections(source, DIRECTIONS), progress);
  }

  private OwnSpectrum of(String what, GradientSource gradients, Progress progress) {
    Path file = folder.resolve(RunFolder.name("spectrum-" + what, settings) + ".checkpoint");
    Optional<Checkpoint> stored = Checkpoint.read(file, settings);
    if (stored.isPresent()) {
      double[] numbers = stored.get().array("trace, residual").doubles();
      return new OwnSpectrum(plan, stored.get().array("values").doubles(), numbers[0], numbers[1]);
    }
    GradientMoments own = gradients == source ? moments : GradientMoments.of(gradients, progress);
    OwnSpectrum found = OwnSpectrum.of(gradients, plan, own, file.toString(), progress);
    double[] numbers = {found.trace(), found.residual()};
    new Checkpoint(
            settings,
            Map.of(),
            Map.of("values", NpyArray.of(found.values()), "trace, residual", NpyArray.of(numbers)))
        .write(file);
    return found;
  }

  private static String checksum(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
