package eddy.nets;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Lanes#outer} in registers: four output channels by four taps, summed over a run of
 * positions short enough that its output gradients stay in the first-level cache.
 */
final class VectorOuter {
  private static final VectorSpecies<Float> S = VectorLanes.SPECIES;

  /** Positions in a run: four channels of them are 16 KB. */
  private static final int RUN = 64;

  private VectorOuter() {}

  static void run(Windows on, float[] dy, int dyAt, float[] x, int xAt, float[] dw, int dwAt) {
    for (int first = 0; first < on.positions(); first += RUN) {
      int last = Math.min(on.positions(), first + RUN);
      int o = 0;
      for (; o + 4 <= on.outputs(); o += 4) {
        int k = 0;
        for (; k + 4 <= on.taps(); k += 4) {
          fourByFour(on, o, k, first, last, dy, dyAt, x, xAt, dw, dwAt);
        }
        for (; k < on.taps(); k++) {
          fourByOne(on, o, k, first, last, dy, dyAt, x, xAt, dw, dwAt);
        }
      }
      for (; o < on.outputs(); o++) {
        int k = 0;
        for (; k + 4 <= on.taps(); k += 4) {
          oneByFour(on, o, k, first, last, dy, dyAt, x, xAt, dw, dwAt);
        }
        for (; k < on.taps(); k++) {
          oneByOne(on, o, k, first, last, dy, dyAt, x, xAt, dw, dwAt);
        }
      }
    }
  }

  private static void fourByFour(
      Windows on,
      int o,
      int k,
      int first,
      int last,
      float[] dy,
      int dyAt,
      float[] x,
      int xAt,
      float[] dw,
      int dwAt) {
    int[] base = on.base();
    int row = on.taps() * Lanes.COUNT;
    int channel = base.length * Lanes.COUNT;
    int to = dwAt + o * row + k * Lanes.COUNT;
    FloatVector s00 = FloatVector.fromArray(S, dw, to);
    FloatVector s01 = FloatVector.fromArray(S, dw, to + 1 * Lanes.COUNT);
    FloatVector s02 = FloatVector.fromArray(S, dw, to + 2 * Lanes.COUNT);
    FloatVector s03 = FloatVector.fromArray(S, dw, to + 3 * Lanes.COUNT);
    FloatVector s10 = FloatVector.fromArray(S, dw, to + row);
    FloatVector s11 = FloatVector.fromArray(S, dw, to + row + 1 * Lanes.COUNT);
    FloatVector s12 = FloatVector.fromArray(S, dw, to + row + 2 * Lanes.COUNT);
    FloatVector s13 = FloatVector.fromArray(S, dw, to + row + 3 * Lanes.COUNT);
    FloatVector s20 = FloatVector.fromArray(S, dw, to + 2 * row);
    FloatVector s21 = FloatVector.fromArray(S, dw, to + 2 * row + 1 * Lanes.COUNT);
    FloatVector s22 = FloatVector.fromArray(S, dw, to + 2 * row + 2 * Lanes.COUNT);
    FloatVector s23 = FloatVector.fromArray(S, dw, to + 2 * row + 3 * Lanes.COUNT);
    FloatVector s30 = FloatVector.fromArray(S, dw, to + 3 * row);
    FloatVector s31 = FloatVector.fromArray(S, dw, to + 3 * row + 1 * Lanes.COUNT);
    FloatVector s32 = FloatVector.fromArray(S, dw, to + 3 * row + 2 * Lanes.COUNT);
    FloatVector s33 = FloatVector.fromArray(S, dw, to + 3 * row + 3 * Lanes.COUNT);
    int x0 = xAt + on.tap()[k];
    int x1 = xAt + on.tap()[k + 1];
    int x2 = xAt + on.tap()[k + 2];
    int x3 = xAt + on.tap()[k + 3];
    int from = dyAt + o * channel + first * Lanes.COUNT;
    for (int p = first; p < last; p++) {
      int at = base[p];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector v1 = FloatVector.fromArray(S, x, x1 + at);
      FloatVector v2 = FloatVector.fromArray(S, x, x2 + at);
      FloatVector v3 = FloatVector.fromArray(S, x, x3 + at);
      FloatVector g = FloatVector.fromArray(S, dy, from);
      s00 = v0.fma(g, s00);
      s01 = v1.fma(g, s01);
      s02 = v2.fma(g, s02);
      s03 = v3.fma(g, s03);
      g = FloatVector.fromArray(S, dy, from + channel);
      s10 = v0.fma(g, s10);
      s11 = v1.fma(g, s11);
      s12 = v2.fma(g, s12);
      s13 = v3.fma(g, s13);
      g = FloatVector.fromArray(S, dy, from + 2 * channel);
      s20 = v0.fma(g, s20);
      s21 = v1.fma(g, s21);
      s22 = v2.fma(g, s22);
      s23 = v3.fma(g, s23);
      g = FloatVector.fromArray(S, dy, from + 3 * channel);
      s30 = v0.fma(g, s30);
      s31 = v1.fma(g, s31);
      s32 = v2.fma(g, s32);
      s33 = v3.fma(g, s33);
      from += Lanes.COUNT;
    }
    s00.intoArray(dw, to);
    s01.intoArray(dw, to + 1 * Lanes.COUNT);
    s02.intoArray(dw, to + 2 * Lanes.COUNT);
    s03.intoArray(dw, to + 3 * Lanes.COUNT);
    s10.intoArray(dw, to + row);
    s11.intoArray(dw, to + row + 1 * Lanes.COUNT);
    s12.intoArray(dw, to + row + 2 * Lanes.COUNT);
    s13.intoArray(dw, to + row + 3 * Lanes.COUNT);
    s20.intoArray(dw, to + 2 * row);
    s21.intoArray(dw, to + 2 * row + 1 * Lanes.COUNT);
    s22.intoArray(dw, to + 2 * row + 2 * Lanes.COUNT);
    s23.intoArray(dw, to + 2 * row + 3 * Lanes.COUNT);
    s30.intoArray(dw, to + 3 * row);
    s31.intoArray(dw, to + 3 * row + 1 * Lanes.COUNT);
    s32.intoArray(dw, to + 3 * row + 2 * Lanes.COUNT);
    s33.intoArray(dw, to + 3 * row + 3 * Lanes.COUNT);
  }

