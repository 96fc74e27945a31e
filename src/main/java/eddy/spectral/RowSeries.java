package eddy.spectral;

/** Series that are the columns of a float32 array. */
record RowSeries(float[] rows, int count) implements Series {
  RowSeries {
    if (count < 1 || rows.length == 0 || rows.length % count != 0) {
      throw new IllegalArgumentException(
          rows.length + " values are not whole snapshots of " + count + " series.");
    }
  }

  @Override
  public int length() {
    return rows.length / count;
  }

  @Override
  public void snapshot(int t, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = rows[t * count + i];
    }
  }

  @Override
  public void read(int first, double[][] out) {
    for (int t = 0; t < length(); t++) {
      for (int k = 0; k < out.length; k++) {
        out[k][t] = rows[t * count + first + k];
      }
    }
  }
}
