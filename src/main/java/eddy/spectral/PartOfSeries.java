package eddy.spectral;

/** Every k-th snapshot of a part of other series. */
record PartOfSeries(Series whole, int from, int to, int every) implements Series {
  PartOfSeries {
    if (from < 0 || from >= to || to > whole.length() || every < 1) {
      throw new IllegalArgumentException(
          "Snapshots "
              + from
              + " to "
              + (to - 1)
              + " in steps of "
              + every
              + " are no part of "
              + whole.length()
              + " snapshots: choose 0 <= from < to <= length and a step of at least 1.");
    }
  }

  @Override
  public int count() {
    return whole.count();
  }

  @Override
  public int length() {
    return (to - from + every - 1) / every;
  }

  @Override
  public void snapshot(int t, double[] out) {
    whole.snapshot(from + t * every, out);
  }

  @Override
  public void read(int first, double[][] out) {
    double[][] all = new double[out.length][whole.length()];
    whole.read(first, all);
    for (int k = 0; k < out.length; k++) {
      for (int t = 0; t < length(); t++) {
        out[k][t] = all[k][from + t * every];
      }
    }
  }
}
