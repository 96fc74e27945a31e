package eddy.langevin;

import static jdk.incubator.vector.DoubleVector.broadcast;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Gaussians} with the Vector API: eight generators are one vector, two or four. */
final class VectorGaussians extends Gaussians {
  private static final VectorSpecies<Double> DOUBLES =
      DoubleVector.SPECIES_PREFERRED.length() <= LANES
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;
  private static final VectorSpecies<Long> LONGS =
      LongVector.SPECIES_PREFERRED.length() <= LANES
          ? LongVector.SPECIES_PREFERRED
          : LongVector.SPECIES_512;
  private static final int STEP = LONGS.length();

  VectorGaussians(long seed, int bundle) {
    super(seed, bundle);
  }

  @Override
  void fill(double[] out) {
    for (int part = 0; part < LANES; part += STEP) {
      fill(out, part);
    }
  }

  /**
   * What the generators {@code part .. part + STEP - 1} make. The root of a radius takes long, so
   * it is taken in the next turn of the loop, while that computes the next numbers.
   */
  private void fill(double[] out, int part) {
    LongVector s0 = LongVector.fromArray(LONGS, state, part);
    LongVector s1 = LongVector.fromArray(LONGS, state, LANES + part);
    LongVector s2 = LongVector.fromArray(LONGS, state, 2 * LANES + part);
    LongVector s3 = LongVector.fromArray(LONGS, state, 3 * LANES + part);
    DoubleVector square = DoubleVector.zero(DOUBLES);
    DoubleVector minus = DoubleVector.zero(DOUBLES);
    DoubleVector plus = DoubleVector.zero(DOUBLES);
    int before = part;
    for (int at = part; at < out.length; at += 2 * LANES) {
      DoubleVector radius = square.sqrt();
      minus.mul(radius).intoArray(out, before);
      plus.mul(radius).intoArray(out, before + LANES);
      before = at;
      LongVector word = s0.add(s3);
      LongVector t = s1.lanewise(VectorOperators.LSHL, 17);
      s2 = s2.lanewise(VectorOperators.XOR, s0);
      s3 = s3.lanewise(VectorOperators.XOR, s1);
      s1 = s1.lanewise(VectorOperators.XOR, s2);
      s0 = s0.lanewise(VectorOperators.XOR, s3);
      s2 = s2.lanewise(VectorOperators.XOR, t);
      s3 = s3.lanewise(VectorOperators.ROL, 45);

      DoubleVector u =
          word.lanewise(VectorOperators.LSHR, 12)
              .lanewise(VectorOperators.OR, ONE)
              .reinterpretAsDoubles();
      LongVector bits = broadcast(DOUBLES, 2).sub(u).reinterpretAsLongs().add(SHIFT);
      DoubleVector k =
          bits.lanewise(VectorOperators.LSHR, 52)
              .lanewise(VectorOperators.OR, WHOLE)
              .reinterpretAsDoubles()
              .sub(WHOLE_BIAS);
      DoubleVector r =
          bits.lanewise(VectorOperators.AND, MANTISSA).add(ROOT_HALF).reinterpretAsDoubles().sub(1);
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector low =
          r.fma(broadcast(DOUBLES, L3), broadcast(DOUBLES, L2))
              .fma(r2, r.fma(broadcast(DOUBLES, L1), broadcast(DOUBLES, L0)));
      DoubleVector high =
          r.fma(broadcast(DOUBLES, L7), broadcast(DOUBLES, L6))
              .fma(r2, r.fma(broadcast(DOUBLES, L5), broadcast(DOUBLES, L4)));
      high = r4.fma(broadcast(DOUBLES, L8), high);
      square = high.fma(r4, low).fma(r, k.mul(MINUS_LN2));
      DoubleVector a =
          word.lanewise(VectorOperators.LSHL, 30)
              .lanewise(VectorOperators.AND, MANTISSA)
              .lanewise(VectorOperators.OR, ONE)
              .reinterpretAsDoubles()
              .sub(ANGLE_CENTRE);
      DoubleVector q = a.mul(a);
      DoubleVector s =
          q.fma(broadcast(DOUBLES, S3), broadcast(DOUBLES, S2))
              .fma(q, broadcast(DOUBLES, S1))
              .fma(q, broadcast(DOUBLES, S0))
              .mul(a);
      DoubleVector c =
          q.fma(broadcast(DOUBLES, C3), broadcast(DOUBLES, C2))
              .fma(q, broadcast(DOUBLES, C1))
              .fma(q, broadcast(DOUBLES, C0));
      minus =
          c.sub(s)
              .reinterpretAsLongs()
              .lanewise(
                  VectorOperators.XOR,
                  word.lanewise(VectorOperators.LSHL, 41).lanewise(VectorOperators.AND, SIGN))
              .reinterpretAsDoubles();
      plus =
          c.add(s)
              .reinterpretAsLongs()
              .lanewise(
                  VectorOperators.XOR,
                  word.lanewise(VectorOperators.LSHL, 40).lanewise(VectorOperators.AND, SIGN))
              .reinterpretAsDoubles();
    }
    DoubleVector radius = square.sqrt();
    minus.mul(radius).intoArray(out, before);
    plus.mul(radius).intoArray(out, before + LANES);
    s0.intoArray(state, part);
    s1.intoArray(state, LANES + part);
    s2.intoArray(state, 2 * LANES + part);
    s3.intoArray(state, 3 * LANES + part);
  }
}
