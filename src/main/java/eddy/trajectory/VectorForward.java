package eddy.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link StepArithmetic#forward} in registers: a loaded vector of weights serves eight examples,
 * whose sums stay in registers.
 */
final class VectorForward {
  private static final VectorSpecies<Float> S = VectorArithmetic.SPECIES;

  private VectorForward() {}

  static void run(
      float[] x,
      int row,
      int examples,
      int inputs,
      float[] m,
      int mAt,
      float[] bias,
      int biasAt,
      int width,
      float[] y) {
    for (int part = 0; part < width; part += S.length()) {
      for (int e = 0; e < examples; e += StepArithmetic.TOGETHER) {
        eight(x, row, e, inputs, m, mAt + part, bias, biasAt + part, width, y, e * width + part);
      }
    }
  }

  private static void eight(
      float[] x,
      int row,
      int e,
      int inputs,
      float[] m,
      int mAt,
      float[] bias,
      int biasAt,
      int width,
      float[] y,
      int yAt) {
    int x0 = e * row;
    int x1 = x0 + row;
    int x2 = x1 + row;
    int x3 = x2 + row;
    int x4 = x3 + row;
    int x5 = x4 + row;
    int x6 = x5 + row;
    int x7 = x6 + row;
    FloatVector s0 = FloatVector.fromArray(S, bias, biasAt);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    int at = mAt;
    int k = 0;
    for (; k + 3 < inputs; k += 4) {
      FloatVector v = FloatVector.fromArray(S, m, at);
      s0 = FloatVector.broadcast(S, x[x0 + k]).fma(v, s0);
      s1 = FloatVector.broadcast(S, x[x1 + k]).fma(v, s1);
      s2 = FloatVector.broadcast(S, x[x2 + k]).fma(v, s2);
      s3 = FloatVector.broadcast(S, x[x3 + k]).fma(v, s3);
      s4 = FloatVector.broadcast(S, x[x4 + k]).fma(v, s4);
      s5 = FloatVector.broadcast(S, x[x5 + k]).fma(v, s5);
      s6 = FloatVector.broadcast(S, x[x6 + k]).fma(v, s6);
      s7 = FloatVector.broadcast(S, x[x7 + k]).fma(v, s7);
      v = FloatVector.fromArray(S, m, at + width);
      s0 = FloatVector.broadcast(S, x[x0 + k + 1]).fma(v, s0);
      s1 = FloatVector.broadcast(S, x[x1 + k + 1]).fma(v, s1);
      s2 = FloatVector.broadcast(S, x[x2 + k + 1]).fma(v, s2);
      s3 = FloatVector.broadcast(S, x[x3 + k + 1]).fma(v, s3);
      s4 = FloatVector.broadcast(S, x[x4 + k + 1]).fma(v, s4);
      s5 = FloatVector.broadcast(S, x[x5 + k + 1]).fma(v, s5);
      s6 = FloatVector.broadcast(S, x[x6 + k + 1]).fma(v, s6);
      s7 = FloatVector.broadcast(S, x[x7 + k + 1]).fma(v, s7);
      v = FloatVector.fromArray(S, m, at + 2 * width);
      s0 = FloatVector.broadcast(S, x[x0 + k + 2]).fma(v, s0);
      s1 = FloatVector.broadcast(S, x[x1 + k + 2]).fma(v, s1);
      s2 = FloatVector.broadcast(S, x[x2 + k + 2]).fma(v, s2);
      s3 = FloatVector.broadcast(S, x[x3 + k + 2]).fma(v, s3);
      s4 = FloatVector.broadcast(S, x[x4 + k + 2]).fma(v, s4);
      s5 = FloatVector.broadcast(S, x[x5 + k + 2]).fma(v, s5);
      s6 = FloatVector.broadcast(S, x[x6 + k + 2]).fma(v, s6);
      s7 = FloatVector.broadcast(S, x[x7 + k + 2]).fma(v, s7);
      v = FloatVector.fromArray(S, m, at + 3 * width);
      s0 = FloatVector.broadcast(S, x[x0 + k + 3]).fma(v, s0);
      s1 = FloatVector.broadcast(S, x[x1 + k + 3]).fma(v, s1);
      s2 = FloatVector.broadcast(S, x[x2 + k + 3]).fma(v, s2);
      s3 = FloatVector.broadcast(S, x[x3 + k + 3]).fma(v, s3);
      s4 = FloatVector.broadcast(S, x[x4 + k + 3]).fma(v, s4);
      s5 = FloatVector.broadcast(S, x[x5 + k + 3]).fma(v, s5);
      s6 = FloatVector.broadcast(S, x[x6 + k + 3]).fma(v, s6);
      s7 = FloatVector.broadcast(S, x[x7 + k + 3]).fma(v, s7);
      at += 4 * width;
    }
    for (; k < inputs; k++) {
      FloatVector v = FloatVector.fromArray(S, m, at);
      at += width;
      s0 = FloatVector.broadcast(S, x[x0 + k]).fma(v, s0);
      s1 = FloatVector.broadcast(S, x[x1 + k]).fma(v, s1);
      s2 = FloatVector.broadcast(S, x[x2 + k]).fma(v, s2);
      s3 = FloatVector.broadcast(S, x[x3 + k]).fma(v, s3);
      s4 = FloatVector.broadcast(S, x[x4 + k]).fma(v, s4);
      s5 = FloatVector.broadcast(S, x[x5 + k]).fma(v, s5);
      s6 = FloatVector.broadcast(S, x[x6 + k]).fma(v, s6);
      s7 = FloatVector.broadcast(S, x[x7 + k]).fma(v, s7);
    }
    s0.intoArray(y, yAt);
    s1.intoArray(y, yAt + width);
    s2.intoArray(y, yAt + 2 * width);
    s3.intoArray(y, yAt + 3 * width);
    s4.intoArray(y, yAt + 4 * width);
    s5.intoArray(y, yAt + 5 * width);
    s6.intoArray(y, yAt + 6 * width);
    s7.intoArray(y, yAt + 7 * width);
  }
}
