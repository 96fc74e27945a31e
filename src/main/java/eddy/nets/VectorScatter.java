package eddy.nets;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Lanes#scatter} in registers: the sums over the output channels for four taps by four
 * positions, then added where they belong.
 */
final class VectorScatter {
  private static final VectorSpecies<Float> S = VectorLanes.SPECIES;

  private VectorScatter() {}

  static void run(Windows on, float[] w, int wAt, float[] dy, int dyAt, float[] dx, int dxAt) {
    int positions = on.positions();
    int taps = on.taps();
    int fourPositions = positions & ~3;
    int fourTaps = taps & ~3;
    for (int p = 0; p < fourPositions; p += 4) {
      for (int k = 0; k < fourTaps; k += 4) {
        fourByFour(on, k, p, w, wAt, dy, dyAt, dx, dxAt);
      }
      for (int k = fourTaps; k < taps; k++) {
        oneByFour(on, k, p, w, wAt, dy, dyAt, dx, dxAt);
      }
    }
    for (int p = fourPositions; p < positions; p++) {
      for (int k = 0; k < fourTaps; k += 4) {
        fourByOne(on, k, p, w, wAt, dy, dyAt, dx, dxAt);
      }
      for (int k = fourTaps; k < taps; k++) {
        oneByOne(on, k, p, w, wAt, dy, dyAt, dx, dxAt);
      }
    }
  }

  private static void fourByFour(
      Windows on, int k, int p, float[] w, int wAt, float[] dy, int dyAt, float[] dx, int dxAt) {
    int taps = on.taps();
    int outputs = on.outputs();
    int channel = on.positions() * Lanes.COUNT;
    FloatVector s00 = FloatVector.zero(S);
    FloatVector s01 = FloatVector.zero(S);
    FloatVector s02 = FloatVector.zero(S);
    FloatVector s03 = FloatVector.zero(S);
    FloatVector s10 = FloatVector.zero(S);
    FloatVector s11 = FloatVector.zero(S);
    FloatVector s12 = FloatVector.zero(S);
    FloatVector s13 = FloatVector.zero(S);
    FloatVector s20 = FloatVector.zero(S);
    FloatVector s21 = FloatVector.zero(S);
    FloatVector s22 = FloatVector.zero(S);
    FloatVector s23 = FloatVector.zero(S);
    FloatVector s30 = FloatVector.zero(S);
    FloatVector s31 = FloatVector.zero(S);
    FloatVector s32 = FloatVector.zero(S);
    FloatVector s33 = FloatVector.zero(S);
    int from = dyAt + p * Lanes.COUNT;
    int weight = wAt + k;
    for (int o = 0; o < outputs; o++) {
      FloatVector v0 = FloatVector.fromArray(S, dy, from);
      FloatVector v1 = FloatVector.fromArray(S, dy, from + 1 * Lanes.COUNT);
      FloatVector v2 = FloatVector.fromArray(S, dy, from + 2 * Lanes.COUNT);
      FloatVector v3 = FloatVector.fromArray(S, dy, from + 3 * Lanes.COUNT);
      FloatVector f = FloatVector.broadcast(S, w[weight]);
      s00 = v0.fma(f, s00);
      s01 = v1.fma(f, s01);
      s02 = v2.fma(f, s02);
      s03 = v3.fma(f, s03);
      f = FloatVector.broadcast(S, w[weight + 1]);
      s10 = v0.fma(f, s10);
      s11 = v1.fma(f, s11);
      s12 = v2.fma(f, s12);
      s13 = v3.fma(f, s13);
      f = FloatVector.broadcast(S, w[weight + 2]);
      s20 = v0.fma(f, s20);
      s21 = v1.fma(f, s21);
      s22 = v2.fma(f, s22);
      s23 = v3.fma(f, s23);
      f = FloatVector.broadcast(S, w[weight + 3]);
      s30 = v0.fma(f, s30);
      s31 = v1.fma(f, s31);
      s32 = v2.fma(f, s32);
      s33 = v3.fma(f, s33);
      from += channel;
      weight += taps;
    }
    int x0 = dxAt + on.base()[p];
    int x1 = dxAt + on.base()[p + 1];
    int x2 = dxAt + on.base()[p + 2];
    int x3 = dxAt + on.base()[p + 3];
    int at = on.tap()[k];
    add(s00, dx, x0 + at);
    add(s01, dx, x1 + at);
    add(s02, dx, x2 + at);
    add(s03, dx, x3 + at);
    at = on.tap()[k + 1];
    add(s10, dx, x0 + at);
    add(s11, dx, x1 + at);
    add(s12, dx, x2 + at);
    add(s13, dx, x3 + at);
    at = on.tap()[k + 2];
    add(s20, dx, x0 + at);
    add(s21, dx, x1 + at);
    add(s22, dx, x2 + at);
    add(s23, dx, x3 + at);
    at = on.tap()[k + 3];
    add(s30, dx, x0 + at);
    add(s31, dx, x1 + at);
    add(s32, dx, x2 + at);
    add(s33, dx, x3 + at);
  }

