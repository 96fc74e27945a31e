package eddy.spectral;

import eddy.run.ElementType;
import eddy.run.NpyRows;
import java.nio.file.Path;

/** Series that are the columns of a mapped {@code .npy} file. */
final class FileSeries implements Series {
  private final NpyRows file;

  FileSeries(Path path) {
    file = NpyRows.open(path);
    if (file.type() != ElementType.FLOAT32 && file.type() != ElementType.FLOAT64) {
      throw new IllegalArgumentException(
          path + " holds " + file.type() + ": a trajectory must be float32 or float64.");
    }
    if (file.dimensions() > 2) {
      throw new IllegalArgumentException(
          path
              + " has "
              + file.dimensions()
              + " dimensions: save the trajectory with a row for each snapshot, in NumPy as"
              + " x.reshape(len(x), -1).");
    }
    if (file.rows() < 1 || file.rowLength() < 1 || file.rows() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          path
              + " has "
              + file.rows()
              + " snapshots of "
              + file.rowLength()
              + " values: it needs at least one of each, and fewer than 2^31 snapshots.");
    }
  }

  @Override
  public int count() {
    return file.rowLength();
  }

  @Override
  public int length() {
    return (int) file.rows();
  }

  @Override
  public void snapshot(int t, double[] out) {
    if (file.type() == ElementType.FLOAT64) {
      file.read(t, out);
      return;
    }
    float[] narrow = new float[count()];
    file.read(t, narrow);
    for (int i = 0; i < narrow.length; i++) {
      out[i] = narrow[i];
    }
  }

  @Override
  public void read(int first, double[][] out) {
    boolean wide = file.type() == ElementType.FLOAT64;
    double[] doubles = new double[wide ? out.length : 0];
    float[] floats = new float[wide ? 0 : out.length];
    for (int t = 0; t < length(); t++) {
      file.read(t, first, out.length, wide ? doubles : floats);
      for (int k = 0; k < out.length; k++) {
        out[k][t] = wide ? doubles[k] : floats[k];
      }
    }
  }
}
