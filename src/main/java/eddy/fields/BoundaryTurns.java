package eddy.fields;

/**
 * How often the drift turns around while a point runs once, counter-clockwise, around the boundary
 * of a box (its topological degree). In two dimensions it is the winding number, in one half the
 * change of sign between the two ends. It equals the sum of the indices of all zeros inside.
 */
final class BoundaryTurns {
  /** The drift vanishes on the boundary, is not finite there, or turns too fast to be followed. */
  static final int UNDECIDED = Integer.MIN_VALUE;

  private static final int PIECES = 256;
  private static final int HALVINGS = 30;

  private final Field field;
  private final double[] b = new double[2];
  private boolean undecided;

  private BoundaryTurns(Field field) {
    this.field = field;
  }

  /** Counts the turns; the field has one or two dimensions. */
  static int count(Field field, Box box) {
    return field.dimension() == 1 ? signs(field, box) : new BoundaryTurns(field).around(box);
  }

  private static int signs(Field field, Box box) {
    double[] left = new double[1];
    double[] right = new double[1];
    field.drift(box.low(), left);
    field.drift(box.high(), right);
    if (left[0] == 0 || right[0] == 0 || Double.isNaN(left[0] * right[0])) {
      return UNDECIDED;
    }
    return (int) (Math.signum(right[0]) - Math.signum(left[0])) / 2;
  }

  private int around(Box box) {
    double[] l = box.low();
    double[] h = box.high();
    double[][] corner = {{l[0], l[1]}, {h[0], l[1]}, {h[0], h[1]}, {l[0], h[1]}, {l[0], l[1]}};
    double angle = 0;
    for (int side = 0; side < 4; side++) {
      double[] from = corner[side];
      for (int k = 1; k <= PIECES; k++) {
        double t = k / (double) PIECES;
        double[] to = {
          corner[side][0] + t * (corner[side + 1][0] - corner[side][0]),
          corner[side][1] + t * (corner[side + 1][1] - corner[side][1])
        };
        angle += turn(from, to, 0);
        from = to;
      }
    }
    return undecided ? UNDECIDED : (int) Math.round(angle / (2 * Math.PI));
  }

  /** The angle that the drift turns through between two points, halving until it is small. */
  private double turn(double[] from, double[] to, int depth) {
    double[] middle = {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2};
    double a = direction(from);
    double first = wrap(direction(middle) - a);
    double second = wrap(direction(to) - a - first);
    if (undecided || Math.max(Math.abs(first), Math.abs(second)) < 0.5) {
      return first + second;
    }
    if (depth == HALVINGS) {
      undecided = true;
      return 0;
    }
    return turn(from, middle, depth + 1) + turn(middle, to, depth + 1);
  }

  private double direction(double[] x) {
    field.drift(x, b);
    undecided |= !Double.isFinite(b[0] + b[1]) || (b[0] == 0 && b[1] == 0);
    return Math.atan2(b[1], b[0]);
  }

  private static double wrap(double angle) {
    return Math.IEEEremainder(angle, 2 * Math.PI);
  }
}
