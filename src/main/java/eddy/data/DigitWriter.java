package eddy.data;

import eddy.data.StrokeTemplates.Stroke;
import eddy.data.StrokeTemplates.Template;
import eddy.run.RandomStream;

/**
 * Writes one digit: a template whose points are moved at random, a smooth curve through them, an
 * elastic and an affine distortion, then the size and place that MNIST gives its digits (the larger
 * side 20 pixels, the centre of mass in the middle of 28 x 28) and a pen of random width.
 *
 * <p>Only arithmetic that is the same on every machine: no sine, no exponential.
 */
final class DigitWriter {
  /** Rows and columns of a digit. */
  static final int SIZE = 28;

  private static final double BOX = 20;
  private static final int PIECES = 5;
  private static final int NODES = 5;

  private final StrokeTemplates templates = new StrokeTemplates();
  private final Pen pen = new Pen();
  private final double[] bendX = new double[NODES * NODES];
  private final double[] bendY = new double[NODES * NODES];

  /** Draws one image of values 0 to 1 into zeros. */
  void write(int digit, RandomStream random, float[] pixels, int offset) {
    Template template = templates.pick(digit, random.nextDouble());
    double haste = 0.65 + 1.0 * random.nextDouble();
    pen.clear();
    for (Stroke stroke : template.strokes()) {
      curve(jitter(stroke, random, 0.036 * haste));
    }
    bend(random, 0.065 * haste);
    lean(random, haste);
    place(random);
    double softness = 0.45 + 0.35 * random.nextDouble();
    pen.draw(pixels, offset, SIZE, softness);
  }

  private static Stroke jitter(Stroke stroke, RandomStream random, double spread) {
    double[] points = stroke.points().clone();
    for (int i = 0; i < points.length; i++) {
      points[i] += spread * random.nextGaussian();
    }
    return new Stroke(points, stroke.corner());
  }

  /** Cubic through the points with slopes from their neighbours, one-sided at ends and corners. */
  private void curve(Stroke stroke) {
    double[] p = stroke.points();
    int last = stroke.count() - 1;
    pen.add(p[0], p[1], false);
    for (int i = 0; i < last; i++) {
      int before = i == 0 || stroke.corner()[i] ? i : i - 1;
      int after = i + 1 == last || stroke.corner()[i + 1] ? i + 1 : i + 2;
      for (int k = 1; k <= PIECES; k++) {
        double t = (double) k / PIECES;
        pen.add(
            hermite(p[2 * before], p[2 * i], p[2 * i + 2], p[2 * after], t),
            hermite(p[2 * before + 1], p[2 * i + 1], p[2 * i + 3], p[2 * after + 1], t),
            true);
      }
    }
  }

  private static double hermite(double before, double a, double b, double after, double t) {
    double slopeA = (b - before) / 2;
    double slopeB = (after - a) / 2;
    double s = 1 - t;
    return s * s * (1 + 2 * t) * a + t * t * (3 - 2 * t) * b + t * s * (s * slopeA - t * slopeB);
  }

  /** Elastic distortion: a displacement that is a quadratic spline over a coarse random grid. */
  private void bend(RandomStream random, double spread) {
    for (int i = 0; i < bendX.length; i++) {
      bendX[i] = spread * random.nextGaussian();
      bendY[i] = spread * random.nextGaussian();
    }
    for (int i = 0; i < pen.count(); i++) {
      double x = pen.x(i);
      double y = pen.y(i);
      pen.move(i, x + spline(bendX, x + 0.15, y), y + spline(bendY, x + 0.15, y));
    }
  }

  private static double spline(double[] grid, double x, double y) {
    double u = Math.min(Math.max(x, 0), 0.999) * (NODES - 2);
    double v = Math.min(Math.max(y, 0), 0.999) * (NODES - 2);
    int column = (int) u;
    int row = (int) v;
    u -= column;
    v -= row;
    double sum = 0;
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        sum += basis(r, v) * basis(c, u) * grid[(row + r) * NODES + column + c];
      }
    }
    return sum;
  }

  private static double basis(int k, double t) {
    return k == 0 ? (1 - t) * (1 - t) / 2 : k == 1 ? 0.5 + t * (1 - t) : t * t / 2;
  }

  /** Slant, turn and stretch. */
  private void lean(RandomStream random, double haste) {
    double slant = 0.12 + 0.2 * haste * random.nextGaussian();
    double turn = 0.1 * haste * random.nextGaussian();
    double wide = 1 + 0.16 * haste * random.nextGaussian();
    wide = Math.min(Math.max(wide, 0.55), 1.6);
    for (int i = 0; i < pen.count(); i++) {
      double x = (pen.x(i) - 0.35) * wide;
      double y = pen.y(i) - 0.5;
      x -= slant * y;
      pen.move(i, x - turn * y, y + turn * x);
    }
  }

  /** Scales the larger side to the box, with the centre of mass of the line in the middle. */
  private void place(RandomStream random) {
    double middle = 0.75 + 0.85 * random.nextDouble() + 0.5 * random.nextDouble();
    double growth = 0.25 * random.nextGaussian();
    int n = pen.count();
    for (int i = 0; i < n; i++) {
      double along = 2.0 * i / (n - 1) - 1;
      pen.halfWidth(i, Math.max(0.5, middle * (1 + growth * along)));
    }
    double[] extent = pen.extent();
    double[] centre = pen.centreOfMass();
    double scale = (BOX - 2 * middle) / Math.max(extent[0], extent[1]);
    for (int i = 0; i < n; i++) {
      pen.move(
          i,
          SIZE / 2.0 + scale * (pen.x(i) - centre[0]),
          SIZE / 2.0 + scale * (pen.y(i) - centre[1]));
    }
  }
}
