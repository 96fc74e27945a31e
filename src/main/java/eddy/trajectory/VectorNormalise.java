package eddy.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Batch normalisation of {@link StepArithmetic} with the Vector API: units are lanes. */
final class VectorNormalise {
  private static final VectorSpecies<Float> S = VectorArithmetic.SPECIES;
  private static final int PARTS = PlainArithmetic.PARTS;

  private VectorNormalise() {}

  static void forth(
      float[] z,
      int examples,
      int width,
      float[] w,
      int gammaAt,
      float epsilon,
      float[] batch,
      float[] h) {
    int filled = FusedLayout.up(examples, StepArithmetic.TOGETHER);
    for (int part = 0; part < width; part += S.length()) {
      FloatVector m = sum(z, part, width, examples).div(examples);
      FloatVector v = squares(z, part, width, examples, m).div(examples);
      FloatVector r =
          FloatVector.broadcast(S, 1).div(v.add(epsilon).lanewise(VectorOperators.SQRT));
      m.intoArray(batch, part);
      v.intoArray(batch, width + part);
      r.intoArray(batch, 2 * width + part);
      FloatVector factor = FloatVector.fromArray(S, w, gammaAt + part).mul(r);
      FloatVector beta = FloatVector.fromArray(S, w, gammaAt + width + part);
      FloatVector zero = FloatVector.zero(S);
      int at = part;
      for (int e = 0; e < filled; e++) {
        FloatVector y = FloatVector.fromArray(S, z, at).sub(m).fma(factor, beta);
        zero.blend(y, y.compare(VectorOperators.GT, zero)).intoArray(h, at);
        at += width;
      }
    }
  }

  private static FloatVector sum(float[] z, int part, int width, int examples) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    int whole = examples - examples % PARTS;
    int at = part;
    for (int e = 0; e < whole; e += PARTS) {
      s0 = s0.add(FloatVector.fromArray(S, z, at));
      s1 = s1.add(FloatVector.fromArray(S, z, at + width));
      s2 = s2.add(FloatVector.fromArray(S, z, at + 2 * width));
      s3 = s3.add(FloatVector.fromArray(S, z, at + 3 * width));
      at += PARTS * width;
    }
    if (whole < examples) {
      s0 = s0.add(FloatVector.fromArray(S, z, at));
    }
    if (whole + 1 < examples) {
      s1 = s1.add(FloatVector.fromArray(S, z, at + width));
    }
    if (whole + 2 < examples) {
      s2 = s2.add(FloatVector.fromArray(S, z, at + 2 * width));
    }
    return s0.add(s1).add(s2.add(s3));
  }

  private static FloatVector squares(float[] z, int part, int width, int examples, FloatVector m) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    int whole = examples - examples % PARTS;
    int at = part;
    for (int e = 0; e < whole; e += PARTS) {
      s0 = square(z, at, m, s0);
      s1 = square(z, at + width, m, s1);
      s2 = square(z, at + 2 * width, m, s2);
      s3 = square(z, at + 3 * width, m, s3);
      at += PARTS * width;
    }
    if (whole < examples) {
      s0 = square(z, at, m, s0);
    }
    if (whole + 1 < examples) {
      s1 = square(z, at + width, m, s1);
    }
    if (whole + 2 < examples) {
      s2 = square(z, at + 2 * width, m, s2);
    }
    return s0.add(s1).add(s2.add(s3));
  }

  private static FloatVector square(float[] z, int at, FloatVector m, FloatVector sum) {
    FloatVector deviation = FloatVector.fromArray(S, z, at).sub(m);
    return deviation.fma(deviation, sum);
  }

  static void rectify(
      float[] d,
      float[] h,
      float[] z,
      int examples,
      int width,
      float[] batch,
      float[] g,
      int gammaAt) {
    for (int part = 0; part < width; part += S.length()) {
      FloatVector m = FloatVector.fromArray(S, batch, part);
      FloatVector flat = FloatVector.zero(S);
      FloatVector slope = FloatVector.zero(S);
      FloatVector zero = FloatVector.zero(S);
      int at = part;
      for (int e = 0; e < examples; e++) {
        VectorMask<Float> open = FloatVector.fromArray(S, h, at).compare(VectorOperators.GT, zero);
        FloatVector dy = zero.blend(FloatVector.fromArray(S, d, at), open);
        dy.intoArray(d, at);
        flat = flat.add(dy);
        slope = FloatVector.fromArray(S, z, at).sub(m).fma(dy, slope);
        at += width;
      }
      FloatVector r = FloatVector.fromArray(S, batch, 2 * width + part);
      slope.mul(r).intoArray(g, gammaAt + part);
      flat.intoArray(g, gammaAt + width + part);
    }
  }

  /** No vectors are passed on to methods too large to be inlined: each would be an object. */
  static void back(
      float[] d,
      float[] z,
      int examples,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int gammaAt) {
    for (int part = 0; part < width; part += S.length()) {
      project(d, z, examples, width, part, w, batch, g, gammaAt + part);
    }
  }

  /** d becomes factor (d − flat + slope (z − m)); its sum goes {@code width} before gamma. */
  private static void project(
      float[] d,
      float[] z,
      int examples,
      int width,
      int part,
      float[] w,
      float[] batch,
      float[] g,
      int gammaAt) {
    FloatVector m = FloatVector.fromArray(S, batch, part);
    FloatVector r = FloatVector.fromArray(S, batch, 2 * width + part);
    FloatVector slope = FloatVector.fromArray(S, g, gammaAt).mul(r).div(examples).neg();
    FloatVector flat = FloatVector.fromArray(S, g, gammaAt + width).div(examples);
    FloatVector factor = FloatVector.fromArray(S, w, gammaAt).mul(r);
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = FloatVector.zero(S);
    FloatVector s2 = FloatVector.zero(S);
    FloatVector s3 = FloatVector.zero(S);
    int whole = examples - examples % PARTS;
    int at = part;
    for (int e = 0; e < whole; e += PARTS) {
      s0 = s0.add(projected(d, z, at, m, flat, slope, factor));
      s1 = s1.add(projected(d, z, at + width, m, flat, slope, factor));
      s2 = s2.add(projected(d, z, at + 2 * width, m, flat, slope, factor));
      s3 = s3.add(projected(d, z, at + 3 * width, m, flat, slope, factor));
      at += PARTS * width;
    }
    if (whole < examples) {
      s0 = s0.add(projected(d, z, at, m, flat, slope, factor));
    }
    if (whole + 1 < examples) {
      s1 = s1.add(projected(d, z, at + width, m, flat, slope, factor));
    }
    if (whole + 2 < examples) {
      s2 = s2.add(projected(d, z, at + 2 * width, m, flat, slope, factor));
    }
    s0.add(s1).add(s2.add(s3)).intoArray(g, gammaAt - width);
  }

  private static FloatVector projected(
      float[] d,
      float[] z,
      int at,
      FloatVector m,
      FloatVector flat,
      FloatVector slope,
      FloatVector factor) {
    FloatVector dz =
        FloatVector.fromArray(S, z, at)
            .sub(m)
            .fma(slope, FloatVector.fromArray(S, d, at).sub(flat))
            .mul(factor);
    dz.intoArray(d, at);
    return dz;
  }
}
