package eddy.spectral;

/** What is subtracted from each segment before its transform. */
public enum Trend {
  /** Nothing. */
  NONE,
  /** The mean of the segment. */
  MEAN,
  /** The straight line that fits the segment best. */
  LINE;

  /** Subtracts it from the values, in place. */
  void subtract(double[] x, int n) {
    if (this == NONE) {
      return;
    }
    double mean = 0;
    double slope = 0;
    double middle = (n - 1) / 2.0;
    double square = 0;
    for (int t = 0; t < n; t++) {
      mean += x[t] / n;
      slope += x[t] * (t - middle);
      square += (t - middle) * (t - middle);
    }
    slope = this == LINE && n > 1 ? slope / square : 0;
    for (int t = 0; t < n; t++) {
      x[t] -= mean + slope * (t - middle);
    }
  }
}
