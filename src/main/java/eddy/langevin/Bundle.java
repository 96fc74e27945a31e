package eddy.langevin;

import java.util.List;

/**
 * Up to {@value #LANES} paths that advance side by side, with the random numbers and the work space
 * that belong to them. A bundle is advanced by one thread at a time and knows nothing of others.
 */
final class Bundle {
  /** Most paths of a bundle. */
  static final int LANES = 256;

  /** Lanes are a multiple of this; those beyond the last path move, but are not observed. */
  static final int GRAIN = 16;

  private final int first;
  private final int count;
  private final int lanes;
  private final int dimension;
  private final double dt;
  private final double[] x;
  private final double[] g;
  private final Gaussians gaussians;
  private final Stepper stepper;
  private long step;

  /**
   * Paths first .. first + count - 1 at their starting points.
   *
   * @param starts path p starts at starts[p mod length]
   */
  Bundle(int first, int count, double[][] starts, double dt, Gaussians gaussians, Stepper stepper) {
    this.first = first;
    this.count = count;
    this.lanes = lanes(count);
    this.dimension = starts[0].length;
    this.dt = dt;
    this.x = new double[dimension * lanes];
    this.g = new double[dimension * lanes];
    this.gaussians = gaussians;
    this.stepper = stepper;
    for (int l = 0; l < lanes; l++) {
      double[] start = starts[(first + Math.min(l, count - 1)) % starts.length];
      for (int i = 0; i < dimension; i++) {
        x[i * lanes + l] = start[i];
      }
    }
  }

  static int lanes(int count) {
    return (count + GRAIN - 1) / GRAIN * GRAIN;
  }

  int first() {
    return first;
  }

  int count() {
    return count;
  }

  int lanes() {
    return lanes;
  }

  int dimension() {
    return dimension;
  }

  double dt() {
    return dt;
  }

  long step() {
    return step;
  }

  /** Positions, {@code [coordinate][lane]}. */
  double[] x() {
    return x;
  }

  Gaussians gaussians() {
    return gaussians;
  }

  /** Puts it into a stored state. */
  void restore(long newStep, double[] from, int offset, long[] state, int stateOffset) {
    step = newStep;
    System.arraycopy(from, offset, x, 0, x.length);
    gaussians.restore(state, stateOffset);
  }

  /**
   * Advances to step {@code to}; what comes after step {@code observeFrom} is observed.
   *
   * @throws ArithmeticException if a path left all bounds
   */
  void advance(long to, long observeFrom, List<Observer.Part> parts) {
    while (step < Math.min(to, observeFrom)) {
      move();
    }
    if (step < to) {
      for (Observer.Part part : parts) {
        part.begin(x);
      }
    }
    while (step < to) {
      move();
      for (Observer.Part part : parts) {
        part.see(x);
      }
    }
    for (Observer.Part part : parts) {
      part.pause();
    }
    requireFinite();
  }

  private void move() {
    gaussians.fill(g);
    stepper.step(x, g);
    step++;
  }

  private void requireFinite() {
    for (int l = 0; l < count; l++) {
      for (int i = 0; i < dimension; i++) {
        if (!(Math.abs(x[i * lanes + l]) < 1e100)) {
          throw new ArithmeticException(
              "Path "
                  + (first + l)
                  + " left all bounds before step "
                  + step
                  + ": take a smaller dt than "
                  + dt
                  + ", or check the sign of the drift.");
        }
      }
    }
  }
}