  private static void oneByFour(
      Windows on,
      int o,
      int k,
      int first,
      int last,
      float[] dy,
      int dyAt,
      float[] x,
      int xAt,
      float[] dw,
      int dwAt) {
    int[] base = on.base();
    int row = on.taps() * Lanes.COUNT;
    int channel = base.length * Lanes.COUNT;
    int to = dwAt + o * row + k * Lanes.COUNT;
    FloatVector s00 = FloatVector.fromArray(S, dw, to);
    FloatVector s01 = FloatVector.fromArray(S, dw, to + 1 * Lanes.COUNT);
    FloatVector s02 = FloatVector.fromArray(S, dw, to + 2 * Lanes.COUNT);
    FloatVector s03 = FloatVector.fromArray(S, dw, to + 3 * Lanes.COUNT);
    int x0 = xAt + on.tap()[k];
    int x1 = xAt + on.tap()[k + 1];
    int x2 = xAt + on.tap()[k + 2];
    int x3 = xAt + on.tap()[k + 3];
    int from = dyAt + o * channel + first * Lanes.COUNT;
    for (int p = first; p < last; p++) {
      int at = base[p];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector v1 = FloatVector.fromArray(S, x, x1 + at);
      FloatVector v2 = FloatVector.fromArray(S, x, x2 + at);
      FloatVector v3 = FloatVector.fromArray(S, x, x3 + at);
      FloatVector g = FloatVector.fromArray(S, dy, from);
      s00 = v0.fma(g, s00);
      s01 = v1.fma(g, s01);
      s02 = v2.fma(g, s02);
      s03 = v3.fma(g, s03);
      from += Lanes.COUNT;
    }
    s00.intoArray(dw, to);
    s01.intoArray(dw, to + 1 * Lanes.COUNT);
    s02.intoArray(dw, to + 2 * Lanes.COUNT);
    s03.intoArray(dw, to + 3 * Lanes.COUNT);
  }

  private static void fourByOne(
      Windows on,
      int o,
      int k,
      int first,
      int last,
      float[] dy,
      int dyAt,
      float[] x,
      int xAt,
      float[] dw,
      int dwAt) {
    int[] base = on.base();
    int row = on.taps() * Lanes.COUNT;
    int channel = base.length * Lanes.COUNT;
    int to = dwAt + o * row + k * Lanes.COUNT;
    FloatVector s00 = FloatVector.fromArray(S, dw, to);
    FloatVector s10 = FloatVector.fromArray(S, dw, to + row);
    FloatVector s20 = FloatVector.fromArray(S, dw, to + 2 * row);
    FloatVector s30 = FloatVector.fromArray(S, dw, to + 3 * row);
    int x0 = xAt + on.tap()[k];
    int from = dyAt + o * channel + first * Lanes.COUNT;
    for (int p = first; p < last; p++) {
      int at = base[p];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector g = FloatVector.fromArray(S, dy, from);
      s00 = v0.fma(g, s00);
      g = FloatVector.fromArray(S, dy, from + channel);
      s10 = v0.fma(g, s10);
      g = FloatVector.fromArray(S, dy, from + 2 * channel);
      s20 = v0.fma(g, s20);
      g = FloatVector.fromArray(S, dy, from + 3 * channel);
      s30 = v0.fma(g, s30);
      from += Lanes.COUNT;
    }
    s00.intoArray(dw, to);
    s10.intoArray(dw, to + row);
    s20.intoArray(dw, to + 2 * row);
    s30.intoArray(dw, to + 3 * row);
  }

  private static void oneByOne(
      Windows on,
      int o,
      int k,
      int first,
      int last,
      float[] dy,
      int dyAt,
      float[] x,
      int xAt,
      float[] dw,
      int dwAt) {
    int[] base = on.base();
    int row = on.taps() * Lanes.COUNT;
    int channel = base.length * Lanes.COUNT;
    int to = dwAt + o * row + k * Lanes.COUNT;
    FloatVector s00 = FloatVector.fromArray(S, dw, to);
    int x0 = xAt + on.tap()[k];
    int from = dyAt + o * channel + first * Lanes.COUNT;
    for (int p = first; p < last; p++) {
      int at = base[p];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector g = FloatVector.fromArray(S, dy, from);
      s00 = v0.fma(g, s00);
      from += Lanes.COUNT;
    }
    s00.intoArray(dw, to);
  }
}
