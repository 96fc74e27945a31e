package eddy.nets;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Lanes#correlate} in registers: four output channels by four positions, so that a loaded
 * vector and a broadcast weight serve four products each.
 */
final class VectorCorrelate {
  private static final VectorSpecies<Float> S = VectorLanes.SPECIES;

  private VectorCorrelate() {}

  static void run(Windows on, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
    int positions = on.positions();
    int four = positions & ~3;
    int outputs = on.outputs();
    for (int p = 0; p < four; p += 4) {
      int o = 0;
      for (; o + 4 <= outputs; o += 4) {
        fourByFour(on, o, p, w, wAt, x, xAt, y, yAt);
      }
      for (; o < outputs; o++) {
        for (int j = 0; j < 4; j++) {
          oneByOne(on, o, p + j, w, wAt, x, xAt, y, yAt);
        }
      }
    }
    for (int p = four; p < positions; p++) {
      int o = 0;
      for (; o + 4 <= outputs; o += 4) {
        fourByOne(on, o, p, w, wAt, x, xAt, y, yAt);
      }
      for (; o < outputs; o++) {
        oneByOne(on, o, p, w, wAt, x, xAt, y, yAt);
      }
    }
  }

  private static void fourByFour(
      Windows on, int o, int p, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
    int[] tap = on.tap();
    int taps = tap.length;
    int x0 = xAt + on.base()[p];
    int x1 = xAt + on.base()[p + 1];
    int x2 = xAt + on.base()[p + 2];
    int x3 = xAt + on.base()[p + 3];
    int w0 = wAt + o * taps;
    int w1 = wAt + (o + 1) * taps;
    int w2 = wAt + (o + 2) * taps;
    int w3 = wAt + (o + 3) * taps;
    int bias = wAt + on.outputs() * taps + o;
    FloatVector s00 = FloatVector.broadcast(S, w[bias]);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = FloatVector.broadcast(S, w[bias + 1]);
    FloatVector s11 = s10;
    FloatVector s12 = s10;
    FloatVector s13 = s10;
    FloatVector s20 = FloatVector.broadcast(S, w[bias + 2]);
    FloatVector s21 = s20;
    FloatVector s22 = s20;
    FloatVector s23 = s20;
    FloatVector s30 = FloatVector.broadcast(S, w[bias + 3]);
    FloatVector s31 = s30;
    FloatVector s32 = s30;
    FloatVector s33 = s30;
    for (int k = 0; k < taps; k++) {
      int at = tap[k];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector v1 = FloatVector.fromArray(S, x, x1 + at);
      FloatVector v2 = FloatVector.fromArray(S, x, x2 + at);
      FloatVector v3 = FloatVector.fromArray(S, x, x3 + at);
      FloatVector f = FloatVector.broadcast(S, w[w0 + k]);
      s00 = v0.fma(f, s00);
      s01 = v1.fma(f, s01);
      s02 = v2.fma(f, s02);
      s03 = v3.fma(f, s03);
      f = FloatVector.broadcast(S, w[w1 + k]);
      s10 = v0.fma(f, s10);
      s11 = v1.fma(f, s11);
      s12 = v2.fma(f, s12);
      s13 = v3.fma(f, s13);
      f = FloatVector.broadcast(S, w[w2 + k]);
      s20 = v0.fma(f, s20);
      s21 = v1.fma(f, s21);
      s22 = v2.fma(f, s22);
      s23 = v3.fma(f, s23);
      f = FloatVector.broadcast(S, w[w3 + k]);
      s30 = v0.fma(f, s30);
      s31 = v1.fma(f, s31);
      s32 = v2.fma(f, s32);
      s33 = v3.fma(f, s33);
    }
    int channel = on.channel();
    int y0 = yAt + on.to()[p];
    int y1 = yAt + on.to()[p + 1];
    int y2 = yAt + on.to()[p + 2];
    int y3 = yAt + on.to()[p + 3];
    int to = o * channel;
    s00.intoArray(y, y0 + to);
    s01.intoArray(y, y1 + to);
    s02.intoArray(y, y2 + to);
    s03.intoArray(y, y3 + to);
    to += channel;
    s10.intoArray(y, y0 + to);
    s11.intoArray(y, y1 + to);
    s12.intoArray(y, y2 + to);
    s13.intoArray(y, y3 + to);
    to += channel;
    s20.intoArray(y, y0 + to);
    s21.intoArray(y, y1 + to);
    s22.intoArray(y, y2 + to);
    s23.intoArray(y, y3 + to);
    to += channel;
    s30.intoArray(y, y0 + to);
    s31.intoArray(y, y1 + to);
    s32.intoArray(y, y2 + to);
    s33.intoArray(y, y3 + to);
  }

  private static void fourByOne(
      Windows on, int o, int p, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
    int[] tap = on.tap();
    int taps = tap.length;
    int x0 = xAt + on.base()[p];
    int w0 = wAt + o * taps;
    int w1 = wAt + (o + 1) * taps;
    int w2 = wAt + (o + 2) * taps;
    int w3 = wAt + (o + 3) * taps;
    int bias = wAt + on.outputs() * taps + o;
    FloatVector s00 = FloatVector.broadcast(S, w[bias]);
    FloatVector s10 = FloatVector.broadcast(S, w[bias + 1]);
    FloatVector s20 = FloatVector.broadcast(S, w[bias + 2]);
    FloatVector s30 = FloatVector.broadcast(S, w[bias + 3]);
    for (int k = 0; k < taps; k++) {
      int at = tap[k];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector f = FloatVector.broadcast(S, w[w0 + k]);
      s00 = v0.fma(f, s00);
      f = FloatVector.broadcast(S, w[w1 + k]);
      s10 = v0.fma(f, s10);
      f = FloatVector.broadcast(S, w[w2 + k]);
      s20 = v0.fma(f, s20);
      f = FloatVector.broadcast(S, w[w3 + k]);
      s30 = v0.fma(f, s30);
    }
    int channel = on.channel();
    int y0 = yAt + on.to()[p];
    int to = o * channel;
    s00.intoArray(y, y0 + to);
    to += channel;
    s10.intoArray(y, y0 + to);
    to += channel;
    s20.intoArray(y, y0 + to);
    to += channel;
    s30.intoArray(y, y0 + to);
  }

  private static void oneByOne(
      Windows on, int o, int p, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
    int[] tap = on.tap();
    int taps = tap.length;
    int x0 = xAt + on.base()[p];
    int w0 = wAt + o * taps;
    int bias = wAt + on.outputs() * taps + o;
    FloatVector s00 = FloatVector.broadcast(S, w[bias]);
    for (int k = 0; k < taps; k++) {
      int at = tap[k];
      FloatVector v0 = FloatVector.fromArray(S, x, x0 + at);
      FloatVector f = FloatVector.broadcast(S, w[w0 + k]);
      s00 = v0.fma(f, s00);
    }
    int channel = on.channel();
    int y0 = yAt + on.to()[p];
    int to = o * channel;
    s00.intoArray(y, y0 + to);
  }
}
