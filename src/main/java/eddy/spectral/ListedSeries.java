package eddy.spectral;

/** Series that are arrays of their own. */
record ListedSeries(double[][] values) implements Series {
  ListedSeries {
    if (values.length == 0 || values[0].length == 0) {
      throw new IllegalArgumentException("There is no series to analyse: give at least one value.");
    }
    for (int i = 1; i < values.length; i++) {
      if (values[i].length != values[0].length) {
        throw new IllegalArgumentException(
            "Series 0 has "
                + values[0].length
                + " values, but series "
                + i
                + " has "
                + values[i].length
                + ": cut them to one length.");
      }
    }
  }

  @Override
  public int count() {
    return values.length;
  }

  @Override
  public int length() {
    return values[0].length;
  }

  @Override
  public void snapshot(int t, double[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = values[i][t];
    }
  }

  @Override
  public void read(int first, double[][] out) {
    for (int k = 0; k < out.length; k++) {
      System.arraycopy(values[first + k], 0, out[k], 0, length());
    }
  }
}
