package eddy.notebook;

import eddy.fields.Box;
import eddy.fields.VectorField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Evenly spaced stream lines of a field in the plane, after Jobard and Lefer, "Creating
 * evenly-spaced streamlines of arbitrary density" (1997): each line is followed both ways until it
 * leaves the box, meets a zero, or comes too close to another line; new lines begin at the
 * separation from old ones. Lines are integrated by fourth-order Runge-Kutta in arc length on the
 * page.
 */
final class StreamLines {
  private static final int STEPS_PER_SEPARATION = 12;
  private static final double CLOSEST = 0.42;
  private static final double SHORTEST = 1.6;
  private static final int MOST_STEPS = 4000;
  private static final double ZERO = 1e-9;

  private final VectorField field;
  private final Box box;
  private final double heightOverWidth;
  private final double separation;
  private final Neighbourhood neighbourhood;
  private final List<Line> lines = new ArrayList<>();

  /**
   * One line in the direction of the field.
   *
   * @param x first coordinates
   * @param y second coordinates
   * @param speed length of the field's vector at each point
   */
  record Line(double[] x, double[] y, double[] speed) {}

  private StreamLines(VectorField field, Box box, double heightOverWidth, double separation) {
    this.field = field;
    this.box = box;
    this.heightOverWidth = heightOverWidth;
    this.separation = separation;
    this.neighbourhood = new Neighbourhood(separation, heightOverWidth);
  }

  /**
   * Follows lines until the box is full.
   *
   * @param field a field of two dimensions
   * @param box where to draw
   * @param heightOverWidth shape of the plot area on the page
   * @param separation distance between lines, as a fraction of the width of the plot area
   */
  static List<Line> trace(VectorField field, Box box, double heightOverWidth, double separation) {
    StreamLines tracer = new StreamLines(field, box, heightOverWidth, separation);
    tracer.fill();
    return List.copyOf(tracer.lines);
  }

  private void fill() {
    Deque<double[]> seeds = new ArrayDeque<>();
    double step = separation / 2;
    for (double v = step; v < heightOverWidth; v += step) {
      for (double u = step; u < 1; u += step) {
        seeds.add(new double[] {u, v});
        while (!seeds.isEmpty()) {
          double[] seed = seeds.poll();
          if (inside(seed) && !neighbourhood.occupied(seed, separation)) {
            follow(seed, seeds);
          }
        }
      }
    }
  }

  /** Follows the line through a seed; when it is long enough, keeps it and seeds beside it. */
  private void follow(double[] seed, Deque<double[]> seeds) {
    List<double[]> back = walk(seed, -1, List.of());
    List<double[]> forth = walk(seed, 1, back);
    List<double[]> points = new ArrayList<>();
    for (int k = back.size() - 1; k >= 0; k--) {
      points.add(back.get(k));
    }
    points.add(seed);
    points.addAll(forth);
    if (points.size() < SHORTEST * STEPS_PER_SEPARATION) {
      return;
    }
    lines.add(line(points));
    points.forEach(neighbourhood::add);
    for (int k = 0; k < points.size(); k += STEPS_PER_SEPARATION) {
      double[] p = points.get(k);
      double[] direction = direction(p);
      if (direction != null) {
        for (int side = -1; side <= 1; side += 2) {
          seeds.add(
              new double[] {
                p[0] - side * separation * direction[1], p[1] + side * separation * direction[0]
              });
        }
      }
    }
  }

  private List<double[]> walk(double[] seed, int sign, List<double[]> other) {
    List<double[]> points = new ArrayList<>();
    double[] p = seed;
    for (int k = 0; k < MOST_STEPS; k++) {
      p = step(p, sign * separation / STEPS_PER_SEPARATION);
      if (p == null || !inside(p) || neighbourhood.occupied(p, CLOSEST * separation)) {
        break;
      }
      if (meetsItself(p, seed, points, other)) {
        break;
      }
      points.add(p);
    }
    return points;
  }

  /** A closed orbit or a spiral: the line comes back to a place it left long ago. */
  private boolean meetsItself(
      double[] p, double[] seed, List<double[]> points, List<double[]> other) {
    int recent = 3 * STEPS_PER_SEPARATION;
    double least = 0.3 * separation;
    for (int k = 0; k < points.size() - recent; k++) {
      if (distance(p, points.get(k)) < least) {
        return true;
      }
    }
    if (points.size() <= recent) {
      return false;
    }
    return distance(p, seed) < least || other.stream().anyMatch(q -> distance(p, q) < least);
  }

  private double[] step(double[] p, double h) {
    double[] k1 = direction(p);
    double[] k2 = k1 == null ? null : direction(moved(p, k1, h / 2));
    double[] k3 = k2 == null ? null : direction(moved(p, k2, h / 2));
    double[] k4 = k3 == null ? null : direction(moved(p, k3, h));
    if (k4 == null) {
      return null;
    }
    return new double[] {
      p[0] + h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]),
      p[1] + h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
    };
  }

  private static double[] moved(double[] p, double[] direction, double h) {
    return new double[] {p[0] + h * direction[0], p[1] + h * direction[1]};
  }

  /** Unit vector of the field on the page; null at a zero. */
  private double[] direction(double[] p) {
    double[] v = new double[2];
    field.at(data(p), v);
    double u = v[0] / box.width(0);
    double w = v[1] / box.width(1) * heightOverWidth;
    double length = Math.hypot(u, w);
    return length > ZERO && Double.isFinite(length) ? new double[] {u / length, w / length} : null;
  }

  private double[] data(double[] p) {
    return new double[] {
      box.low()[0] + p[0] * box.width(0), box.low()[1] + p[1] / heightOverWidth * box.width(1)
    };
  }

  private boolean inside(double[] p) {
    return p[0] >= 0 && p[0] <= 1 && p[1] >= 0 && p[1] <= heightOverWidth;
  }

  private static double distance(double[] p, double[] q) {
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  }

  private Line line(List<double[]> points) {
    int n = points.size();
    double[] x = new double[n];
    double[] y = new double[n];
    double[] speed = new double[n];
    double[] v = new double[2];
    for (int k = 0; k < n; k++) {
      double[] at = data(points.get(k));
      field.at(at, v);
      x[k] = at[0];
      y[k] = at[1];
      speed[k] = Math.hypot(v[0], v[1]);
    }
    return new Line(x, y, speed);
  }

  /** Points of all lines, sorted into square cells as wide as the separation. */
  private static final class Neighbourhood {
    private final double cell;
    private final int columns;
    private final int rows;
    private final List<List<double[]>> cells = new ArrayList<>();

    Neighbourhood(double cell, double height) {
      this.cell = cell;
      columns = (int) (1 / cell) + 1;
      rows = (int) (height / cell) + 1;
      for (int k = 0; k < columns * rows; k++) {
        cells.add(new ArrayList<>());
      }
    }

    void add(double[] p) {
      cells.get((int) (p[1] / cell) * columns + (int) (p[0] / cell)).add(p);
    }

    /** Whether a point of a line is closer than {@code least}, at most one cell. */
    boolean occupied(double[] p, double least) {
      int i = (int) (p[0] / cell);
      int j = (int) (p[1] / cell);
      for (int row = Math.max(0, j - 1); row <= Math.min(rows - 1, j + 1); row++) {
        for (int column = Math.max(0, i - 1); column <= Math.min(columns - 1, i + 1); column++) {
          for (double[] q : cells.get(row * columns + column)) {
            if (distance(p, q) < 0.999 * least) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }
}
