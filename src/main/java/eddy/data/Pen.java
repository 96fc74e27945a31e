package eddy.data;

/**
 * The line of a digit as points with a half width each, and its ink: a pixel is full where its
 * centre lies inside the line, fading over about one pixel at the edge.
 */
final class Pen {
  private static final int CAPACITY = 400;

  private final double[] x = new double[CAPACITY];
  private final double[] y = new double[CAPACITY];
  private final double[] halfWidth = new double[CAPACITY];
  private final boolean[] down = new boolean[CAPACITY];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  void move(int i, double newX, double newY) {
    x[i] = newX;
    y[i] = newY;
  }

  void halfWidth(int i, double w) {
    halfWidth[i] = w;
  }

  /** Adds a point, joined to the one before unless the pen was lifted. */
  void add(double px, double py, boolean joined) {
    x[count] = px;
    y[count] = py;
    down[count] = joined;
    count++;
  }

  /** Width and height of the line, without its thickness. */
  double[] extent() {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    return new double[] {right - left, bottom - top};
  }

  /** Mean of the line by length and thickness. */
  double[] centreOfMass() {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 1; i < count; i++) {
      if (down[i]) {
        double dx = x[i] - x[i - 1];
        double dy = y[i] - y[i - 1];
        double m = Math.sqrt(dx * dx + dy * dy) * (halfWidth[i - 1] + halfWidth[i]);
        mass += m;
        sumX += m * (x[i - 1] + x[i]) / 2;
        sumY += m * (y[i - 1] + y[i]) / 2;
      }
    }
    return new double[] {sumX / mass, sumY / mass};
  }

  /** Draws into size x size pixels (values 0 to 1, the larger of old and new). */
  void draw(float[] pixels, int offset, int size, double softness) {
    for (int i = 1; i < count; i++) {
      if (down[i]) {
        segment(i - 1, i, pixels, offset, size, softness);
      }
    }
  }

  private void segment(int a, int b, float[] pixels, int offset, int size, double softness) {
    double reach = Math.max(halfWidth[a], halfWidth[b]) + softness;
    int left = clip(Math.min(x[a], x[b]) - reach, size);
    int right = clip(Math.max(x[a], x[b]) + reach + 1, size);
    int top = clip(Math.min(y[a], y[b]) - reach, size);
    int bottom = clip(Math.max(y[a], y[b]) + reach + 1, size);
    double dx = x[b] - x[a];
    double dy = y[b] - y[a];
    double length2 = Math.max(dx * dx + dy * dy, 1e-12);
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        double px = column + 0.5 - x[a];
        double py = row + 0.5 - y[a];
        double t = Math.min(Math.max((px * dx + py * dy) / length2, 0), 1);
        double ex = px - t * dx;
        double ey = py - t * dy;
        double w = halfWidth[a] + t * (halfWidth[b] - halfWidth[a]);
        double d2 = ex * ex + ey * ey;
        if (d2 < (w + softness) * (w + softness)) {
          double edge = (w + softness - Math.sqrt(d2)) / (2 * softness);
          int at = offset + row * size + column;
          pixels[at] = Math.max(pixels[at], (float) Math.min(edge, 1));
        }
      }
    }
  }

  private static int clip(double v, int size) {
    return (int) Math.min(Math.max(v, 0), size);
  }
}
