package eddy.linalg;

import static jdk.incubator.vector.DoubleVector.broadcast;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Exponential} with the Vector API; what does not fill a vector is done one by one. */
final class VectorExponential extends Exponential {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  @Override
  public void apply(double[] a, int n) {
    int end = SPECIES.loopBound(n);
    for (int i = 0; i < end; i += SPECIES.length()) {
      DoubleVector x =
          DoubleVector.fromArray(SPECIES, a, i)
              .max(broadcast(SPECIES, LOW))
              .min(broadcast(SPECIES, HIGH));
      DoubleVector k = x.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, MAGIC));
      DoubleVector whole = k.sub(MAGIC);
      DoubleVector r =
          whole.fma(broadcast(SPECIES, -LN2_LOW), whole.fma(broadcast(SPECIES, -LN2_HIGH), x));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector low =
          r.fma(broadcast(SPECIES, C3), broadcast(SPECIES, C2))
              .fma(r2, r.fma(broadcast(SPECIES, C1), broadcast(SPECIES, C0)));
      DoubleVector middle =
          r.fma(broadcast(SPECIES, C7), broadcast(SPECIES, C6))
              .fma(r2, r.fma(broadcast(SPECIES, C5), broadcast(SPECIES, C4)));
      DoubleVector high =
          r2.fma(broadcast(SPECIES, C10), r.fma(broadcast(SPECIES, C9), broadcast(SPECIES, C8)));
      high.fma(r4, middle)
          .fma(r4, low)
          .reinterpretAsLongs()
          .add(k.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
          .reinterpretAsDoubles()
          .intoArray(a, i);
    }
    apply(a, end, n);
  }
}
