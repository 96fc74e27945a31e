package eddy.langevin;

import eddy.fields.Field;

/** Takes one step of all paths of a bundle; one for each bundle. */
final class Stepper {
  private final Field field;
  private final Scheme scheme;
  private final double dt;
  private final int d;
  private final int lanes;
  private final Noise noise;
  private final double[] drift;
  private final double[] next;
  private final double[] nextDrift;
  private final double[] point;
  private final double[] at;

  Stepper(Field field, double beta, double dt, Scheme scheme, int lanes) {
    this.field = field;
    this.scheme = scheme;
    this.dt = dt;
    this.d = field.dimension();
    this.lanes = lanes;
    this.noise = Noise.of(field, beta, dt, lanes);
    this.drift = new double[d * lanes];
    this.next = new double[d * lanes];
    this.nextDrift = new double[d * lanes];
    this.point = new double[d];
    this.at = new double[d];
  }

  /** Moves the points {@code [coordinate][lane]} by one step with the normal numbers g. */
  void step(double[] x, double[] g) {
    drift(x, drift);
    for (int i = 0; i < x.length; i++) {
      next[i] = Math.fma(dt, drift[i], x[i]);
    }
    noise.add(x, g, next);
    if (scheme == Scheme.HEUN) {
      drift(next, nextDrift);
      for (int i = 0; i < x.length; i++) {
        next[i] = Math.fma(dt / 2, nextDrift[i] - drift[i], next[i]);
      }
    }
    System.arraycopy(next, 0, x, 0, x.length);
  }

  private void drift(double[] x, double[] out) {
    for (int l = 0; l < lanes; l++) {
      for (int i = 0; i < d; i++) {
        point[i] = x[i * lanes + l];
      }
      field.drift(point, at);
      for (int i = 0; i < d; i++) {
        out[i * lanes + l] = at[i];
      }
    }
  }
}
