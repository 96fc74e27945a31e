package eddy.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The last layer of {@link StepArithmetic} with the Vector API. */
final class VectorLast {
  private static final VectorSpecies<Float> S = VectorArithmetic.SPECIES;
  private static final VectorSpecies<Integer> INTS = S.withLanes(int.class);
  private static final int LANES = FusedLayout.LANES;
  private static final int FIVE = FusedLayout.CLASSES;

  private VectorLast() {}

  /** Softmax: examples are lanes. */
  static double softmax(float[] z, int stride, int classes, float[] label, int n, float[] scratch) {
    double loss = 0;
    int groups = SoftmaxLoss.groups(classes);
    SoftmaxLoss.clear(scratch);
    int left = groups;
    for (int e = 0; e < stride; e += LANES) {
      for (int part = 0; part < LANES; part += S.length()) {
        lanes(z, e + part, stride, classes, label, n, scratch, part);
      }
      if (--left == 0) {
        loss += SoftmaxLoss.take(scratch);
        left = groups;
      }
    }
    return left < groups ? loss + SoftmaxLoss.take(scratch) : loss;
  }

  private static void lanes(
      float[] z,
      int from,
      int stride,
      int classes,
      float[] label,
      int n,
      float[] scratch,
      int part) {
    FloatVector y = FloatVector.fromArray(S, label, from);
    FloatVector largest = FloatVector.fromArray(S, z, from);
    int at = from + stride;
    for (int c = 1; c < classes; c++) {
      largest = largest.max(FloatVector.fromArray(S, z, at));
      at += stride;
    }
    FloatVector zero = FloatVector.zero(S);
    FloatVector right = FloatVector.zero(S);
    FloatVector own = FloatVector.zero(S);
    FloatVector others = FloatVector.zero(S);
    at = from;
    for (int c = 0; c < classes; c++) {
      VectorMask<Float> mine = y.compare(VectorOperators.EQ, (float) c);
      FloatVector output = FloatVector.fromArray(S, z, at);
      FloatVector t = exponential(output.sub(largest));
      t.intoArray(z, at);
      right = right.blend(output, mine);
      own = own.blend(t, mine);
      others = others.add(t.blend(zero, mine));
      at += stride;
    }
    FloatVector sum = own.add(others);
    FloatVector factor = FloatVector.broadcast(S, 1).div(sum.mul(n));
    FloatVector negative = others.neg();
    at = from;
    for (int c = 0; c < classes; c++) {
      VectorMask<Float> mine = y.compare(VectorOperators.EQ, (float) c);
      FloatVector.fromArray(S, z, at).blend(negative, mine).mul(factor).intoArray(z, at);
      at += stride;
    }
    FloatVector.fromArray(S, scratch, part).add(largest.sub(right)).intoArray(scratch, part);
    FloatVector.fromArray(S, scratch, LANES + part).mul(sum).intoArray(scratch, LANES + part);
  }

