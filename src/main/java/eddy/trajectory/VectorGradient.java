package eddy.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link StepArithmetic#gradient} in registers: a loaded vector of d serves the inputs of several
 * rows of g, which stay in registers. The last rows overlap those before, so that they too are
 * many.
 */
final class VectorGradient {
  private static final VectorSpecies<Float> S = VectorArithmetic.SPECIES;
  private static final int MANY = 10;
  private static final int FEW = 5;

  private VectorGradient() {}

  static void run(
      float[] x, int[] rowAt, int examples, int inputs, float[] d, int width, float[] g, int gAt) {
    for (int part = 0; part < width; part += S.length()) {
      int rows = inputs >= MANY ? MANY : inputs >= FEW ? FEW : 1;
      for (int from = 0; from < inputs; from += rows) {
        int k = Math.min(from, inputs - rows);
        int to = gAt + k * width + part;
        switch (rows) {
          case MANY -> ten(x, rowAt, examples, k, d, part, width, g, to);
          case FEW -> five(x, rowAt, examples, k, d, part, width, g, to);
          default -> one(x, rowAt, examples, k, d, part, width, g, to);
        }
      }
    }
  }

  private static void ten(
      float[] x,
      int[] rowAt,
      int examples,
      int k,
      float[] d,
      int part,
      int width,
      float[] g,
      int to) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    FloatVector s4 = FloatVector.zero(S);
    FloatVector s5 = FloatVector.zero(S);
    FloatVector s6 = FloatVector.zero(S);
    FloatVector s7 = FloatVector.zero(S);
    FloatVector s8 = FloatVector.zero(S);
    FloatVector s9 = FloatVector.zero(S);
    int at = part;
    for (int e = 0; e < examples; e++) {
      int row = rowAt[e] + k;
      FloatVector m = FloatVector.fromArray(S, d, at);
      at += width;
      s0 = FloatVector.broadcast(S, x[row]).fma(m, s0);
      s1 = FloatVector.broadcast(S, x[row + 1]).fma(m, s1);
      s2 = FloatVector.broadcast(S, x[row + 2]).fma(m, s2);
      s3 = FloatVector.broadcast(S, x[row + 3]).fma(m, s3);
      s4 = FloatVector.broadcast(S, x[row + 4]).fma(m, s4);
      s5 = FloatVector.broadcast(S, x[row + 5]).fma(m, s5);
      s6 = FloatVector.broadcast(S, x[row + 6]).fma(m, s6);
      s7 = FloatVector.broadcast(S, x[row + 7]).fma(m, s7);
      s8 = FloatVector.broadcast(S, x[row + 8]).fma(m, s8);
      s9 = FloatVector.broadcast(S, x[row + 9]).fma(m, s9);
    }
    s0.intoArray(g, to);
    s1.intoArray(g, to + width);
    s2.intoArray(g, to + 2 * width);
    s3.intoArray(g, to + 3 * width);
    s4.intoArray(g, to + 4 * width);
    s5.intoArray(g, to + 5 * width);
    s6.intoArray(g, to + 6 * width);
    s7.intoArray(g, to + 7 * width);
    s8.intoArray(g, to + 8 * width);
    s9.intoArray(g, to + 9 * width);
  }

  private static void five(
      float[] x,
      int[] rowAt,
      int examples,
      int k,
      float[] d,
      int part,
      int width,
      float[] g,
      int to) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    FloatVector s4 = FloatVector.zero(S);
    int at = part;
    for (int e = 0; e < examples; e++) {
      int row = rowAt[e] + k;
      FloatVector m = FloatVector.fromArray(S, d, at);
      at += width;
      s0 = FloatVector.broadcast(S, x[row]).fma(m, s0);
      s1 = FloatVector.broadcast(S, x[row + 1]).fma(m, s1);
      s2 = FloatVector.broadcast(S, x[row + 2]).fma(m, s2);
      s3 = FloatVector.broadcast(S, x[row + 3]).fma(m, s3);
      s4 = FloatVector.broadcast(S, x[row + 4]).fma(m, s4);
    }
    s0.intoArray(g, to);
    s1.intoArray(g, to + width);
    s2.intoArray(g, to + 2 * width);
    s3.intoArray(g, to + 3 * width);
    s4.intoArray(g, to + 4 * width);
  }

  private static void one(
      float[] x,
      int[] rowAt,
      int examples,
      int k,
      float[] d,
      int part,
      int width,
      float[] g,
      int to) {
    FloatVector s0 = FloatVector.zero(S);
    int at = part;
    for (int e = 0; e < examples; e++) {
      int row = rowAt[e] + k;
      FloatVector m = FloatVector.fromArray(S, d, at);
      at += width;
      s0 = FloatVector.broadcast(S, x[row]).fma(m, s0);
    }
    s0.intoArray(g, to);
  }
}
