package eddy.study.longrun;

import eddy.run.Checkpoint;
import eddy.run.Progress;
import eddy.spectral.Autocorrelation;
import eddy.spectral.IncrementSpectrum;
import eddy.spectral.Series;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The authors' statistics of one trajectory, of a network or of a null model.
 *
 * @param spectrum Figure 3a: |FFT| of the increments of each weight
 * @param autocorrelation Figure 3b: biased autocorrelation at the authors' lags
 */
public record Figure3Curves(Curve spectrum, Curve autocorrelation) {
  private static final int BINS = 1000;

  /** Computes both. */
  static Figure3Curves of(Series weights, Progress progress) {
    int n = weights.length();
    return new Figure3Curves(
        Curve.of(IncrementSpectrum.over(weights, BINS, progress)),
        Curve.of(Autocorrelation.over(weights, Autocorrelation.authorsLags(n), progress)));
  }

  /** Takes them from a file, or computes them and keeps them there. */
  static Figure3Curves kept(
      Path file, String settings, Supplier<Series> weights, Progress progress) {
    Optional<Checkpoint> stored = Checkpoint.read(file, settings);
    if (stored.isPresent()) {
      return new Figure3Curves(
          Curve.of(stored.get().array("spectrum")),
          Curve.of(stored.get().array("autocorrelation")));
    }
    Figure3Curves curves = of(weights.get(), progress);
    new Checkpoint(
            settings,
            Map.of(),
            Map.of(
                "spectrum", curves.spectrum.rows(),
                "autocorrelation", curves.autocorrelation.rows()))
        .write(file);
    return curves;
  }

  /**
   * How coloured the increments are: the level of the upper half of the shown band of frequencies,
   * 0.005 to 0.01 cycles per snapshot, by that of its lowest decade, up to 0.001. White increments
   * have 1.
   */
  public double colour() {
    return spectrum.level(5e-3, 1e-2) / spectrum.level(1e-9, 1e-3);
  }

  /** The mean autocorrelation over weights at a part of the length of the series. */
  public double autocorrelationAt(double part) {
    double[] lag = autocorrelation.x();
    double wanted = part * (lag[lag.length - 1] + lag[1]);
    int nearest = 0;
    for (int k = 1; k < lag.length; k++) {
      nearest = Math.abs(lag[k] - wanted) < Math.abs(lag[nearest] - wanted) ? k : nearest;
    }
    return autocorrelation.mean()[nearest];
  }
}