  /** {@link Exponential#of}, lane by lane. */
  private static FloatVector exponential(FloatVector x) {
    FloatVector clamped = x.max(Exponential.LEAST);
    FloatVector shifted =
        clamped.fma(
            FloatVector.broadcast(S, Exponential.LOG2_E),
            FloatVector.broadcast(S, Exponential.ROUND));
    FloatVector n = shifted.sub(Exponential.ROUND);
    FloatVector r = n.fma(FloatVector.broadcast(S, -Exponential.LN2_HIGH), clamped);
    r = n.fma(FloatVector.broadcast(S, -Exponential.LN2_LOW), r);
    FloatVector p = FloatVector.broadcast(S, Exponential.C0);
    p = p.fma(r, FloatVector.broadcast(S, Exponential.C1));
    p = p.fma(r, FloatVector.broadcast(S, Exponential.C2));
    p = p.fma(r, FloatVector.broadcast(S, Exponential.C3));
    p = p.fma(r, FloatVector.broadcast(S, Exponential.C4));
    p = p.fma(r, FloatVector.broadcast(S, Exponential.C5));
    IntVector exponent =
        shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, Exponential.FRACTION_BITS);
    return p.fma(r.mul(r), r).add(1).reinterpretAsInts().add(exponent).reinterpretAsFloats();
  }

  /** The way back: five classes at a time in registers, ReLU behind the last of them. */
  static void back(
      float[] dz,
      int stride,
      int classes,
      int examples,
      float[] h,
      float[] z,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int lastAt,
      int gammaAt,
      float[] d) {
    for (int part = 0; part < width; part += S.length()) {
      int c = 0;
      for (; c + FIVE < classes; c += FIVE) {
        five(dz, c * stride, stride, examples, h, part, width, w, g, lastAt + c * width, c > 0, d);
      }
      int at = lastAt + c * width;
      lastFive(
          dz, c * stride, stride, examples, h, z, part, width, w, batch, g, at, gammaAt, c > 0, d);
    }
  }

  private static void five(
      float[] dz,
      int dzAt,
      int stride,
      int examples,
      float[] h,
      int part,
      int width,
      float[] w,
      float[] g,
      int lastAt,
      boolean goOn,
      float[] d) {
    int row = lastAt + part;
    FloatVector w0 = FloatVector.fromArray(S, w, row);
    FloatVector w1 = FloatVector.fromArray(S, w, row + width);
    FloatVector w2 = FloatVector.fromArray(S, w, row + 2 * width);
    FloatVector w3 = FloatVector.fromArray(S, w, row + 3 * width);
    FloatVector w4 = FloatVector.fromArray(S, w, row + 4 * width);
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    FloatVector s4 = FloatVector.zero(S);
    int z1 = dzAt + stride;
    int z2 = dzAt + 2 * stride;
    int z3 = dzAt + 3 * stride;
    int z4 = dzAt + 4 * stride;
    int at = part;
    for (int e = 0; e < examples; e++) {
      FloatVector x = FloatVector.fromArray(S, h, at);
      FloatVector back = goOn ? FloatVector.fromArray(S, d, at) : FloatVector.zero(S);
      FloatVector b0 = FloatVector.broadcast(S, dz[dzAt + e]);
      s0 = b0.fma(x, s0);
      back = b0.fma(w0, back);
      FloatVector b1 = FloatVector.broadcast(S, dz[z1 + e]);
      s1 = b1.fma(x, s1);
      back = b1.fma(w1, back);
      FloatVector b2 = FloatVector.broadcast(S, dz[z2 + e]);
      s2 = b2.fma(x, s2);
      back = b2.fma(w2, back);
      FloatVector b3 = FloatVector.broadcast(S, dz[z3 + e]);
      s3 = b3.fma(x, s3);
      back = b3.fma(w3, back);
      FloatVector b4 = FloatVector.broadcast(S, dz[z4 + e]);
      s4 = b4.fma(x, s4);
      back = b4.fma(w4, back);
      back.intoArray(d, at);
      at += width;
    }
    s0.intoArray(g, row);
    s1.intoArray(g, row + width);
    s2.intoArray(g, row + 2 * width);
    s3.intoArray(g, row + 3 * width);
    s4.intoArray(g, row + 4 * width);
  }

  private static void lastFive(
      float[] dz,
      int dzAt,
      int stride,
      int examples,
      float[] h,
      float[] z,
      int part,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int lastAt,
      int gammaAt,
      boolean goOn,
      float[] d) {
    int row = lastAt + part;
    FloatVector w0 = FloatVector.fromArray(S, w, row);
    FloatVector w1 = FloatVector.fromArray(S, w, row + width);
    FloatVector w2 = FloatVector.fromArray(S, w, row + 2 * width);
    FloatVector w3 = FloatVector.fromArray(S, w, row + 3 * width);
    FloatVector w4 = FloatVector.fromArray(S, w, row + 4 * width);
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    FloatVector s4 = FloatVector.zero(S);
    FloatVector m = FloatVector.fromArray(S, batch, part);
    FloatVector flat = FloatVector.zero(S);
    FloatVector slope = FloatVector.zero(S);
    FloatVector zero = FloatVector.zero(S);
    int z1 = dzAt + stride;
    int z2 = dzAt + 2 * stride;
    int z3 = dzAt + 3 * stride;
    int z4 = dzAt + 4 * stride;
    int at = part;
    for (int e = 0; e < examples; e++) {
      FloatVector x = FloatVector.fromArray(S, h, at);
      FloatVector back = goOn ? FloatVector.fromArray(S, d, at) : FloatVector.zero(S);
      FloatVector b0 = FloatVector.broadcast(S, dz[dzAt + e]);
      s0 = b0.fma(x, s0);
      back = b0.fma(w0, back);
      FloatVector b1 = FloatVector.broadcast(S, dz[z1 + e]);
      s1 = b1.fma(x, s1);
      back = b1.fma(w1, back);
      FloatVector b2 = FloatVector.broadcast(S, dz[z2 + e]);
      s2 = b2.fma(x, s2);
      back = b2.fma(w2, back);
      FloatVector b3 = FloatVector.broadcast(S, dz[z3 + e]);
      s3 = b3.fma(x, s3);
      back = b3.fma(w3, back);
      FloatVector b4 = FloatVector.broadcast(S, dz[z4 + e]);
      s4 = b4.fma(x, s4);
      back = b4.fma(w4, back);
      FloatVector dy = zero.blend(back, x.compare(VectorOperators.GT, zero));
      dy.intoArray(d, at);
      flat = flat.add(dy);
      slope = FloatVector.fromArray(S, z, at).sub(m).fma(dy, slope);
      at += width;
    }
    s0.intoArray(g, row);
    s1.intoArray(g, row + width);
    s2.intoArray(g, row + 2 * width);
    s3.intoArray(g, row + 3 * width);
    s4.intoArray(g, row + 4 * width);
    FloatVector r = FloatVector.fromArray(S, batch, 2 * width + part);
    slope.mul(r).intoArray(g, gammaAt + part);
    flat.intoArray(g, gammaAt + width + part);
  }
}
