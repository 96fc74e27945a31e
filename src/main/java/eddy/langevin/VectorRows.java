package eddy.langevin;

import static jdk.incubator.vector.DoubleVector.broadcast;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Rows} with the Vector API. */
final class VectorRows extends Rows {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= Bundle.GRAIN
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;
  private static final int STEP = SPECIES.length();

  @Override
  void step(int n, int i, double[] x, double dt, double[] v, double a, int j, double[] g) {
    int row = i * n;
    int first = j * n;
    for (int l = 0; l < n; l += STEP) {
      DoubleVector drifted =
          DoubleVector.fromArray(SPECIES, v, row + l)
              .fma(broadcast(SPECIES, dt), DoubleVector.fromArray(SPECIES, x, row + l));
      DoubleVector.fromArray(SPECIES, g, first + l)
          .fma(broadcast(SPECIES, a), drifted)
          .intoArray(x, row + l);
    }
  }

  @Override
  void step(int n, int i, double[] x, double dt, double[] v, double a, double b, double[] g) {
    int row = i * n;
    for (int l = 0; l < n; l += STEP) {
      DoubleVector drifted =
          DoubleVector.fromArray(SPECIES, v, row + l)
              .fma(broadcast(SPECIES, dt), DoubleVector.fromArray(SPECIES, x, row + l));
      DoubleVector first =
          DoubleVector.fromArray(SPECIES, g, l).fma(broadcast(SPECIES, a), drifted);
      DoubleVector.fromArray(SPECIES, g, n + l)
          .fma(broadcast(SPECIES, b), first)
          .intoArray(x, row + l);
    }
  }

  @Override
  void add(int n, int i, double[] x, double a, int j, double[] g) {
    int row = i * n;
    int first = j * n;
    for (int l = 0; l < n; l += STEP) {
      DoubleVector.fromArray(SPECIES, g, first + l)
          .fma(broadcast(SPECIES, a), DoubleVector.fromArray(SPECIES, x, row + l))
          .intoArray(x, row + l);
    }
  }
}
