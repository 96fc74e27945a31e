package eddy.langevin;

import eddy.fields.Field;

/** Takes one step of all paths of a bundle; one for each bundle. */
final class Stepper {
  private final Field field;
  private final Scheme scheme;
  private final double dt;
  private final int lanes;
  private final Noise noise;
  private final double[] drift;
  private final double[] next;
  private final double[] nextDrift;

  Stepper(Field field, double beta, double dt, Scheme scheme, int lanes) {
    this.field = field;
    this.scheme = scheme;
    this.dt = dt;
    int d = field.dimension();
    this.lanes = lanes;
    this.noise = noise(field, beta, dt, scheme, lanes);
    this.drift = new double[d * lanes];
    this.next = new double[d * lanes];
    this.nextDrift = new double[d * lanes];
  }

  /** Moves the points {@code [coordinate][lane]} by one step with the normal numbers g. */
  void step(double[] x, double[] g) {
    field.drifts(lanes, x, drift);
    if (scheme == Scheme.HEUN) {
      System.arraycopy(x, 0, next, 0, x.length);
      noise.step(next, dt, drift, x, g);
      field.drifts(lanes, next, nextDrift);
      for (int i = 0; i < drift.length; i++) {
        drift[i] = (drift[i] + nextDrift[i]) / 2;
      }
    }
    noise.step(x, dt, drift, x, g);
  }

  private static Noise noise(Field field, double beta, double dt, Scheme scheme, int lanes) {
    return scheme == Scheme.MILSTEIN && !field.diffusion().isConstant()
        ? new MilsteinNoise(field.diffusion(), 2 * dt / beta, lanes)
        : Noise.of(field, beta, dt, lanes);
  }
}