  private static void oneByFour(
      Windows on, int k, int p, float[] w, int wAt, float[] dy, int dyAt, float[] dx, int dxAt) {
    int taps = on.taps();
    int outputs = on.outputs();
    int channel = on.positions() * Lanes.COUNT;
    FloatVector s00 = FloatVector.zero(S);
    FloatVector s01 = FloatVector.zero(S);
    FloatVector s02 = FloatVector.zero(S);
    FloatVector s03 = FloatVector.zero(S);
    int from = dyAt + p * Lanes.COUNT;
    int weight = wAt + k;
    for (int o = 0; o < outputs; o++) {
      FloatVector v0 = FloatVector.fromArray(S, dy, from);
      FloatVector v1 = FloatVector.fromArray(S, dy, from + 1 * Lanes.COUNT);
      FloatVector v2 = FloatVector.fromArray(S, dy, from + 2 * Lanes.COUNT);
      FloatVector v3 = FloatVector.fromArray(S, dy, from + 3 * Lanes.COUNT);
      FloatVector f = FloatVector.broadcast(S, w[weight]);
      s00 = v0.fma(f, s00);
      s01 = v1.fma(f, s01);
      s02 = v2.fma(f, s02);
      s03 = v3.fma(f, s03);
      from += channel;
      weight += taps;
    }
    int x0 = dxAt + on.base()[p];
    int x1 = dxAt + on.base()[p + 1];
    int x2 = dxAt + on.base()[p + 2];
    int x3 = dxAt + on.base()[p + 3];
    int at = on.tap()[k];
    add(s00, dx, x0 + at);
    add(s01, dx, x1 + at);
    add(s02, dx, x2 + at);
    add(s03, dx, x3 + at);
  }

  private static void fourByOne(
      Windows on, int k, int p, float[] w, int wAt, float[] dy, int dyAt, float[] dx, int dxAt) {
    int taps = on.taps();
    int outputs = on.outputs();
    int channel = on.positions() * Lanes.COUNT;
    FloatVector s00 = FloatVector.zero(S);
    FloatVector s10 = FloatVector.zero(S);
    FloatVector s20 = FloatVector.zero(S);
    FloatVector s30 = FloatVector.zero(S);
    int from = dyAt + p * Lanes.COUNT;
    int weight = wAt + k;
    for (int o = 0; o < outputs; o++) {
      FloatVector v0 = FloatVector.fromArray(S, dy, from);
      FloatVector f = FloatVector.broadcast(S, w[weight]);
      s00 = v0.fma(f, s00);
      f = FloatVector.broadcast(S, w[weight + 1]);
      s10 = v0.fma(f, s10);
      f = FloatVector.broadcast(S, w[weight + 2]);
      s20 = v0.fma(f, s20);
      f = FloatVector.broadcast(S, w[weight + 3]);
      s30 = v0.fma(f, s30);
      from += channel;
      weight += taps;
    }
    int x0 = dxAt + on.base()[p];
    int at = on.tap()[k];
    add(s00, dx, x0 + at);
    at = on.tap()[k + 1];
    add(s10, dx, x0 + at);
    at = on.tap()[k + 2];
    add(s20, dx, x0 + at);
    at = on.tap()[k + 3];
    add(s30, dx, x0 + at);
  }

  private static void oneByOne(
      Windows on, int k, int p, float[] w, int wAt, float[] dy, int dyAt, float[] dx, int dxAt) {
    int taps = on.taps();
    int outputs = on.outputs();
    int channel = on.positions() * Lanes.COUNT;
    FloatVector s00 = FloatVector.zero(S);
    int from = dyAt + p * Lanes.COUNT;
    int weight = wAt + k;
    for (int o = 0; o < outputs; o++) {
      FloatVector v0 = FloatVector.fromArray(S, dy, from);
      FloatVector f = FloatVector.broadcast(S, w[weight]);
      s00 = v0.fma(f, s00);
      from += channel;
      weight += taps;
    }
    int x0 = dxAt + on.base()[p];
    int at = on.tap()[k];
    add(s00, dx, x0 + at);
  }

  private static void add(FloatVector sum, float[] dx, int at) {
    FloatVector.fromArray(S, dx, at).add(sum).intoArray(dx, at);
  }
}
