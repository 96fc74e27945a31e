package eddy.trajectory;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link StepArithmetic} with the Vector API, for vectors of any length up to 16 lanes. All of it
 * uses one species: a second one makes the calls on vectors ambiguous to the compiler, and then
 * everything runs ten times slower.
 */
final class VectorArithmetic implements StepArithmetic {
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= FusedLayout.LANES
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;

  private static final VectorSpecies<Float> S = SPECIES;

  private final float[] scratch = new float[FusedLayout.LANES];

  @Override
  public String describe() {
    return S.vectorBitSize() + "-bit vectors";
  }

  @Override
  public void gather(float[] images, int[] index, int examples, int inputs, float[] x, int row) {
    VectorGradient.gather(images, index, examples, inputs, x, row);
  }

  @Override
  public void forward(
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
    VectorForward.run(x, row, examples, inputs, m, mAt, bias, biasAt, width, y);
  }

  @Override
  public void gradient(
      float[] x, int row, int examples, int inputs, float[] d, int width, float[] g, int gAt) {
    VectorGradient.run(x, row, examples, inputs, d, width, g, gAt, scratch);
  }

  @Override
  public void normalise(
      float[] z,
      int examples,
      int width,
      float[] w,
      int gammaAt,
      float epsilon,
      float[] batch,
      float[] h) {
    VectorNormalise.forth(z, examples, width, w, gammaAt, epsilon, batch, h);
  }

  @Override
  public void rectifyBack(
      float[] d,
      float[] h,
      float[] z,
      int examples,
      int width,
      float[] batch,
      float[] g,
      int gammaAt) {
    VectorNormalise.rectify(d, h, z, examples, width, batch, g, gammaAt);
  }

  @Override
  public void normaliseBack(
      float[] d,
      float[] z,
      int examples,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int gammaAt) {
    VectorNormalise.back(d, z, examples, width, w, batch, g, gammaAt);
  }

  @Override
  public double softmax(float[] z, int stride, int classes, float[] label, int n, float[] scratch) {
    return VectorLast.softmax(z, stride, classes, label, n, scratch);
  }

  @Override
  public void lastBack(
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
    VectorLast.back(dz, stride, classes, examples, h, z, width, w, batch, g, lastAt, gammaAt, d);
  }

  @Override
  public void sums(float[] dz, int stride, int classes, float[] out, int outAt, float[] scratch) {
    for (int c = 0; c < classes; c++) {
      for (int part = 0; part < FusedLayout.LANES; part += S.length()) {
        FloatVector sum = FloatVector.zero(S);
        for (int e = c * stride; e < (c + 1) * stride; e += FusedLayout.LANES) {
          sum = sum.add(FloatVector.fromArray(S, dz, e + part));
        }
        sum.intoArray(scratch, part);
      }
      out[outAt + c] = PlainArithmetic.inPairs(scratch);
    }
  }

  @Override
  public void move(
      float[] w, float[] v, float[] g, float rate, float mu, boolean nesterov, float l2) {
    for (int i = 0; i < w.length; i += S.length()) {
      FloatVector x = FloatVector.fromArray(S, w, i);
      FloatVector q = FloatVector.fromArray(S, g, i).add(x.mul(l2));
      FloatVector next = FloatVector.fromArray(S, v, i).mul(mu).add(q);
      next.intoArray(v, i);
      FloatVector along = nesterov ? q.add(next.mul(mu)) : next;
      x.sub(along.mul(rate)).intoArray(w, i);
    }
  }
}
