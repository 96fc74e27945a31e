package eddy.diffusion;

import eddy.run.Background;
import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Spectra that are computed once and then read from disk. */
public final class StoredSpectrum {
  private StoredSpectrum() {}

  /**
   * The spectrum in a file, or else the one that is being computed for it, or else a new one. When
   * the eigenvalues take long and the user interrupts, they are finished and stored in the
   * background.
   *
   * @param file where it is, or will be
   * @param settings what it depends on, as {@code name=value} parts separated by ", "
   * @param matrix computes D if it is needed; it is closed afterwards
   * @throws IllegalStateException if the file holds a spectrum of other settings
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted
   */
  public static Spectrum of(Path file, String settings, Supplier<DiffusionMatrix> matrix) {
    String key = "spectrum " + file.toAbsolutePath() + ", " + settings;
    if (!Background.holds(key)) {
      Optional<Spectrum> stored = read(file, settings);
      if (stored.isPresent()) {
        return stored.get();
      }
      DiffusionMatrix computed = matrix.get();
      return Background.call(
          key,
          () -> {
            try (computed) {
              Spectrum spectrum = computed.eigenvalues();
              write(file, settings, spectrum);
              return spectrum;
            }
          });
    }
    return Background.call(
        key, () -> read(file, settings).orElseThrow(() -> new IllegalStateException("No " + file)));
  }

  /** The spectrum in a file; empty if there is none. */
  public static Optional<Spectrum> read(Path file, String settings) {
    return Checkpoint.read(file, settings)
        .map(
            found ->
                new Spectrum(
                    found.array("values").doubles(),
                    (int) found.number("examples"),
                    Precision.valueOf(found.value("precision"))));
  }

  static void write(Path file, String settings, Spectrum spectrum) {
    new Checkpoint(
            settings,
            Map.of("examples", "" + spectrum.examples(), "precision", spectrum.precision().name()),
            Map.of("values", NpyArray.of(spectrum.values())))
        .write(file);
  }
}
