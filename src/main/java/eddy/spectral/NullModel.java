package eddy.spectral;

import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;

/**
 * Null models that a trajectory is compared with: series as many and as long, each by itself and
 * independent of the others, without any circulation. They go through the same analysis as the
 * data. The twin of series i draws from the substream i of the stream "surrogate".
 */
public enum NullModel {
  /** Independent Gaussian steps of the data's mean square, from the data's first value on. */
  BROWNIAN("Brownian motion") {
    @Override
    double[] twin(double[] x, RandomStream noise) {
      double square = 0;
      for (int t = 1; t < x.length; t++) {
        square += (x[t] - x[t - 1]) * (x[t] - x[t - 1]);
      }
      double deviation = Math.sqrt(square / Math.max(1, x.length - 1));
      double[] y = new double[x.length];
      y[0] = x[0];
      for (int t = 1; t < y.length; t++) {
        y[t] = y[t - 1] + deviation * noise.nextGaussian();
      }
      return y;
    }
  },

  /**
   * A stationary {@link Ar1} with the data's mean, variance and lag-1 correlation. A poor null for
   * weights that mix many time scales.
   */
  AR1("AR(1) per weight") {
    @Override
    double[] twin(double[] x, RandomStream noise) {
      double mean = 0;
      boolean constant = true;
      for (double v : x) {
        mean += v / x.length;
        constant &= v == x[0];
      }
      if (constant || Double.isNaN(mean)) {
        return x.clone();
      }
      double[] y = Ar1.fit(x).path(x.length, noise);
      for (int t = 0; t < y.length; t++) {
        y[t] += mean;
      }
      return y;
    }
  },

  /**
   * Increments with the data's Fourier amplitudes and independent random phases, added up from the
   * data's first value on to its last. It keeps the spectrum of each series and no relation between
   * the series.
   */
  RANDOM_PHASES("random phases") {
    @Override
    double[] twin(double[] x, RandomStream noise) {
      if (x.length < 2) {
        return x.clone();
      }
      RealFft fft = new RealFft(x.length - 1);
      double[] steps = new double[x.length - 1];
      for (int t = 0; t < steps.length; t++) {
        steps[t] = x[t + 1] - x[t];
      }
      fft.forward(steps);
      for (int k = 1; k < fft.frequencies(); k++) {
        double amplitude = Math.sqrt(fft.power(steps, k));
        double phase = 2 * Math.PI * noise.nextDouble();
        double sign = phase < Math.PI ? 1 : -1;
        boolean real = 2 * k == fft.length();
        fft.set(
            steps,
            k,
            amplitude * (real ? sign : Math.cos(phase)),
            real ? 0 : amplitude * Math.sin(phase));
      }
      fft.inverse(steps);
      double[] y = new double[x.length];
      y[0] = x[0];
      for (int t = 1; t < y.length; t++) {
        y[t] = y[t - 1] + steps[t - 1];
      }
      return y;
    }
  };

  private final String title;

  NullModel(String title) {
    this.title = title;
  }

  abstract double[] twin(double[] x, RandomStream noise);

  /** What a legend calls it. */
  public String title() {
    return title;
  }

  /**
   * The null twin of a trajectory, in float32 as a trajectory is stored. A series that never moves
   * or has a value that is not a number stays as it is, so that the analysis drops it too.
   *
   * @param data the trajectory
   * @param seed another seed gives an independent twin
   * @throws IllegalArgumentException if it has more than 2^31 values; thin it first
   * @throws eddy.run.ComputationInterrupted on interrupt
   */
  public Series twin(Series data, long seed, Progress progress) {
    int count = data.count();
    if ((long) count * data.length() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "A twin of "
              + data.length()
              + " snapshots of "
              + count
              + " series does not fit an array: thin the trajectory first.");
    }
    float[] rows = new float[count * data.length()];
    Columns.forEach(
        data,
        title,
        progress,
        () ->
            (i, x) -> {
              double[] y = twin(x, new RandomStream(seed, StreamName.SURROGATE, i));
              for (int t = 0; t < y.length; t++) {
                rows[t * count + i] = (float) y[t];
              }
            });
    return Series.ofRows(rows, count);
  }
}
