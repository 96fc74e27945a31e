package eddy.langevin;

import java.util.Arrays;

/** Stores the positions of the first paths of an ensemble after every m-th observed step. */
public final class Paths extends Observer {
  private final int wanted;
  private final int every;

  /**
   * An empty store.
   *
   * @param paths how many paths to store, at least 1; an ensemble of fewer stores all
   * @param every a row for every so many steps, at least 1
   */
  public Paths(int paths, int every) {
    if (paths < 1 || every < 1) {
      throw new IllegalArgumentException(
          "Paths and steps between rows are at least 1, not " + paths + " and " + every + ".");
    }
    this.wanted = paths;
    this.every = every;
  }

  /** How many paths are stored. */
  public int paths() {
    return parts().stream().mapToInt(p -> ((Store) p).count).sum();
  }

  /**
   * A path: a row of d coordinates for every m-th step.
   *
   * @param path 0 .. {@link #paths} - 1
   */
  public double[][] path(int path) {
    int p = path;
    for (Part part : parts()) {
      Store store = (Store) part;
      if (p >= 0 && p < store.count) {
        return store.path(p);
      }
      p -= store.count;
    }
    throw new IllegalArgumentException(
        "Path " + path + " is not stored: there are " + paths() + " of them.");
  }

  /** Coordinate i of a path, a number for every m-th step. */
  public double[] coordinate(int path, int i) {
    return Arrays.stream(path(path)).mapToDouble(row -> row[i]).toArray();
  }

  @Override
  String settings() {
    return "paths(" + wanted + " every " + every + ")";
  }

  @Override
  Part open(Bundle bundle, int paths) {
    int count = Math.max(0, Math.min(bundle.count(), wanted - bundle.first()));
    return new Store(count, bundle.dimension(), bundle.lanes(), every);
  }

  private static final class Store extends Part {
    private final int count;
    private final int d;
    private final int lanes;
    private final int every;
    private double[] rows = new double[0];
    private int used;
    private int waited;

    Store(int count, int d, int lanes, int every) {
      this.count = count;
      this.d = d;
      this.lanes = lanes;
      this.every = every;
    }

    @Override
    void see(double[] x) {
      waited++;
      if (waited < every) {
        return;
      }
      waited = 0;
      int row = count * d;
      if (used + row > rows.length) {
        rows = Arrays.copyOf(rows, Math.max(used + row, Math.toIntExact(2L * rows.length)));
      }
      for (int l = 0; l < count; l++) {
        for (int i = 0; i < d; i++) {
          rows[used++] = x[i * lanes + l];
        }
      }
    }

    double[][] path(int p) {
      int row = count * d;
      double[][] path = new double[used / row][];
      for (int t = 0; t < path.length; t++) {
        path[t] = Arrays.copyOfRange(rows, t * row + p * d, t * row + (p + 1) * d);
      }
      return path;
    }

    @Override
    double[] save() {
      double[] saved = Arrays.copyOf(rows, used + 1);
      saved[used] = waited;
      return saved;
    }

    @Override
    void load(double[] saved) {
      used = saved.length - 1;
      rows = Arrays.copyOf(saved, used);
      waited = (int) saved[used];
    }
  }
}
