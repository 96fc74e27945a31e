package eddy.study.linear;

import eddy.langevin.LinearRecursion;
import eddy.potential.LinearSteadyState;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.spectral.PowerSpectrum;
import eddy.spectral.Welch;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The power spectrum of one direction a^T x of a stationary path of dx = -F x dt + sqrt(2 D/beta)
 * dW, by Welch's method, averaged over bands of frequencies. Two-sided: its integral over dw/(2 pi)
 * is the variance of a^T x.
 *
 * @param frequency angular frequencies w in the middle of the bands, radians per unit of time
 * @param density means over the bands, in squared units of x times time
 * @param error their relative standard errors, by the degrees of freedom of Welch's method and the
 *     correlation of neighbouring frequencies
 */
public record WeightSpectrum(double[] frequency, double[] density, double[] error) {
  private static final int CHUNK = 1 << 16;

  /** A band has at least this many of Welch's frequencies and a width of at least 1/10 of w. */
  private static final int LEAST_BINS = 8;

  private static final int BANDS_PER_FREQUENCY = 10;

  /** Correlations of a Hann-windowed spectrum with its next and second neighbour. */
  private static final double HANN_NEXT = 4.0 / 9;

  private static final double HANN_SECOND = 1.0 / 36;

  /** Above this many radians a step the sampling folds too much back: already 1 to 2 % at 0.4. */
  private static final double HIGHEST_PHASE = 0.4;

  /**
   * How to sample.
   *
   * @param dt time between two points, above 0
   * @param points length of the path, a multiple of the segment
   * @param segment values of a segment of Welch's method; 2 pi / (segment dt) should be small
   *     against the slowest rate
   * @param seed of the stream {@link StreamName#NOISE}
   */
  public record Sampling(double dt, int points, int segment, long seed) {}

  /**
   * Simulates a path and takes the spectra of some directions of it.
   *
   * @param state the system, at a minimum
   * @param beta inverse temperature, above 0
   * @param sampling how long
   * @param progress is told the points
   * @param directions the vectors a
   * @return a spectrum for each direction
   * @throws eddy.run.ComputationInterrupted when the thread is interrupted
   */
  public static WeightSpectrum[] measure(
      LinearSteadyState state,
      double beta,
      Sampling sampling,
      Progress progress,
      double[]... directions) {
    int n = state.dimension();
    LinearRecursion path =
        LinearRecursion.ornsteinUhlenbeck(n, state.f(), state.d(), beta, sampling.dt());
    RandomStream stream = new RandomStream(sampling.seed(), StreamName.NOISE);
    double[] x = path.stationaryDraw(stream);
    double[][] series = new double[directions.length][sampling.points()];
    for (int from = 0; from < sampling.points(); from += CHUNK) {
      progress.report("points", from, sampling.points(), "");
      int count = Math.min(CHUNK, sampling.points() - from);
      double[][] rows = path.simulate(stream, x, count);
      for (int t = 0; t < count; t++) {
        for (int k = 0; k < directions.length; k++) {
          series[k][from + t] = dot(directions[k], rows[t]);
        }
      }
      x = rows[count - 1];
    }
    progress.report("points", sampling.points(), sampling.points(), "");
    Welch welch = Welch.of(sampling.segment(), sampling.dt());
    return Arrays.stream(series)
        .map(s -> inBands(welch.spectrum(s), sampling.dt()))
        .toArray(WeightSpectrum[]::new);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Bands of at least 8 frequencies, without the lowest two, which the mean and window spoil. */
  private static WeightSpectrum inBands(PowerSpectrum s, double dt) {
    double highest = HIGHEST_PHASE / dt;
    double spacing = 2 * Math.PI * s.frequency()[1];
    IntStream.Builder edges = IntStream.builder();
    int last = 2;
    while (last * spacing < highest && last < s.frequency().length) {
      edges.add(last);
      last += Math.max(LEAST_BINS, last / BANDS_PER_FREQUENCY);
    }
    int[] from = edges.build().toArray();
    int bands = from.length - 1;
    double[] w = new double[bands];
    double[] density = new double[bands];
    double[] error = new double[bands];
    for (int k = 0; k < bands; k++) {
      int count = from[k + 1] - from[k];
      for (int i = from[k]; i < from[k + 1]; i++) {
        w[k] += 2 * Math.PI * s.frequency()[i] / count;
        density[k] += s.density()[i] / 2 / count;
      }
      double neighbours = 2 * ((count - 1) * HANN_NEXT + (count - 2) * HANN_SECOND) / count;
      error[k] = Math.sqrt(2 * (1 + neighbours) / (s.degreesOfFreedom() * count));
    }
    return new WeightSpectrum(w, density, error);
  }

  /** Density by a predicted one, band by band. */
  public double[] ratio(DoubleUnaryOperator predicted) {
    double[] ratio = new double[density.length];
    Arrays.setAll(ratio, k -> density[k] / predicted.applyAsDouble(frequency[k]));
    return ratio;
  }

  /** The largest relative deviation from a predicted density. */
  public double deviation(DoubleUnaryOperator predicted) {
    return Arrays.stream(ratio(predicted)).map(r -> Math.abs(r - 1)).max().orElseThrow();
  }

  /**
   * The density by that of another spectrum in the same bands, where it is largest among some
   * frequencies.
   *
   * @param other with the same bands
   * @param frequencies angular frequencies; of each the nearest band is taken
   */
  public Measured largestRatio(WeightSpectrum other, double... frequencies) {
    Measured largest = new Measured(0, 0);
    for (double w : frequencies) {
      int k = 0;
      for (int i = 1; i < frequency.length; i++) {
        k = Math.abs(frequency[i] - w) < Math.abs(frequency[k] - w) ? i : k;
      }
      double ratio = density[k] / other.density[k];
      if (ratio > largest.value()) {
        largest = new Measured(ratio, ratio * Math.hypot(error[k], other.error[k]));
      }
    }
    return largest;
  }

  /**
   * The exact two-sided spectrum of a direction, (2/beta) a^T (F + iw)^-1 D (F^T - iw)^-1 a, at an
   * angular frequency.
   */
  public static double exact(
      LinearSteadyState state, double beta, double[] direction, double frequency) {
    int n = state.dimension();
    RealMatrix turned = new Array2DRowRealMatrix(n, n);
    RealMatrix d = new Array2DRowRealMatrix(n, n);
    double[] f = state.f();
    double[] noise = state.d();
    for (int i = 0; i < n * n; i++) {
      turned.setEntry(i % n, i / n, f[i]);
      d.setEntry(i / n, i % n, noise[i]);
    }
    RealMatrix square =
        turned
            .multiply(turned)
            .add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(frequency * frequency));
    RealVector a = new Array2DRowRealMatrix(direction).getColumnVector(0);
    RealVector solved = new LUDecomposition(square).getSolver().solve(a);
    RealVector real = turned.operate(solved);
    double even = real.dotProduct(d.operate(real));
    double odd = frequency * frequency * solved.dotProduct(d.operate(solved));
    return 2 / beta * (even + odd);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof WeightSpectrum s
        && Arrays.equals(frequency, s.frequency)
        && Arrays.equals(density, s.density);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(density);
  }

  @Override
  public String toString() {
    return "Spectrum in " + frequency.length + " bands";
  }
}
