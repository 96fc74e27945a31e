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
      int[] rowAt,
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
        eight(x, rowAt, e, inputs, m, mAt + part, bias, biasAt + part, width, y, e * width + part);
      }
    }
  }

  private static void eight(
      float[] x,
      int[] rowAt,
      int e,
      int inputs,
      float[] m,
      int mAt,
      float[] bias,
      int biasAt,
      int width,
      float[] y,
      int yAt) {
    int x0 = rowAt[e];
    int x1 = rowAt[e + 1];
    int x2 = rowAt[e + 2];
    int x3 = rowAt[e + 3];
    int x4 = rowAt[e + 4];
    int x5 = rowAt[e + 5];
    int x6 = rowAt[e + 6];
    int x7 = rowAt[e + 7];
    FloatVector s0 = FloatVector.fromArray(S, bias, biasAt);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    int at = mAt;
    for (int k = 0; k < inputs; k++) {
      FloatVector row = FloatVector.fromArray(S, m, at);
      at += width;
      s0 = FloatVector.broadcast(S, x[x0 + k]).fma(row, s0);
      s1 = FloatVector.broadcast(S, x[x1 + k]).fma(row, s1);
      s2 = FloatVector.broadcast(S, x[x2 + k]).fma(row, s2);
      s3 = FloatVector.broadcast(S, x[x3 + k]).fma(row, s3);
      s4 = FloatVector.broadcast(S, x[x4 + k]).fma(row, s4);
      s5 = FloatVector.broadcast(S, x[x5 + k]).fma(row, s5);
      s6 = FloatVector.broadcast(S, x[x6 + k]).fma(row, s6);
      s7 = FloatVector.broadcast(S, x[x7 + k]).fma(row, s7);
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
