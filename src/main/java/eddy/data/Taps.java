package eddy.data;

/** For each result pixel along one axis: the first source pixel and the weights from there on. */
final class Taps {
  private final int[] first;
  private final double[][] weights;

  private Taps(int length) {
    first = new int[length];
    weights = new double[length][];
  }

  int length() {
    return first.length;
  }

  int first(int i) {
    return first[i];
  }

  int count(int i) {
    return weights[i].length;
  }

  double weight(int i, int k) {
    return weights[i][k];
  }

  /** The covered part of each source pixel. */
  static Taps area(int from, int to) {
    Taps taps = new Taps(to);
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      int begin = (int) ((long) i * from / to);
      int end = (int) (((long) (i + 1) * from + to - 1) / to);
      double[] w = new double[end - begin];
      for (int k = 0; k < w.length; k++) {
        double low = Math.max(begin + k, i * scale);
        double high = Math.min(begin + k + 1, (i + 1) * scale);
        w[k] = (high - low) / scale;
      }
      taps.first[i] = begin;
      taps.weights[i] = w;
    }
    return taps;
  }

  /** Triangle of half width max(from/to, 1) around the centre, cut off at the ends, normalised. */
  static Taps triangle(int from, int to) {
    Taps taps = new Taps(to);
    double scale = (double) from / to;
    double support = Math.max(scale, 1);
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      int begin = Math.max((int) (centre - support + 0.5), 0);
      int end = Math.min((int) (centre + support + 0.5), from);
      double[] w = new double[end - begin];
      double sum = 0;
      for (int k = 0; k < w.length; k++) {
        w[k] = Math.max(0, 1 - Math.abs((begin + k - centre + 0.5) / support));
        sum += w[k];
      }
      for (int k = 0; k < w.length; k++) {
        w[k] /= sum;
      }
      taps.first[i] = begin;
      taps.weights[i] = w;
    }
    return taps;
  }
}
