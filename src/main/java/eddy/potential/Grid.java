package eddy.potential;

import eddy.fields.Box;
import java.util.Arrays;

/**
 * Equal rectangular cells that fill a box in one or two dimensions. Arrays over the cells are
 * {@code [iy * nx + ix]}, x fastest, with values at the cell centres. Each axis ends at two walls
 * that nothing crosses ("no flux"), or is periodic.
 *
 * @param box the region
 * @param cells numbers of cells along each axis, at least {@value #FEWEST} each, copied
 * @param periodic whether each axis is periodic, copied
 */
public record Grid(Box box, int[] cells, boolean[] periodic) {
  /** The fewest cells along an axis. */
  public static final int FEWEST = 4;

  private static final int MOST = 1 << 27;

  /** Refuses other than one or two dimensions, too few and too many cells. */
  public Grid {
    cells = cells.clone();
    periodic = periodic.clone();
    int d = box.dimension();
    if (d > 2 || cells.length != d || periodic.length != d) {
      throw new IllegalArgumentException(
          "A grid has one or two dimensions, with a number of cells for each side of the box, not "
              + d
              + " sides and "
              + cells.length
              + " numbers.");
    }
    double size = 1;
    for (int n : cells) {
      size *= n;
      if (n < FEWEST) {
        throw new IllegalArgumentException(
            "A grid needs at least " + FEWEST + " cells along each axis, not " + n + ".");
      }
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          "A grid of "
              + Arrays.toString(cells)
              + " cells is too large: take at most "
              + MOST
              + ".");
    }
  }

  /** A box with walls. */
  public static Grid of(Box box, int... cells) {
    return new Grid(box, cells, new boolean[box.dimension()]);
  }

  /** An interval with walls at both ends. */
  public static Grid line(double low, double high, int cells) {
    return of(Box.of(low, high), cells);
  }

  /** A square [-half, half]^2 of n x n cells with walls. */
  public static Grid square(double half, int n) {
    return of(Box.cube(2, half), n, n);
  }

  /** A box whose every axis is periodic. */
  public static Grid torus(Box box, int... cells) {
    boolean[] periodic = new boolean[box.dimension()];
    Arrays.fill(periodic, true);
    return new Grid(box, cells, periodic);
  }

  /** One or two. */
  public int dimension() {
    return cells.length;
  }

  /** Cells along the first axis. */
  public int nx() {
    return cells[0];
  }

  /** Cells along the second axis; 1 in one dimension. */
  public int ny() {
    return cells.length == 1 ? 1 : cells[1];
  }

  /** The number of all cells. */
  public int size() {
    return nx() * ny();
  }

  /** Width h of a cell along an axis. */
  public double spacing(int axis) {
    return box.width(axis) / cells[axis];
  }

  /** Length or area of a cell. */
  public double cellVolume() {
    return cells.length == 1 ? spacing(0) : spacing(0) * spacing(1);
  }

  /** The coordinate of the i-th cell centres along an axis. */
  public double centre(int axis, int i) {
    return box.low()[axis] + (i + 0.5) * spacing(axis);
  }

  /** All coordinates of cell centres along an axis. */
  public double[] centres(int axis) {
    double[] x = new double[cells[axis]];
    Arrays.setAll(x, i -> centre(axis, i));
    return x;
  }

  /** The centre of a cell, given its index in arrays over the cells. */
  public double[] point(int index) {
    return dimension() == 1
        ? new double[] {centre(0, index)}
        : new double[] {centre(0, index % nx()), centre(1, index / nx())};
  }

  /** The values of a function at the cell centres. */
  public double[] sample(java.util.function.ToDoubleFunction<double[]> function) {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(point(i));
    }
    return values;
  }

  /**
   * The same box with half as many cells along each axis (rounded up), but not below the fewest.
   */
  Grid coarser() {
    int[] half = new int[cells.length];
    for (int i = 0; i < half.length; i++) {
      half[i] = Math.max(FEWEST, (cells[i] + 1) / 2);
    }
    return new Grid(box, half, periodic);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Grid g
        && box.equals(g.box)
        && Arrays.equals(cells, g.cells)
        && Arrays.equals(periodic, g.periodic);
  }

  @Override
  public int hashCode() {
    return 31 * box.hashCode() + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return "Grid[" + Arrays.toString(cells) + " cells in " + box + "]";
  }
}
