package eddy.nets;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Lanes} with the Vector API: a block is one vector of 16 lanes, two of 8 or four of 4. */
final class VectorLanes extends Lanes {
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= COUNT
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;
  private static final int STEP = SPECIES.length();

  @Override
  void correlate(Windows on, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
    for (int part = 0; part < COUNT; part += STEP) {
      VectorCorrelate.run(on, w, wAt, x, xAt + part, y, yAt + part);
    }
  }

  @Override
  void outer(Windows on, float[] dy, int dyAt, float[] x, int xAt, float[] dw) {
    int weights = on.outputs() * on.taps();
    Arrays.fill(dw, 0, weights * COUNT, 0);
    for (int part = 0; part < COUNT; part += STEP) {
      VectorOuter.run(on, dy, dyAt + part, x, xAt + part, dw, part);
    }
    for (int o = 0; o < on.outputs(); o++) {
      int row = dyAt + o * on.positions() * COUNT;
      sum(dy, row, on.positions(), dw, (weights + o) * COUNT);
    }
  }

  @Override
  void sum(float[] x, int xAt, int positions, float[] out, int outAt) {
    for (int part = 0; part < COUNT; part += STEP) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int from = xAt + part;
      for (int p = 0; p < positions; p++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, x, from + p * COUNT));
      }
      sum.intoArray(out, outAt + part);
    }
  }

  @Override
  void products(
      float[] x,
      int xAt,
      float centre,
      float[] y,
      int yAt,
      float yCentre,
      int positions,
      float[] out,
      int outAt) {
    for (int part = 0; part < COUNT; part += STEP) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int p = 0; p < positions; p++) {
        int i = p * COUNT + part;
        FloatVector left = FloatVector.fromArray(SPECIES, x, xAt + i).sub(centre);
        FloatVector right = FloatVector.fromArray(SPECIES, y, yAt + i).sub(yCentre);
        sum = left.fma(right, sum);
      }
      sum.intoArray(out, outAt + part);
    }
  }

  @Override
  void rectify(float[] x, int at, int n) {
    for (int i = at; i < at + n; i += STEP) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, i);
      FloatVector zero = FloatVector.zero(SPECIES);
      zero.blend(value, value.compare(VectorOperators.GT, 0)).intoArray(x, i);
    }
  }

  @Override
  void rectifyGradient(float[] y, int yAt, float[] d, int dAt, int n) {
    for (int i = 0; i < n; i += STEP) {
      VectorMask<Float> open =
          FloatVector.fromArray(SPECIES, y, yAt + i).compare(VectorOperators.GT, 0);
      FloatVector.zero(SPECIES)
          .blend(FloatVector.fromArray(SPECIES, d, dAt + i), open)
          .intoArray(d, dAt + i);
    }
  }

  @Override
  void challenge(float[] x, int xAt, float name, float[] best, float[] which, int at) {
    for (int part = 0; part < COUNT; part += STEP) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + part);
      FloatVector holder = FloatVector.fromArray(SPECIES, best, at + part);
      VectorMask<Float> larger = value.compare(VectorOperators.GT, holder);
      holder.blend(value, larger).intoArray(best, at + part);
      FloatVector.fromArray(SPECIES, which, at + part)
          .blend(name, larger)
          .intoArray(which, at + part);
    }
  }

  @Override
  void award(float[] dy, int dyAt, float[] which, int at, float name, float[] dx, int dxAt) {
    for (int part = 0; part < COUNT; part += STEP) {
      VectorMask<Float> winner =
          FloatVector.fromArray(SPECIES, which, at + part).compare(VectorOperators.EQ, name);
      FloatVector share =
          FloatVector.zero(SPECIES).blend(FloatVector.fromArray(SPECIES, dy, dyAt + part), winner);
      FloatVector.fromArray(SPECIES, dx, dxAt + part).add(share).intoArray(dx, dxAt + part);
    }
  }
}
