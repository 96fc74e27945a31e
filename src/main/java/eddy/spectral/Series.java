package eddy.spectral;

import java.nio.file.Path;

/**
 * Real time series of one length side by side, such as the weights of a network at successive
 * snapshots: {@link #count} series of {@link #length} values. Several threads may read.
 */
public interface Series {
  /** Number of series, for instance of weights. */
  int count();

  /** Number of snapshots. */
  int length();

  /**
   * Copies the values of all series at one time.
   *
   * @param t 0 .. length - 1
   * @param out at least {@link #count} long
   */
  void snapshot(int t, double[] out);

  /**
   * Copies neighbouring series as a whole; the faster way than {@link #snapshot} when each series
   * is needed by itself.
   *
   * @param first the first series
   * @param out {@code out[k]} receives series first + k; each at least {@link #length} long
   */
  void read(int first, double[][] out);

  /** A copy of series i. */
  default double[] column(int i) {
    double[][] out = new double[1][length()];
    read(i, out);
    return out[0];
  }

  /**
   * A view of every k-th snapshot of a part, for instance after the burn-in.
   *
   * @param from the first snapshot, not negative
   * @param to the snapshot after the last one, {@link #length} at most
   * @param every at least 1
   * @throws IllegalArgumentException if the part is empty or outside
   */
  default Series part(int from, int to, int every) {
    return new PartOfSeries(this, from, to, every);
  }

  /**
   * Series that are given one by one.
   *
   * @param values {@code values[i][t]}: series i at time t; not copied
   * @throws IllegalArgumentException if there is none or the lengths differ
   */
  static Series of(double[]... values) {
    return new ListedSeries(values);
  }

  /**
   * Series that are given snapshot by snapshot.
   *
   * @param rows {@code rows[t * count + i]}: series i at time t; not copied
   * @param count number of series
   * @throws IllegalArgumentException if the rows are not whole or there is none
   */
  static Series ofRows(float[] rows, int count) {
    return new RowSeries(rows, count);
  }

  /**
   * A trajectory in a {@code .npy} file of float32 or float64: one row a snapshot, or a single
   * series if it has one dimension. The file is mapped, not read.
   *
   * @throws java.io.UncheckedIOException with one sentence, if it cannot be read
   * @throws IllegalArgumentException if it holds whole numbers or no values, or has more dimensions
   */
  static Series open(Path npy) {
    return new FileSeries(npy);
  }
}
