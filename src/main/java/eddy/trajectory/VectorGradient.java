package eddy.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link StepArithmetic#gradient} in registers: inputs are lanes, three vectors of them by four
 * units, so that a loaded vector serves four products and a broadcast number three. Inputs that
 * fill no vector are summed one by one with units as lanes.
 */
final class VectorGradient {
  private static final VectorSpecies<Float> S = VectorArithmetic.SPECIES;
  private static final int UNITS = 4;

  private VectorGradient() {}

  static void run(
      float[] x,
      int row,
      int examples,
      int inputs,
      float[] d,
      int width,
      float[] g,
      int gAt,
      float[] scratch) {
    int three = 3 * S.length();
    for (int n = 0; n < width; n += UNITS) {
      int to = gAt + n * row;
      int k = 0;
      for (; k + three <= inputs; k += three) {
        threeByFour(x, row, examples, k, d, n, width, g, to + k);
      }
      for (; k + S.length() <= inputs; k += S.length()) {
        oneByFour(x, row, examples, k, d, n, width, g, to + k);
      }
    }
    for (int k = inputs - inputs % S.length(); k < inputs; k++) {
      for (int part = 0; part < width; part += S.length()) {
        column(x, row, examples, k, d, part, width, scratch);
        for (int i = 0; i < S.length(); i++) {
          g[gAt + (part + i) * row + k] = scratch[i];
        }
      }
    }
  }

  /**
   * {@link StepArithmetic#gather}: whole vectors, the last one overlapping. All images are asked
   * for at once, so that their ways from memory run side by side.
   */
  static void gather(float[] images, int[] index, int examples, int inputs, float[] x, int row) {
    int last = inputs - S.length();
    for (int e = 0; e < examples; e++) {
      int from = index[e] * inputs;
      int to = e * row;
      if (last < 0) {
        System.arraycopy(images, from, x, to, inputs);
      } else {
        for (int k = 0; k < last; k += S.length()) {
          FloatVector.fromArray(S, images, from + k).intoArray(x, to + k);
        }
        FloatVector.fromArray(S, images, from + last).intoArray(x, to + last);
      }
    }
  }

  private static void column(
      float[] x, int row, int examples, int k, float[] d, int part, int width, float[] to) {
    FloatVector s = FloatVector.zero(S);
    int at = part;
    for (int e = 0; e < examples; e++) {
      s = FloatVector.broadcast(S, x[e * row + k]).fma(FloatVector.fromArray(S, d, at), s);
      at += width;
    }
    s.intoArray(to, 0);
  }

  private static void threeByFour(
      float[] x, int row, int examples, int k, float[] d, int n, int width, float[] g, int to) {
    FloatVector s00 = FloatVector.zero(S);
    FloatVector s01 = FloatVector.zero(S);
    FloatVector s02 = FloatVector.zero(S);
    FloatVector s10 = FloatVector.zero(S);
    FloatVector s11 = FloatVector.zero(S);
    FloatVector s12 = FloatVector.zero(S);
    FloatVector s20 = FloatVector.zero(S);
    FloatVector s21 = FloatVector.zero(S);
    FloatVector s22 = FloatVector.zero(S);
    FloatVector s30 = FloatVector.zero(S);
    FloatVector s31 = FloatVector.zero(S);
    FloatVector s32 = FloatVector.zero(S);
    int at = n;
    int from = k;
    for (int e = 0; e < examples; e++) {
      FloatVector x0 = FloatVector.fromArray(S, x, from);
      FloatVector x1 = FloatVector.fromArray(S, x, from + S.length());
      FloatVector x2 = FloatVector.fromArray(S, x, from + 2 * S.length());
      FloatVector b = FloatVector.broadcast(S, d[at]);
      s00 = b.fma(x0, s00);
      s01 = b.fma(x1, s01);
      s02 = b.fma(x2, s02);
      b = FloatVector.broadcast(S, d[at + 1]);
      s10 = b.fma(x0, s10);
      s11 = b.fma(x1, s11);
      s12 = b.fma(x2, s12);
      b = FloatVector.broadcast(S, d[at + 2]);
      s20 = b.fma(x0, s20);
      s21 = b.fma(x1, s21);
      s22 = b.fma(x2, s22);
      b = FloatVector.broadcast(S, d[at + 3]);
      s30 = b.fma(x0, s30);
      s31 = b.fma(x1, s31);
      s32 = b.fma(x2, s32);
      at += width;
      from += row;
    }
    s00.intoArray(g, to);
    s01.intoArray(g, to + S.length());
    s02.intoArray(g, to + 2 * S.length());
    s10.intoArray(g, to + row);
    s11.intoArray(g, to + row + S.length());
    s12.intoArray(g, to + row + 2 * S.length());
    s20.intoArray(g, to + 2 * row);
    s21.intoArray(g, to + 2 * row + S.length());
    s22.intoArray(g, to + 2 * row + 2 * S.length());
    s30.intoArray(g, to + 3 * row);
    s31.intoArray(g, to + 3 * row + S.length());
    s32.intoArray(g, to + 3 * row + 2 * S.length());
  }

  private static void oneByFour(
      float[] x, int row, int examples, int k, float[] d, int n, int width, float[] g, int to) {
    FloatVector s00 = FloatVector.zero(S);
    FloatVector s10 = FloatVector.zero(S);
    FloatVector s20 = FloatVector.zero(S);
    FloatVector s30 = FloatVector.zero(S);
    int at = n;
    int from = k;
    for (int e = 0; e < examples; e++) {
      FloatVector x0 = FloatVector.fromArray(S, x, from);
      FloatVector b = FloatVector.broadcast(S, d[at]);
      s00 = b.fma(x0, s00);
      b = FloatVector.broadcast(S, d[at + 1]);
      s10 = b.fma(x0, s10);
      b = FloatVector.broadcast(S, d[at + 2]);
      s20 = b.fma(x0, s20);
      b = FloatVector.broadcast(S, d[at + 3]);
      s30 = b.fma(x0, s30);
      at += width;
      from += row;
    }
    s00.intoArray(g, to);
    s10.intoArray(g, to + row);
    s20.intoArray(g, to + 2 * row);
    s30.intoArray(g, to + 3 * row);
  }
}
