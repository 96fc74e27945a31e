package eddy.langevin;

import eddy.fields.Field;
import java.util.Arrays;

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
  private final double[] kick;

  Stepper(Field field, double beta, double dt, Scheme scheme, int lanes) {
    this.field = field;
    this.scheme = scheme;
    this.dt = dt;
    int d = field.dimension();
    this.lanes = lanes;
    this.noise = Noise.of(field, beta, dt, lanes);
    this.drift = new double[d * lanes];
    this.next = new double[d * lanes];
    this.nextDrift = new double[d * lanes];
    this.kick = new double[d * lanes];
  }

  /** Moves the points {@code [coordinate][lane]} by one step with the normal numbers g. */
  void step(double[] x, double[] g) {
    field.drifts(lanes, x, drift);
    if (scheme == Scheme.EULER_MARUYAMA) {
      noise.add(x, g, drift);
      advance(drift, x);
    } else {
      heun(x, g);
    }
  }

  /** x += drift dt + (sigma dW): the noise is in the drift already, divided by dt. */
  private void advance(double[] by, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.fma(dt, by[i], x[i]);
    }
  }

  private void heun(double[] x, double[] g) {
    System.arraycopy(x, 0, next, 0, x.length);
    Arrays.fill(kick, 0);
    noise.add(x, g, kick);
    for (int i = 0; i < x.length; i++) {
      next[i] = Math.fma(dt, drift[i] + kick[i], next[i]);
    }
    field.drifts(lanes, next, nextDrift);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.fma(dt, (drift[i] + nextDrift[i]) / 2 + kick[i], x[i]);
    }
  }
}
